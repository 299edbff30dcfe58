"""Writing a note's content: each change is a new version, and the note's clocks follow it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from bot.errors import Outdated
from bot.rules.deadlines import NoteDue, note_due
from bot.rules.policy import Policy
from bot.services import obligations
from storage.models import Note, NoteChild, NotePerson, NoteType, NoteVersion
from storage.records import NoteContent
from storage.types import NoteStatus


def add_version(
    session: Session, note: Note, content: NoteContent, *, made_by: str, how: str, now: datetime
) -> NoteVersion:
    """Write the content down as version `note.version` of the note; versions are never changed afterwards."""
    version = NoteVersion(
        note_id=note.id,
        number=note.version,
        made_by_id=made_by,
        made_at=now,
        made_how=how,
        event_on=content.on,
        starts_at=content.starts_at,
        ends_at=_end(content),
        minutes=content.minutes,
        part_of_day=content.part_of_day,
        precision=content.precision,
        time_unknown=content.time_unknown,
        method=content.method,
        outcome=content.outcome,
        outcome_reason=content.outcome_reason,
        place=content.place,
        at_residence=content.at_residence,
        narrative=content.narrative,
        follow_ups=content.follow_ups,
        questions=list(content.questions),
        marks=list(content.marks),
        types=[NoteType(type=t) for t in dict.fromkeys(content.types)],
        children=[
            NoteChild(child_id=c, seen_alone=c in content.seen_alone or None)
            for c in dict.fromkeys(content.children)
        ],
        people=[NotePerson(contact_id=p) for p in dict.fromkeys(content.people)],
    )
    session.add(version)
    return version


def _end(content: NoteContent) -> datetime | None:
    if content.starts_at is None or content.minutes is None:
        return None
    # In UTC: the sum of a local time and minutes is what the wall clock shows, wrong over a clock change.
    return content.starts_at.astimezone(UTC) + timedelta(minutes=content.minutes)


def next_version(
    session: Session,
    note: Note,
    content: NoteContent,
    *,
    seen: int,
    made_by: str,
    how: str,
    now: datetime,
) -> NoteVersion:
    """Replace version `seen` of a draft or returned note by new content.

    Outdated where somebody (or the same thumb in another window) changed or sent the note meanwhile.
    """
    changeable = (NoteStatus.DRAFT, NoteStatus.RETURNED)
    moved = session.execute(
        update(Note)
        .where(Note.id == note.id, Note.version == seen, Note.status.in_(changeable))
        .values(version=seen + 1)
        .returning(Note.id)
        .execution_options(synchronize_session=False)
    ).first()
    if moved is None:
        raise Outdated("This note has changed since that card was drawn. The card now shows what holds.")
    session.refresh(note)
    return add_version(session, note, content, made_by=made_by, how=how, now=now)


def due_of(content: NoteContent, entered_at: datetime, policy: Policy) -> NoteDue:
    """When the note is due; where the event's date is not known yet, counted from its entry."""
    if content.on is None and content.starts_at is None:
        return note_due(policy=policy, event_end=entered_at, types=content.types)
    return note_due(
        policy=policy,
        event_end=_end(content),
        event_start=content.starts_at,
        event_date=content.on,
        types=content.types,
    )


def keep_clock(
    session: Session, note: Note, content: NoteContent, *, policy: Policy, now: datetime, new: bool = False
) -> None:
    """Set the note's due time by its content, and owe it by then (until it is first submitted)."""
    due = due_of(content, note.created_at, policy)
    if (note.due_at, note.late_after) == (due.remind_by, due.late_after):
        return
    note.due_at, note.late_after = due.remind_by, due.late_after
    if not new:
        obligations.settle(session, kind="note", subject_id=note.id, now=now)
    obligations.owe(
        session,
        kind="note",
        subject_id=note.id,
        person_id=note.author_id,
        due_at=due.remind_by,
        late_after=due.late_after,
        now=now,
        new=new,
    )
