from __future__ import annotations

from collections.abc import Iterator

import pytest

from playground.server import PlaygroundServer
from storage.database import Database
from tests.reminders.office import Office, workspace_of


@pytest.fixture
def slack() -> Iterator[PlaygroundServer]:
    with PlaygroundServer(workspace_of()) as server:
        yield server


@pytest.fixture
def office(database: Database, slack: PlaygroundServer) -> Office:
    """The office on both databases."""
    return Office(database, slack)
