"""What all tables share: ids made in Python, aware instants, words of the office as text."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Enum, LargeBinary, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

from storage import checking_in, shifting, types
from storage.sealing import seal_rows_of


class Instant(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database. A naive datetime is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"a naive datetime cannot be stored: {value!r}"
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _words_of(kind: type[StrEnum]) -> Enum:
    """An enum kept as its word in a text column, so that a new word needs no migration of a type."""
    return Enum(kind, native_enum=False, length=40, values_callable=lambda e: [m.value for m in e])


_KINDS = [
    kind
    for module in (types, shifting, checking_in)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum)
]


_COLUMN_TYPES: dict[Any, Any] = {
    datetime: Instant(),
    str: String(),
    bytes: LargeBinary(),
    dict[str, Any]: JSON(),
    list[str]: JSON(),
    list[dict[str, Any]]: JSON(),
    **{kind: _words_of(kind) for kind in _KINDS if kind is not StrEnum},
}


def new_id() -> str:
    """A fresh id, known before the row is sealed or stored."""
    return str(uuid.uuid4())


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = _COLUMN_TYPES


seal_rows_of(Base)
