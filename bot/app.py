"""Puts the parts together; the only module that knows them all."""

from __future__ import annotations

import gc
import logging
import signal
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

from slack_bolt import App
from slack_sdk import WebClient

from bot.clock import Clock, SystemClock
from bot.handlers import features, home
from bot.handlers.door import quiet
from bot.handlers.door.afterwards import Afterwards, Count
from bot.handlers.door.ahead import Ahead
from bot.handlers.door.cards import Gallery
from bot.handlers.door.catching_up import CatchUp
from bot.handlers.door.front_desk import Deps, FrontDesk
from bot.handlers.door.inbox import Inbox, Sweeper
from bot.handlers.door.reader import Here, Reader
from bot.handlers.door.reader_apart import Apart
from bot.handlers.door.sockets import Socket
from bot.handlers.door.web import WebServer
from bot.reminders import calls
from bot.reminders.deliver import Deliverer
from bot.reminders.homes import Homes
from bot.reminders.ladder import Ladders
from bot.reminders.limits import Limits
from bot.reminders.pager import Pager
from bot.reminders.redraw import Cards
from bot.reminders.scheduler import Scheduler
from bot.reminders.shift_watch import ShiftWatch
from bot.rules.policy import Policy, load_policy
from bot.services.duties.seen import recount
from bot.services.shelf import Shelf
from bot.settings import Settings
from bot.understand.two_steps import ToRead
from storage.database import Database

log = logging.getLogger(__name__)
HANDS = 16
"""Requests worked at once; more wait their turn, acknowledged and stored."""
SWITCH = 0.0005
"""Seconds after which a busy thread lets another one have its turn (Python's default is ten times that)."""
PATIENCE = 10
"""Seconds that one call of Slack's API may take."""


@dataclass
class Fieldnote:
    """The running program: connected, sending, beating."""

    app: App
    deps: Deps
    scheduler: Scheduler
    settings: Settings
    _socket: Socket | None = None
    _web: WebServer | None = None
    _sweeper: Sweeper | None = None
    _catch_up: CatchUp | None = None

    def start(self) -> None:
        """Work what was left, connect, send, beat."""
        self.deps.reader.start()
        self._warm()
        self.deps.afterwards.start()
        self.deps.homes.start()
        self.scheduler.start()
        self._catch_up = self._catching_up()
        self.deps.inbox.take_over()
        self._web = WebServer(self.app, self.deps, self.settings)
        self._web.start()
        if self.settings.slack_app_token:
            self._socket = _socket_mode(self.app, self.deps, self.settings)
            self._socket.connect()  # type: ignore[no-untyped-call]
        self._sweeper = Sweeper(self.deps.inbox, self.app)
        self._sweeper.start()
        self._catch_up.start()

    def _catching_up(self) -> CatchUp:
        """Knows from here on how far back to read: nothing new has arrived yet."""
        deps = self.deps
        found = CatchUp(deps.db, deps.client, deps.clock, team_id=deps.team_id, connected=self._is_connected)
        found.remember()
        return found

    def _is_connected(self) -> bool:
        return self._socket is None or bool(self._socket.client.is_connected())

    def _warm(self) -> None:
        """Build the agency's index and the reading's tables before the first worker waits for them."""
        with self.deps.db.reading() as session:
            agency = self.deps.shelf.agency(session)
        zone, now = self.deps.policy.zone, self.deps.clock.now()
        first = ToRead("", "saw her today at 4pm", sent_at=now.astimezone(zone), tz=zone)
        self.deps.reader.warm(agency, first)

    @property
    def connections(self) -> tuple[Socket, ...]:
        """The open connections to Slack; none over HTTP."""
        return (self._socket,) if self._socket else ()

    @property
    def port(self) -> int:
        """Where /slack/events, /healthz and /metrics are; known once it has started."""
        return self._web.port if self._web else self.settings.port

    def stop(self) -> None:
        """Take nothing more in, finish what is on its way, end."""
        if self._socket is not None:
            self._socket.close()  # type: ignore[no-untyped-call]
        if self._web is not None:
            self._web.stop()
        if self._catch_up is not None:
            self._catch_up.stop()
        if self._sweeper is not None:
            self._sweeper.stop()
        self.app.listener_runner.listener_executor.shutdown(wait=True)
        self.deps.afterwards.stop()
        self.deps.reader.stop()
        self.scheduler.stop()
        self.deps.homes.stop()
        calls.hang_up(self.deps.client)


def build(
    settings: Settings,
    *,
    clock: Clock | None = None,
    db: Database | None = None,
    reader: Reader | None = None,
    limits: Limits | None = None,
    shelf: Shelf | None = None,
) -> Fieldnote:
    """The program, put together and migrated but not started. SettingsError for what is missing.

    `reader`: who reads what people say; without one it is read in this process. `limits`: how fast the
    outbox may send; without them as fast as Slack allows. `shelf`: one that knows the agency already.
    """
    clock = clock or SystemClock()
    policy = load_policy(settings.policy, timezone=settings.agency_timezone)
    if db is None:
        db = settings.open_database()
    db.migrate()
    quiet.hush()
    app = _bolt(settings)
    gallery = Gallery(policy, shelf := shelf or Shelf())
    deps = _deps(
        settings,
        app,
        db,
        clock,
        policy=policy,
        shelf=shelf,
        gallery=gallery,
        reader=reader or Here(),
        limits=limits,
    )
    app.use(deps.inbox.middleware)
    features.hang(gallery)
    features.register(FrontDesk(app, deps))
    return Fieldnote(app, deps, _scheduler(settings, deps), settings)


def _scheduler(settings: Settings, deps: Deps) -> Scheduler:
    db, policy, shelf = deps.db, deps.policy, deps.shelf
    return Scheduler(
        db,
        deps.clock,
        policy=policy,
        deliverer=deps.deliverer,
        cards=deps.cards,
        heartbeat_url=settings.heartbeat_url,
        audit_anchor=settings.audit_anchor,
        seconds=settings.heartbeat_seconds,
        shelf=shelf,
        ladders=Ladders(db, policy, shelf, deps.client),
        pager=Pager(db, settings.pager_url),
        shifts=ShiftWatch(db, policy, shelf, deps.client),
    )


def _bolt(settings: Settings) -> App:
    return App(
        name="fieldnote",  # else Bolt searches the stack for one, a tenth of a second long
        client=_client(settings),
        signing_secret=settings.slack_signing_secret or "socket mode checks no signatures",
        listener_executor=ThreadPoolExecutor(HANDS, thread_name_prefix="hand"),
        process_before_response=False,
        logger=quiet.bolt_logger(),
    )


def _client(settings: Settings) -> WebClient:
    return WebClient(
        token=settings.slack_bot_token,
        base_url=settings.slack_api_url,
        timeout=PATIENCE,
        ssl=calls.trusted(),
    )


def _deps(
    settings: Settings,
    app: App,
    db: Database,
    clock: Clock,
    *,
    policy: Policy,
    shelf: Shelf,
    gallery: Gallery,
    reader: Reader,
    limits: Limits | None,
) -> Deps:
    client = calls.client_for(settings.slack_bot_token, settings.slack_api_url, timeout=PATIENCE)
    cards = Cards(db, client, clock, draw_card=gallery.draw_card, draw_cleared=gallery.draw_cleared)
    deliverer = Deliverer(db, client, clock, draw=gallery.draw, cards=cards, limits=limits)
    ahead = Ahead(reader, shelf)
    return Deps(
        db=db,
        clock=clock,
        policy=policy,
        shelf=shelf,
        client=client,
        deliverer=deliverer,
        cards=cards,
        inbox=Inbox(db, clock, arrives=ahead.begin),
        afterwards=Afterwards(db, count=_counting(policy, clock), wake=deliverer.kick),
        reader=reader,
        ahead=ahead,
        homes=Homes(db, client, clock, draw=home.drawing(db, clock, policy, shelf)),
        team_id=_team(app.client),
    )


def _counting(policy: Policy, clock: Clock) -> Count:
    return lambda session, told: recount(session, policy, told, clock.now())


def _team(client: WebClient) -> str | None:
    return client.auth_test().get("team_id")


def _socket_mode(app: App, deps: Deps, settings: Settings) -> Socket:
    return Socket(
        app,
        deps.inbox,
        deps.order,
        settings.slack_app_token,
        ahead=deps.ahead,
        ping_interval=10,
        concurrency=HANDS,
    )


def _be_quick() -> None:
    """Have the interpreter serve many people at once: acknowledgements must not wait behind a long reading.

    A thread that returns from the disk or the network waits for its turn up to the switch interval, ten
    times on the way to an acknowledgement. What has been loaded is for good: no collection need visit it.
    """
    sys.setswitchinterval(SWITCH)
    gc.collect()
    gc.freeze()


def serve(settings: Settings, *, reader: Reader | None = None) -> int:
    """Run until SIGTERM or SIGINT; 0 at a clean end. Messages are read in a process of their own.

    `reader`: somebody else reads them.
    """
    settings.check_slack()
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    fieldnote = build(settings, reader=reader or Apart())
    fieldnote.start()
    _be_quick()
    log.info("Fieldnote is connected")
    try:
        while not ended.wait(timedelta(hours=1).total_seconds()):
            pass
    finally:
        fieldnote.stop()
    return 0
