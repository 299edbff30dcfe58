"""A workspace of three, its server, and a small real Bolt app that speaks to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from playground.clock import MovableClock
from playground.people import Person, outsiders
from playground.person import Someone
from playground.server import PlaygroundServer
from playground.workspace import PATIENCE, Workspace
from tests.playground.sample_bot import SampleBot, make_app, run_over_http

DANA, SAM, RILEY = "U0DANA", "U0SAM", "U0RILEY"
MONDAY = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)  # 17:30 in New York


@pytest.fixture
def workspace() -> Workspace:
    people = [
        Person(DANA, "Dana Ellis", "Caseworker, Unit A", "Caseworkers", "dana@harborfamily.example"),
        Person(SAM, "Sam Ortega", "Supervisor, Unit A", "Supervisors", "sam@harborfamily.example"),
        Person(RILEY, "Riley Shaw", "Supervisor, Unit B", "Supervisors", tz="America/Los_Angeles"),
        *outsiders(),
    ]
    patient = Workspace(people, MovableClock(MONDAY), redelivery=(0.0, 0.1, 0.2), ack_seconds=PATIENCE)
    patient.triggers.seconds = PATIENCE
    return patient


@pytest.fixture
def server(workspace: Workspace) -> Iterator[PlaygroundServer]:
    with PlaygroundServer(workspace) as running:
        yield running


@pytest.fixture
def bot(server: PlaygroundServer) -> Iterator[SampleBot]:
    """A bot over Socket Mode."""
    with SampleBot(server) as running:
        yield running


@pytest.fixture(params=["sockets", "http"])
def either_bot(server: PlaygroundServer, request: pytest.FixtureRequest) -> Iterator[object]:
    """The same bot over Socket Mode, then over signed HTTP."""
    if request.param == "sockets":
        with SampleBot(server) as running:
            yield running
    else:
        with run_over_http(make_app(server), server):
            yield None


@pytest.fixture
def dana(workspace: Workspace) -> Someone:
    return Someone(workspace, DANA)


@pytest.fixture
def sam(workspace: Workspace) -> Someone:
    return Someone(workspace, SAM)


@pytest.fixture
def riley(workspace: Workspace) -> Someone:
    return Someone(workspace, RILEY)
