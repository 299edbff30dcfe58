"""Reads around a review: what waits for somebody's decision, and a case's last contacts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, selectinload

from storage.models import Child, Note, NoteOpening, NoteVersion, ReviewDecision
from storage.queries.note_parts import as_record
from storage.queries.notes import in_reach
from storage.queries.people import people
from storage.records import NoteRecord, Person
from storage.reviewed import Contacted
from storage.types import Decision, NoteStatus

_PRIVATE = (NoteStatus.DRAFT, NoteStatus.DISCARDED)


def queue(session: Session, actor: Person, *, today: date, most: int = 50) -> list[NoteRecord]:
    """The notes that wait for the actor's decision, by the time their review is due."""
    query = select(Note).where(*_waiting(actor), in_reach(actor, today))
    rows = session.scalars(query.order_by(Note.review_due_at, Note.submitted_at, Note.id).limit(most))
    return [as_record(session, row, today=today) for row in rows]


def next_in_queue(session: Session, actor: Person, note_id: str, *, today: date) -> str | None:
    """The id of the note after this one in that order, which need not wait itself; at the end the first."""
    order = (Note.review_due_at, Note.submitted_at, Note.id)
    here = session.execute(select(*order).where(Note.id == note_id)).one()
    query = (
        select(*order).where(*_waiting(actor), in_reach(actor, today), Note.id != note_id).order_by(*order)
    )
    others = [tuple(row) for row in session.execute(query)]
    after = (each for each in others if None not in here and None not in each and each > tuple(here))
    found = next(after, others[0] if others else None)
    return str(found[2]) if found else None


def queue_length(session: Session, actor: Person) -> int:
    """How many notes wait for the actor's decision."""
    return session.scalar(select(func.count()).select_from(Note).where(*_waiting(actor))) or 0


def _waiting(actor: Person) -> tuple[ColumnElement[bool], ...]:
    return (Note.reviewer_id == actor.id, Note.status == NoteStatus.SUBMITTED)


def last_contacts(
    session: Session, actor: Person, case_id: str, *, but_not: str, today: date, most: int = 5
) -> Sequence[Contacted]:
    """The case's last contacts that the actor may read, the newest first, without the note `but_not`."""
    present = and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version)
    query = (
        select(Note.author_id, Note.status, NoteVersion)
        .join(NoteVersion, present)
        .where(Note.case_id == case_id, Note.id != but_not, Note.status.not_in(_PRIVATE))
        .where(NoteVersion.event_on.is_not(None), in_reach(actor, today))
        .options(selectinload(NoteVersion.types), selectinload(NoteVersion.children))
        .order_by(NoteVersion.event_on.desc(), NoteVersion.starts_at.desc().nulls_last(), Note.id)
        .limit(most)
    )
    rows = session.execute(query).all()
    staff = people(session, {author for author, _, _ in rows})
    names = _first_names(session, [version for _, _, version in rows])
    return [
        Contacted(
            on=version.event_on,
            types=tuple(sorted(t.type for t in version.types)),
            outcome=version.outcome,
            first_names=tuple(names[c.child_id] for c in sorted(version.children, key=lambda c: c.child_id)),
            by=staff[author].short,
            status=status,
        )
        for author, status, version in rows
    ]


def _first_names(session: Session, versions: Sequence[NoteVersion]) -> dict[str, str]:
    wanted = {child.child_id for version in versions for child in version.children}
    rows = session.scalars(select(Child).where(Child.id.in_(wanted))) if wanted else ()
    return {row.id: row.first_name for row in rows}


def notes_by(
    session: Session,
    actor: Person,
    authors: Collection[str] | None,
    *,
    today: date,
    submitted: tuple[datetime, datetime] | None = None,
    events: tuple[date, date] | None = None,
    statuses: Sequence[NoteStatus] = (),
    most: int = 50,
) -> list[NoteRecord]:
    """Notes of these authors that the actor may read, last submitted first; `authors` None: of anybody's.

    Submitted in that time, or of events on these local dates (one of both, where both are given).
    """
    present = and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version)
    query = select(Note).join(NoteVersion, present).where(in_reach(actor, today))
    query = query.where(Note.status.not_in(_PRIVATE), Note.author_id != actor.id)
    if authors is not None:
        query = query.where(Note.author_id.in_(authors))
    if statuses:
        query = query.where(Note.status.in_(statuses))
    either: list[ColumnElement[bool]] = []
    if submitted:
        either.append(and_(Note.submitted_at >= submitted[0], Note.submitted_at < submitted[1]))
    if events:
        either.append(NoteVersion.event_on.between(*events))
    if either:
        query = query.where(or_(*either))
    rows = session.scalars(query.order_by(Note.submitted_at.desc(), Note.id).limit(most))
    return [as_record(session, row, today=today) for row in rows]


def decided_by(
    session: Session,
    actor: Person,
    decisions: Sequence[Decision],
    since: datetime,
    until: datetime,
    *,
    today: date,
    most: int = 50,
) -> list[tuple[NoteRecord, Decision, datetime]]:
    """The notes on which the actor decided so in that time, the newest decision first, and when."""
    query = (
        select(Note, ReviewDecision.decision, ReviewDecision.decided_at)
        .join(ReviewDecision, ReviewDecision.note_id == Note.id)
        .where(ReviewDecision.decided_by_id == actor.id, ReviewDecision.decision.in_(decisions))
        .where(ReviewDecision.decided_at >= since, ReviewDecision.decided_at < until)
        .where(in_reach(actor, today))
        .order_by(ReviewDecision.decided_at.desc(), Note.id)
        .limit(most)
    )
    return [(as_record(session, row, today=today), how, at) for row, how, at in session.execute(query)]


def opened_in_queue(session: Session, actor: Person) -> Sequence[str]:
    """Ids of the notes that wait for the actor's decision, whose present version the actor has opened."""
    opened = and_(
        NoteOpening.note_id == Note.id,
        NoteOpening.version == Note.version,
        NoteOpening.staff_id == actor.id,
    )
    return session.scalars(select(Note.id).join(NoteOpening, opened).where(*_waiting(actor))).all()
