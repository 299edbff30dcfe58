"""`fieldnote demo`: the local workspace with the sample agency in it, and the bot, on one page."""

from __future__ import annotations

import json
import logging
import os
import signal
import tempfile
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.app import Fieldnote, build
from bot.commands import Command
from bot.errors import SettingsError
from bot.handlers.door.reader import Reader
from bot.handlers.door.reader_apart import Apart
from bot.reminders.limits import Limits
from bot.services.roster.roster import import_roster
from bot.services.shelf import Shelf
from bot.settings import Settings
from playground.clock import OFFICE_ZONE, MovableClock
from playground.goodbye import say_goodbye
from playground.people import outsiders, people_of
from playground.server import PlaygroundServer
from playground.workspace import Workspace
from storage.database import Database

ROOT = Path(__file__).resolve().parent.parent
ROSTER = ROOT / "sample" / "roster"
MANIFEST = ROOT / "manifest.json"
START = datetime(2026, 11, 9, 17, 30, tzinfo=OFFICE_ZONE)
PORT = 8930
HINTS = {
    "U0HARBOR005": "Start here. Two Mayas on the caseload. Write: saw Maya today",
    "U0HARBOR002": "Tanisha's supervisor: reads, approves, returns",
    "U0HARBOR017": "On call tonight. Write: number for Will Hall's mother",
    "U0HARBOR004": "On-call supervisor tonight: is alerted in a crisis",
    "U0HARBOR007": "Writes in Spanish too: vi a Luz hoy a las 3 en la escuela",
    "U0HARBOR001": "Sees how timely the notes are, and what is stuck",
}
"""What the page suggests to a newcomer for some of the sample's people, who come first in this order."""


@dataclass(frozen=True)
class Demo:
    """A running demo."""

    server: PlaygroundServer
    workspace: Workspace
    fieldnote: Fieldnote
    _moved: ThreadPoolExecutor

    def move_to(self, when: datetime) -> None:
        """Move the clock on, and wait for the beat that the move brings about."""
        self.workspace.clock.to(when)
        self._moved.submit(lambda: None).result()


@contextmanager
def running(
    *,
    port: int = PORT,
    start: datetime = START,
    roster: Path = ROSTER,
    folder: Path,
    database: Database | None = None,
    heartbeat_seconds: float = 2.0,
    http: bool = False,
    reader: Reader | None = None,
    limits: Limits | None = None,
    shelf: Shelf | None = None,
    redelivery: Sequence[float] | None = None,
) -> Iterator[Demo]:
    """The workspace and the bot in it until the block ends; both beat when the clock is moved.

    `database`: one with its tables and the roster; without it one is made in `folder`. `http`: payloads come
    as signed HTTP, not over Socket Mode. `redelivery`: seconds to each next try, else Slack's. The others: as
    of `bot.app.build`.
    """
    clock = MovableClock(start)
    workspace = _workspace(roster, clock, redelivery)
    with ThreadPoolExecutor(1, "clock-moved") as moved, PlaygroundServer(workspace, port) as server:
        url = f"sqlite:///{folder / 'demo.sqlite3'}"
        settings = _settings(server, url, heartbeat_seconds, http=http)
        fieldnote = build(settings, clock=clock, db=database, reader=reader, limits=limits, shelf=shelf)
        if database is None:
            with fieldnote.deps.db.begin() as session:
                import_roster(session, roster, now=clock.now(), tz=fieldnote.deps.policy.zone)
        clock.on_move(lambda _now: _soon(moved, fieldnote.scheduler.beat))
        fieldnote.start()
        if http:
            server.deliver_to(f"http://127.0.0.1:{fieldnote.port}/slack/events")
        else:
            server.wait_for_bot()
        try:
            yield Demo(server, workspace, fieldnote, moved)
        finally:
            say_goodbye(server, *fieldnote.connections)
            fieldnote.stop()


def _soon(hand: ThreadPoolExecutor, work: Callable[[], None]) -> None:
    hand.submit(work)


def _workspace(roster: Path, clock: MovableClock, redelivery: Sequence[float] | None) -> Workspace:
    """The agency's people and some outsiders, the app installed."""
    staff = [replace(p, hint=HINTS.get(p.slack_user_id, "")) for p in people_of(roster)]
    staff.sort(key=lambda person: [*HINTS, person.slack_user_id].index(person.slack_user_id))
    workspace = Workspace([*staff, *outsiders()], clock)
    workspace.deliveries.redelivery = tuple(redelivery or workspace.deliveries.redelivery)
    workspace.install(json.loads(MANIFEST.read_text(encoding="utf-8")))
    return workspace


def _settings(
    server: PlaygroundServer, database_url: str, heartbeat_seconds: float, *, http: bool
) -> Settings:
    """Settings of the demo's own: it makes its keys, and takes nothing from the environment."""
    workspace = server.workspace
    return Settings(
        slack_bot_token=workspace.bot_token,
        slack_app_token="" if http else workspace.app_token,
        slack_signing_secret=workspace.signing_secret,
        slack_api_url=server.api_url,
        database_url=database_url,
        record_keys=(os.urandom(32),),
        audit_keys=(os.urandom(32),),
        heartbeat_seconds=heartbeat_seconds,
        port=0,
    )


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, default=PORT, help=f"where the page is (default {PORT})")
    parser.add_argument("--start", type=_instant, default=START, help="the demo's time at its start, ISO")


def _instant(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=OFFICE_ZONE)


def _run(args: Namespace) -> int:
    ended = threading.Event()
    # On a slow machine the first beat outlasts the next one's time: nothing that a newcomer should read of.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    with tempfile.TemporaryDirectory(prefix="fieldnote-demo-") as folder:
        try:
            with running(port=args.port, start=args.start, folder=Path(folder), reader=Apart()) as demo:
                print(
                    f"Fieldnote's local workspace: open {demo.server.url} in a browser. Ctrl-C ends it.",
                    flush=True,
                )
                ended.wait()
        except OSError as taken:
            raise SettingsError(f"port {args.port} is taken: use `fieldnote demo --port N`") from taken
    return 0


command = Command("demo", "the local workspace with the sample agency, no Slack needed", _run, _configure)
