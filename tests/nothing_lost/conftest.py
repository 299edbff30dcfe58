"""One nursery for all of these tests: the program is imported, and its model loaded, once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.conversations.office import Office, open_office
from tests.nothing_lost.lives import Nursery, Place, place
from tests.stock import ROSTER


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one process: each would begin a nursery of its own, five seconds of rehearsal."""
    for item in items:
        if "nursery" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("nursery"))


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    lives = Nursery()
    yield lives
    lives.close()


@pytest.fixture
def here(database_url: str) -> Iterator[Place]:
    """The small office's workspace and database, nobody living there yet."""
    with place(database_url, ROSTER) as found:
        yield found
        assert found.workspace.refused == []


@pytest.fixture
def office(stocked: Database, tmp_path: Path) -> Iterator[Office]:
    """The small office with the bot in this process."""
    with open_office(tmp_path, stocked) as opened:
        yield opened
        assert opened.demo.workspace.refused == []


@pytest.fixture
def office_over_http(sqlite_stocked: Database, tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path, sqlite_stocked, http=True) as opened:
        yield opened
