"""Rows of the agency as the rules know them, their words opened.

They are made of what the driver gives and not of the mapper's objects: for an agency with hundreds of
thousands of rows that is a quarter of the work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Generic, TypeVar

from sqlalchemy import Dialect, select
from sqlalchemy.orm import Session

from storage import types
from storage.models import Base, Case, Child, Contact, Hearing, Leave, Placement, Shift, Staff
from storage.sealing import Keyring, place_of

R = TypeVar("R")
_Make = Callable[[Any], Any]
_SEALED = "_sealed"


@dataclass(frozen=True, slots=True)
class Kind(Generic[R]):
    """A table, what its rows are to the rules, and what is made of a value where it is not taken as it is."""

    table: type[Base]
    record: type[R]
    make: Mapping[str, _Make] = field(default_factory=dict)
    beside: str = ""
    """The one value that stands in another table."""


def _day(words: str) -> date | None:
    return date.fromisoformat(words) if words else None


def _or_empty(value: str | None) -> str:
    return value or ""


STAFF = Kind(Staff, types.StaffMember, {"slack_user_id": _or_empty})
CASES = Kind(Case, types.CaseFile)
CHILDREN = Kind(Child, types.Child, {"date_of_birth": _day})
CONTACTS = Kind(Contact, types.Contact, beside="child_ids")
HEARINGS = Kind(Hearing, types.Hearing)
PLACEMENTS = Kind(Placement, types.Placement)


class Opening(Generic[R]):
    """Makes records of rows with all of the table's columns in their order, the id first, untyped."""

    def __init__(self, kind: Kind[R], dialect: Dialect, ring: Keyring) -> None:
        self._record: Callable[..., R] = kind.record
        self._ring, self._steps = ring, [_step(kind, name, dialect) for name in _names(kind.record)]

    def record(self, row: Sequence[Any], beside: object = ()) -> R:
        """The record, its sealed words opened; CannotOpen where one does not open in its place."""
        values = []
        for position, place, make in self._steps:
            if position is None:
                values.append(beside)
                continue
            value = row[position]
            if place:
                value = self._ring.open(value, place + row[0]) if value else ""
            values.append(value if make is None else make(value))
        return self._record(*values)


def _names(record: type) -> list[str]:
    return [each.name for each in fields(record)]


def _step(kind: Kind[Any], name: str, dialect: Dialect) -> tuple[int | None, str, _Make | None]:
    """Where the value stands in the row, where it is sealed (if it is), and what is made of it."""
    if name == kind.beside:
        return None, "", None
    columns = kind.table.__table__.c
    positions = {column.name: n for n, column in enumerate(columns)}
    if name + _SEALED in positions:
        place = place_of(kind.table.__tablename__, name, "")
        return positions[name + _SEALED], place, kind.make.get(name)
    typed = columns[name].type.dialect_impl(dialect).result_processor(dialect, None)
    return positions[name], "", kind.make.get(name, typed)


def shifts(session: Session) -> tuple[types.Shift, ...]:
    """The effective shifts (swaps counted), by time."""
    rows = session.scalars(select(Shift).order_by(Shift.starts_at, Shift.tier))
    return tuple(types.Shift(row.starts_at, row.ends_at, row.staff_id, row.tier) for row in rows)


def leaves(session: Session) -> tuple[types.Leave, ...]:
    """Leave that was not taken back."""
    wanted = select(Leave).where(Leave.cancelled.is_(False)).order_by(Leave.first_day, Leave.staff_id)
    return tuple(
        types.Leave(row.staff_id, row.first_day, row.last_day, row.covering_staff_id)
        for row in session.scalars(wanted)
    )
