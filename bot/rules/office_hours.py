"""When the office is open, so that no rota is needed (DOMAIN 5; the profile's [office])."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.rules.moments import DAY, at_local, local_date, utc
from bot.rules.policy import Policy
from bot.rules.policy_parts import WEEKDAYS
from bot.rules.stretches import Stretch

FURTHEST = 60


def office_day(day: date, *, policy: Policy) -> Stretch | None:
    """The office's hours on that local day of the agency; None where it is closed."""
    if WEEKDAYS[day.weekday()] not in policy.office.days or day in policy.closed:
        return None
    opens = at_local(day, policy.office.opens, policy.zone)
    return Stretch(opens, at_local(day, policy.office.closes, policy.zone))


def office_now(moment: datetime, *, policy: Policy) -> Stretch | None:
    """The office hours in which the instant lies; None outside of them. At 17:00 sharp it is closed."""
    hours = office_day(local_date(moment, policy.zone), policy=policy)
    return hours if hours and utc(moment) in hours else None


def is_office_hours(moment: datetime, *, policy: Policy) -> bool:
    """Whether the office is open at that instant."""
    return office_now(moment, policy=policy) is not None


def office_hours(start: datetime, end: datetime, *, policy: Policy) -> tuple[Stretch, ...]:
    """The office's hours that touch the time from `start` to `end`."""
    first = local_date(start, policy.zone)
    count = (local_date(end, policy.zone) - first) // timedelta(days=1) + 1
    days = (office_day(first + number * DAY, policy=policy) for number in range(count))
    return tuple(hours for hours in days if hours and hours.end > utc(start) and hours.start < utc(end))


def next_opening(moment: datetime, *, policy: Policy) -> datetime | None:
    """When the office opens next, in UTC; None where it stays closed for sixty days."""
    ahead = office_hours(moment, utc(moment) + FURTHEST * DAY, policy=policy)
    return next((hours.start for hours in ahead if hours.start > utc(moment)), None)
