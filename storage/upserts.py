"""Statements that know ON CONFLICT, built once for each database: building one costs more than running it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningInsert

Insert = postgresql.Insert | sqlite.Insert
Statement = Insert | ReturningInsert[*tuple[Any, ...]]


class Inserting(Protocol):
    """One dialect's `insert`."""

    def __call__(self, table: type) -> Insert: ...


_DIALECTS: dict[str, Inserting] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def insert_into(session: Session, table: type) -> Insert:
    """An INSERT that knows ON CONFLICT, in the dialect of the session's database."""
    return _DIALECTS[session.get_bind().dialect.name](table)


class Upsert:
    """One INSERT for both databases, as `build` makes it from a dialect's `insert`."""

    def __init__(self, build: Callable[[Inserting], Statement]) -> None:
        self._by_dialect = {name: build(insert) for name, insert in _DIALECTS.items()}

    def on(self, session: Session) -> Statement:
        """The statement for the session's database; to be executed on its connection, with the row."""
        return self._by_dialect[session.get_bind().dialect.name]
