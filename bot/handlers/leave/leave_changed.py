"""Leave changed in words: "make it thru Wed only", "can Desmond do it instead of Rosa"; its card anew."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.handlers.door.posting import put_answer
from bot.handlers.leave.leave import put_plan
from bot.handlers.talk import Said
from bot.services.desk import Desk
from bot.services.drafts.drafting import Source
from bot.services.leave import leave, leave_changes
from bot.services.review import delegates
from bot.understand.office.leave_changes import (
    CoverChanged,
    DaysChanged,
    cover_changed,
    days_changed,
    drops_leave,
    new_days,
)
from storage.models import LeavePlan


def taken(said: Said) -> bool:
    """Whether the words change leave of the actor's that is planned; the plan is shown anew then."""
    if said.thread_ts:
        return False
    if drops_leave(said.text):
        return _shown(said)
    days = days_changed(said.text)
    cover = None if days else cover_changed(said.visit.agency, said.visit.actor.id, said.text)
    if days is None and cover is None:
        return False
    said.visit.wait_for_earlier(said.channel, said.ts)
    with said.visit.desk() as desk:
        source = Source(said.channel, said.ts, said.text)
        plan = leave.planned_before(desk, source) or _changed(desk, said, days or cover, source)
        if plan is not None:
            put_plan(said.visit, desk, plan, said.channel)
            return True
        return days is not None and (days.back or days.day_less) and _reviews_shown(desk, said)


def _reviews_shown(desk: Desk, said: Said) -> bool:
    """Who is back earlier and has no leave on file means who reviews meanwhile: that card, with Take back."""
    found = delegates.standing(desk)
    if found is not None:
        put_answer(said.visit, desk, delegates.CARD, {}, key=said.ts, channel=said.channel, subject_id=found)
    return found is not None


def _shown(said: Said) -> bool:
    """The plan as it stands, with the button that takes it back or drops it; False where none is meant."""
    with said.visit.desk() as desk:
        plan = leave_changes.meant(desk, named=True)
        if plan is not None:
            put_plan(said.visit, desk, plan, said.channel, key=said.ts)
    return plan is not None


def _changed(
    desk: Desk, said: Said, change: DaysChanged | CoverChanged | None, source: Source
) -> LeavePlan | None:
    if isinstance(change, CoverChanged):
        old = leave_changes.covered_by(desk, change.instead_of)
        if old is None or old.first_day is None or old.last_day is None:
            return None
        return leave_changes.anew(desk, old, (old.first_day, old.last_day), change.to, source)
    old = leave_changes.meant(desk, named=change.named) if change else None
    if change is None or old is None or old.first_day is None:
        return None
    zone = ZoneInfo(said.visit.actor.timezone)
    days = new_days(change, old.first_day, old.last_day, sent_at=said.sent_at.astimezone(zone), tz=zone)
    return leave_changes.anew(desk, old, days, old.covering_staff_id, source) if days else None
