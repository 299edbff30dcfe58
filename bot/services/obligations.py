"""What people owe, as rows: a note by its 72 hours, a review, a correction, a meeting, the month's visit.

An obligation is state, not a timer: the planner turns it into reminders as their moments come, and asks
again at sending whether it is still open. Call these in the transaction of the change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import AlreadyDecided, NotAllowed
from bot.rules import quiet
from bot.rules.policy import Policy
from storage.concerned import concerns
from storage.contention import change_held
from storage.models import Obligation, Staff, new_id
from storage.upserts import Insert, Inserting, Upsert

_FRESH = (
    *("period", "late_after", "opened_at", "closed_at"),
    *("planned_until", "snoozed_until", "withdrawn", "required"),
)


def _owe_statement(insert: Inserting) -> Insert:
    new = insert(Obligation)
    return new.on_conflict_do_update(
        index_elements=["kind", "subject_id", "person_id", "due_at"],
        set_={name: new.excluded[name] for name in _FRESH},
        where=Obligation.closed_at.is_not(None),
    )


_OWE = Upsert(_owe_statement)


def owe(
    session: Session,
    *,
    kind: str,
    subject_id: str,
    person_id: str,
    due_at: datetime,
    now: datetime,
    late_after: datetime | None = None,
    period: str = "",
    new: bool = False,
) -> None:
    """Say that this person owes it by then; it may be said again without harm.

    There is one obligation of a kind about a subject in a period: with another person or another due time
    it moves there. Late only after `late_after` (default: `due_at`). `new`: the subject was made in this
    transaction, so that nothing can be owed about it yet (a worker waits meanwhile).
    """
    if not new:
        there = {"kind": kind, "subject_id": subject_id, "period": period}
        _close_others(session, **there, person_id=person_id, due_at=due_at, now=now)
    concerns(session, [person_id])
    session.flush()
    row = {
        "id": new_id(),
        "kind": kind,
        "subject_id": subject_id,
        "person_id": person_id,
        "due_at": due_at,
        "period": period,
        "late_after": late_after,
        "opened_at": now,
        "closed_at": None,
        "planned_until": now,
        "snoozed_until": None,
        "withdrawn": False,
        "required": 1,
    }
    session.connection().execute(_OWE.on(session), row)


def settle(session: Session, *, kind: str, subject_id: str, now: datetime, period: str | None = None) -> int:
    """It is done, or no longer owed; how many obligations that closed. `period` None: of every period."""
    owed = [Obligation.kind == kind, Obligation.subject_id == subject_id, Obligation.closed_at.is_(None)]
    if period is not None:
        owed.append(Obligation.period == period)
    return len(change_held(session, Obligation.id, *owed, closed_at=now, planned_until=None))


def transfer(session: Session, *, kind: str, subject_id: str, to_person_id: str, now: datetime) -> int:
    """Have somebody else owe it from now on, by the same time; how many obligations moved."""
    moved = session.scalars(
        select(Obligation).where(
            Obligation.kind == kind,
            Obligation.subject_id == subject_id,
            Obligation.closed_at.is_(None),
            Obligation.person_id != to_person_id,
        )
    ).all()
    for owed in moved:
        owe(
            session,
            kind=kind,
            subject_id=subject_id,
            person_id=to_person_id,
            due_at=owed.due_at,
            now=now,
            late_after=owed.late_after,
            period=owed.period,
        )
    return len(moved)


def due_for(session: Session, person_id: str, now: datetime, until: datetime) -> Sequence[Obligation]:
    """What the person owes by `until`, the overdue included, soonest first; snoozed ones too."""
    del now  # an open obligation whose time is over is still owed
    return session.scalars(
        select(Obligation)
        .where(Obligation.person_id == person_id, Obligation.closed_at.is_(None), Obligation.due_at <= until)
        .order_by(Obligation.due_at, Obligation.id)
    ).all()


def open_about(session: Session, *, kind: str, subject_id: str) -> Sequence[Obligation]:
    """What is owed of that kind about that subject, by anybody, soonest first."""
    return session.scalars(
        select(Obligation)
        .where(Obligation.kind == kind, Obligation.subject_id == subject_id, Obligation.closed_at.is_(None))
        .order_by(Obligation.due_at, Obligation.id)
    ).all()


def snooze(
    session: Session, *, obligation_id: str, person_id: str, wanted: datetime, now: datetime, policy: Policy
) -> quiet.Snooze:
    """Keep silent about it until `wanted`, then remind once; never beyond the deadline, which is said.

    NotAllowed where it is somebody else's, AlreadyDecided where it is done, Unusable where no time is left.
    """
    owed = session.get(Obligation, obligation_id, with_for_update=True)
    if owed is None or owed.person_id != person_id:
        raise NotAllowed("That reminder is somebody else's.")
    if owed.closed_at is not None:
        raise AlreadyDecided("That is done already; there is nothing to be reminded of.")
    staff = session.get_one(Staff, person_id)
    silent = quiet.snooze(
        wanted, now=now, due=owed.due_at, person_id=person_id, tz=ZoneInfo(staff.timezone), policy=policy
    )
    owed.snoozed_until, owed.planned_until = silent.until, now
    return silent


def _close_others(
    session: Session,
    *,
    kind: str,
    subject_id: str,
    period: str,
    person_id: str,
    due_at: datetime,
    now: datetime,
) -> None:
    others = (
        Obligation.kind == kind,
        Obligation.subject_id == subject_id,
        Obligation.period == period,
        Obligation.closed_at.is_(None),
        (Obligation.person_id != person_id) | (Obligation.due_at != due_at),
    )
    change_held(session, Obligation.id, *others, closed_at=now, planned_until=None, withdrawn=True)
