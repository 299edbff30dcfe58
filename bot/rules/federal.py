"""The federal monthly caseworker visit measure (42 USC 624(f)), by child-months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.rules.months import Month
from bot.rules.policy import Policy

OCTOBER = 10


def federal_child_month(
    *, entered: date | None, left: date | None, month: Month, born: date | None = None, under_age: int = 18
) -> bool:
    """Whether (child, month) belongs to the measure's M.

    In care from the first through the last day, and under 18 on the first. Placed on the 1st counts, on
    the 2nd does not; left on the last day counts. A child whose birth date is not known counts.
    """
    if entered is None or entered > month.first or (left is not None and left < month.last):
        return False
    return born is None or not _is_of_age(born, month.first, under_age)


def _is_of_age(born: date, day: date, age: int) -> bool:
    return (born.year + age, born.month, born.day) <= (day.year, day.month, day.day)


def federal_year(day: date) -> int:
    """The federal fiscal year of a day: 2027 runs from 1 October 2026 to 30 September 2027."""
    return day.year + (day.month >= OCTOBER)


def months_of_federal_year(year: int) -> tuple[Month, ...]:
    """Its twelve months, October first."""
    return tuple(Month(year - (m >= OCTOBER), m) for m in (10, 11, 12, *range(1, 10)))


@dataclass(frozen=True, slots=True)
class ChildMonth:
    """A child's month that belongs to M: whether a visit counted, and one at the residence."""

    child_id: str
    month: Month
    visited: bool
    at_residence: bool


@dataclass(frozen=True, slots=True)
class FederalMeasure:
    """100·V/M and 100·R/V with the child-months behind each figure; None where there is nothing to divide.

    The shortfalls are whole percentage points below the target, rounded up, 0 where it is reached.
    """

    all_months: tuple[ChildMonth, ...]
    visited: tuple[ChildMonth, ...]
    at_residence: tuple[ChildMonth, ...]
    visited_percent: float | None
    residence_percent: float | None
    visited_shortfall: int
    residence_shortfall: int


def federal_measure(months: Iterable[ChildMonth], *, policy: Policy) -> FederalMeasure:
    """The measure over the child-months of M (see `federal_child_month`)."""
    every = tuple(months)
    visited = tuple(each for each in every if each.visited)
    at_home = tuple(each for each in visited if each.at_residence)
    return FederalMeasure(
        all_months=every,
        visited=visited,
        at_residence=at_home,
        visited_percent=_percent(len(visited), len(every)),
        residence_percent=_percent(len(at_home), len(visited)),
        visited_shortfall=_shortfall(len(visited), len(every), policy.federal.visited_target),
        residence_shortfall=_shortfall(len(at_home), len(visited), policy.federal.residence_target),
    )


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _shortfall(part: int, whole: int, target: int) -> int:
    """Whole points missing, in integers so that no rounding of floats decides."""
    return max(0, -((100 * part - target * whole) // whole)) if whole else 0
