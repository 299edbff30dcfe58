"""The ticker: APScheduler says only when to look, the database says what there is to do.

It keeps nothing in memory that a restart could lose, and any number of processes may tick.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from apscheduler.schedulers.background import BackgroundScheduler

from bot.clock import Clock, SystemClock, monotonic
from bot.reminders.at_a_beat import Beat
from bot.reminders.auditor import Findings, audit, report
from bot.reminders.check_ins import CheckIns
from bot.reminders.deliver import Deliverer
from bot.reminders.duties import Duties
from bot.reminders.ladder import Ladders
from bot.reminders.pager import Pager
from bot.reminders.plan import Planner
from bot.reminders.redraw import Cards
from bot.reminders.reviewers import Reviewers
from bot.reminders.settle import release_held
from bot.reminders.shift_watch import ShiftWatch
from bot.rules.policy import Policy
from bot.services.anchor import anchor
from bot.services.drafts import left_open
from bot.services.leave import hand_over
from bot.services.shelf import Shelf
from storage.database import Database

_TICK = "tick"
PATIENCE = 1.0
"""Seconds after which a beat of the ticker begins no further portion of work."""
GOES_ON = timedelta(seconds=1)
"""After which a beat goes on that had more to do than there was time for."""
AUDIT_EVERY = timedelta(minutes=5)
ANCHOR_EVERY = timedelta(hours=1)
log = logging.getLogger(__name__)


class Scheduler:
    """Beats every `seconds`.

    Climbs the ladders of open crises, gives reviews to those who have them now, plans, wakes the sender,
    tells the pager, redraws, clears; audits every five minutes.
    """

    def __init__(
        self,
        db: Database,
        clock: Clock,
        *,
        policy: Policy,
        deliverer: Deliverer,
        cards: Cards,
        heartbeat_url: str = "",
        audit_anchor: str = "",
        seconds: float = 15,
        shelf: Shelf | None = None,
        ladders: Ladders | None = None,
        pager: Pager | None = None,
        shifts: ShiftWatch | None = None,
    ) -> None:
        self._db, self._clock, self._policy = db, clock, policy
        self._deliverer, self._cards = deliverer, cards
        self._planner = Planner(db, policy)
        self._shelf = shelf = shelf or Shelf()
        self._reading = self._more_to_read = False
        self._beat = Beat(db, policy, shelf)
        self._reviewers, self._duties = Reviewers(db, policy, shelf), Duties(db, policy, shelf)
        self._ladders, self._pager, self._shifts = ladders, pager, shifts
        self._check_ins = CheckIns(db, policy, shelf)
        self._heartbeat_url, self._seconds = heartbeat_url, seconds
        self._ticker: BackgroundScheduler | None = None
        self._audited_at: datetime | None = None
        self._audit_anchor = audit_anchor
        self._anchored_at: datetime | None = None

    def start(self) -> None:
        """Start the sender and tick, at once and then every `seconds`."""
        self._deliverer.start()
        self._ticker = BackgroundScheduler(timezone="UTC")
        self._ticker.add_job(
            self._tick,
            "interval",
            id=_TICK,
            next_run_time=SystemClock().now(),
            seconds=self._seconds,
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        self._ticker.start()

    def stop(self) -> None:
        """Let the running beat end, then the sender finish what is on its way."""
        if self._ticker is not None:
            self._ticker.shutdown(wait=True)
        self._deliverer.stop()

    def _tick(self) -> None:
        """A beat by the ticker; the next one comes soon where there is more to do."""
        self.beat(patience=PATIENCE)
        if self.busy and self._ticker is not None and self._ticker.running:
            self._ticker.modify_job(_TICK, next_run_time=SystemClock().now() + GOES_ON)

    @property
    def busy(self) -> bool:
        """Whether there was more to do than the last beat had time for."""
        return self._more_to_read or self._duties.busy or self._planner.busy

    def beat(self, now: datetime | None = None, patience: float = math.inf) -> None:
        """One beat; callable directly, for instance after the demo's clock was moved. Never raises.

        Whoever has no patience finds `busy` what the next beat goes on with.
        """
        moment, until = now or self._clock.now(), monotonic() + patience
        self._carefully(self._alarms, moment)
        self._carefully(partial(self._read_ahead, until=until), moment)
        for step in (
            *(() if self._reading else self._by_the_agency(until)),
            lambda now: self._planner.plan(now, patience=_left(until)),
            self._offer_drafts,
            self._release,
            self._audit,
            self._anchor,
        ):
            self._carefully(step, moment)
        self._deliverer.kick()
        self._carefully(self._beside_the_alarms, moment)
        self._carefully(lambda _now: self._cards.redraw_due(), moment)
        self._carefully(lambda _now: self._cards.clear_due(), moment)

    def _read_ahead(self, _now: datetime, until: float) -> None:
        """A changed agency in portions: what needs it waits, and all else does not wait for that."""
        self._reading, self._more_to_read = True, False
        self._reading = self._more_to_read = not self._shelf.read_ahead(self._db, _left(until))

    def _by_the_agency(self, until: float) -> tuple[Callable[[datetime], object], ...]:
        """What needs the agency as it stands."""
        return (
            self._reviewers.follow,
            lambda now: self._duties.follow(now, patience=_left(until)),
            self._change_shifts,
            self._hand_over,
        )

    @staticmethod
    def _carefully(step: Callable[[datetime], object], now: datetime) -> None:
        try:
            step(now)
        except Exception:  # the next beat tries again; a ticker must not die of anything
            log.exception("a beat stumbled")

    def _alarms(self, now: datetime) -> None:
        """Before all else, and on their way before it."""
        climbed = self._ladders.climb(now) if self._ladders is not None else 0
        if climbed + self._check_ins.take_steps(now):
            self._deliverer.kick()

    def _beside_the_alarms(self, now: datetime) -> None:
        if self._pager is not None:
            self._pager.send_due(now)
        if self._ladders is not None:
            self._ladders.look_who_is_silent(now)
        if self._shifts is not None and not self._reading:
            self._shifts.look_who_is_silent(now)

    def _change_shifts(self, now: datetime) -> None:
        if self._shifts is not None:
            self._shifts.hand_over(now)

    def _offer_drafts(self, now: datetime) -> None:
        """Drafts that were left, at the end of their author's day."""
        with self._db.reading() as session:
            if not left_open.unoffered(session, self._policy, now):
                return
        self._db.write(lambda session: left_open.offer(session, self._policy, now))

    def _hand_over(self, now: datetime) -> None:
        """Sheets of families that are handed over for a leave, or given back after one."""
        self._beat.where_needed(hand_over.unsent, hand_over.send, now)

    def _release(self, now: datetime) -> None:
        self._db.write(lambda session: release_held(session, now))

    def _audit(self, now: datetime) -> Findings | None:
        last, self._audited_at = self._audited_at, self._audited_at or now
        if last is None or not timedelta(0) <= now - last < 2 * AUDIT_EVERY:
            self._audited_at = now  # just started, or woken from a long sleep: first let it catch up
            return None
        if now - last < AUDIT_EVERY:
            return None
        self._audited_at = now
        findings = audit(self._db, now)
        report(findings, self._heartbeat_url)
        return findings

    def _anchor(self, now: datetime) -> None:
        """The head of the audit trail to a place outside the database, hourly: a cut-off end would show."""
        if self._anchored_at is None or not timedelta(0) <= now - self._anchored_at < ANCHOR_EVERY:
            self._anchored_at = now
            anchor(self._db, self._audit_anchor, now)


def _left(until: float) -> float:
    """Seconds until then; a step that has none left does one portion all the same."""
    return max(0.0, until - monotonic())
