"""The month's visits as obligations: one a child and month, its case's worker's, met when seen often enough.

What counts is for bot.rules.visits to say; a visit in a draft counts as seen, so that nobody is sent out
twice because of paperwork (the note has a clock of its own).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, select, update
from sqlalchemy.orm import Session

from bot.rules import visits as rules
from bot.rules.moments import end_of_day, local_date
from bot.rules.months import Month
from bot.rules.policy import Policy
from bot.rules.reminders import Kind
from bot.services import obligations
from storage.models import Case, Child, Note, NoteChild, NoteType, NoteVersion, Obligation, Staff, new_id
from storage.records import NoteContent
from storage.types import CaseStatus, EventType, NoteStatus, Role
from storage.upserts import insert_into

_KEPT_OPEN = timedelta(days=10)
"""How long a month's visit stays on the list after its month: one of the 30th may be written down later."""

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class _Owed:
    """A child in care whose case has a worker, and what is open for the month so far."""

    child_id: str
    worker_id: str
    required: int
    left_on: date | None


def plan_visits(session: Session, policy: Policy, now: datetime) -> int:
    """Write this month's visits for the children in care; how many obligations were opened or moved.

    For each child of an open case with a worker who is in care on a day of the month (agency's zone):
    kind "visit", period "2026-11", due at the end of the month, or of the child's last day in care. Moves
    to another worker with the case. Cheap where nothing changed.
    """
    month = Month.of(local_date(now, policy.zone))
    _close_old(session, policy, now)
    wanted = {owed.child_id: owed for owed in _owed_in(session, month)}
    standing = _open_or_met(session, month)
    changed = [
        owed
        for child_id, owed in wanted.items()
        if standing.get(child_id) != (owed.worker_id, _due(owed, month, policy))
    ]
    for begin in range(0, len(changed), _CHUNK):
        some = changed[begin : begin + _CHUNK]
        _owe_new(session, [owed for owed in some if owed.child_id not in standing], month, policy, now=now)
        for owed in some:
            if owed.child_id in standing:
                _owe(session, owed, month, policy, now)
        refresh(session, policy, child_ids=[owed.child_id for owed in some], month=month, now=now)
    for child_id in standing.keys() - wanted.keys():
        obligations.settle(session, kind=Kind.VISIT, subject_id=child_id, period=str(month), now=now)
    return len(changed)


def refresh(
    session: Session, policy: Policy, *, child_ids: Iterable[str], month: Month, now: datetime
) -> None:
    """Look again whether these children's visits of the month are met; call it when a note changed.

    Closes the obligation where they are, opens it again where they no longer are (a discarded draft).
    """
    wanted = sorted(set(child_ids))
    facts = _facts(session, wanted, month)
    for owed in _owed_in(session, month, only=wanted):
        notes = facts.get(owed.child_id, [])
        standing = rules.child_month(notes, owed.child_id, month, policy=policy, case_requires=owed.required)
        if standing.met:
            obligations.settle(session, kind=Kind.VISIT, subject_id=owed.child_id, period=str(month), now=now)
        elif _is_closed(session, owed.child_id, month):
            _owe(session, owed, month, policy, now)


def recount(session: Session, policy: Policy, contents: Iterable[NoteContent], now: datetime) -> None:
    """After a note's content came, changed (give both) or went: look again at the visits it may be about."""
    session.flush()
    touched: dict[Month, set[str]] = {}
    for content in contents:
        if content.on is not None and EventType.CASEWORKER_CHILD in content.types:
            touched.setdefault(Month.of(content.on), set()).update(content.children)
    for month, children in touched.items():
        if children:
            refresh(session, policy, child_ids=children, month=month, now=now)


def _owe(session: Session, owed: _Owed, month: Month, policy: Policy, now: datetime) -> None:
    obligations.owe(
        session,
        kind=Kind.VISIT,
        subject_id=owed.child_id,
        person_id=owed.worker_id,
        due_at=_due(owed, month, policy),
        now=now,
        period=str(month),
    )


def _owe_new(session: Session, new: Sequence[_Owed], month: Month, policy: Policy, *, now: datetime) -> None:
    """Many at once: on the first of a month it is every child in care."""
    if not new:
        return
    rows = [
        {
            "id": new_id(),
            "kind": Kind.VISIT.value,
            "subject_id": owed.child_id,
            "person_id": owed.worker_id,
            "period": str(month),
            "due_at": _due(owed, month, policy),
            "opened_at": now,
            "planned_until": now,
        }
        for owed in new
    ]
    session.execute(insert_into(session, Obligation).values(rows).on_conflict_do_nothing())


def _due(owed: _Owed, month: Month, policy: Policy) -> datetime:
    last = month.last if owed.left_on is None else min(owed.left_on, month.last)
    return end_of_day(last, policy.zone)


def _owed_in(session: Session, month: Month, only: Collection[str] | None = None) -> list[_Owed]:
    statement = (
        select(
            Child.id,
            Child.entered_care_on,
            Child.left_care_on,
            Case.primary_worker_id,
            Case.visits_per_month,
        )
        .join(Case, Case.id == Child.case_id)
        .where(
            Case.status == CaseStatus.OPEN,
            Case.primary_worker_id.is_not(None),
            Child.entered_care_on <= month.last,
            Child.left_care_on.is_(None) | (Child.left_care_on >= month.first),
        )
    )
    if only is not None:
        statement = statement.where(Child.id.in_(only))
    return [
        _Owed(child_id, worker_id, required, left)
        for child_id, entered, left, worker_id, required in session.execute(statement)
        if worker_id and rules.owes_visit(month, entered=entered, left=left)
    ]


def _open_or_met(session: Session, month: Month) -> dict[str, tuple[str, datetime]]:
    """Whose the month's visits are by now, met or not: child to (worker, due)."""
    rows = session.execute(
        select(Obligation.subject_id, Obligation.person_id, Obligation.due_at)
        .where(Obligation.kind == Kind.VISIT, Obligation.period == str(month))
        .order_by(Obligation.closed_at.is_(None), Obligation.opened_at)  # an open one has the last word
    )
    return {child_id: (person_id, due_at) for child_id, person_id, due_at in rows}


def _is_closed(session: Session, child_id: str, month: Month) -> bool:
    still_open = select(Obligation.id).where(
        Obligation.kind == Kind.VISIT,
        Obligation.subject_id == child_id,
        Obligation.period == str(month),
        Obligation.closed_at.is_(None),
    )
    return session.scalar(still_open.limit(1)) is None


def _close_old(session: Session, policy: Policy, now: datetime) -> None:
    month = Month.of(local_date(now - _KEPT_OPEN, policy.zone))
    session.execute(
        update(Obligation)
        .where(
            Obligation.kind == Kind.VISIT,
            Obligation.closed_at.is_(None),
            Obligation.period < str(month),
        )
        .values(closed_at=now, planned_until=None)
        .execution_options(synchronize_session=False)
    )


def _facts(session: Session, child_ids: Collection[str], month: Month) -> dict[str, list[rules.VisitFacts]]:
    """What of the month's notes decides whether they count, by child; present versions only."""
    rows = session.execute(
        select(NoteChild.child_id, Note, NoteVersion, Staff.role)
        .join(
            NoteVersion,
            and_(
                NoteVersion.id == NoteChild.version_id, NoteVersion.event_on.between(month.first, month.last)
            ),
        )
        .join(Note, and_(Note.id == NoteVersion.note_id, Note.version == NoteVersion.number))
        .join(Staff, Staff.id == Note.author_id)
        .where(NoteChild.child_id.in_(child_ids), Note.status != NoteStatus.DISCARDED)
    ).all()
    types = _types(session, [version.id for _, _, version, _ in rows])
    facts: dict[str, list[rules.VisitFacts]] = {}
    for child_id, note, version, role in rows:
        fact = _fact(child_id, note, version, role, types)
        if fact is not None:
            facts.setdefault(child_id, []).append(fact)
    return facts


def _fact(
    child_id: str, note: Note, version: NoteVersion, role: Role, types: dict[str, set[EventType]]
) -> rules.VisitFacts | None:
    if version.event_on is None:
        return None
    return rules.VisitFacts(
        note_id=note.id,
        case_id=note.case_id,
        status=note.status,
        types=frozenset(types.get(version.id, ())),
        children=frozenset({child_id}),
        on=version.event_on,
        method=version.method,
        outcome=version.outcome,
        author_role=role,
        place=version.place,
        at_residence=version.at_residence,
    )


def _types(session: Session, version_ids: Collection[str]) -> dict[str, set[EventType]]:
    found: dict[str, set[EventType]] = {}
    for version_id, event_type in session.execute(
        select(NoteType.version_id, NoteType.type).where(NoteType.version_id.in_(version_ids))
    ):
        found.setdefault(version_id, set()).add(event_type)
    return found
