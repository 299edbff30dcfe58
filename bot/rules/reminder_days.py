"""The local dates on which to remind of what falls due on a day rather than at an hour (DOMAIN 6)."""

from __future__ import annotations

from datetime import date, datetime

from bot.rules.calendars import roll_back
from bot.rules.first_days import first_days_last
from bot.rules.moments import DAY, local_date
from bot.rules.months import Month
from bot.rules.policy import Policy
from bot.rules.policy_parts import WEEKDAYS

Days = tuple[tuple[str, date], ...]


def visit_days(month: Month, *, policy: Policy) -> Days:
    """For the month's visits: mid-month, 7 and 3 days left, the last working day."""
    left = tuple((f"days_left_{n}", month.last - n * DAY) for n in policy.visits.warn_days_left)
    middle = ("mid_month", month.first.replace(day=policy.visits.mid_month_day))
    return (middle, *left, ("last_working_day", roll_back(month.last, policy.closed)))


def first_days_days(starts_on: date, *, policy: Policy) -> Days:
    """For a placement's first 30 days: halfway, 7 and 3 days left, the last working day of them."""
    last = first_days_last(starts_on, policy=policy)
    half = ("halfway", starts_on + policy.visits.first_days // 2 * DAY)
    left = tuple((f"days_left_{n}", last - n * DAY) for n in policy.visits.warn_days_left)
    days = (half, *left, ("last_working_day", roll_back(last, policy.closed)))
    return tuple((name, day) for name, day in days if day >= starts_on)


def consultation_day(starts_at: datetime, *, policy: Policy) -> date:
    """From when the consultation before a hearing may be held: 60 days before (18 NYCRR 428.9(b))."""
    return local_date(starts_at, policy.zone) - policy.hearings.consultation_days * DAY


def report_day(starts_at: datetime, *, policy: Policy) -> date:
    """By when the report for a hearing is due: 14 days before (18 NYCRR 428.9(b))."""
    return local_date(starts_at, policy.zone) - policy.hearings.report_days * DAY


def report_days(report: date, *, policy: Policy) -> Days:
    """For the report due on that day: a little before it, and the day itself."""
    return (("report_soon", report - policy.hearings.warn_days * DAY), ("report_due", report))


def hearing_days(starts_at: datetime, *, policy: Policy) -> Days:
    """For a hearing: 60 days before (the consultation may be held), and before and on the report's day."""
    consultation = ("consultation", consultation_day(starts_at, policy=policy))
    return (consultation, *report_days(report_day(starts_at, policy=policy), policy=policy))


def conference_day(last_held: date, *, policy: Policy) -> date:
    """By when the next conference of supervisor and worker is due, rolled back to a working day."""
    return roll_back(last_held + policy.conference.every_days * DAY, policy.closed)


def weekly_digest_day(today: date, *, policy: Policy) -> date:
    """The next day, today included, on which the director's weekly digest goes."""
    ahead = (WEEKDAYS.index(policy.digest.weekly_on) - today.weekday()) % len(WEEKDAYS)
    return today + ahead * DAY
