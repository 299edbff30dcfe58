"""The sender: claims what is due, posts it exactly once, writes down what became of it.

One coordinator thread holds the database, a small pool makes the calls. The steps of a message are claim,
draw, intent, post, settle; a process may die between any two of them, and any number of processes may
run. docs/reliability.md says why each step is where it is.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from datetime import datetime
from functools import partial

from slack_sdk import WebClient
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.clock import Clock, monotonic
from bot.reminders.at_once import Later, Ready, send_at_once
from bot.reminders.claim import claim, first_due
from bot.reminders.engine import DATABASE_TROUBLE, Engine, OnStep
from bot.reminders.in_hand import InHand
from bot.reminders.intents import intend
from bot.reminders.limits import Limits
from bot.reminders.prepare import Do, Draw, Prepared
from bot.reminders.redraw import Cards
from bot.reminders.work import CALLS, Outcome
from storage.database import Database
from storage.models import OutboxItem

log = logging.getLogger(__name__)
_BLOCKED = 0.1
"""Seconds until the next look at rows that are due but may not leave yet."""


def _no_watcher(_step: str, _item_id: str) -> None:
    """Nobody watches the steps."""


def _ids(outcomes: list[Outcome]) -> frozenset[str]:
    return frozenset(outcome.prepared.item.id for outcome in outcomes)


class Deliverer:
    """Sends the outbox.

    `draw` draws a row's message from the present record, None where it is no longer needed. `cards`
    redraws what is behind whenever the sender is idle. `on_step(step, item id)` is told of each step
    (claimed, intended, calling, called, settled).
    """

    def __init__(
        self,
        db: Database,
        client: WebClient,
        clock: Clock,
        *,
        draw: Draw,
        cards: Cards | None = None,
        limits: Limits | None = None,
        on_step: OnStep = _no_watcher,
    ) -> None:
        self._db, self._clock, self._cards = db, clock, cards
        self._limits = limits or Limits()
        self._engine = Engine(db, client, clock, draw=draw, limits=self._limits, on_step=on_step)
        self._pool = ThreadPoolExecutor(self._limits.threads, thread_name_prefix="sender")
        self._painter = ThreadPoolExecutor(1, thread_name_prefix="redraw")
        self._hand = InHand(self._limits)
        self._wake = threading.Event()
        self._redrawing: Future[int] | None = None
        self._stopping = False
        self._thread: threading.Thread | None = None

    # -- life

    def start(self) -> None:
        """Send in a thread of its own until `stop`."""
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)
        self._thread.start()

    def kick(self) -> None:
        """Wake the sender: something is due."""
        self._wake.set()

    def stop(self, seconds: float = 15.0) -> None:
        """Claim nothing more, finish what is on its way (at most `seconds`), end the threads."""
        self._stopping = True
        self.kick()
        if self._thread is not None:
            self._thread.join(seconds)
        else:
            self._finish(monotonic() + seconds)
        if self._redrawing is not None:
            wait_for([self._redrawing], seconds)
        for pool in (self._pool, self._painter):
            pool.shutdown(wait=False, cancel_futures=True)

    def drain(self, seconds: float = 30.0) -> bool:
        """Send all that is due, in this thread (where `start` was not called).

        False where `seconds` were not enough, because a pause or the pace forbids it.
        """
        deadline = monotonic() + seconds
        while monotonic() < deadline:
            wait = self._turn()
            due_in = self._due_in(self._clock.now())
            if not self._hand.busy and (due_in is None or due_in > 0):
                return True
            self._sleep(wait)
        return False

    def send_claimed(
        self, item_id: str, *, fence: int = 1, ready: Ready | None = None, later: Later | None = None
    ) -> tuple[str, str] | None:
        """Post a row that its writer committed with `sending_now`, in this thread.

        (channel, ts) where it surely stands there now; None where the sender takes care of the rest.
        `ready`: the row and its picture, where the caller has them. `later` takes a post that is still to
        be settled, for a moment at which nobody waits.
        """
        place = send_at_once(self._engine, item_id, fence, ready=ready, later=later)
        if place is None:
            self.kick()
        return place

    def _finish(self, deadline: float) -> None:
        while self._hand.busy and monotonic() < deadline:
            self._sleep(self._turn())

    # -- the loop

    def _run(self) -> None:
        while not (self._stopping and not self._hand.busy):
            try:
                wait = self._turn()
            except DATABASE_TROUBLE:
                log.exception("the outbox waits for the database")
                wait = self._limits.idle
            except Exception:  # the sender outlives everything
                log.exception("the outbox stumbled")
                wait = self._limits.idle
            self._sleep(wait)

    def _turn(self) -> float:
        """Settle what has come back, claim what is due, set it going; the seconds until the next look."""
        now = self._clock.now()
        finished = self._hand.take_back()
        due_in = self._due_in(now) if not finished else None  # then the claim looks, settling as it does
        due = due_in is not None and due_in <= 0
        # What is settled may be due again at once: its channel is open now, or it did not arrive.
        claiming = (due or bool(finished)) and self._hand.room() > 0 and not self._stopping
        if not finished and not claiming:
            self._redraw_meanwhile()
            if due or self._hand.busy:
                return _BLOCKED
            return self._limits.idle if due_in is None else min(due_in, self._limits.idle)
        claimed = self._settle_and_claim(finished, claiming=claiming)
        self._set_going(self._engine.prepare(claimed, now))
        return 0.0 if claimed and not self._hand.busy else _BLOCKED

    def _due_in(self, now: datetime) -> float | None:
        with self._db.reading() as session:
            due = first_due(session)
        return None if due is None else (due - now).total_seconds()

    def _settle_and_claim(self, finished: list[Outcome], *, claiming: bool) -> list[OutboxItem]:
        """Both in one transaction: half the commits, and each of them waits for the disk."""
        self._settle_apart([each for each in finished if self._engine.stands_alone(each)])
        together = [each for each in finished if not self._engine.stands_alone(each)]
        in_hand = self._engine.mine - _ids(together)

        def written(session: Session) -> tuple[list[Outcome], list[OutboxItem]]:
            left = self._engine.write_down_together(session, together)
            return left, self._claim(session, in_hand | _ids(left)) if claiming else []

        try:
            left, claimed = self._db.write(written)
        except IntegrityError:
            self._settle_apart(together)
            return []
        except DATABASE_TROUBLE:
            self._hand.give_back(together)
            raise
        self._forget([each for each in together if each.prepared.item.id not in _ids(left)])
        for item in claimed:
            self._engine.take(item.id)
        self._settle_apart(left)
        for item in claimed:
            self._engine.on_step("claimed", item.id)
        return claimed

    def _claim(self, session: Session, but_not: frozenset[str]) -> list[OutboxItem]:
        now, room = self._clock.now(), self._hand.room()
        return claim(session, now=now, room=room, limits=self._limits, but_not=but_not)

    def _settle_apart(self, apart: list[Outcome]) -> None:
        """Settle each of them in a transaction of its own."""
        left = self._engine.settle(apart)
        self._hand.give_back(left)
        for item_id in _ids(apart) - _ids(left):
            self._engine.let_go(item_id)

    def _set_going(self, prepared: list[Prepared]) -> None:
        ready: list[Prepared] = []
        since = monotonic()
        try:
            if prepared:
                ready, since = self._intend(prepared)
        finally:
            for item_id in {each.item.id for each in prepared} - {each.item.id for each in ready}:
                self._engine.let_go(item_id)
        for each in ready:
            self._engine.on_step("intended", each.item.id)
        self._hand.begin(len(ready))
        for each in ready:
            self._pool.submit(self._call, each, since)

    def _intend(self, prepared: list[Prepared]) -> tuple[list[Prepared], float]:
        """Commit to what is about to be called; what needs no call is settled in the same transaction.

        The time is taken inside: it may have waited long for its turn to write, and the intent must give
        the call its full time before anybody asks Slack about it.
        """
        posts = [each.item for each in prepared if each.do is Do.POST]
        uncalled = [Outcome(each) for each in prepared if each.do not in CALLS]

        def intended(session: Session) -> tuple[list[Outcome], list[OutboxItem], list[OutboxItem], float]:
            now, since = self._clock.now(), monotonic()
            left = self._engine.write_down_together(session, uncalled)
            return left, *intend(session, posts, now=now, limits=self._limits), since

        left, going, busy, since = self._db.write(intended)
        self._engine.settle(left)
        for item in busy:
            going += self._db.write(partial(self._intend_alone, item))
        meant = {item.id for item in going}
        called = [each for each in prepared if each.do in CALLS]
        return [each for each in called if each.do is not Do.POST or each.item.id in meant], since

    def _intend_alone(self, item: OutboxItem, session: Session) -> list[OutboxItem]:
        """Wait for whoever has the row locked, holding nothing meanwhile."""
        return intend(session, [item], now=self._clock.now(), limits=self._limits, wait=True)[0]

    def _call(self, prepared: Prepared, since: float) -> None:
        try:
            outcome = self._engine.call(prepared, since)
        except Exception:  # then its fate is unknown, and the lease's end will have it asked about
            log.exception("the call for outbox row %s stumbled", prepared.item.id)
            outcome = None
        if outcome is None:
            self._engine.let_go(prepared.item.id)
        if self._hand.end(outcome, monotonic() - since):
            self.kick()

    def _forget(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            self._engine.let_go(outcome.prepared.item.id)
            self._engine.on_step("settled", outcome.prepared.item.id)

    def _sleep(self, seconds: float) -> None:
        self._wake.wait(seconds)
        self._wake.clear()

    def _redraw_meanwhile(self) -> None:
        if self._cards is None or self._stopping or (self._redrawing and not self._redrawing.done()):
            return
        self._redrawing = self._painter.submit(self._cards.redraw_due)
