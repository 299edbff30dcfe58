"""The shared vocabulary: how types, methods, places, people and times are called on a card."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.views.blocks import clean
from storage.crisis_records import CrisisEnd
from storage.records import NoteContent
from storage.types import Child, EventType, Method, NoteStatus, Outcome, Place, Relationship, Role, Tier

TYPES: dict[EventType, str] = {
    EventType.CONFERENCE_72_HOUR: "72 Hour Conference",
    EventType.CONFERENCE_30_DAY: "30 Day Conference",
    EventType.BIRTH_PARENT_CHILD: "Birth Parent/Child Contact",
    EventType.BIRTH_PARENT_CASEWORKER: "Birth Parent/Caseworker Contact",
    EventType.CHILD_CARE_WORKER_CASEWORKER: "Child Care Worker/Caseworker Contact",
    EventType.COLLATERAL: "Collateral",
    EventType.CASEWORKER_CHILD: "Caseworker/Child Contact",
    EventType.SIBLING_VISIT: "Sibling Visit",
    EventType.DISCHARGE_RESOURCE: "Caseworker/Discharge Resource Contact",
    EventType.FOSTER_HOME_VISIT: "Foster Home Visit",
    EventType.CASEWORKER_FOSTER_PARENT: "Caseworker/Foster Parent Contact",
    EventType.SCHOOL: "School Contact",
    EventType.THEME_OF_THE_MONTH: "Theme of the Month",
    EventType.SERVICE_PLAN_REVIEW: "Service Plan Review",
    EventType.COURT_APPEARANCE: "Court Appearance",
    EventType.CASE_CONFERENCE: "Case Conference",
    EventType.CRISIS_CALL: "Crisis Call",
    EventType.OTHER: "Other",
}
METHODS: dict[Method, str] = {
    Method.IN_PERSON: "In person",
    Method.PHONE: "Phone",
    Method.VIDEO: "Video",
    Method.TEXT: "Text message",
    Method.EMAIL: "E-mail",
    Method.MAIL: "Letter",
}
OUTCOMES: dict[Outcome, str] = {
    Outcome.COMPLETED: "Completed",
    Outcome.ATTEMPTED: "Attempted, not reached",
    Outcome.CANCELLED: "Cancelled or missed",
}
PLACES: dict[Place, str] = {
    Place.FOSTER_HOME: "Foster or kinship home",
    Place.BIRTH_HOME: "Parent's home",
    Place.SCHOOL: "School",
    Place.COURT: "Court",
    Place.AGENCY: "Agency office",
    Place.RESIDENTIAL: "Residential facility",
    Place.MEDICAL: "Medical or therapy office",
    Place.COMMUNITY: "Community",
    Place.OTHER: "Other",
}
RELATIONSHIPS: dict[Relationship, str] = {
    Relationship.BIRTH_MOTHER: "birth mother",
    Relationship.BIRTH_FATHER: "birth father",
    Relationship.FOSTER_PARENT: "foster parent",
    Relationship.KIN: "kin",
    Relationship.SIBLING_ADULT: "adult sibling",
    Relationship.ATTORNEY_FOR_CHILD: "attorney for the child",
    Relationship.AGENCY_ATTORNEY: "agency attorney",
    Relationship.PARENT_ATTORNEY: "parent's attorney",
    Relationship.THERAPIST: "therapist",
    Relationship.SCHOOL: "school",
    Relationship.DOCTOR: "doctor",
    Relationship.CHILDCARE_WORKER: "child care worker",
    Relationship.DISCHARGE_RESOURCE: "discharge resource",
    Relationship.ACS_WORKER: "ACS",
    Relationship.OTHER: "other",
}
ROLES: dict[Role, str] = {
    Role.CASEWORKER: "caseworker",
    Role.SUPERVISOR: "supervisor",
    Role.DIRECTOR: "director",
    Role.ONCALL: "on-call staff",
    Role.SECRETARY: "secretary",
    Role.ADMIN: "admin",
}
STATUSES: dict[NoteStatus, str] = {
    NoteStatus.DRAFT: "Draft",
    NoteStatus.SUBMITTED: "Submitted",
    NoteStatus.RETURNED: "Returned",
    NoteStatus.APPROVED: "Approved",
    NoteStatus.DISCARDED: "Discarded",
}
CRISIS_ENDS: dict[CrisisEnd, str] = {end: end.words for end in CrisisEnd}
TIERS: dict[Tier, str] = {
    Tier.PRIMARY: "On call",
    Tier.BACKUP: "Backup",
    Tier.SUPERVISOR: "On-call supervisor",
}


def clock(moment: datetime, tz: ZoneInfo) -> str:
    """4:15 PM, in that zone."""
    local = moment.astimezone(tz)
    return f"{local.hour % 12 or 12}:{local.minute:02} {'AM' if local.hour < 12 else 'PM'}"


def day(on: date) -> str:
    """Mon, Nov 9, 2026: the year always, for a record outlives it."""
    return f"{on:%a}, {on:%b} {on.day}, {on.year}"


def short_day(on: date) -> str:
    """Mon Nov 9, where the year is plain."""
    return f"{on:%a} {on:%b} {on.day}"


def moment(at: datetime, tz: ZoneInfo) -> str:
    """Mon Nov 9, 4:15 PM, in the agency's zone."""
    return f"{short_day(at.astimezone(tz).date())}, {clock(at, tz)}"


def token(at: datetime, tz: ZoneInfo) -> str:
    """A moment that each reader sees in own time, with the agency's time as the fallback."""
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}}, {{time}}|{moment(at, tz)}>"


def event_time(
    *,
    on: date | None,
    starts_at: datetime | None,
    minutes: int | None,
    tz: ZoneInfo,
    part_of_day: str | None = None,
    time_unknown: bool = False,
) -> str:
    """When an event was, as exactly as it is known and no more, in the agency's zone."""
    lasted = f" ({duration(minutes)})" if minutes else ""
    if starts_at is not None:
        began = f"{day(starts_at.astimezone(tz).date())}, {clock(starts_at, tz)}"
        return began + (f" – {clock(starts_at + timedelta(minutes=minutes), tz)}{lasted}" if minutes else "")
    if on is None:
        return "date not known yet"
    rough = f", {part_of_day.replace('_', ' ')}" if part_of_day else ""
    return f"{day(on)}{rough}{', time not known' if time_unknown else ''}{lasted}"


def noted_time(content: NoteContent, tz: ZoneInfo) -> str:
    """`event_time` of a note's content."""
    return event_time(
        on=content.on,
        starts_at=content.starts_at,
        minutes=content.minutes,
        tz=tz,
        part_of_day=content.part_of_day,
        time_unknown=content.time_unknown,
    )


def duration(minutes: int) -> str:
    """45 min; 1 h 15 min."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"


def listed(words: list[str]) -> str:
    """A, B and C."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def initials_of(children: Iterable[Child]) -> str:
    """As a lock screen may show them: M.R., J.R., nobody's name."""
    return ", ".join(f"{child.first_name[:1]}.{child.last_name[:1]}." for child in children)


def phone_link(number: str) -> str:
    """A number that a thumb can call; an extension is shown, not dialled."""
    digits = "".join(c for c in re.split(r"[a-zA-Z;,#]", number, maxsplit=1)[0] if c in "+0123456789")
    shown = clean(number).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "/")
    return f"<tel:{digits}|{shown}>" if digits else "no number on file"
