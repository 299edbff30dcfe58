"""What those who answer for others are told: crises that there were, figures of people and units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from storage.crisis_records import CrisisRecord
from storage.records import NoteRecord
from storage.types import Decision


@dataclass(frozen=True, slots=True)
class CrisisSeen:
    """A crisis as a list of them shows it: whose, in as many words as the one who asks may read."""

    call: CrisisRecord
    whose: str
    """Names, or initials and the case's number; nothing where it is not known whose it is."""


@dataclass(frozen=True, slots=True)
class CrisesSeen:
    """The crises of a stretch of time, newest first; `more`: how many are not shown.

    `since` None: single ones were asked about, and no time.
    """

    since: datetime | None
    until: datetime
    crises: tuple[CrisisSeen, ...]
    more: int
    all_of_agency: bool
    """Whether the one who asks sees every crisis; else only those that are theirs."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One person's, unit's or month's figure: `part` of `whole`; what more there is to say of it."""

    label: str
    part: int
    whole: int = 0
    hours: float | None = None
    late: int = 0
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class OwedLine:
    """One child to be seen, hearing, court report or conference; `by`: whose, if several are asked about.

    `done`: when it was, where it is asked whether it was.
    """

    what: str
    by: str = ""
    at: datetime | None = None
    overdue: bool = False
    done: datetime | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """One figure of a person or of a group, then row by row; `lines`: whom or what it counts."""

    what: str
    who: str
    first: date
    last: date
    total: FigureRow
    rows: tuple[FigureRow, ...] = ()
    lines: tuple[OwedLine, ...] = ()
    trend: bool = False
    """Whether the rows are months."""


@dataclass(frozen=True, slots=True)
class UnitNote:
    """A note as a list of a unit's notes has it; `decision` and `at`: what the reader decided, and when."""

    note: NoteRecord
    decision: Decision | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnitNotes:
    """Notes of those about whom somebody asks; `what`: which of them.

    `returned`: those that went back and are not corrected yet; `figures`: what these have open beside. Both
    only where it is asked what is open. `reviewer_id`: who reads, and may decide on what waits. `own`: what
    that one decided, of whomever the notes are.
    """

    what: str
    who: str
    first: date
    last: date
    notes: tuple[UnitNote, ...]
    returned: tuple[NoteRecord, ...] = ()
    figures: tuple[Figures, ...] = ()
    reviewer_id: str = ""
    own: bool = False
