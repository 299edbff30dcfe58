"""Backups: a consistent copy of everything in one SQLite file, of either database, taken while others write.

What is sealed stays sealed: a backup is of no use without RECORD_KEYS.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, NullPool, Table, create_engine, make_url, select
from sqlalchemy.orm import Session

from storage import engines, migrations
from storage.database import Database
from storage.models import Base

_BATCH = 500


class CannotRestore(Exception):
    """The file is no backup, or the database holds data already; nothing was changed."""


def back_up(database: Database, file: Path) -> None:
    """Write the copy to `file`, whole or not at all. FileExistsError where there is such a file."""
    if file.exists():
        raise FileExistsError(file)
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
    if database.is_sqlite:
        _vacuum_into(database.sqlite_file, unfinished)
    else:
        _dump(database, unfinished)
    _sync_to_disk(unfinished)
    unfinished.rename(file)
    _sync_to_disk(file.parent)


def restore(database: Database, file: Path) -> int:
    """Fill the empty, migrated database from a backup, also from an older version's; how many rows.

    CannotRestore where the database holds data or the file is no backup; then nothing was changed.
    """
    with _opened(file) as backup, database.begin() as session:
        if holds_data(session):
            raise CannotRestore(
                "the database holds data already; a backup is restored into an empty one only"
            )
        return _copy(backup, session.connection())


def holds_data(session: Session) -> bool:
    """Whether any table holds a row."""
    return any(session.execute(select(1).select_from(table).limit(1)).first() for table in _tables())


def _tables() -> list[Table]:
    return list(Base.metadata.sorted_tables)


def _vacuum_into(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA busy_timeout={engines.BUSY_MS}")
        connection.execute("VACUUM INTO ?", [str(target)])


def _dump(database: Database, target: Path) -> None:
    engine = engines.sqlite_migrator(make_url(f"sqlite:///{target}"))
    with database.reading() as session, engine.begin() as copy:
        migrations.upgrade(copy)
        _copy(session.connection(), copy)
    # One file again: what stands in the write-ahead log is moved into it.
    engine.dispose()
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")


@contextmanager
def _opened(file: Path) -> Iterator[Connection]:
    """The backup with its schema brought up to date, in a scratch copy: the file itself is not touched."""
    if not _is_backup(file):
        raise CannotRestore(f"{file} is no backup of Fieldnote")
    scratch = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as backup:
        backup.backup(scratch)
    engine = create_engine("sqlite://", creator=lambda: scratch, poolclass=NullPool)
    with engine.connect() as connection:
        migrations.upgrade(connection)
        yield connection


def _is_backup(file: Path) -> bool:
    if not file.is_file():
        return False
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
        try:
            return bool(connection.execute("SELECT version_num FROM alembic_version").fetchone())
        except sqlite3.DatabaseError:
            return False


def _copy(source: Connection, target: Connection) -> int:
    """Every row as it is stored, sealed words unopened; tables after those they refer to."""
    count = 0
    for table in _tables():
        rows = source.execution_options(yield_per=_BATCH).execute(table.select()).mappings()
        batches: Iterable[Iterable[Any]] = (
            [_in_order(table, rows)] if _own_reference(table) else rows.partitions()
        )
        for batch in batches:
            count += _insert(target, table, [dict(row) for row in batch])
    return count


def _insert(target: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    for start in range(0, len(rows), _BATCH):
        target.execute(table.insert(), rows[start : start + _BATCH])
    return len(rows)


def _own_reference(table: Table) -> str | None:
    """The column that names another row of the same table (staff: the supervisor)."""
    return next((key.parent.name for key in table.foreign_keys if key.column.table is table), None)


def _in_order(table: Table, rows: Iterable[Any]) -> list[Any]:
    """The rows, each after the one it refers to."""
    column = _own_reference(table)
    waiting = {row["id"]: row for row in rows}
    ordered: list[Any] = []
    while waiting:
        ready = [row for row in waiting.values() if row[column] not in waiting or row[column] == row["id"]]
        if not ready:
            raise CannotRestore(f"rows of {table.name} refer to each other in a circle")
        ordered += ready
        for row in ready:
            del waiting[row["id"]]
    return ordered


def _sync_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
