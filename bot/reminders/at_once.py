"""A message sent at once, in the thread of whoever answers a person: its intent came with the change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from bot.clock import monotonic
from bot.reminders import pace
from bot.reminders.calls import Answer, Fate
from bot.reminders.engine import Engine
from bot.reminders.limits import POST
from bot.reminders.prepare import Do, Prepared
from bot.reminders.work import CALLS, Outcome
from bot.views.drawn import Drawn
from storage.models import OutboxItem
from storage.types import OutboxState


@dataclass(frozen=True, slots=True)
class Ready:
    """A row as its writer has just committed it, so that nobody need read it again.

    `drawn`: its message where it was drawn in that very transaction (None: it is drawn now); `rests`:
    whether posting was paused for the workspace.
    """

    item: OutboxItem
    drawn: Drawn | None = None
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Posted:
    """A message that stands in the channel, its row still to be settled and held until then."""

    engine: Engine
    outcome: Outcome

    def settled(self) -> None:
        """That transaction is committed."""
        self.engine.on_step("settled", self.outcome.prepared.item.id)
        self.let_go()

    def let_go(self) -> None:
        """Leave the row to the sender, which asks Slack about it once its lease is over."""
        self.engine.let_go(self.outcome.prepared.item.id)


Later = Callable[[Posted], None]


def settle_posted(session: Session, posted: Sequence[Posted]) -> None:
    """Write the last word of rows of one engine, in the caller's transaction: in a few statements for all."""
    if posted:
        engine = posted[0].engine
        engine.write_down(session, engine.write_down_together(session, [each.outcome for each in posted]))


def send_at_once(
    engine: Engine, item_id: str, fence: int, *, ready: Ready | None = None, later: Later | None = None
) -> tuple[str, str] | None:
    """Post a row committed with `sending_now`: (channel, ts) where it surely stands there now, else None.

    With `later` a post is settled by the caller; all else (a refusal, a doubt) is settled here.
    """
    now = engine.clock.now()
    ready = ready or _look(engine, item_id, fence, now)
    if ready is None:
        return None
    item = ready.item
    item.state = OutboxState.WAITING  # the intent is this process's own: nothing was posted yet
    engine.take(item.id)
    held_on, left = False, []
    try:
        why_not = _why_not(engine, ready, now)
        outcome = _not_now(item, why_not) if why_not else _send(engine, ready, now)
        posted = outcome.prepared.do is Do.POST and outcome.answer.fate is Fate.OK
        if posted and later is not None:
            later(Posted(engine, outcome))
            held_on = True
        else:
            left = engine.settle([outcome])
    finally:
        if not held_on:
            engine.let_go(item.id)
    return (item.channel or "", outcome.answer.value) if posted and not left else None


def _look(engine: Engine, item_id: str, fence: int, now: datetime) -> Ready | None:
    """The row as it stands; None where it is no longer the caller's."""
    with engine.db.reading() as session:
        item = session.get(OutboxItem, item_id)
        rests = POST in pace.paused(session, now)
    if item is None or item.fence != fence or item.state is not OutboxState.MAYBE_SENT:
        return None
    return Ready(item, rests=rests)


def _why_not(engine: Engine, ready: Ready, now: datetime) -> str:
    """Why the row is left to the sender; empty where it may go at once.

    A process that was frozen since its commit must not post what another one is asking Slack about.
    """
    until = ready.item.lease_until
    # An answer's lease is shorter than the usual one (`posting.PATIENCE`): three quarters of its own.
    if until is not None and until - now < 0.75 * min(engine.limits.ambiguity, until - ready.item.created_at):
        return "late"
    return "paused" if ready.rests else ""


def _not_now(item: OutboxItem, why: str) -> Outcome:
    return Outcome(Prepared(item, Do.POST), Answer(Fate.NOT_SENT, POST, error=why))


def _send(engine: Engine, ready: Ready, now: datetime) -> Outcome:
    since, item = monotonic(), ready.item
    if ready.drawn is not None and item.channel is not None:
        return engine.call(Prepared(item, Do.POST, ready.drawn), since)
    prepared = engine.prepare([item], now)[0]
    if prepared.do is not Do.OPEN:
        return engine.call(prepared, since) if prepared.do in CALLS else Outcome(prepared)
    opened = engine.call(prepared, since)
    if opened.answer.fate is not Fate.OK:
        return opened
    item.channel = opened.answer.value
    prepared = engine.prepare([item], now)[0]
    outcome = engine.call(prepared, since) if prepared.do in CALLS else Outcome(prepared)
    return replace(outcome, slack_user_id=opened.slack_user_id)
