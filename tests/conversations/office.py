"""An office of a few people with phones, and the bot: conversations are tested as they are had."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.reminders.limits import Limits
from bot.services.shelf import Shelf
from playground.demo import Demo, running
from playground.person import Someone
from playground.workspace import PATIENCE
from storage.database import Database
from tests.stock import MONDAY, ROSTER

UNPACED = Limits(channel_gap=timedelta(0), digests_per_second=1000.0, digest_burst=1000.0)
"""How fast the bot sends is tested in tests/reminders; here nobody waits for it."""
SOON = (0.0, 0.2, 0.5, 2.0, 60.0)
"""Seconds to Slack's next try: on a busy machine a shift is told of before the bot's connection stands."""


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
        self.demo.move_to(to)

    def someone(self, slack_user: str) -> Someone:
        return Someone(self.demo.workspace, slack_user)

    @property
    def db(self):
        return self.demo.fieldnote.deps.db


@contextmanager
def open_office(
    folder: Path, database: Database, *, http: bool = False, shelf: Shelf | None = None
) -> Iterator[Office]:
    """The office at Monday 17:30, New York; the database holds its roster (the fixture `stocked`).

    Slack's three seconds are a minute here, its next tries come soon, and people's patience four. `shelf`: one that knows the roster.
    """
    with running(
        port=0,
        folder=folder,
        database=database,
        roster=ROSTER,
        start=MONDAY,
        heartbeat_seconds=30,
        http=http,
        limits=UNPACED,
        shelf=shelf,
        redelivery=SOON,
    ) as demo:
        demo.workspace.triggers.seconds = PATIENCE
        demo.workspace.deliveries.ack_seconds = PATIENCE / 4  # what a broken connection lost comes again
        names = ("U0DANA", "U0SAM", "U0RILEY", "U0KIM", "U0ALEX", "U0ROBIN", "U0JO")
        people = [Someone(demo.workspace, user) for user in names]
        yield Office(demo, *people)
