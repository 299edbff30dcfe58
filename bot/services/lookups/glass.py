"""Break-glass: a family outside one's reach, opened for an hour when it cannot wait (issue 6).

With a reason and words for it; the supervisors hear of it at once, and one of them reviews it. Whatever is
looked up meanwhile is in the access log like all else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.errors import AlreadyDecided, NotAllowed, Unusable
from bot.rules.moments import at_local, local_date
from bot.rules.reminders import Kind
from bot.rules.reviewer import Office, who_reviews
from bot.services import obligations, outbox
from bot.services.desk import Desk
from bot.services.office import office_on
from bot.understand.agency import Agency
from storage.models import AuditRow, GlassBreak, new_id
from storage.types import CaseFile, Lane, Role, StaffMember

BROKEN = "glass_broken"
REASONS = {
    "crisis": "Crisis call",
    "placement": "Placement",
    "medical": "Medical",
    "police": "Police or court",
    "other": "Other",
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A family that was opened so: by whom, why, what was looked at, and who has reviewed it."""

    id: str
    case: CaseFile
    by: StaffMember
    reason: str
    words: str
    at: datetime
    until: datetime
    seen: tuple[str, ...]
    reviewed_by: StaffMember | None
    reviewed_at: datetime | None


def in_force(desk: Desk, case_id: str) -> GlassBreak | None:
    """The actor's, for this case, while it lasts."""
    query = select(GlassBreak).where(
        GlassBreak.staff_id == desk.actor.id, GlassBreak.case_id == case_id, GlassBreak.ends_at > desk.now
    )
    return desk.session.scalar(query.limit(1))


def break_glass(desk: Desk, case_ids: Sequence[str], reason: str, words: str) -> None:
    """Open these families for the actor, for the profile's minutes; that they may is the caller's to know.

    Unusable without a reason and words.
    """
    if reason not in REASONS or not words.strip():
        raise Unusable("Please say in a few words why it can't wait.")
    for case_id in (each for each in case_ids if in_force(desk, each) is None):
        row = GlassBreak(
            id=new_id(),
            staff_id=desk.actor.id,
            case_id=case_id,
            reason=reason,
            words=words.strip(),
            opened_at=desk.now,
            ends_at=desk.now + timedelta(minutes=desk.policy.record.break_glass_minutes),
        )
        desk.session.add(row)
        desk.session.flush()
        desk.record("lookup.glass", case_id, kind="case", details={"reason": reason, "glass": row.id})
        _tell(desk, row)


def _tell(desk: Desk, row: GlassBreak) -> None:
    """Its reviewers hear of it at once; the first of them owes the review, by the end of the next day."""
    told = reviewers(desk.agency, office_on(desk.session, desk.agency, desk.today), row, desk.today)
    for person in told:
        outbox.put(
            desk.session,
            dedupe_key=f"{BROKEN}:{row.id}:{person}",
            kind=BROKEN,
            recipient_id=person,
            now=desk.now,
            lane=Lane.URGENT,
            subject_id=row.id,
        )
    if told:
        owe_review(desk.session, row, told[0], now=desk.now, zone=desk.policy.zone, new=True)


def owe_review(
    session: Session, row: GlassBreak, person_id: str, *, now: datetime, zone: ZoneInfo, new: bool = False
) -> None:
    """Have that person owe the review, by the end of the local day after the one on which it was opened."""
    after = local_date(row.opened_at, zone) + timedelta(days=2)
    obligations.owe(
        session,
        kind=Kind.GLASS,
        subject_id=row.id,
        person_id=person_id,
        due_at=at_local(after, datetime.min.time(), zone),
        now=now,
        new=new,
    )


def reviewers(agency: Agency, office: Office, row: GlassBreak, today: date) -> list[str]:
    """Who is told: the supervisor of who opened it, the case's, or who stands in for them that day.

    With neither, the directors. The first of them owes the review.
    """
    case = agency.cases.get(row.case_id)
    worker = case.primary_worker_id if case else None
    above = [who_reviews(i, day=today, office=office) for i in (row.staff_id, worker) if i]
    found = dict.fromkeys(i for i in above if i and i != row.staff_id)
    directors = (s.id for s in agency.staff.values() if s.role is Role.DIRECTOR)
    return list(found) or [i for i in directors if i != row.staff_id]


def opened(desk: Desk, glass_id: str) -> Opened:
    """It as it stands, for those who review it; NotAllowed for others."""
    row = desk.row(GlassBreak, glass_id)
    desk.session.refresh(row)
    if row.staff_id == desk.actor.id or not _is_reviewer(desk, row):
        raise NotAllowed("That is for the supervisors to review.")
    staff = desk.agency.staff
    return Opened(
        id=row.id,
        case=desk.agency.cases[row.case_id],
        by=staff[row.staff_id],
        reason=REASONS[row.reason],
        words=row.words,
        at=row.opened_at,
        until=row.ends_at,
        seen=_seen(desk, row),
        reviewed_by=staff.get(row.reviewed_by_id or ""),
        reviewed_at=row.reviewed_at,
    )


def _is_reviewer(desk: Desk, row: GlassBreak) -> bool:
    """A reviewer as things stand now, or a director."""
    office = office_on(desk.session, desk.agency, desk.today)
    return desk.me.role is Role.DIRECTOR or desk.actor.id in reviewers(desk.agency, office, row, desk.today)


def reviewed_by_others(desk: Desk, glass_id: str) -> list[StaffMember]:
    """Who reviews it as things stand now, for a card of somebody who does not any more."""
    row = desk.session.get_one(GlassBreak, glass_id, populate_existing=True)
    office = office_on(desk.session, desk.agency, desk.today)
    return [desk.agency.staff[i] for i in reviewers(desk.agency, office, row, desk.today)]


def _seen(desk: Desk, row: GlassBreak) -> tuple[str, ...]:
    """Whom of the family they looked up while it was open."""
    query = select(AuditRow.details).where(
        AuditRow.subject_id == row.case_id,
        AuditRow.action == "lookup",
        AuditRow.actor_id == row.staff_id,
        AuditRow.at >= row.opened_at,
        AuditRow.at <= row.ends_at,
    )
    names: dict[str, None] = {}
    for details in desk.session.scalars(query.order_by(AuditRow.seq)):
        names |= dict.fromkeys(names_in(desk, details))
    return tuple(names)


def names_in(desk: Desk, details: dict[str, list[str]]) -> list[str]:
    """The contacts that an access row tells of by name; where there are none, the children."""
    agency = desk.agency
    contacts = [agency.contacts[i].name for i in details.get("contacts", ()) if i in agency.contacts]
    children = [agency.children[i] for i in details.get("children", ()) if i in agency.children]
    return contacts or [f"{child.first_name} {child.last_name}" for child in children]


def reviewed(desk: Desk, glass_id: str) -> None:
    """The actor has looked at why it was opened and at what was seen.

    AlreadyDecided where another did first; NotAllowed for who is no reviewer of it.
    """
    now_open = opened(desk, glass_id)
    values = {"reviewed_by_id": desk.actor.id, "reviewed_at": desk.now}
    tick = update(GlassBreak).where(GlassBreak.id == glass_id, GlassBreak.reviewed_by_id.is_(None))
    done = tick.values(**values).returning(GlassBreak.id)
    outbox.ask_redraw(desk.session, glass_id, desk.now)
    if desk.session.execute(done.execution_options(synchronize_session=False)).first() is None:
        by = opened(desk, glass_id).reviewed_by
        raise AlreadyDecided(f"{by.name if by else 'Somebody'} has reviewed it already.")
    obligations.settle(desk.session, kind=Kind.GLASS, subject_id=glass_id, now=desk.now)
    desk.record("lookup.glass_reviewed", now_open.case.id, kind="case", details={"glass": glass_id})
