"""A family's facts as plain lines, for paper and for agendas: no markup, escaped by whoever shows them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.crisis.crisis_reports import name_of
from bot.views.wording import (
    OUTCOMES,
    RELATIONSHIPS,
    STATUSES,
    TYPES,
    event_time,
    listed,
    moment,
    short_day,
)
from storage.case_sheets import CaseSheet, ChildLine, NoteLine, OwedLine, PlanLine
from storage.types import Contact, Hearing, NoteStatus, Outcome, PlacementType

PLACEMENTS: dict[PlacementType, str] = {
    PlacementType.FOSTER_HOME: "foster home",
    PlacementType.KINSHIP: "kinship home",
    PlacementType.RESIDENTIAL: "residential facility",
    PlacementType.TRIAL_DISCHARGE: "trial discharge",
    PlacementType.HOME: "home",
}
INCIDENT = "incident"
_OWED = {
    INCIDENT: "Call and tick: {}",
    "visit": "Visit with {}",
    "first_days": "First 30 days of {}'s placement",
    "parent_contact": "Contact with a parent",
    "caretaker_contact": "Contact with {}",
    "consultation": "Consultation before the {}",
    "report": "Court report for the {}",
}


def family(sheet: CaseSheet) -> str:
    """Okafor family · K1 · Kings."""
    case = sheet.case
    return " · ".join(filter(None, [f"{case.family_name} family", case.id, case.county]))


def child_line(line: ChildLine) -> str:
    """Who, how old, where, and the month's visits."""
    child = line.child
    called = f" “{child.nickname}”" if child.nickname else ""
    age = f", {line.age}" if line.age is not None else ""
    lives = PLACEMENTS[line.lives] if line.lives else "placement not on file"
    carer = f" with {line.carer.name}" if line.carer and not line.carer.part2 else ""
    return f"{child.first_name} {child.last_name}{called}{age} · {lives}{carer} · {visits_words(line)}"


def visits_words(line: ChildLine) -> str:
    """Seen 1 of 2 this month."""
    return f"seen {line.seen} of {line.required} this month"


def alerts(sheet: CaseSheet) -> tuple[str, ...]:
    """What must be known of each child."""
    return tuple(f"{c.child.first_name}: {c.child.alerts}" for c in sheet.children if c.child.alerts)


def contact_line(contact: Contact) -> str:
    """Name and capacity, numbers, language, what to mind."""
    what = RELATIONSHIPS[contact.relationship]
    capacity = f"{what}, {contact.organization}" if contact.organization else what
    numbers = " or ".join(filter(None, [contact.phone, contact.alt_phone])) or "no number on file"
    spoken = f"speaks {contact.language}" if contact.language not in ("", "English") else ""
    return " · ".join(filter(None, [f"{contact.name} ({capacity})", numbers, spoken, contact.notes]))


def address_line(contact: Contact) -> str:
    """Where a carer lives."""
    return f"{contact.name}: {contact.address}"


def owed_line(owed: OwedLine, tz: ZoneInfo, now: datetime) -> str:
    """Visit with Maya, by Mon Nov 30; or since when it is late."""
    whom = name_of(owed.whom) if owed.kind == INCIDENT else owed.whom or "them"
    what = _OWED.get(owed.kind, "{}").format(whom)
    day = short_day(owed.due_at.astimezone(tz).date())
    return f"{what}, LATE since {day}" if owed.due_at < now else f"{what}, by {day}"


def note_line(note: NoteLine, tz: ZoneInfo, now: datetime | None = None) -> str:
    """Mon Nov 9 · Caseworker/Child Contact (Maya) · Returned, correction due …; with `now`, whether late."""
    on = short_day(note.on) if note.on else "no date yet"
    types = ", ".join(TYPES[t] for t in note.types) or "type not known yet"
    about = f" ({listed(list(note.children))})" if note.children else ""
    failed = note.outcome not in (None, Outcome.COMPLETED)
    happened = OUTCOMES[note.outcome] if note.outcome and failed else ""
    late = "LATE" if now is not None and note.late(now) else ""
    standing = _standing(note, tz)
    return " · ".join(filter(None, [on, types + about, happened, note.author.short, standing, late]))


def _standing(note: NoteLine, tz: ZoneInfo) -> str:
    if note.status is NoteStatus.RETURNED and note.correction_due_at:
        return f"Returned, correction due {moment(note.correction_due_at, tz)}"
    if note.status is NoteStatus.DRAFT and note.due_at:
        return f"Draft, due {moment(note.due_at, tz)}"
    return STATUSES[note.status]


def follow_up_line(note: NoteLine) -> str:
    """From Mon Nov 9: the author's own words."""
    on = f"From {short_day(note.on)}: " if note.on else ""
    return f"{on}{note.follow_ups}"


def plan_line(plan: PlanLine, tz: ZoneInfo) -> str:
    """When, of what kind, with whom, whose."""
    when = event_time(on=plan.on, starts_at=plan.starts_at, minutes=None, tz=tz)
    what = ", ".join(TYPES[t] for t in plan.types)
    return " · ".join(filter(None, [when, what, listed(list(plan.children)), plan.who.short]))


def hearing_line(hearing: Hearing, tz: ZoneInfo) -> str:
    """When, what, where."""
    return " · ".join(filter(None, [moment(hearing.starts_at, tz), hearing.kind or "hearing", hearing.court]))


def days(first: date, last: date) -> str:
    """Mon Nov 16 – Wed Nov 18."""
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"
