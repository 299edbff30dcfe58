"""Databases for every test: `database` is SQLite, then PostgreSQL; `sqlite_database` the first alone.

Each test finds an empty database: a copied file, or the one PostgreSQL database cleaned after the last test.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from storage.database import Database
from tests.databases import PostgresServer, kept, open_database
from tests.stock import MONDAY, ROSTER, Stock

MEMORY = Path("/dev/shm")
ROOM = 256 * 2**20

# How long an example takes says how busy the machine is, and nothing of the program.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported and collected is for good: nobody looks for garbage there, then or later.

    Not once, either: to look through all of it takes a second in each process, and finds nothing much.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(10_000, 20, 10)
        gc.enable()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The PostgreSQL server of this session, started by the first test that asks."""
    home = Path(tempfile.mkdtemp(prefix="fieldnote-pg-"))
    server = PostgresServer(home)
    yield server
    server.stop()
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file that holds the tables."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    database = open_database(f"sqlite:///{path}")
    database.migrate()
    database.close()
    return path


@pytest.fixture(scope="session")
def databases() -> Callable[[str], Database]:
    """Opens an address once a session: compiling every statement anew costs more than most tests."""
    return cache(open_database)


@pytest.fixture(scope="session")
def sqlite_home() -> Iterator[Path]:
    """In memory where there is some: a process that is killed loses none of it, and no disk is waited for."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    home = Path(tempfile.mkdtemp(prefix="fieldnote-sqlite-", dir=MEMORY if roomy else None))
    yield home
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def sqlite_url(sqlite_template: Path, sqlite_home: Path) -> str:
    """The address of a new SQLite file that holds the tables; who still writes to the last is alone."""
    path = sqlite_home / "fieldnote.sqlite3"
    for leftover in sqlite_home.glob("fieldnote.sqlite3*"):
        leftover.unlink()
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def sqlite_database(sqlite_url: str, databases: Callable[[str], Database]) -> Iterator[Database]:
    """An empty database on SQLite."""
    yield from _opened_anew(databases(sqlite_url))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database with its tables: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        yield server.url
        server.clean()


@pytest.fixture
def database(database_url: str, databases: Callable[[str], Database]) -> Iterator[Database]:
    """An empty database: the test runs once on SQLite, once on PostgreSQL."""
    found = databases(kept(database_url))
    if found.is_sqlite:
        yield from _opened_anew(found)
    else:
        yield found


def _opened_anew(database: Database) -> Iterator[Database]:
    """A connection that a straggler of the last test has opened since its end leads to a file that is gone."""
    database.close()
    yield database
    database.close()


@pytest.fixture(scope="session")
def stock(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stock:
    """The small office's roster, imported once."""
    path = tmp_path_factory.mktemp("stock") / "stock.sqlite3"
    shutil.copyfile(sqlite_template, path)
    imported = open_database(f"sqlite:///{path}")
    found = Stock(ROSTER, imported, MONDAY)
    imported.close()
    return found


@pytest.fixture
def stocked(database: Database, stock: Stock) -> Database:
    """A database that holds the small office's roster and nothing else: once SQLite, once PostgreSQL."""
    stock.fill(database)
    return database


@pytest.fixture
def sqlite_stocked(sqlite_database: Database, stock: Stock) -> Database:
    """The same, on SQLite alone."""
    stock.fill(sqlite_database)
    return sqlite_database
