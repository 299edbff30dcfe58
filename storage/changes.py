"""What differs between two states of the roster, record by record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from storage import types

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Changed(Generic[R]):
    """A record before and after; None where there was none, or is none any more."""

    before: R | None
    after: R | None

    @property
    def sides(self) -> Iterator[R]:
        """What there is of the two."""
        return (each for each in (self.before, self.after) if each is not None)


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """All records that differ, and whether staff, of whom too much hangs, are among them."""

    staff: bool = False
    cases: tuple[Changed[types.CaseFile], ...] = ()
    children: tuple[Changed[types.Child], ...] = ()
    contacts: tuple[Changed[types.Contact], ...] = ()
    hearings: tuple[Changed[types.Hearing], ...] = ()
    placements: tuple[Changed[types.Placement], ...] = ()
