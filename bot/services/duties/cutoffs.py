"""Leave moves the due times of what is not submitted yet, also when it is moved or taken back (DOMAIN 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from bot.rules.policy import Policy
from bot.services import outbox
from bot.services.drafts.versions import due_of, keep_clock
from storage import audit
from storage.models import Leave, Note, NoteType, NoteVersion
from storage.records import NoteContent
from storage.types import EventType, NoteStatus


def astray(session: Session, policy: Policy, *, staff_id: str | None = None) -> list[tuple[str, NoteContent]]:
    """Drafts whose due time is not what their authors' leaves make it, with what their clocks go by.

    `staff_id`: that author's alone.
    """
    leaves = select(Leave.staff_id, Leave.first_day, Leave.cancelled)
    if staff_id is not None:
        leaves = leaves.where(Leave.staff_id == staff_id)
    off: defaultdict[str, list[date]] = defaultdict(list)
    for author_id, first_day, cancelled in session.execute(leaves):
        off[author_id] += [] if cancelled else [first_day]
    found = []
    for note, content in _unsubmitted(session, off):
        due = due_of(content, note.created_at, policy, off[note.author_id])
        if (note.due_at, note.late_after) != (due.remind_by, due.late_after):
            found.append((note.id, content))
    return found


def _unsubmitted(session: Session, authors: Collection[str]) -> list[tuple[Note, NoteContent]]:
    if not authors:
        return []
    columns = (NoteVersion.id, NoteVersion.event_on, NoteVersion.starts_at, NoteVersion.minutes)
    rows = session.execute(
        select(Note, *columns)
        .join(NoteVersion, and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version))
        .where(
            Note.status == NoteStatus.DRAFT,
            Note.first_submitted_at.is_(None),
            Note.reviewer_id.is_(None),  # else its author has left, and somebody else sees to it
            Note.author_id.in_(authors),
        )
    ).all()
    types = _types(session, [row[1] for row in rows])
    return [
        (note, NoteContent(types=types[version], on=on, starts_at=starts_at, minutes=minutes))
        for note, version, on, starts_at, minutes in rows
    ]


def _types(session: Session, versions: Collection[str]) -> defaultdict[str, tuple[EventType, ...]]:
    found: defaultdict[str, tuple[EventType, ...]] = defaultdict(tuple)
    query = select(NoteType.version_id, NoteType.type).where(NoteType.version_id.in_(versions))
    for version, event_type in session.execute(query) if versions else ():
        found[version] += (event_type,)
    return found


def follow(session: Session, note_id: str, content: NoteContent, *, policy: Policy, now: datetime) -> None:
    """Set one note's clock by its author's leaves, on record; nothing where somebody was first."""
    note = session.get_one(Note, note_id, with_for_update=True, populate_existing=True)
    before = note.due_at
    if note.status is not NoteStatus.DRAFT:
        return
    if keep_clock(session, note, content, policy=policy, now=now):
        moved = {"from": before, "to": note.due_at}
        audit.record(
            session,
            at=now,
            actor_id=None,
            action="note.due_moved",
            subject_kind="note",
            subject_id=note_id,
            details={name: at.isoformat() if at else None for name, at in moved.items()},
        )
        outbox.ask_redraw(session, note_id, now)
