"""CSV that a spreadsheet opens without running anything in it (RELIABILITY: exports quote = + - @)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(file: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """The columns' names and the rows; None is empty, text that would be a formula gets an apostrophe."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])


def _cell(value: object) -> object:
    if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA):
        return f"'{value}"
    return "" if value is None else value
