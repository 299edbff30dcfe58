"""Taking rows of the outbox: the claim under a fenced lease."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.reminders import pace
from bot.reminders.limits import HISTORY, POST, Limits
from storage.models import OutboxItem
from storage.types import Lane, OutboxState

_PROMPT = (Lane.URGENT, Lane.ANSWER)


# One index look-up for each pair: an ORDER BY over all of them would read every planned row.
_QUEUES = tuple((state, lane) for state in (OutboxState.MAYBE_SENT, OutboxState.WAITING) for lane in Lane)
_FIRSTS = select(
    *(
        select(OutboxItem.next_at)
        .where(OutboxItem.state == state, OutboxItem.lane == lane)
        .order_by(OutboxItem.next_at)
        .limit(1)
        .scalar_subquery()
        for state, lane in _QUEUES
    )
)


def first_due(session: Session) -> datetime | None:
    """When the next row wants attention; None where the outbox is empty."""
    return min(_firsts(session).values(), default=None)


def _firsts(session: Session) -> dict[tuple[OutboxState, Lane], datetime]:
    """When the first row of each queue wants attention; queues without rows are left out."""
    moments = session.execute(_FIRSTS).one()
    return {queue: moment for queue, moment in zip(_QUEUES, moments, strict=True) if moment is not None}


def claim(
    session: Session, *, now: datetime, room: int, limits: Limits, but_not: Collection[str] = ()
) -> list[OutboxItem]:
    """Take up to `room` rows that are due: unsure ones first (to probe), then urgent, answers, digests.

    Each is its claimer's until its lease ends; every later write names the fence it got here. `but_not`
    are ids that this process still works on, whatever a clock that was moved says of their leases.
    """
    resting = pace.paused(session, now)
    due = {queue for queue, moment in _firsts(session).items() if moment <= now}
    taken: list[OutboxItem] = []

    def take(state: OutboxState, lane: Lane, at_most: int) -> int:
        if (state, lane) not in due:
            return 0
        rows = _take(session, state, lane, now=now, at_most=at_most, limits=limits, but_not=but_not)
        taken.extend(rows)
        return len(rows)

    if HISTORY not in resting:
        for lane in Lane:
            take(OutboxState.MAYBE_SENT, lane, room - len(taken))
    if POST in resting:
        return taken
    bucket = pace.Bucket(session, now, limits)
    bucket.spend(sum(take(OutboxState.WAITING, lane, room - len(taken)) for lane in _PROMPT))
    if room > len(taken) and (OutboxState.WAITING, Lane.DIGEST) in due:
        allowed = bucket.room_for(room - len(taken))
        bucket.spend(take(OutboxState.WAITING, Lane.DIGEST, allowed))
    bucket.put_back()
    return taken


def _take(
    session: Session,
    state: OutboxState,
    lane: Lane,
    *,
    now: datetime,
    at_most: int,
    limits: Limits,
    but_not: Collection[str],
) -> list[OutboxItem]:
    if at_most <= 0:
        return []
    ready = (
        OutboxItem.state == state,
        OutboxItem.lane == lane,
        OutboxItem.next_at <= now,
        OutboxItem.id.not_in(but_not),
    )
    rows = select(OutboxItem.id).where(*ready).order_by(OutboxItem.next_at).limit(at_most)
    # Materialised: as a plain sub-select, PostgreSQL may run it once a row and claim the whole table.
    picked = rows.with_for_update(skip_locked=True).cte("picked").prefix_with("MATERIALIZED")
    until = now + limits.lease
    statement = (
        update(OutboxItem)
        .where(OutboxItem.id.in_(select(picked.c.id)))
        .values(
            fence=OutboxItem.fence + 1,
            attempts=OutboxItem.attempts + 1,
            lease_until=until,
            next_at=until,
            touched_at=None,
        )
        .returning(OutboxItem)
        .execution_options(synchronize_session=False, populate_existing=True)
    )
    return sorted(session.scalars(statement), key=lambda item: item.due_at)
