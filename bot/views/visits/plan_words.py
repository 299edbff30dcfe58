"""The answers to words about a visit that is yet to happen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import actions, button, push, section
from bot.views.drawn import Drawn
from bot.views.visits.plan import names
from bot.views.wording import event_time, initials_of
from storage.types import Child

_QUESTIONS = {"cancel": "Cancel this visit?", "what": "What of this plan should change?"}


def moved_card(
    children: Sequence[Child],
    on: date | None,
    starts_at: datetime | None,
    was: tuple[date | None, datetime | None],
    *,
    tz: ZoneInfo,
    was_for: Sequence[Child] = (),
) -> Drawn:
    """When the visit is now, and when it was; for whom, and for whom it `was_for`; moments in `tz`."""
    now = event_time(on=on, starts_at=starts_at, minutes=None, tz=tz)
    before = event_time(on=was[0], starts_at=was[1], minutes=None, tz=tz) if was[0] else "no day yet"
    line = f"*When*  {now} (was {before})" if before != now else f"*When*  {now}, as it was"
    who = f"{names(children)} (was {names(was_for)})" if was_for else names(children)
    return Drawn(text=_push(children), blocks=[section(f"✓ Plan changed: {who}\n{line}")])


def asked_card(
    *,
    plan_id: str,
    asks: str,
    children: Sequence[Child],
    on: date | None,
    starts_at: datetime | None,
    tz: ZoneInfo,
) -> Drawn:
    """What is to be tapped; `asks`: cancel, what, or "" for a visit that was called off."""
    when = event_time(on=on, starts_at=starts_at, minutes=None, tz=tz)
    who = " · ".join(part for part in (names(children), when) if part)
    if not asks:
        return Drawn(text=_push(children), blocks=[section(f"Cancelled: {who}")])
    buttons = [button("Cancel visit", "plan.cancel", plan_id), button("Move", "plan.move", plan_id)]
    return Drawn(text=_push(children), blocks=[section(f"❓ *{_QUESTIONS[asks]}*\n{who}"), actions(buttons)])


def _push(children: Sequence[Child]) -> str:
    return push(f"Planned visit {initials_of(children)}".strip())
