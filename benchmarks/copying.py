"""Very many rows into a table at once, for agencies that are made up: on PostgreSQL by COPY."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from storage.models import Base


def insert_all(session: Session, table: type[Base], rows: Iterable[Mapping[str, object]]) -> None:
    """Insert the rows, what is not in them by the table's plain defaults."""
    if session.get_bind().dialect.name == "postgresql":
        _copy(session, table, rows)
    else:
        session.execute(insert(table), list(rows))


def _copy(session: Session, table: type[Base], rows: Iterable[Mapping[str, object]]) -> None:
    defaults = {column.name: _default(column) for column in table.__table__.c}
    driver: Any = session.connection().connection.driver_connection
    into = f"COPY {table.__tablename__} ({', '.join(defaults)}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row([_plain(value) for value in {**defaults, **row}.values()])


def _default(column: Any) -> object:
    default = column.default
    return default.arg if default is not None and default.is_scalar else None


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
