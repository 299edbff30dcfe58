"""Reads of notes. Every one takes the person who asks; what is out of reach is not there for them.

A draft is its author's (and of who entered it); of an author who left, also that of who sees to it, who is
then its reviewer. What was submitted is also for those who review and
supervise the author, for the case's worker and who covers for that one, and for the director (DOMAIN 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, false, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from storage.models import Case, Leave, Note, NoteChild, NotePerson, NoteType, NoteVersion, Staff
from storage.queries.note_parts import as_record
from storage.records import NoteRecord, Person
from storage.types import EventType, NoteStatus, Outcome, Role

_PRIVATE = (NoteStatus.DRAFT, NoteStatus.DISCARDED)


def in_reach(actor: Person, today: date) -> ColumnElement[bool]:
    """The condition on `Note` that says whether the actor may read it. `today` is the agency's date."""
    own = or_(Note.author_id == actor.id, Note.entered_by_id == actor.id)
    public = Note.status.not_in(_PRIVATE)
    return or_(own, Note.reviewer_id == actor.id, and_(public, _by_role(actor, today)))


def _by_role(actor: Person, today: date) -> ColumnElement[bool]:
    if actor.role is Role.DIRECTOR:
        return true()
    if actor.role is Role.SUPERVISOR:
        return or_(Note.author_id.in_(_team(actor)), Note.case_id.in_(_cases_of_team(actor)))
    if actor.role is Role.CASEWORKER:
        return Note.case_id.in_(_caseload(actor, today))
    return false()


def _team(actor: Person) -> CompoundSelect[str]:
    middle = aliased(Staff)
    direct = select(Staff.id).where(Staff.supervisor_id == actor.id)
    below = select(Staff.id).join(middle, Staff.supervisor_id == middle.id)
    return direct.union(below.where(middle.supervisor_id == actor.id))


def _cases_of_team(actor: Person) -> Select[str]:
    return select(Case.id).where(Case.primary_worker_id.in_(_team(actor)))


def _caseload(actor: Person, today: date) -> Select[str]:
    covered = select(Leave.staff_id).where(
        Leave.covering_staff_id == actor.id,
        Leave.first_day <= today,
        Leave.last_day >= today,
        Leave.cancelled.is_(False),
    )
    return select(Case.id).where(or_(Case.primary_worker_id == actor.id, Case.primary_worker_id.in_(covered)))


def note(session: Session, actor: Person, note_id: str, *, today: date) -> NoteRecord | None:
    """The note as the actor may read it; None where there is none, or none for them."""
    row = session.scalar(select(Note).where(Note.id == note_id, in_reach(actor, today)))
    return as_record(session, row, today=today) if row else None


def notes_of(
    session: Session,
    actor: Person,
    *,
    today: date,
    statuses: Sequence[NoteStatus] = (),
    author_id: str | None = None,
    reviewer_id: str | None = None,
    children: Sequence[str] = (),
    people: Sequence[str] = (),
    first: date | None = None,
    last: date | None = None,
    outcome: Outcome | None = None,
    most: int = 50,
) -> list[NoteRecord]:
    """Notes within the actor's reach, by the events' local dates, the newest first; undated ones last."""
    query = select(Note).join(NoteVersion, _present()).where(in_reach(actor, today))
    if statuses:
        query = query.where(Note.status.in_(statuses))
    if author_id:
        query = query.where(Note.author_id == author_id)
    if reviewer_id:
        query = query.where(Note.reviewer_id == reviewer_id)
    if outcome:
        query = query.where(NoteVersion.outcome == outcome)
    query = query.where(*_about(children, people), *_within(first, last))
    newest = (NoteVersion.event_on.desc().nulls_last(), NoteVersion.starts_at.desc().nulls_last())
    rows = session.scalars(query.order_by(*newest, Note.created_at.desc(), Note.id).limit(most))
    return [as_record(session, row, today=today) for row in rows]


def own_notes(
    session: Session,
    actor: Person,
    *,
    today: date,
    statuses: Sequence[NoteStatus],
    first: date | None = None,
    last: date | None = None,
    made: tuple[datetime, datetime] | None = None,
    types: Sequence[EventType] = (),
    most: int = 50,
) -> list[NoteRecord]:
    """Notes that the actor wrote or entered, as last touched, the newest first.

    Those of events on these local dates, and those begun or submitted in `made`, whenever the event was.
    """
    mine = or_(Note.author_id == actor.id, Note.entered_by_id == actor.id)
    query = select(Note).join(NoteVersion, _present()).where(mine, Note.status.in_(statuses))
    if types:
        query = query.where(NoteVersion.types.any(NoteType.type.in_(types)))
    if within := _within(first, last):
        begun = (Note.created_at.between(*made), Note.first_submitted_at.between(*made)) if made else ()
        query = query.where(or_(and_(*within), *begun))
    newest = func.coalesce(Note.first_submitted_at, Note.created_at).desc()
    rows = session.scalars(query.order_by(newest, Note.id).limit(most))
    return [as_record(session, row, today=today) for row in rows]


def _present() -> ColumnElement[bool]:
    return and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version)


def _about(children: Sequence[str], people: Sequence[str]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if children:
        found.append(NoteVersion.children.any(NoteChild.child_id.in_(children)))
    if people:
        found.append(NoteVersion.people.any(NotePerson.contact_id.in_(people)))
    return found


def _within(first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if first:
        found.append(NoteVersion.event_on >= first)
    if last:
        found.append(NoteVersion.event_on <= last)
    return found
