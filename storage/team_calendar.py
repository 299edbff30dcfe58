"""Who of a team is off when, week by week, and where nobody covers: plain, nothing to be saved back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from storage.records import Person


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody's leave as far as it lies in a week (`first` through `last`), and in whole (`until`).

    `families` counts the open cases that somebody must cover. `cover_away`: the days of these in which the
    one who covers is off as well; None where there are none.
    """

    who: Person
    first: date
    last: date
    until: date
    cover: Person | None
    families: int
    cover_away: tuple[date, date] | None = None

    @property
    def uncovered(self) -> bool:
        """Whether families are without a worker: nobody covers, or not on all days."""
        return self.families > 0 and (self.cover is None or self.cover_away is not None)


@dataclass(frozen=True, slots=True)
class WeekAway:
    """A week, Monday through Sunday, by its Monday."""

    monday: date
    away: tuple[Away, ...]
    holidays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamCalendar:
    """The weeks in which somebody is off; `team`: how many people it looks at, the reader not counted."""

    first: date
    last: date
    weeks: tuple[WeekAway, ...]
    team: int
    own: bool = False
    """Whether it shows but the reader's own leave and that of those covered for."""

    @property
    def gaps(self) -> int:
        """How many leaves have days on which nobody covers."""
        return len({(each.who.id, each.until) for w in self.weeks for each in w.away if each.uncovered})
