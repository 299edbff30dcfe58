"""The shifts of one person for their calendar: those ahead, and those that went to somebody else."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy import or_, select

from bot.rules.moments import utc
from bot.services.desk import Desk
from storage.models import Shift, ShiftChange
from storage.owed import Span
from storage.shifting import ShiftChangeStatus, ShiftDated
from storage.types import Tier

_CHANGED = (ShiftChangeStatus.DONE, ShiftChangeStatus.UNDONE)


def shifts_of(desk: Desk) -> tuple[list[ShiftDated], list[ShiftDated]]:
    """(Those that the actor holds and are not over, those once theirs that are somebody else's now)."""
    mine = select(Shift).where(Shift.staff_id == desk.actor.id, Shift.ends_at > desk.now)
    held = [_span(row) for row in desk.session.scalars(mine.order_by(Shift.starts_at))]
    spans = _that_changed(desk)
    times = Counter(map(_key, spans))
    ours = {_key(span) for span in held}
    gone = {_key(span): span for span in spans if _key(span) not in ours}
    return [_dated(span, times) for span in held], [_dated(span, times) for span in gone.values()]


def _that_changed(desk: Desk) -> list[Span]:
    """Each shift ahead that came to the actor or went from them, as often as it did."""
    us = or_(ShiftChange.gives_id == desk.actor.id, ShiftChange.takes_id == desk.actor.id)
    query = select(ShiftChange).where(us, ShiftChange.status.in_(_CHANGED), ShiftChange.ends_at > desk.now)
    found = []
    for change in desk.session.scalars(query.order_by(ShiftChange.decided_at)):
        found.append(Span(change.tier, utc(change.starts_at), utc(change.ends_at)))
        back = desk.session.get(Shift, change.back_shift_id) if change.back_shift_id else None
        found += [_span(back)] if back and utc(back.ends_at) > desk.now else []
    return found


def _dated(span: Span, times: Counter[tuple[datetime, Tier]]) -> ShiftDated:
    start, tier = _key(span)
    return ShiftDated(f"shift-{start:%Y%m%dT%H%M%S}Z-{tier.value}", span, times[start, tier])


def _key(span: Span) -> tuple[datetime, Tier]:
    return span.starts_at, span.tier


def _span(row: Shift) -> Span:
    return Span(row.tier, utc(row.starts_at), utc(row.ends_at))
