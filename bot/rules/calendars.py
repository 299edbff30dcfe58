"""Working days and holidays: the `holidays` package's plus the agency's own.

"weekdays" means Monday to Friday (DOMAIN 3); a working day is a weekday that is no holiday.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cache

import holidays

from bot.rules.moments import DAY

SATURDAY = 5
LONGEST_CLOSURE = 60


@cache
def _public_holidays(country: str, subdivision: str, year: int) -> dict[date, tuple[str, ...]]:
    known = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
    return {day: tuple(name.split("; ")) for day, name in known.items()}


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days on which the agency's office is closed; `day in holidays` is the question.

    `country` and `subdivision` choose the public holidays of the `holidays` package (observed days
    included); `open_on` names those on which the agency works all the same; `days_after` names those
    whose following day is off too (the Friday after Thanksgiving); `dates` are further single days.
    """

    country: str = "US"
    subdivision: str = ""
    open_on: tuple[str, ...] = ()
    days_after: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (
            day in self.dates or self._is_public(day) or self._follows_one(day - DAY)
        )

    def _names(self, day: date) -> tuple[str, ...]:
        return _public_holidays(self.country, self.subdivision, day.year).get(day, ())

    def _is_public(self, day: date) -> bool:
        return any(name.removesuffix(" (observed)") not in self.open_on for name in self._names(day))

    def _follows_one(self, day: date) -> bool:
        return any(name in self.days_after for name in self._names(day))


def is_weekday(day: date) -> bool:
    """Monday to Friday, holidays included."""
    return day.weekday() < SATURDAY


def is_working_day(day: date, closed: Container[date]) -> bool:
    """A weekday that is no holiday."""
    return is_weekday(day) and day not in closed


def weekdays_before(day: date, count: int) -> date:
    """The day that lies `count` Monday-to-Friday days before `day`, which itself is not counted."""
    while count:
        day -= DAY
        count -= is_weekday(day)
    return day


def roll_back(day: date, closed: Container[date]) -> date:
    """The day itself where it is a working day, else the last working day before it; never forward.

    ValueError where sixty days on end are closed: the holidays are wrong then.
    """
    for _ in range(LONGEST_CLOSURE):
        if is_working_day(day, closed):
            return day
        day -= DAY
    raise ValueError("no working day in sixty: the profile's holidays cannot be right")


def last_working_day_before(day: date, closed: Container[date]) -> date:
    """The last working day before `day`."""
    return roll_back(day - DAY, closed)
