"""Calendar months, for the monthly visit and the federal measure."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from bot.rules.moments import local_date


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; `str(month)` is "2026-11", which also serves as a reminder's period."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def of(cls, day: date) -> Self:
        """The month in which the day lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2026-11"; ValueError for anything else."""
        return cls.of(date.fromisoformat(f"{text}-01"))

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def next(self) -> Month:
        """The month after this one."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def visit_month(when: datetime | date, zone: ZoneInfo) -> Month:
    """The month that a visit counts for: that of its local date (DOMAIN 3).

    A visit at 23:30 on the 30th is that month's, whatever the date in UTC. A plain date is local already.
    """
    return Month.of(local_date(when, zone) if isinstance(when, datetime) else when)
