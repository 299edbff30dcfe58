"""One cell of a roster file: what a date, an enum, a yes or no may look like (READING, "The roster").

Every parser takes the stripped cell and returns its value, or raises ValueError whose text is the reason in
plain words; roster_files adds the file, the line and the column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from storage.types import CaseStatus, PlacementType, Relationship, Role, Tier

Parse = Callable[[str], Any]

_YES = frozenset({"yes", "y", "true", "1"})
_NO = frozenset({"no", "n", "false", "0"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: how its cells are read, and whether it must be there and filled."""

    parse: Parse
    needed: bool = False
    field: str = ""
    default: Any = None


def words(cell: str) -> str:
    """The cell as it stands."""
    return cell


def identifier(cell: str) -> str | None:
    """An id of a row, None where empty."""
    return cell or None


def identifiers(cell: str) -> tuple[str, ...]:
    """Ids separated by semicolons, each once."""
    return tuple(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def day(cell: str) -> date | None:
    """An ISO date (2026-11-22), None where empty."""
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise ValueError(f"“{cell}” is not a date; write it as 2026-11-22") from None


def moment(cell: str) -> datetime:
    """An ISO date and time that carries its offset from UTC."""
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"“{cell}” is not a date and time; write it as 2026-11-22T17:00:00-05:00") from None
    if found.tzinfo is None:
        raise ValueError(f"“{cell}” lacks its offset from UTC; write it as 2026-11-22T17:00:00-05:00")
    return found


def count(cell: str) -> int:
    """A whole number of at least one."""
    if not (cell.isascii() and cell.isdigit()) or int(cell) < 1:
        raise ValueError(f"“{cell}” is not a whole number of 1 or more")
    return int(cell)


def yes_or_no(cell: str) -> bool:
    """Yes or no."""
    if cell.lower() in _YES | _NO:
        return cell.lower() in _YES
    raise ValueError(f"“{cell}” is neither yes nor no")


def zone(cell: str) -> str:
    """The name of a timezone that this machine knows."""
    try:
        ZoneInfo(cell)
    except (KeyError, OSError, ValueError):
        raise ValueError(f"“{cell}” is no known timezone; write it as America/New_York") from None
    return cell


def one_of(kinds: type[StrEnum]) -> Parse:
    """A parser for the words of an enum."""

    def parse(cell: str) -> StrEnum:
        try:
            return kinds(cell.lower())
        except ValueError:
            raise ValueError(f"“{cell}” is not one of {', '.join(kinds)}") from None

    return parse


def _needed(parse: Parse, field: str = "") -> Column:
    return Column(parse, needed=True, field=field)


_TEXT = Column(words, default="")
_REF = Column(identifier)
_DAY = Column(day)

STAFF: Mapping[str, Column] = {
    "staff_id": _needed(words, "id"),
    "name": _needed(words),
    "role": _needed(one_of(Role)),
    "email": _TEXT,
    "slack_user_id": _TEXT,
    "supervisor_id": _REF,
    "unit": _TEXT,
    "phone": _TEXT,
    "timezone": Column(zone, default="America/New_York"),
}
CASES: Mapping[str, Column] = {
    "case_id": _needed(words, "id"),
    "family_name": _needed(words),
    "status": Column(one_of(CaseStatus), default=CaseStatus.OPEN),
    "county": _TEXT,
    "permanency_goal": _TEXT,
    "primary_worker_id": _REF,
    "opened_on": _DAY,
    "closed_on": _DAY,
    "visits_per_month": Column(count, default=1),
}
CHILDREN: Mapping[str, Column] = {
    "child_id": _needed(words, "id"),
    "case_id": _needed(words),
    "first_name": _needed(words),
    "last_name": _needed(words),
    "nickname": _TEXT,
    "date_of_birth": _DAY,
    "entered_care_on": _DAY,
    "left_care_on": _DAY,
    "placement_type": Column(one_of(PlacementType)),
    "placement_contact_id": _REF,
    "alerts": _TEXT,
}
CONTACTS: Mapping[str, Column] = {
    "contact_id": _needed(words, "id"),
    "case_id": _needed(words),
    "child_ids": Column(identifiers, default=()),
    "name": _needed(words),
    "relationship": _needed(one_of(Relationship)),
    "organization": _TEXT,
    "phone": _TEXT,
    "alt_phone": _TEXT,
    "address": _TEXT,
    "language": _TEXT,
    "on_call_visible": Column(yes_or_no, default=True),
    "notes": _TEXT,
    "part2": Column(yes_or_no, default=False),
}
ONCALL: Mapping[str, Column] = {
    "starts_at": _needed(moment),
    "ends_at": _needed(moment),
    "staff_id": _needed(words),
    "tier": _needed(one_of(Tier)),
}
HEARINGS: Mapping[str, Column] = {
    "hearing_id": _needed(words, "id"),
    "case_id": _needed(words),
    "starts_at": _needed(moment),
    "court": _TEXT,
    "kind": _TEXT,
}
LEAVE: Mapping[str, Column] = {
    "staff_id": _needed(words),
    "first_day": _needed(day),
    "last_day": _needed(day),
    "covering_staff_id": _REF,
}
PLACEMENTS: Mapping[str, Column] = {
    "child_id": _needed(words),
    "placement_type": _needed(one_of(PlacementType)),
    "placement_contact_id": _REF,
    "starts_on": _DAY,
    "ends_on": _DAY,
}
