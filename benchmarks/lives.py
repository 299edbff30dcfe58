"""A sender that is killed over and over: `python -m benchmarks.lives DATABASE_URL API_URL …`.

Forks one life after another from a warm parent. A life sends the outbox until SIGKILL strikes it, at one of
its steps or at a random moment; the last one is spared and drains what is left. Nothing of a life survives
but the database and Slack. What the parent hands on is what any start would make alike (certificates, the
text of statements); no connection is open when it forks. Writes the number of kills when they are over; that
and the number of messages left at the end, with exit code 0 once there are none.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import random
import signal
import sys
import threading
import time
from contextlib import suppress
from datetime import datetime, timedelta

from slack_sdk import WebClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.reminders import calls
from bot.reminders.deliver import Deliverer
from bot.reminders.engine import DATABASE_TROUBLE, OnStep
from bot.reminders.limits import Limits
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import OutboxItem
from storage.sealing import Keyring
from storage.types import OutboxState

OPEN = (OutboxState.WAITING, OutboxState.MAYBE_SENT, OutboxState.HELD)
STEPS = ("claimed", "intended", "calling", "called", "settled")


def draw(_session: Session, item: OutboxItem, _now: datetime) -> Drawn:
    return Drawn(text=f"Reminder {item.subject_id}")


def limits(patience: float, pace: float) -> Limits:
    """Everything as in real life, only that nobody waits for minutes."""
    return Limits(
        ambiguity=timedelta(seconds=patience),
        lease=timedelta(seconds=patience),
        first_retry=timedelta(seconds=0.05),
        longest_retry=timedelta(seconds=0.5),
        token_pause=timedelta(seconds=1),
        channel_gap=timedelta(0),
        digests_per_second=pace,
        digest_burst=max(2.0, pace / 20),
        idle=0.1,
    )


def open_database(url: str) -> Database:
    return Database(url, keyring=Keyring([bytes(range(32))]), audit_key=bytes(range(32, 64)))


class Death:
    """Strikes at a named step, at any step with a chance, after some work, or while a call is on its way.

    `after` counts seconds of the processor, so that a life on a busy machine gets as far as on an idle one;
    `into` counts seconds since a call began.
    """

    def __init__(
        self, step: str = "", chance: float = 0.0, after: float = 0.0, into: float = -1.0, seed: int = 0
    ) -> None:
        self._step, self._chance, self._into, self._random = step, chance, into, random.Random(seed)
        if after:
            threading.Thread(target=self._await, args=(time.process_time() + after,), daemon=True).start()

    def watch(self, step: str, _item_id: str) -> None:
        if step == "calling" and self._into >= 0:
            threading.Timer(self._into, self.strike).start()
        if step == self._step or (self._chance and self._random.random() < self._chance):
            self.strike()

    def _await(self, moment: float) -> None:
        while time.process_time() < moment:
            time.sleep(0.002)
        self.strike()

    @staticmethod
    def none(_step: str, _item_id: str) -> None:
        """Nobody dies."""

    @staticmethod
    def strike() -> None:
        os.kill(os.getpid(), signal.SIGKILL)


class Parent:
    """What is warm: the certificates are read, statements compiled; nothing of it is open at a fork."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.db = open_database(args.database)
        self.client: WebClient = calls.client_for(args.token, args.api, timeout=5)
        with suppress(*DATABASE_TROUBLE):
            self._send_a_few()
        self.rest()
        gc.freeze()

    def _send_a_few(self) -> None:
        """As a life that nobody ends, and no longer than its first turn takes."""
        sender = self._sender(Death.none)
        sender.drain(0.001)
        sender.stop()
        for thread in threading.enumerate():
            if thread is not threading.current_thread():
                thread.join(5)

    def rest(self) -> int:
        """Let go of every connection; how many messages are left."""
        some = left(self.db)
        self.db.close()
        return some

    def live(self, death: Death, seconds: float) -> None:
        """One life: sends until it is killed, until nothing is left, or for so many seconds."""
        sender = self._sender(death.watch)
        sender.start()
        end = time.monotonic() + seconds
        time.sleep(min(seconds, 1.0))  # most have died by then, and need not be asked what is left
        while time.monotonic() < end and left(self.db):
            time.sleep(0.1)
        sender.stop()
        self.db.close()

    def _sender(self, on_step: OnStep) -> Deliverer:
        wanted = limits(self.args.patience, self.args.pace)
        return Deliverer(self.db, self.client, SystemClock(), draw=draw, limits=wanted, on_step=on_step)

    def one_life(self, death: dict[str, object], seconds: float) -> bool:
        """Fork a life; True where it was killed."""
        child = os.fork()
        if child == 0:
            code = 1
            try:
                self.live(Death(**death), seconds)  # type: ignore[arg-type]
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise SystemExit(f"a life ended by itself with {os.WEXITSTATUS(status)}")
        return os.WIFSIGNALED(status)


def left(db: Database) -> int:
    try:
        with db.reading() as session:
            return session.scalar(select(func.count()).where(OutboxItem.state.in_(OPEN))) or 0
    except Exception:  # noqa: BLE001 a database that is being restarted: there is surely something left
        return 1


def deaths(args: argparse.Namespace) -> list[dict[str, object]]:
    """One at each step that was named, then as many at random as were asked for."""
    chance = random.Random(args.seed)
    named: list[dict[str, object]] = [{"step": step} for step in args.kill_at.split(",") if step]
    return named + [_some_death(chance, args.longest_life) for _ in range(args.kills)]


def _some_death(chance: random.Random, longest: float) -> dict[str, object]:
    """Early in a batch, late in it or in a later one, anywhere at all, or in the midst of a call."""
    seed = chance.randrange(1 << 30)
    kinds: list[dict[str, object]] = [
        {"chance": 0.1, "seed": seed},
        {"chance": 0.03, "seed": seed},
        {"after": chance.uniform(0.005, longest)},
        {"into": chance.uniform(0.0, 0.02)},
    ]
    return chance.choices(kinds, [3, 3, 2, 2])[0]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("api")
    parser.add_argument("--token", default="xoxb-local-workspace")
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--kill-at", default="")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--patience", type=float, default=1.5)
    parser.add_argument("--pace", type=float, default=10_000)
    parser.add_argument("--longest-life", type=float, default=0.08)
    parser.add_argument("--seconds", type=float, default=120, help="after which nobody is killed any more")
    parser.add_argument("--last", type=float, default=240, help="seconds of the last life")
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    parent = Parent(args)
    end, killed = time.monotonic() + args.seconds, 0
    for number, death in enumerate(deaths(args), start=1):
        if time.monotonic() < end:
            killed += parent.one_life(death, args.patience + 5)
        if number % 200 == 0:
            sys.stderr.write(f"{killed} of {number} lives were killed\n")
    sys.stdout.write(f"{killed}\n")
    sys.stdout.flush()
    parent.one_life({}, args.last)
    some = parent.rest()
    sys.stdout.write(f"{killed} {some}\n")
    raise SystemExit(1 if some else 0)


if __name__ == "__main__":
    main()
