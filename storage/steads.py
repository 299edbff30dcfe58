"""Who stands in for somebody, as a card shows it: plain, with names in it, nothing to be saved back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records import Person


@dataclass(frozen=True, slots=True)
class StoodIn:
    """Local days, both included: who has the cases, and to whom the reviews go on the first of them."""

    first_day: date
    last_day: date
    cover: Person | None
    reviewer: Person | None


@dataclass(frozen=True, slots=True)
class Steads:
    """Somebody's leaves ahead, and the days for which that person named somebody who reviews.

    `reviewed_by`: to whom that person's own notes go today, where the reader asks of oneself.
    """

    who: Person
    off: tuple[StoodIn, ...] = ()
    reviews: tuple[StoodIn, ...] = ()
    reviewed_by: Person | None = None
