"""The agency's CSV files, read into a Roster; the first mistake is named by file, line, column and reason.

Source: READING, "The roster". Tolerated: a byte-order mark, blank lines, further columns, blanks around a
value, optional columns that are missing. The files of shifts, hearings, leave and placements may be missing.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

from bot.understand import roster_columns as columns
from bot.understand.roster_columns import Column
from storage.types import CaseFile, Child, Contact, Hearing, Leave, Placement, Roster, Shift, StaffMember

Key = tuple[str, ...]


class RosterError(Exception):
    """One mistake in one roster file; its text is what the person who prepared the file reads."""

    def __init__(self, file: str, line: int, column: str, reason: str) -> None:
        self.file, self.line, self.column, self.reason = file, line, column, reason
        where = f"{file}, line {line}" if line else file
        super().__init__(f"{where}{f', column {column}' if column else ''}: {reason}")


@dataclass(frozen=True, slots=True)
class RosterFiles:
    """A roster as read, and in which line of which file each row stood (`lines[file][key]`)."""

    roster: Roster
    lines: Mapping[str, Mapping[Key, int]]


class _Table(NamedTuple):
    file: str
    columns: Mapping[str, Column]
    build: Callable[..., Any]
    key: tuple[str, ...]
    required: bool = False
    order: tuple[str, str] | None = None


_STAFF = _Table("staff.csv", columns.STAFF, StaffMember, ("staff_id",), required=True)
_CASES = _Table("cases.csv", columns.CASES, CaseFile, ("case_id",), required=True)
_CHILDREN = _Table("children.csv", columns.CHILDREN, Child, ("child_id",), required=True)
_CONTACTS = _Table("contacts.csv", columns.CONTACTS, Contact, ("contact_id",), required=True)
_ONCALL = _Table("oncall.csv", columns.ONCALL, Shift, ("starts_at", "tier"), order=("starts_at", "ends_at"))
_HEARINGS = _Table("hearings.csv", columns.HEARINGS, Hearing, ("hearing_id",))
_LEAVE = _Table("leave.csv", columns.LEAVE, Leave, ("staff_id", "first_day"), order=("first_day", "last_day"))
_PLACEMENTS = _Table(
    "placements.csv", columns.PLACEMENTS, Placement, ("child_id", "starts_on"), order=("starts_on", "ends_on")
)
_TABLES = (_STAFF, _CASES, _CHILDREN, _CONTACTS, _ONCALL, _HEARINGS, _LEAVE, _PLACEMENTS)

# Which column of which file names a row of which other file.
_REFERENCES = (
    (_STAFF, "supervisor_id", _STAFF),
    (_CASES, "primary_worker_id", _STAFF),
    (_CHILDREN, "case_id", _CASES),
    (_CHILDREN, "placement_contact_id", _CONTACTS),
    (_CONTACTS, "case_id", _CASES),
    (_CONTACTS, "child_ids", _CHILDREN),
    (_ONCALL, "staff_id", _STAFF),
    (_HEARINGS, "case_id", _CASES),
    (_LEAVE, "staff_id", _STAFF),
    (_LEAVE, "covering_staff_id", _STAFF),
    (_PLACEMENTS, "child_id", _CHILDREN),
    (_PLACEMENTS, "placement_contact_id", _CONTACTS),
)


class _Row(NamedTuple):
    line: int
    cells: dict[str, Any]


def load_roster(directory: Path) -> Roster:
    """The roster in `directory`; RosterError for the first mistake in it."""
    return read_roster_files(directory).roster


def read_roster_files(directory: Path) -> RosterFiles:
    """The roster in `directory` with the line of every row; RosterError for the first mistake in it."""
    tables = {table.file: list(_rows(table, directory / table.file)) for table in _TABLES}
    lines = {table.file: _lines(table, tables[table.file]) for table in _TABLES}
    for table, column, target in _REFERENCES:
        _check_references(table, tables[table.file], column, lines[target.file], target)
    built = {table.file: tuple(_build(table, row) for row in tables[table.file]) for table in _TABLES}
    roster = Roster(
        staff=built["staff.csv"],
        cases=built["cases.csv"],
        children=built["children.csv"],
        contacts=built["contacts.csv"],
        shifts=built["oncall.csv"],
        hearings=built["hearings.csv"],
        leaves=built["leave.csv"],
        placements=built["placements.csv"],
    )
    return RosterFiles(roster, lines)


def _rows(table: _Table, path: Path) -> Iterator[_Row]:
    if not path.is_file():
        if table.required:
            raise RosterError(table.file, 0, "", "the file is missing")
        return
    records = _records(table.file, _text(path))
    _, header = next(records, (1, []))
    names = [name.strip().lower() for name in header]
    _check_header(table, names)
    for line, values in records:
        if len(values) > len(names):
            raise RosterError(table.file, line, "", f"{len(values)} values under {len(names)} columns")
        cells = dict(zip(names, values, strict=False))
        yield _Row(line, _parsed(table, line, cells))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise RosterError(path.name, line, "", "this is not UTF-8 text; save the file as CSV UTF-8") from None


def _records(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Every record that is not blank, with the line it starts in (a quoted value may hold line breaks)."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for values in reader:
            if any(value.strip() for value in values):
                yield line, [value.strip() for value in values]
            line = reader.line_num + 1
    except csv.Error as error:
        raise RosterError(file, line, "", f"the quotes or commas do not add up ({error})") from None


def _check_header(table: _Table, names: list[str]) -> None:
    for name, column in table.columns.items():
        if names.count(name) > 1:
            raise RosterError(table.file, 1, name, "the column stands there twice")
        if column.needed and name not in names:
            raise RosterError(table.file, 1, name, "the column is missing")


def _parsed(table: _Table, line: int, cells: Mapping[str, str]) -> dict[str, Any]:
    found = {name: _cell(table, line, name, cells.get(name, "")) for name in table.columns}
    if table.order is not None:
        first, last = (found[name] for name in table.order)
        if first and last and not _in_order(first, last, table):
            raise RosterError(
                table.file, line, table.order[1], f"it ends before it starts ({table.order[0]})"
            )
    return found


def _in_order(first: Any, last: Any, table: _Table) -> bool:
    # A day of leave or placement may be its own last day; a shift of no length is nobody's.
    return bool(first < last) if table is _ONCALL else bool(first <= last)


def _cell(table: _Table, line: int, name: str, cell: str) -> Any:
    column = table.columns[name]
    if not cell:
        if column.needed:
            raise RosterError(table.file, line, name, "a value is needed here")
        return column.default
    try:
        return column.parse(cell)
    except ValueError as error:
        raise RosterError(table.file, line, name, str(error)) from None


def _lines(table: _Table, rows: list[_Row]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    for row in rows:
        key = tuple(_as_key(row.cells[name]) for name in table.key)
        if key in found:
            raise RosterError(table.file, row.line, table.key[0], f"the same row stands in line {found[key]}")
        found[key] = row.line
    return found


def _as_key(value: Any) -> str:
    return "" if value is None else str(getattr(value, "value", value))


def _check_references(
    table: _Table, rows: list[_Row], column: str, known: Mapping[Key, int], target: _Table
) -> None:
    for row in rows:
        value = row.cells[column]
        for one in value if isinstance(value, tuple) else (value,) if value else ():
            if (one,) not in known:
                raise RosterError(table.file, row.line, column, f"{target.file} has no “{one}”")


def _build(table: _Table, row: _Row) -> Any:
    return table.build(**{table.columns[name].field or name: value for name, value in row.cells.items()})
