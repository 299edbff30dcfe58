"""What a hand-over sheet or a conference's agenda says of one family: facts with dates, no narrative.

Plain, with names in it, nothing to be saved back. Contacts of substance treatment (42 CFR Part 2) are never
in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from storage.records import Person
from storage.types import (
    CaseFile,
    Child,
    Contact,
    EventType,
    Hearing,
    NoteStatus,
    Outcome,
    PlacementType,
)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note by its facts: whose it is, how it stands, what it is about and when.

    `follow_ups` are the author's own words; empty where a Part 2 contact took part.
    """

    id: str
    case_id: str
    author: Person
    status: NoteStatus
    types: tuple[EventType, ...]
    children: tuple[str, ...]
    on: date | None
    outcome: Outcome | None
    created_at: datetime
    due_at: datetime | None = None
    late_after: datetime | None = None
    submitted_at: datetime | None = None
    correction_due_at: datetime | None = None
    follow_ups: str = ""

    @property
    def open(self) -> bool:
        """Whether its author still has to do something about it."""
        return self.status in (NoteStatus.DRAFT, NoteStatus.RETURNED)

    def late(self, now: datetime) -> bool:
        """Whether it is overdue: not submitted in time, or its correction is not."""
        due = self.correction_due_at or self.late_after or self.due_at
        return self.open and due is not None and due < now


@dataclass(frozen=True, slots=True)
class ChildLine:
    """A child, where it lives, and how many of the month's visits have happened."""

    child: Child
    age: int | None
    lives: PlacementType | None
    carer: Contact | None
    seen: int
    required: int


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A contact or report still owed: its kind (as reminders call it), about whom, by when.

    Of a crisis's checklist (`incident`) `whom` is which report.
    """

    kind: str
    whom: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A planned visit."""

    on: date | None
    starts_at: datetime | None
    types: tuple[EventType, ...]
    children: tuple[str, ...]
    who: Person


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """One family, as it stands: `notes` are those of the last weeks and all open ones, the newest first."""

    case: CaseFile
    children: tuple[ChildLine, ...]
    contacts: tuple[Contact, ...]
    owed: tuple[OwedLine, ...]
    notes: tuple[NoteLine, ...]
    plans: tuple[PlanLine, ...]
    hearings: tuple[Hearing, ...]

    @property
    def last_contact(self) -> NoteLine | None:
        """The newest contact that took place, with a note that was submitted."""
        held = (n for n in self.notes if n.outcome is Outcome.COMPLETED and n.status is not NoteStatus.DRAFT)
        return next(held, None)


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """A crisis call of the days of leave: when, whether it was a concern, how it ended, who had it."""

    opened_at: datetime
    kind: str
    ended: str
    by: Person | None


@dataclass(frozen=True, slots=True)
class LeaveSheet:
    """A worker's families, handed over for the days of leave, or given back after them.

    `crises` by case, for what is given back; empty before.
    """

    who: Person
    cover: Person | None
    first_day: date
    last_day: date
    made_at: datetime
    back: bool
    cases: tuple[CaseSheet, ...]
    crises: dict[str, tuple[CrisisLine, ...]]
