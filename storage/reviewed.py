"""What is read of reviews beside the notes themselves: plain, frozen, ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.records import Person
from storage.types import EventType, LeaveStatus, NoteStatus, Outcome


@dataclass(frozen=True, slots=True)
class Exceptional:
    """A later date for a correction: by whom, for whose note, until when, and why."""

    by: Person
    author: Person
    case_id: str | None
    due_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Contacted:
    """One of a case's last contacts: no words. First names: brother and sister may share their initials."""

    on: date | None
    types: tuple[EventType, ...]
    outcome: Outcome | None
    first_names: tuple[str, ...]
    by: str
    status: NoteStatus


@dataclass(frozen=True, slots=True)
class Counts:
    """Whether the note counts as a visit with a child of it, federally, and there at the residence."""

    visit: bool = False
    federal: bool = False
    at_residence: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a note for whoever reads it, and what that one can do from there."""

    counts: Counts = Counts()
    contacts: Sequence[Contacted] = ()
    may_decide: bool = False
    may_ask: bool = False
    may_answer: bool = False
    left: bool = False
    """Its author left it behind: it can be marked as seen to."""
    reviews: bool = False
    """The reader reviews its author: what helps to decide is shown."""
    others_waiting: int = 0
    """How many other notes wait for the reader: the next one is a tap away."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A worker under another supervisor by the roster; who had the open reviews, and who has them now."""

    author_id: str
    author: str
    under: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who reviews in a supervisor's stead from the first through the last local day."""

    id: str
    supervisor: Person
    delegate: Person
    first_day: date
    last_day: date
    status: LeaveStatus
    over: bool = False
