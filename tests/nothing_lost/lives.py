"""How tests start, kill and await lives of the program (see runner)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import delete, update

from bot.app import load_policy
from bot.clock import SystemClock
from bot.services.roster.roster import import_roster
from playground.people import people_of
from playground.person import Someone
from playground.server import PlaygroundServer
from playground.workspace import Workspace
from storage.database import Database
from storage.models import InboxItem, Leave, OutboxItem, Redraw
from tests.databases import open_database
from tests.program import settings_for

ROOT = Path(__file__).parents[2]
PATIENCE = 240.0


@dataclass
class Life:
    """One process of `fieldnote serve`."""

    pid: int
    ended: threading.Event
    status: int | None = None

    @property
    def was_killed(self) -> bool:
        return self.status is not None and os.WIFSIGNALED(self.status)

    def kill(self) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
        self.dies()

    def dies_within(self, seconds: float) -> None:
        """Wait for its end for so long, then kill it."""
        self.ended.wait(seconds)
        self.kill()

    def dies(self) -> None:
        """Wait for its end."""
        assert self.ended.wait(PATIENCE), "it should have died by now"


class Nursery:
    """Starts lives; they share what was imported before, and nothing else."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.nothing_lost.runner"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline(), "the program could not be imported"
        self._lives: dict[int, Life] = {}
        self._born = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def start(self, settings: dict[str, str], *, die_at: str = "", die_after: float = 0.0) -> Life:
        """A life that dies at a point (runner.POINTS) or after some seconds, where one is given."""
        before = len(self._lives)
        wish = {"settings": settings, "die_at": die_at, "die_after": die_after}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        with self._born:
            assert self._born.wait_for(lambda: len(self._lives) > before, PATIENCE), "no life began"
            return list(self._lives.values())[-1]

    def close(self) -> None:
        for life in self._lives.values():
            life.kill()
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            pid, *status = (int(word) for word in line.split())
            with self._born:
                if status:
                    self._lives[pid].status = status[0]
                    self._lives[pid].ended.set()
                else:
                    self._lives[pid] = Life(pid, threading.Event())
                self._born.notify_all()


@dataclass
class Place:
    """A workspace, an empty office's database, and the settings to live there."""

    server: PlaygroundServer
    database: Database
    settings: dict[str, str]

    @property
    def workspace(self) -> Workspace:
        return self.server.workspace

    def lives(self, nursery: Nursery, **how: Any) -> Life:
        """The next life, so long after the last one's death that whatever that had in hand is free."""
        self._end_leases()
        return nursery.start(self.settings, **how)

    def _end_leases(self) -> None:
        now = SystemClock().now()
        with self.database.begin() as session:
            session.execute(update(InboxItem).where(InboxItem.done_at.is_(None)).values(lease_until=now))
            leased = update(OutboxItem).where(OutboxItem.lease_until.is_not(None))
            session.execute(leased.values(lease_until=now, next_at=now))
            session.execute(update(Redraw).values(next_at=now))

    def someone(self, slack_user: str) -> Someone:
        return Someone(self.workspace, slack_user, patience=PATIENCE)


@contextmanager
def place(database_url: str, roster: Path) -> Iterator[Place]:
    """Slack tries again at once, then soon, as it would within five minutes; but it is patient."""
    soon = (0.0, 0.5, 1.0, 2.0, 4.0, *[8.0] * 6)
    workspace = Workspace(people_of(roster), redelivery=soon, ack_seconds=PATIENCE)
    workspace.triggers.seconds = PATIENCE
    database = open_database(database_url)
    database.migrate()
    now, tz = SystemClock().now(), load_policy("little_flower_ny").zone
    with database.begin() as session:
        import_roster(session, roster, now=now, tz=tz)
        # Lives go by the real clock: what is told of a leave that is over by then is not their story.
        session.execute(delete(Leave).where(Leave.last_day < now.astimezone(tz).date()))
    with PlaygroundServer(workspace) as server:
        settings = settings_for(database_url) | {
            "SLACK_API_URL": server.api_url,
            "SLACK_BOT_TOKEN": workspace.bot_token,
            "SLACK_APP_TOKEN": workspace.app_token,
            "PORT": "0",
        }
        yield Place(server, database, settings)
    database.close()
