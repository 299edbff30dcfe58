"""Leave that stands, or is proposed, changed in words: a plan anew with the other days or the other cover.

Nothing holds before it is confirmed; a proposal that it takes the place of is dropped.
"""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, or_, select

from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.services.leave import leave
from storage.models import LeavePlan, Note
from storage.types import LeaveStatus

Days = tuple[date, date]
JUST_NOW = timedelta(hours=1)
"""So long a plan may be what is talked of though the words do not name it; a note since then is nearer."""


def meant(desk: Desk, *, named: bool) -> LeavePlan | None:
    """The plan of the actor's that is talked of: the one of just now; `named` as leave, else the only one."""
    plans = _standing(desk)
    if plans and _just_now(desk, plans[0]):
        return plans[0]
    own = [each for each in plans if each.staff_id == desk.actor.id]
    return own[0] if named and len({each.first_day for each in own}) == 1 else None


def covered_by(desk: Desk, cover: str) -> LeavePlan | None:
    """The newest plan of the actor's that this person covers; with nobody named the one of just now."""
    if not cover:
        return meant(desk, named=False)
    return next((each for each in _standing(desk) if each.covering_staff_id == cover), None)


def anew(desk: Desk, old: LeavePlan, days: Days, cover: str | None, source: Source) -> LeavePlan:
    """Propose that leave with this first and last day and this cover. The proposal it replaces is dropped."""
    if old.status is LeaveStatus.PROPOSED:
        leave.drop(desk, old.id)
    among = [cover] if cover else list(old.may_cover)
    return leave.keep(desk, old.staff_id, days, leave.Cover(cover, among), source)


def _standing(desk: Desk) -> list[LeavePlan]:
    """What the actor planned and is not over, the newest first."""
    mine = or_(LeavePlan.staff_id == desk.actor.id, LeavePlan.entered_by_id == desk.actor.id)
    query = select(LeavePlan).where(
        mine,
        LeavePlan.status.in_((LeaveStatus.PROPOSED, LeaveStatus.CONFIRMED)),
        LeavePlan.first_day.is_not(None),
        LeavePlan.last_day >= desk.today,
    )
    return list(desk.session.scalars(query.order_by(LeavePlan.made_at.desc(), LeavePlan.id)))


def _just_now(desk: Desk, plan: LeavePlan) -> bool:
    touched = max(plan.made_at, plan.decided_at or plan.made_at)
    if desk.now - touched > JUST_NOW:
        return False
    since = select(func.count()).where(Note.entered_by_id == desk.actor.id, Note.created_at > plan.made_at)
    return not desk.session.scalar(since)
