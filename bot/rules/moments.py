"""Arithmetic with instants and local days that stays right over clock changes.

`aware + timedelta` is wall-clock arithmetic in Python and wrong by an hour over a clock change, so hours
are added in UTC; the bounds of a local day are found by its midnights, which some zones skip or double.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
MIDNIGHT = time(0)


def utc(moment: datetime) -> datetime:
    """The same instant in UTC; a naive datetime is a programming error (ValueError)."""
    if moment.tzinfo is None:
        raise ValueError("a naive datetime says no instant")
    return moment.astimezone(UTC)


def add_hours(moment: datetime, hours: float) -> datetime:
    """The instant that many elapsed hours later (earlier where negative), in UTC."""
    return utc(moment) + timedelta(hours=hours)


def local_date(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day in `zone` on which the instant falls."""
    return utc(moment).astimezone(zone).date()


def at_local(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """That wall-clock time of that local day, in UTC.

    A time which the clock change skips comes out after the gap, one that happens twice as the first.
    """
    return datetime.combine(day, clock, tzinfo=zone).replace(fold=0).astimezone(UTC)


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first instant of the local day, in UTC (after the gap where midnight itself is skipped)."""
    return at_local(day, MIDNIGHT, zone)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The last whole second of the local day, in UTC: 23:59:59 wherever the day has one."""
    return start_of_day(day + DAY, zone) - SECOND


def ended_at(starts_at: datetime, minutes: int | None) -> datetime:
    """When an event that lasted `minutes` was over, in UTC; its start where no duration is known."""
    return utc(starts_at) + timedelta(minutes=minutes or 0)
