"""When supervisor and worker could meet over a returned note: the next working hours (DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from bot.rules.moments import DAY, local_date, utc
from bot.rules.office_hours import office_day
from bot.rules.policy import Policy
from bot.rules.stretches import Stretch

LASTS = timedelta(minutes=30)
NOTICE = timedelta(hours=1)
"""Nobody is called to a meeting sooner than this."""
_FURTHEST = 21
"""Days that are looked at."""


def meeting_times(
    now: datetime,
    *,
    policy: Policy,
    away: Collection[date] = (),
    busy: Collection[Stretch] = (),
    count: int = 3,
) -> tuple[datetime, ...]:
    """The next `count` times in office hours, two a day at most, in UTC; fewer where there are none.

    On the hour and at least an hour ahead; not on local days on which either is `away`, nor where either is
    `busy`. The second one of a day is in the other half of it.
    """
    found: list[datetime] = []
    for number in range(_FURTHEST):
        day = local_date(now, policy.zone) + number * DAY
        if day not in away:
            found += _of_day(day, now, policy, busy)
        if len(found) >= count:
            break
    return tuple(found[:count])


def _of_day(day: date, now: datetime, policy: Policy, busy: Collection[Stretch]) -> list[datetime]:
    hours = office_day(day, policy=policy)
    if hours is None:
        return []
    middle = hours.start + (hours.end - hours.start) / 2
    free = [at for at in _on_the_hour(hours) if at >= utc(now) + NOTICE and _is_free(at, busy)]
    halves = ([at for at in free if at < middle], [at for at in free if at >= middle])
    return [half[0] for half in halves if half]


def _on_the_hour(hours: Stretch) -> Iterator[datetime]:
    at = hours.start
    while at + LASTS <= hours.end:
        yield at
        at += timedelta(hours=1)


def _is_free(at: datetime, busy: Collection[Stretch]) -> bool:
    meeting = Stretch.of(at, at + LASTS)
    return all(meeting.overlap(other) is None for other in busy)
