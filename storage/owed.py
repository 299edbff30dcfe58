"""What somebody owes, as lists and reminders show it: plain, with names in it, nothing to be saved back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from storage.records import NoteRecord
from storage.types import Child, Contact, Hearing, StaffMember, Tier


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the rota: a shift, or a gap."""

    tier: Tier
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that something owed asks for: how many have happened, of how many."""

    word: str
    """child, at_placement, parent, caretaker, consultation"""
    seen: int
    required: int


@dataclass(frozen=True, slots=True)
class Late:
    """What one member of staff has overdue: how many of each kind."""

    who: str
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Week:
    """One unit's week (or the agency's): notes by their first submission, and what is open now."""

    unit: str
    submitted: int
    on_time: int
    median_hours: float | None
    overdue: int
    reviews_late: int
    meetings: int
    visits_met: int
    visits: int


@dataclass(frozen=True, slots=True)
class VisitCount:
    """How many children of somebody's are still to be seen in a month, of how many."""

    who: str
    left: int
    total: int


@dataclass(frozen=True, slots=True)
class MonthlyVisits:
    """How often a child is to be seen each month; `more`: the case asks for more than the policy.

    `seen`: how often this month so far; None where it is not counted.
    """

    child: Child
    needed: int
    more: bool
    seen: int | None


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed, and whatever of these it is about."""

    id: str
    kind: str
    due_at: datetime
    overdue: bool
    target: str = ""
    """What its action is about: an id."""
    period: str = ""
    note: NoteRecord | None = None
    child: Child | None = None
    children: tuple[Child, ...] = ()
    family: str = ""
    contact: Contact | None = None
    colleague: StaffMember | None = None
    hearing: Hearing | None = None
    parts: tuple[Part, ...] = ()
    spans: tuple[Span, ...] = ()
    doubled: tuple[Span, ...] = ()
    """Where two are on call in one place, or its holder is away."""
    late: tuple[Late, ...] = ()
    weeks: tuple[Week, ...] = ()
    first_day: date | None = None
    policy_at: datetime | None = None
    """The policy's own cut-off, where `due_at` is the one that holds."""
    unsubmitted: int = 0
    offered: bool = False
    """A shift that is on offer, and not taken yet."""
    starts_at: datetime | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class VisitsLeft:
    """Whom somebody still has to see by the month's `last` day, of how many children; or each of a team."""

    last: date
    left: tuple[Owed, ...]
    total: int
    team: tuple[VisitCount, ...] = ()
