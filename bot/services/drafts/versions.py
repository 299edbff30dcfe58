"""Writing a note's content: each change is a new version, and the note's clocks follow it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from bot.errors import Outdated
from bot.rules.deadlines import NoteDue, note_due
from bot.rules.leave import brought_forward
from bot.rules.policy import Policy
from bot.services import obligations, outbox
from storage.enclosures import as_text
from storage.models import Leave, Note, NoteChild, NotePerson, NoteType, NoteVersion, new_id
from storage.records import NoteContent
from storage.types import NoteStatus

_VERSION, _TYPES, _CHILDREN, _PEOPLE = (insert(t) for t in (NoteVersion, NoteType, NoteChild, NotePerson))


def add_version(
    session: Session,
    note_id: str,
    number: int,
    content: NoteContent,
    *,
    made_by: str,
    how: str,
    now: datetime,
) -> None:
    """Write the content down as that version of a stored note; versions are never changed afterwards.

    On the connection, statement by statement: a worker waits, and the unit of work costs ten times as much.
    """
    version_id, connection = new_id(), session.connection()
    made = {"note_id": note_id, "number": number, "made_by_id": made_by, "made_at": now, "made_how": how}
    words = session.info["keyring"].columns(NoteVersion.__tablename__, version_id, _words(content))
    connection.execute(_VERSION, {"id": version_id, **made, **words, **_facts(content)})
    if content.types:
        types = dict.fromkeys(content.types)
        connection.execute(_TYPES, [{"version_id": version_id, "type": t} for t in types])
    if content.children:
        seen = {c: True if c in content.seen_alone else None for c in content.children}
        rows = [{"version_id": version_id, "child_id": c, "seen_alone": seen[c]} for c in seen]
        connection.execute(_CHILDREN, rows)
    if content.people:
        people = dict.fromkeys(content.people)
        connection.execute(_PEOPLE, [{"version_id": version_id, "contact_id": p, "role": ""} for p in people])


def _words(content: NoteContent) -> dict[str, str]:
    return {
        "narrative": content.narrative,
        "outcome_reason": content.outcome_reason,
        "follow_ups": content.follow_ups,
        "files": as_text(content.files),
    }


def _facts(content: NoteContent) -> dict[str, Any]:
    return {
        "event_on": content.on,
        "starts_at": content.starts_at,
        "ends_at": _end(content),
        "minutes": content.minutes,
        "part_of_day": content.part_of_day,
        "precision": content.precision,
        "time_unknown": content.time_unknown,
        "method": content.method,
        "outcome": content.outcome,
        "place": content.place,
        "at_residence": content.at_residence,
        "questions": list(content.questions),
        "marks": list(content.marks),
    }


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
) -> None:
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
    add_version(session, note.id, note.version, content, made_by=made_by, how=how, now=now)


def due_of(
    content: NoteContent, entered_at: datetime, policy: Policy, days_off: Iterable[date] = ()
) -> NoteDue:
    """When the note is due; where the event's date is not known yet, counted from its entry.

    `days_off`: the first days of its author's leaves, whose cut-offs bring it forward.
    """
    when = _end(content) or content.starts_at or content.on or entered_at
    return brought_forward(_usual(content, entered_at, policy), when, days_off, policy=policy)


def _usual(content: NoteContent, entered_at: datetime, policy: Policy) -> NoteDue:
    if content.on is None and content.starts_at is None:
        return note_due(policy=policy, event_end=entered_at, types=content.types)
    return note_due(
        policy=policy,
        event_end=_end(content),
        event_start=content.starts_at,
        event_date=content.on,
        types=content.types,
    )


def days_off(session: Session, staff_id: str) -> Sequence[date]:
    """The first days of that person's leaves, past ones too."""
    taken = Leave.cancelled.is_(False)
    return session.scalars(select(Leave.first_day).where(Leave.staff_id == staff_id, taken)).all()


def keep_clock(session: Session, note: Note, content: NoteContent, *, policy: Policy, now: datetime) -> bool:
    """Set the note's due time by its content, for the hours run from the event; whether it has moved.

    Until it is first submitted it is owed by then, and reminders of another time are dropped. After that
    the due time still says whether that submission was in time.
    """
    due = due_of(content, note.created_at, policy, days_off(session, note.author_id))
    if (note.due_at, note.late_after) == (due.remind_by, due.late_after):
        return False
    note.due_at, note.late_after = due.remind_by, due.late_after
    if note.first_submitted_at is not None:
        return True
    obligations.settle(session, kind="note", subject_id=note.id, now=now)
    outbox.cancel(session, subject_id=note.id, kind="note_reminder", now=now)
    obligations.owe(
        session,
        kind="note",
        subject_id=note.id,
        person_id=note.author_id,
        due_at=due.remind_by,
        late_after=due.late_after,
        now=now,
    )
    return True
