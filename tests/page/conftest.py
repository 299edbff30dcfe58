"""A browser, a workspace of three with a bot in it, and people who sit before the page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, sync_playwright

from playground.clock import MovableClock
from playground.people import Person, outsiders
from playground.server import PlaygroundServer
from playground.workspace import PATIENCE, Workspace
from tests.page.practice_bot import PracticeBot
from tests.page.screens import Screens
from tests.page.visitor import Visitor

MONDAY = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)  # 17:30 in New York
NAMES = ("chromium", "chromium-browser", "google-chrome")
COMMANDS = [
    {"command": "/log", "description": "Log a contact", "usage_hint": "what happened"},
    {"command": "/oncall", "description": "Who is on call"},
]
SHORTCUTS = [
    {"type": "global", "name": "Log a contact", "callback_id": "log_contact"},
    {"type": "message", "name": "Log this", "callback_id": "log_this"},
]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one process: each would begin a browser of its own."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, headless; where there is none its tests are left out, and say so."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium: the tests of the page were left out")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def screens(browser: Browser) -> Screens:
    return Screens(browser)


@dataclass(frozen=True)
class Office:
    """A workspace of three, its server and the bot in it."""

    workspace: Workspace
    server: PlaygroundServer
    bot: PracticeBot


@contextmanager
def open_office() -> Iterator[Office]:
    """An office of its own until the block ends."""
    people = [
        Person(
            "U0DANA", "Dana Ellis", "Caseworker, Unit A", "Caseworkers", hint="Two Mayas on her caseload."
        ),
        Person("U0SAM", "Sam Ortega", "Supervisor, Unit A", "Supervisors"),
        Person("U0RILEY", "Riley Shaw", "Supervisor, Unit B", "Supervisors", tz="America/Los_Angeles"),
        *outsiders(),
    ]
    workspace = Workspace(people, MovableClock(MONDAY), redelivery=(0.0, 0.1), ack_seconds=PATIENCE)
    workspace.triggers.seconds = PATIENCE
    workspace.install({"features": {"slash_commands": COMMANDS, "shortcuts": SHORTCUTS}})
    with PlaygroundServer(workspace) as server, PracticeBot(server) as bot:
        yield Office(workspace, server, bot)


@pytest.fixture
def office() -> Iterator[Office]:
    with open_office() as opened:
        yield opened


@pytest.fixture
def workspace(office: Office) -> Workspace:
    return office.workspace


@pytest.fixture
def server(office: Office) -> PlaygroundServer:
    return office.server


@pytest.fixture
def bot(office: Office) -> PracticeBot:
    return office.bot


@pytest.fixture(scope="module")
def reader(screens: Screens) -> Iterator[Visitor]:
    """Dana before a page that the tests of a module only read, one after the other."""
    with open_office() as opened:
        visitor = Visitor(screens, opened.server.url, "U0DANA")
        yield visitor
        assert visitor.leave() == []


@pytest.fixture
def sits_down(screens: Screens, office: Office) -> Iterator[Callable[..., Visitor]]:
    """`sits_down("U0DANA", phone=True, dark=True)` opens a browser window of their own for a person."""
    visitors: list[Visitor] = []

    def sit(user: str, *, phone: bool = False, dark: bool = False) -> Visitor:
        visitors.append(Visitor(screens, office.server.url, user, phone=phone, dark=dark))
        return visitors[-1]

    yield sit
    troubles = [trouble for visitor in visitors for trouble in visitor.leave()]
    assert troubles == []


@pytest.fixture
def dana(sits_down: Callable[..., Visitor]) -> Visitor:
    return sits_down("U0DANA")
