"""The rota's rows as a shift changes hands: who holds what now, who may do what, the change itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select

from bot.errors import NotAllowed
from bot.rules import shift_changes as rules
from bot.rules.moments import utc
from bot.rules.reviewer import line_above
from bot.rules.rota import gaps
from bot.rules.shift_changes import Bar
from bot.services.desk import Desk
from storage import types
from storage.models import Shift, ShiftChange, new_id
from storage.queries.people import gone
from storage.shifting import ShiftChangeKind, ShiftChangeStatus
from storage.types import Tier

TOLD = "shift_change"
"""The card of a change, for whoever reads it, from when it was asked on."""
SETTLED: Mapping[ShiftChangeStatus, str] = {
    each: f"{TOLD}_{each.value}" for each in ShiftChangeStatus if each is not ShiftChangeStatus.OPEN
}
"""The card by which those concerned hear what became of it: a message that rings."""
LATELY = timedelta(days=60)
"""Whoever held a shift of that place within these days of it is asked whether they take it."""


@dataclass(frozen=True, slots=True)
class Free:
    """Time in which nobody holds that place of the rota."""

    tier: Tier
    starts_at: datetime
    ends_at: datetime


# -- reading the rows as they stand, once the roster is held


def shift(desk: Desk, shift_id: str | None) -> Shift | None:
    """The row as it is now."""
    return desk.session.get(Shift, shift_id, populate_existing=True) if shift_id else None


def get(desk: Desk, change_id: str) -> ShiftChange:
    """The change as it is now. NotAllowed where there is none."""
    change = desk.session.get(ShiftChange, change_id, populate_existing=True)
    if change is None:
        raise NotAllowed("That offer is not there any more.")
    return change


def open_change(desk: Desk, shift_id: str) -> ShiftChange | None:
    """What is open about the shift; there is one at most, unless others ask to have it in a swap."""
    about = or_(ShiftChange.shift_id == shift_id, ShiftChange.back_shift_id == shift_id)
    query = select(ShiftChange).where(about, ShiftChange.status == ShiftChangeStatus.OPEN)
    return desk.session.scalars(query.order_by(ShiftChange.shift_id != shift_id, ShiftChange.made_at)).first()


def rows_around(desk: Desk, starts_at: datetime, ends_at: datetime) -> list[Shift]:
    """All rows that touch that time, as they are now."""
    query = select(Shift).where(Shift.starts_at < ends_at, Shift.ends_at > starts_at)
    return list(desk.session.scalars(query.execution_options(populate_existing=True)))


def holder(desk: Desk, at: datetime, tier: Tier) -> Shift | None:
    """The row of that tier at the instant."""
    rows = (r for r in rows_around(desk, at, at + timedelta(seconds=1)) if r.tier is tier)
    return next(rows, None)


def as_type(row: Shift) -> types.Shift:
    """The row as the rules know it."""
    return types.Shift(utc(row.starts_at), utc(row.ends_at), row.staff_id, row.tier)


def still_free(desk: Desk, free: Free) -> Free | None:
    """What of that time nobody holds now; None where somebody does, or it is over."""
    rows = map(
        as_type, rows_around(desk, desk.now, desk.now + timedelta(days=desk.policy.on_call.gap_days + 1))
    )
    found = (g for g in gaps(rows, now=desk.now, policy=desk.policy) if g.tier is free.tier)
    same = (g for g in found if g.starts_at < free.ends_at and g.ends_at > free.starts_at)
    gap = next(same, None)
    return Free(gap.tier, gap.starts_at, gap.ends_at) if gap else None


# -- who may do what


def why_not(desk: Desk, staff_id: str, row: Shift, but: Shift | None = None) -> Bar | None:
    """Why that person can't hold the shift; `but`: one that they give away for it."""
    member = desk.agency.staff.get(staff_id)
    if member is None:
        return Bar.GONE
    others = [
        as_type(r) for r in rows_around(desk, row.starts_at, row.ends_at) if but is None or r.id != but.id
    ]
    return rules.why_not(
        member,
        as_type(row),
        shifts=others,
        leaves=desk.agency.leaves,
        gone=gone(desk.session),
        now=desk.now,
        tz=desk.policy.zone,
    )


def line_of(desk: Desk, staff_id: str | None) -> tuple[str, ...]:
    """Who is above that person."""
    return line_above(staff_id, staff=desk.agency.staff) if staff_id in desk.agency.staff and staff_id else ()


def may_give_away(desk: Desk, holder_id: str) -> bool:
    """Whether the actor may offer that one's shifts."""
    return rules.may_give_away(desk.me, holder_id, line_of(desk, holder_id))


def may_arrange(desk: Desk, change: ShiftChange) -> bool:
    """Whether the actor may confirm it for both; of an offer that nobody has taken up there is nothing to."""
    if change.takes_id is None:
        return False
    return rules.may_arrange(desk.me, line_of(desk, change.gives_id), line_of(desk, change.takes_id))


def is_for(desk: Desk, change: ShiftChange) -> bool:
    """Whether the actor can take it by a tap: it is offered to all, or to them."""
    if change.gives_id == desk.actor.id or change.kind is ShiftChangeKind.SWAP:
        return False
    return change.takes_id is None or (change.takes_id == desk.actor.id and not _is_wish(change))


def may_agree(desk: Desk, change: ShiftChange) -> bool:
    """Whether the actor is the other side, who was asked."""
    if change.kind is ShiftChangeKind.HAND_OVER and _is_wish(change):
        return change.gives_id == desk.actor.id
    return change.takes_id == desk.actor.id


def _is_wish(change: ShiftChange) -> bool:
    """Whether it was asked for by the one who would take it."""
    return change.asked_by_id == change.takes_id


def may_withdraw(desk: Desk, change: ShiftChange) -> bool:
    """Who asked; an offer's holder; who arranges."""
    holder_id = change.gives_id if not _is_wish(change) else None
    mine = desk.actor.id in {change.asked_by_id, holder_id}
    return mine or rules.may_arrange(desk.me, line_of(desk, change.gives_id))


def may_undo(desk: Desk, change: ShiftChange) -> bool:
    """The taker for ten minutes, who arranges as long as there is something left of it."""
    if change.decided_at is None or utc(change.ends_at) <= desk.now or change.takes_id is None:
        return False
    return rules.may_undo(
        desk.me, change.takes_id, change.decided_at, desk.now, arranges=may_arrange(desk, change)
    )


def candidates(desk: Desk, row: Shift) -> list[str]:
    """Who is asked whether they take it: who shares that place of the rota, else all who may hold it."""
    near = {
        each.staff_id
        for each in desk.agency.roster.shifts
        if abs(each.starts_at - row.starts_at) < LATELY and _alike(each.tier, row.tier)
    }
    able = [i for i in desk.agency.staff if i != row.staff_id and why_not(desk, i, row) is None]
    return [i for i in able if i in near] or able


def _alike(one: Tier, other: Tier) -> bool:
    """Whoever is on call is a backup another night; the supervisors are among themselves."""
    return (one is Tier.SUPERVISOR) == (other is Tier.SUPERVISOR)


def arrangers(desk: Desk, change: ShiftChange) -> list[str]:
    """Who is asked to confirm for both beside the other side: the supervisor of the one who asks."""
    above = line_of(desk, desk.actor.id)[:1]
    return [i for i in above if i not in {change.gives_id, change.takes_id}]


def standing(desk: Desk, change: ShiftChange) -> str:
    """One sentence of what became of it."""
    staff = desk.agency.staff
    who = staff[change.takes_id].name if change.takes_id in staff and change.takes_id else "Somebody else"
    return {
        ShiftChangeStatus.OPEN: "That is not settled yet.",
        ShiftChangeStatus.DONE: f"{who} took that shift already.",
        ShiftChangeStatus.WITHDRAWN: "That was taken back: nothing has changed.",
        ShiftChangeStatus.DECLINED: "That was declined: nothing has changed.",
        ShiftChangeStatus.UNDONE: "That was undone already.",
    }[change.status]


# -- changing the rows


def hand_over(desk: Desk, change: ShiftChange) -> None:
    """The rota has it: the shift (what is left of it) is the taker's, and the one in return the giver's."""
    if change.takes_id:
        row = _give(desk, change.shift_id, change.takes_id)
        change.shift_id, change.starts_at = row.id, row.starts_at
    if change.back_shift_id and change.gives_id:
        change.back_shift_id = _give(desk, change.back_shift_id, change.gives_id).id


def give_back(desk: Desk, change: ShiftChange) -> None:
    """The same backwards, of what is still held by whom it went to."""
    row = shift(desk, change.shift_id)
    if row is None or row.staff_id != change.takes_id:
        return
    if change.gives_id:
        _give(desk, row.id, change.gives_id)
    elif utc(row.starts_at) >= desk.now:
        desk.session.delete(row)
    else:
        row.ends_at = desk.now
    back = shift(desk, change.back_shift_id)
    if (
        back is not None
        and back.staff_id == change.gives_id
        and utc(back.ends_at) > desk.now
        and change.takes_id
    ):
        _give(desk, back.id, change.takes_id)
    desk.session.flush()


def _give(desk: Desk, shift_id: str, to: str) -> Shift:
    """The shift is theirs; of one that is running the rest, so that it stays known who had it before."""
    row = desk.session.get_one(Shift, shift_id)
    if utc(row.starts_at) < desk.now < utc(row.ends_at):
        rest = Shift(id=new_id(), tier=row.tier, starts_at=desk.now, ends_at=row.ends_at, from_slack=True)
        rest.staff_id, rest.rostered_id = to, row.rostered_id
        row.ends_at, row.from_slack = desk.now, True
        desk.session.add(rest)
        row = rest
    else:
        as_rostered = to == row.rostered_id and utc(row.starts_at) > desk.now
        row.staff_id, row.from_slack = to, not as_rostered
    desk.session.flush()
    return row
