"""The storm of R1 and R2: senders that are killed over and over while a share of Slack's answers is faulty.

There is always something to send as long as somebody is killed: whenever little is left, more falls due.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from benchmarks.lives import left
from benchmarks.places import Row, fill, judge, prepared, users
from playground.server import PlaygroundServer
from playground.workspace import Workspace
from storage.database import Database
from storage.models import OutboxItem
from storage.types import OutboxState

ROOT = Path(__file__).parents[1]
FAULTY = 0.19
FEW, MORE = 150, 200
"""Where fewer are left than that, so many fall due."""
PATIENCE, LONG_PATIENCE, GREAT = 3.0, 20.0, 100
"""Seconds of a lease, and after which Slack is asked about a post of unknown fate (in service 60 and 90).

A small storm would do nothing but wait for the longer ones. One of over a hundred kills has enough to do
meanwhile, and takes so long that somebody else may need the machine: then a process stands still for seconds.
"""
LAST = 3600
"""Seconds that the last lives have for what is left; they end once there is nothing."""


class Feeder:
    """Has more fall due while the storm goes on. What it was told is written down counts; no more."""

    def __init__(self, db: Database, wanted: list[str]) -> None:
        self._db, self.wanted, self._next = db, wanted, len(wanted)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="feeder")
        self._thread.start()

    def stop(self) -> None:
        """Nothing more."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(0.25):
            if left(self._db) < FEW:
                self._more()

    def _more(self) -> None:
        first, self._next = self._next, self._next + MORE
        try:
            self.wanted += fill(self._db, MORE, first=first)
        except SQLAlchemyError:
            """The database is down: nobody was told that these are written down, and nobody owes them."""


def storm(
    name: str, url: str, processes: int, count: int, kills: int, crash: Callable[[], None] | None = None
) -> Row:
    """So many reminders and kills, 19% of Slack's answers faulty; `SECONDS=` bounds the killing."""
    workspace = Workspace(users())
    db = prepared(url)
    feeder = Feeder(db, fill(db, count))
    workspace.faults.storm(FAULTY, seed=1)
    with PlaygroundServer(workspace) as server:
        started = time.monotonic()
        patience = LONG_PATIENCE if kills > GREAT else PATIENCE
        each = ("--kills", kills // processes, "--patience", patience, "--last", LAST)
        bounds = ("--seconds", os.environ.get("SECONDS", 60 + kills))
        lives = [_lives(url, server, *each, *bounds, "--seed", n) for n in range(processes)]
        if crash is not None:
            crash()
        killed = sum(int(process.stdout.readline()) for process in lives if process.stdout)
        feeder.stop()
        for process in lives:
            process.communicate()
        seconds_taken = time.monotonic() - started
    unsent = _not_sent(db)
    db.close()
    database = url.partition(":")[0].partition("+")[0]
    row = Row(name, database, processes, len(feeder.wanted), killed, seconds_taken)
    row.remark = f"{unsent} rows not sent" if unsent else ""
    return judge(row, feeder.wanted, workspace)


def _lives(url: str, server: PlaygroundServer, *options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.lives", url, server.api_url, *map(str, options)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def _not_sent(db: Database) -> int:
    with db.reading() as session:
        states = session.scalars(select(OutboxItem.state))
        return sum(1 for state in states if state is not OutboxState.SENT)
