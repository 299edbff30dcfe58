"""What a member of staff who left still had open: nothing of it is lost, and somebody else sees to it.

A draft may be an event's only trace (DOMAIN 2). Whoever would review the author's notes finds drafts and
returned notes in the morning digest and may read them, on record; nobody but the author could submit them.
Comes the author back, all is as before. Meetings that a supervisor who left had promised go to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.errors import AlreadyDecided, NotAllowed
from bot.rules.deadlines import correction_due
from bot.rules.policy import Policy
from bot.rules.reminders import Kind
from bot.rules.reviewer import Office, who_reviews
from bot.services import obligations, outbox
from bot.services.desk import Desk
from storage import audit
from storage.models import Note, Obligation, ReturnMeeting
from storage.types import NoteStatus

_OPEN = (NoteStatus.DRAFT, NoteStatus.RETURNED)


@dataclass(frozen=True, slots=True)
class Left:
    """An unsubmitted note of somebody who left, and who sees to it from now on (None: its author again)."""

    note_id: str
    to_id: str | None


def unattended(session: Session, office: Office, today: date) -> Iterator[Left]:
    """What has to change hands: notes of those who left, and of those who came back, by id."""
    seen_to = {
        note_id: (person, closed is None)
        for note_id, person, closed in session.execute(
            select(Obligation.subject_id, Obligation.person_id, Obligation.closed_at)
            .where(Obligation.kind == Kind.LEFT)
            .order_by(Obligation.opened_at)
        )
    }
    yield from _come_back(session, office, seen_to)
    rows = session.execute(
        select(Note.id, Note.author_id, Note.reviewer_id)
        .where(Note.status.in_(_OPEN), Note.author_id.in_(office.gone))
        .order_by(Note.id)
    )
    for note_id, author_id, with_id in rows if office.gone else ():
        to = who_reviews(author_id, day=today, office=office)
        person, still_open = seen_to.get(note_id, (None, True))
        done = not still_open and with_id is not None  # it is not brought up again, whoever reviews next
        if to is not None and not done and (person != to or not still_open):
            yield Left(note_id, to)


def _come_back(session: Session, office: Office, seen_to: dict[str, tuple[str, bool]]) -> Iterator[Left]:
    ours = [note_id for note_id, (_, still_open) in sorted(seen_to.items()) if still_open]
    rows = session.execute(select(Note.id, Note.author_id).where(Note.id.in_(ours))) if ours else ()
    for note_id, author_id in rows:
        if author_id not in office.gone:
            yield Left(note_id, None)


def pass_on(session: Session, left: Left, *, now: datetime) -> bool:
    """Have the next person see to the note, or its author again; in the caller's transaction.

    False where another process was first, or the note has moved on.
    """
    note = session.get_one(Note, left.note_id, with_for_update=True, populate_existing=True)
    moved = _give(session, note, left.to_id, now) if left.to_id else _give_back(session, note, now)
    if moved:
        outbox.ask_redraw(session, note.id, now)
        _record(session, "note.left", note.id, {"to": left.to_id or note.author_id}, now)
    return moved


def _give(session: Session, note: Note, to_id: str, now: datetime) -> bool:
    if note.status not in _OPEN or _owes(session, note.id, to_id, still_open=True):
        return False
    for kind in (Kind.NOTE, Kind.CORRECTION):
        obligations.settle(session, kind=kind, subject_id=note.id, now=now)
    note.reviewer_id = to_id
    due = note.correction_due_at if note.status is NoteStatus.RETURNED else note.due_at
    obligations.owe(
        session, kind=Kind.LEFT, subject_id=note.id, person_id=to_id, due_at=due or note.created_at, now=now
    )
    return True


def _give_back(session: Session, note: Note, now: datetime) -> bool:
    if not obligations.settle(session, kind=Kind.LEFT, subject_id=note.id, now=now):
        return False
    if note.status in _OPEN:
        note.reviewer_id = None
    if note.status is NoteStatus.DRAFT:
        _owe(session, Kind.NOTE, note, note.due_at, now)
    elif note.status is NoteStatus.RETURNED:
        _owe(session, Kind.CORRECTION, note, note.correction_due_at, now)
    return True


def _owe(session: Session, kind: Kind, note: Note, due: datetime | None, now: datetime) -> None:
    if due is not None:
        late = note.late_after if kind is Kind.NOTE else None
        obligations.owe(
            session,
            kind=kind,
            subject_id=note.id,
            person_id=note.author_id,
            due_at=due,
            late_after=late,
            now=now,
        )


def is_left(desk: Desk, note_id: str) -> bool:
    """Whether the note was left behind and is the actor's to see to."""
    return _owes(desk.session, note_id, desk.actor.id, still_open=True)


def see_to(desk: Desk, note_id: str) -> None:
    """Say that what was left behind has been seen to: it is no longer brought up, and stays on record.

    AlreadyDecided where that was said before; NotAllowed where it is not with the actor.
    """
    if not is_left(desk, note_id):
        if _owes(desk.session, note_id, desk.actor.id, still_open=False):
            raise AlreadyDecided("That was seen to already.")
        raise NotAllowed("That note is not with you.")
    obligations.settle(desk.session, kind=Kind.LEFT, subject_id=note_id, now=desk.now)
    desk.record("note.seen_to", note_id)


def _owes(session: Session, note_id: str, person_id: str, *, still_open: bool) -> bool:
    closed = Obligation.closed_at
    found = select(Obligation.id).where(
        Obligation.kind == Kind.LEFT,
        Obligation.subject_id == note_id,
        Obligation.person_id == person_id,
        closed.is_(None) if still_open else closed.is_not(None),
    )
    return session.scalar(found.limit(1)) is not None


@dataclass(frozen=True, slots=True)
class OwedMeeting:
    """A meeting over a return that somebody else has to hold now."""

    meeting_id: str
    to_id: str


def owed_meetings(session: Session, office: Office, today: date) -> Iterator[OwedMeeting]:
    """Meetings that a supervisor who left still owes, by id."""
    rows = session.execute(
        select(ReturnMeeting.id, ReturnMeeting.worker_id)
        .where(ReturnMeeting.held_at.is_(None), ReturnMeeting.supervisor_id.in_(office.gone))
        .order_by(ReturnMeeting.id)
    )
    for meeting_id, worker_id in rows if office.gone else ():
        to = who_reviews(worker_id, day=today, office=office)
        if to is not None:
            yield OwedMeeting(meeting_id, to)


def pass_on_meeting(session: Session, owed: OwedMeeting, *, policy: Policy, now: datetime) -> bool:
    """Have somebody else hold and record a meeting over a return, by the same time.

    False where it was held or passed on meanwhile.
    """
    meeting: ReturnMeeting | None = session.scalars(
        update(ReturnMeeting)
        .where(
            ReturnMeeting.id == owed.meeting_id,
            ReturnMeeting.held_at.is_(None),
            ReturnMeeting.supervisor_id != owed.to_id,
        )
        .values(supervisor_id=owed.to_id)
        .returning(ReturnMeeting)
        .execution_options(synchronize_session=False, populate_existing=True)
    ).one_or_none()
    if meeting is None:
        return False
    obligations.owe(
        session,
        kind=Kind.MEETING,
        subject_id=meeting.note_id,
        person_id=owed.to_id,
        due_at=correction_due(meeting.opened_at, policy=policy),
        now=now,
        period=meeting.id,
    )
    outbox.ask_redraw(session, meeting.note_id, now)
    told = {"meeting": meeting.id, "to": owed.to_id}
    _record(session, "note.meeting_passed_on", meeting.note_id, told, now)
    return True


def _record(session: Session, action: str, note_id: str, details: dict[str, str], now: datetime) -> None:
    """In the audit as the program's own doing: nobody clicked."""
    audit.record(
        session,
        at=now,
        actor_id=None,
        action=action,
        subject_kind="note",
        subject_id=note_id,
        details=details,
    )
