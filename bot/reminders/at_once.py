"""A message sent at once, in the thread of whoever answers a person: its intent came with the change."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.clock import monotonic
from bot.reminders import pace
from bot.reminders.calls import Answer, Fate
from bot.reminders.engine import Engine
from bot.reminders.limits import POST
from bot.reminders.prepare import Do, Prepared
from bot.reminders.work import CALLS, Outcome
from storage.models import OutboxItem
from storage.types import OutboxState


def send_at_once(engine: Engine, item_id: str, fence: int) -> tuple[str, str] | None:
    """Post a row committed with `sending_now`: (channel, ts) where it surely stands there now, else None."""
    now = engine.clock.now()
    with engine.db.reading() as session:
        item = session.get(OutboxItem, item_id)
        rests = POST in pace.paused(session, now)
    if item is None or item.fence != fence or item.state is not OutboxState.MAYBE_SENT:
        return None
    item.state = OutboxState.WAITING  # the intent is this process's own: nothing was posted yet
    with engine.holding(item.id):
        outcome = _send(engine, item, now) if not rests else _not_now(item)
        left = engine.settle([outcome])
    posted = outcome.prepared.do is Do.POST and outcome.answer.fate is Fate.OK
    return (item.channel or "", outcome.answer.value) if posted and not left else None


def _not_now(item: OutboxItem) -> Outcome:
    return Outcome(Prepared(item, Do.POST), Answer(Fate.NOT_SENT, POST, error="paused"))


def _send(engine: Engine, item: OutboxItem, now: datetime) -> Outcome:
    since = monotonic()
    prepared = engine.prepare(item, now)
    if prepared.do is not Do.OPEN:
        return engine.call(prepared, since) if prepared.do in CALLS else Outcome(prepared)
    opened = engine.call(prepared, since)
    if opened.answer.fate is not Fate.OK:
        return opened
    item.channel = opened.answer.value
    prepared = engine.prepare(item, now)
    outcome = engine.call(prepared, since) if prepared.do in CALLS else Outcome(prepared)
    return replace(outcome, slack_user_id=opened.slack_user_id)
