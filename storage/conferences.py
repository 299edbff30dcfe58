"""A weekly conference as its agenda shows it: plain, with names in it, nothing to be saved back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from storage.case_sheets import CaseSheet
from storage.records import Person


@dataclass(frozen=True, slots=True)
class Discussed:
    """A family was discussed: when, what was decided, who wrote that down; `note_id` of the note begun of it.

    `mine`: the reader wrote it down, and is the one to make a note of it.
    """

    id: str
    on: date
    decided: str
    by: Person
    note_id: str | None
    mine: bool


@dataclass(frozen=True, slots=True)
class AgendaCase:
    """A family on the agenda; `held` in this conference, `before` in the last one in which it was."""

    sheet: CaseSheet
    held: Discussed | None
    before: Discussed | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """One worker's conference; `held` of the `total` families were discussed.

    `cases` are those of one page, from `skip` on, `page` at most. `owes`: the reader is the one to record the
    conference as a whole.
    """

    worker: Person
    chief: Person | None
    due_at: datetime
    overdue: bool
    cases: tuple[AgendaCase, ...]
    total: int
    held: int
    skip: int
    page: int
    today: date
    made_at: datetime
    owes: bool


@dataclass(frozen=True, slots=True)
class ConferenceLine:
    """A conference in a list: with whom, by when, how many families of how many were discussed.

    `owes`: the reader is the one to record it. `last`: the local day of the last one on record.
    """

    worker: Person
    due_at: datetime
    overdue: bool
    held: int
    total: int
    own: bool
    owes: bool = False
    last: date | None = None
