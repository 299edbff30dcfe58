"""An office of a few people with phones, and the bot: conversations are tested as they are had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playground.demo import Demo, running
from playground.person import Someone

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 30, tzinfo=NEW_YORK)
ROSTER = Path(__file__).parent / "roster"


@dataclass
class Office:
    """Dana's supervisor is Sam; Riley is another unit's, who should see nothing. Kim works for Riley."""

    demo: Demo
    dana: Someone
    sam: Someone
    riley: Someone
    kim: Someone
    alex: Someone
    robin: Someone
    jo: Someone

    def fast_forward(self, to: datetime) -> None:
        """Move the office's clock on, and let the bot beat at that time."""
        self.demo.workspace.clock.to(to)
        self.demo.fieldnote.scheduler.beat()

    def someone(self, slack_user: str) -> Someone:
        return Someone(self.demo.workspace, slack_user, patience=10)

    @property
    def db(self):
        return self.demo.fieldnote.deps.db


@contextmanager
def open_office(
    folder: Path, database_url: str, *, start: datetime = MONDAY, http: bool = False
) -> Iterator[Office]:
    """The office at Monday 17:30, New York, its roster imported."""
    with running(
        port=0,
        folder=folder,
        database_url=database_url,
        roster=ROSTER,
        start=start,
        heartbeat_seconds=30,
        http=http,
    ) as demo:
        names = ("U0DANA", "U0SAM", "U0RILEY", "U0KIM", "U0ALEX", "U0ROBIN", "U0JO")
        people = [Someone(demo.workspace, user, patience=10) for user in names]
        yield Office(demo, *people)
