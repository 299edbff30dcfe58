"""Rows for files that the person at the server asks for (`fieldnote export`): facts, no narratives.

Whoever runs the program holds the keys, so no scope is applied; in Slack the scoped reads are used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from storage.models import AuditRow, Note, NoteType, NoteVersion, ReturnMeeting, Staff, StateEntry
from storage.types import NoteStatus


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as exports list it."""

    note: Note
    event_on: date | None
    worker: Staff
    supervisor: Staff | None
    types: tuple[str, ...]
    decided_by: Staff | None
    meetings_owed: int = 0


@dataclass(frozen=True, slots=True)
class AccessRow:
    """One reading of something confidential."""

    seq: int
    at: datetime
    who: str
    action: str
    subject_kind: str
    subject_id: str
    details: Mapping[str, Any]
    """Ids and figures: of a look-up which contacts and children were shown, what was asked, the reason."""


def not_entered(session: Session) -> Iterator[NoteRow]:
    """Approved notes that nobody has ticked as entered in the state's system, oldest event first."""
    waiting = select(StateEntry.note_id).where(StateEntry.note_id == Note.id).exists()
    return _notes(session, _note_query().where(Note.status == NoteStatus.APPROVED, ~waiting))


def submitted_or_due(session: Session, first: date | None, last: date | None) -> Iterator[NoteRow]:
    """Notes that were not discarded, of events from `first` through `last` (local dates), oldest first."""
    query = _note_query().where(Note.status != NoteStatus.DISCARDED)
    if first:
        query = query.where(NoteVersion.event_on >= first)
    if last:
        query = query.where(NoteVersion.event_on <= last)
    return _notes(session, query)


def access_log(session: Session, first: datetime | None, until: datetime | None) -> Iterator[AccessRow]:
    """Who read or looked up what, from `first` until before `until`, in order."""
    query = (
        select(AuditRow, Staff)
        .outerjoin(Staff, Staff.id == AuditRow.actor_id)
        .where(or_(AuditRow.action.like("%.read"), AuditRow.action.like("%lookup%")))
        .order_by(AuditRow.seq)
    )
    if first:
        query = query.where(AuditRow.at >= first)
    if until:
        query = query.where(AuditRow.at < until)
    for row, staff in session.execute(query):
        who = f"{staff.name} ({staff.id})" if staff else row.actor_id or "Fieldnote"
        yield AccessRow(row.seq, row.at, who, row.action, row.subject_kind, row.subject_id, row.details)


_Worker, _Supervisor, _Decider = aliased(Staff), aliased(Staff), aliased(Staff)


def _note_query() -> Select[Note, NoteVersion, Staff, Staff, Staff]:
    present = and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version)
    return (
        select(Note, NoteVersion, _Worker, _Supervisor, _Decider)
        .join(NoteVersion, present)
        .join(_Worker, _Worker.id == Note.author_id)
        .outerjoin(_Supervisor, _Supervisor.id == _Worker.supervisor_id)
        .outerjoin(_Decider, _Decider.id == Note.decided_by_id)
        .order_by(NoteVersion.event_on, Note.created_at)
    )


def _notes(session: Session, query: Select[Note, NoteVersion, Staff, Staff, Staff]) -> Iterator[NoteRow]:
    owed = session.scalars(select(ReturnMeeting.note_id).where(ReturnMeeting.held_at.is_(None))).all()
    for row in session.execute(query):
        yield _note_row(session, row, owed.count(row[0].id))


def _note_row(
    session: Session, row: Row[Note, NoteVersion, Staff, Staff | None, Staff | None], owed: int
) -> NoteRow:
    note, version, worker, supervisor, decider = row
    types = session.scalars(select(NoteType.type).where(NoteType.version_id == version.id))
    return NoteRow(
        note=note,
        event_on=version.event_on,
        worker=worker,
        supervisor=supervisor,
        types=tuple(sorted(types)),
        decided_by=decider,
        meetings_owed=owed,
    )
