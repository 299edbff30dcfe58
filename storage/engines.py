"""Engine settings of both databases (RELIABILITY, Databases): what is durable, what waits, what may write."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import URL

BUSY_MS = 8000
_MIGRATION_PATIENCE_MS = 120_000


def sqlite_writer(url: URL) -> Engine:
    """One connection; every transaction takes the write lock at its start: no update is ever lost."""
    engine = _sqlite(url, {"foreign_keys": "ON"}, pool_size=1, max_overflow=0)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def sqlite_reader(url: URL) -> Engine:
    """Transactions that see one state of the data, wait for nobody and cannot write."""
    engine = _sqlite(url, {"foreign_keys": "ON", "query_only": "ON"}, pool_size=8, max_overflow=24)
    event.listen(engine, "begin", _begin)
    return engine


def sqlite_migrator(url: URL) -> Engine:
    """For changes of the schema: SQLite rebuilds tables, which works with foreign keys off only."""
    pragmas = {"busy_timeout": str(_MIGRATION_PATIENCE_MS), "foreign_keys": "OFF"}
    engine = _sqlite(url, pragmas, poolclass=NullPool)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def postgres(url: URL) -> Engine:
    """Connections are tried before use, so that a restarted server costs nobody an error."""
    return create_engine(url, pool_size=16, max_overflow=16, pool_pre_ping=True, hide_parameters=True)


def _sqlite(url: URL, pragmas: dict[str, str], **pool: Any) -> Engine:
    _make_private(url)
    engine = create_engine(
        url,
        # None: the driver begins no transaction by itself (its default loses updates without an error).
        connect_args={"isolation_level": None, "check_same_thread": False},
        hide_parameters=True,  # an error's text must not carry words or names
        **pool,
    )
    wanted = {"busy_timeout": str(BUSY_MS), "journal_mode": "WAL", "synchronous": "FULL", **pragmas}

    def set_pragmas(connection: Any, _record: object) -> None:
        for name, value in wanted.items():
            connection.execute(f"PRAGMA {name}={value}").close()

    event.listen(engine, "connect", set_pragmas)
    return engine


def _make_private(url: URL) -> None:
    """A new database file is its owner's alone; SQLite gives its companions the same mode."""
    if not url.database or url.database == ":memory:":
        raise ValueError("a SQLite database needs a file: sqlite:///fieldnote.sqlite3")
    if not Path(url.database).exists():
        os.close(os.open(url.database, os.O_CREAT | os.O_RDWR, 0o600))


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
