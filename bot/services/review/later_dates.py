"""A later date for a correction: an exception of the supervisor's, with its reason (DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select, update

from bot.errors import NotAllowed, Outdated, Unusable
from bot.rules.moments import end_of_day
from bot.rules.permissions import may_record_meeting, may_see_agency
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.notes import read, standing, tell
from bot.services.office import note_ties, office_on
from bot.services.review.review import owe_correction
from storage.models import LaterDate, Note, new_id
from storage.queries.people import people
from storage.records import NoteRecord
from storage.reviewed import Exceptional
from storage.types import NoteStatus

LONGEST = timedelta(days=60)
TOLD = "later_date"


def set_later(desk: Desk, note_id: str, day: date, reason: str) -> NoteRecord:
    """Have the correction be due at the end of that local day; the worker is told, the director sees it.

    Unusable without a reason, or for a day that is no later than what holds or more than sixty days ahead;
    Outdated where the note is not returned; NotAllowed for whoever neither returned it nor decides on it.
    """
    note = read(desk, note_id)
    if note.status is not NoteStatus.RETURNED or note.returned is None or note.correction_due_at is None:
        raise Outdated(standing(note, desk))
    ties = note_ties(note, desk.agency, office_on(desk.session, desk.agency, desk.today), desk.today)
    if not may_record_meeting(desk.me, ties, note.returned.by.id):
        raise NotAllowed("Only who returned the note can set a later date for its correction.")
    due = later_due(desk, day, note.correction_due_at, reason)
    if not _moved(desk, note, due):
        raise Outdated(standing(read(desk, note_id), desk))
    _keep(desk, note, due, reason)
    tell(desk, TOLD, note_id, note.author.id, step=f"v{note.version}:{due.isoformat()}")
    outbox.ask_redraw(desk.session, note_id, desk.now)
    desk.session.flush()
    return read(desk, note_id)


def later_due(desk: Desk, day: date, holds: datetime, reason: str) -> datetime:
    """The end of that local day; Unusable where it cannot be an exception to what `holds`."""
    due = end_of_day(day, desk.policy.zone)
    if not reason.strip():
        raise Unusable("A later date needs a reason: the director sees it.")
    if due <= holds:
        raise Unusable("That is no later than it is due already: pick a later day.")
    if due > desk.now + LONGEST:
        raise Unusable("That is more than sixty days away: pick an earlier day.")
    return due


def _moved(desk: Desk, note: NoteRecord, due: datetime) -> bool:
    moved = (
        update(Note)
        .where(
            Note.id == note.id,
            Note.status == NoteStatus.RETURNED,
            Note.correction_due_at == note.correction_due_at,
        )
        .values(correction_due_at=due)
        .returning(Note.id)
        .execution_options(synchronize_session=False)
    )
    if desk.session.scalar(moved) is None:
        return False
    desk.session.refresh(desk.session.get_one(Note, note.id))
    owe_correction(desk, note, due)
    return True


def _keep(desk: Desk, note: NoteRecord, due: datetime, reason: str) -> None:
    version = note.returned.version if note.returned else note.version
    before = note.correction_due_at or desk.now
    desk.session.add(
        LaterDate(
            id=new_id(),
            note_id=note.id,
            version=version,
            due_before=before,
            due_at=due,
            reason=reason.strip(),
            made_by_id=desk.actor.id,
            made_at=desk.now,
        )
    )
    desk.record("note.later_date", note.id, details={"from": before.isoformat(), "to": due.isoformat()})


def exceptions(desk: Desk, since: datetime, most: int = 10) -> Sequence[Exceptional]:
    """The exceptions made since then, the newest first, for the director; empty for everybody else."""
    if not may_see_agency(desk.me):
        return ()
    query = select(LaterDate, Note).join(Note, Note.id == LaterDate.note_id).where(LaterDate.made_at >= since)
    rows = desk.session.execute(query.order_by(LaterDate.made_at.desc()).limit(most)).all()
    staff = people(desk.session, {each for late, note in rows for each in (late.made_by_id, note.author_id)})
    return [
        Exceptional(staff[late.made_by_id], staff[note.author_id], note.case_id, late.due_at, late.reason)
        for late, note in rows
    ]
