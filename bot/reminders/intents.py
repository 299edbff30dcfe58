"""The intent just before the post: from its commit on a row may have been sent, whatever happens then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from bot.reminders import pace
from bot.reminders.limits import Limits
from bot.reminders.settle import Word, write_together
from storage.models import OutboxItem
from storage.types import OutboxState

_STILL_CLAIMED = (
    select(OutboxItem.id, OutboxItem.fence)
    .where(
        OutboxItem.id.in_(bindparam("ids", expanding=True)),
        OutboxItem.state == OutboxState.WAITING,
        OutboxItem.lease_until > bindparam("now"),
    )
    .order_by(OutboxItem.id)
)
_MAY_BE_SENT = (
    update(OutboxItem)
    .where(OutboxItem.id == bindparam("row_id"))
    .values(
        state=OutboxState.MAYBE_SENT,
        channel=bindparam("row_channel"),
        next_at=bindparam("until"),
        lease_until=bindparam("until"),
    )
)


def intend(
    session: Session, items: Sequence[OutboxItem], *, now: datetime, limits: Limits, wait: bool = False
) -> tuple[list[OutboxItem], list[OutboxItem]]:
    """Commit to posting these: (those that may be posted now, those that are not ours at this moment).

    What has to wait for its channel's turn is put back and is in neither. A row is not ours either where its
    lease is over, though nobody else took it: what was looked up at the claim, that it is still needed, has
    grown old. Nor, unless told to `wait`, where somebody has it locked: whoever holds many rows must not wait
    for one.
    """
    ours = _ours(session, items, now, wait=wait)
    going, later = _turns(session, ours, now, limits)
    mean(session, going, now=now, limits=limits)
    write_together(session, later)
    return going, [item for item in items if item not in ours]


def mean(session: Session, items: Sequence[OutboxItem], *, now: datetime, limits: Limits) -> None:
    """Write the intent of rows that are locked and ours."""
    until = now + limits.ambiguity
    if items:
        values = [{"row_id": item.id, "row_channel": item.channel, "until": until} for item in items]
        session.connection().execute(_MAY_BE_SENT, values)


def _ours(session: Session, items: Sequence[OutboxItem], now: datetime, *, wait: bool) -> list[OutboxItem]:
    if not items:
        return []
    locked = _STILL_CLAIMED.with_for_update(skip_locked=not wait)
    found = session.connection().execute(locked, {"ids": [item.id for item in items], "now": now})
    fences = {row.id: row.fence for row in found}
    return [item for item in items if fences.get(item.id) == item.fence]


def _turns(
    session: Session, items: Sequence[OutboxItem], now: datetime, limits: Limits
) -> tuple[list[OutboxItem], list[Word]]:
    """Those whose channel's turn it is; the others, one after another in each channel."""
    gap = limits.channel_gap
    if not gap:
        return list(items), []
    free = pace.take_channels(session, {item.channel for item in items if item.channel}, now, gap)
    going: list[OutboxItem] = []
    later: list[Word] = []
    before: Counter[str] = Counter()
    for item in items:
        channel = item.channel or ""
        ahead = before[channel] + (channel not in free)
        before[channel] += 1
        if ahead and channel:
            later.append(Word(item, OutboxState.WAITING, now + ahead * gap))
        else:
            going.append(item)
    return going, later
