"""A person's day as the Home shows it: by role, plain, nothing to be saved back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.owed import Late, Owed, Span, Week
from storage.records import NoteRecord, Person
from storage.reviewed import Exceptional
from storage.types import Hearing, Tier


@dataclass(frozen=True, slots=True)
class Group:
    """Things owed of one sort: how many, and the first few of them."""

    name: str
    total: int
    overdue: int
    shown: tuple[Owed, ...]


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody's leave, now or soon."""

    who: str
    first_day: date
    last_day: date
    cover: str = ""


@dataclass(frozen=True, slots=True)
class OpenCrisis:
    """A crisis that goes on: whose, since when, who has it."""

    family: str
    since: datetime
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A supervisor's delegate, named or in force."""

    delegate_id: str
    delegate: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class HomeDay:
    """What one person's Home says at one moment; what does not concern the role is empty."""

    who: Person
    now: datetime
    groups: tuple[Group, ...] = ()
    hearings: Sequence[tuple[Hearing, str]] = ()
    shift_until: datetime | None = None
    next_shift: tuple[Tier, datetime, datetime] | None = None
    crises: tuple[OpenCrisis, ...] = ()
    approvable: int = 0
    """Notes that were read and wait for the person's decision."""
    late: tuple[Late, ...] = ()
    away: tuple[Away, ...] = ()
    delegates: tuple[Standing, ...] = ()
    weeks: tuple[Week, ...] = ()
    exceptions: Sequence[Exceptional] = ()
    round_again: tuple[NoteRecord, ...] = ()
    """Notes that went round too often or too long without a decision."""
    unreviewed: int = 0
    """Submitted notes that nobody can review."""
    gaps: tuple[Span, ...] = ()
    health: tuple[str, ...] = ()
    """What is wrong with the roster, a line each; for the administrator."""

    @property
    def overdue(self) -> int:
        return sum(group.overdue for group in self.groups)
