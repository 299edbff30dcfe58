"""From an obligation's row to the steps that the rules give it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.moments import local_date
from bot.rules.months import Month
from bot.rules.policy import Policy
from bot.rules.reminder_days import first_days_days, hearing_days, visit_days
from bot.rules.reminders import Kind, Reader, Step, Steps, Via
from bot.rules.stretches import Stretch
from storage.models import Obligation

_HORIZONS = tuple(timedelta(days=days) for days in (1, 3, 7, 16, 45, 400))
_Make = Callable[[Steps, Obligation, Policy], tuple[Step, ...]]


def steps_between(
    owed: Obligation, tz: ZoneInfo, policy: Policy, start: datetime, end: datetime
) -> tuple[Step, ...]:
    """The reminders of an obligation in [start, end), by time; `tz` is the person's zone.

    None of them lies before it was opened. An obligation of a kind without reminders has none. A snooze
    silences what falls into it and ends with a reminder of its own.
    """
    make = _MAKERS.get(owed.kind)
    window = Stretch.of(max(start, owed.opened_at), end)
    if make is None or window.start >= window.end:
        return ()
    steps = make(Steps(Reader(owed.person_id, tz), window, policy), owed, policy)
    woken = owed.snoozed_until
    if woken is None:
        return steps
    loud = [step for step in steps if step.at >= woken]
    if woken in window:
        loud.append(Step(woken, Kind(owed.kind), f"snoozed-{woken:%Y%m%dT%H%M%S}", Via.PING))
    return tuple(sorted(loud))


def next_step(owed: Obligation, tz: ZoneInfo, policy: Policy, after: datetime) -> datetime | None:
    """When the first reminder after `after` comes; None where there is no more."""
    start = after + timedelta(microseconds=1)
    for horizon in _HORIZONS:  # near ones first: what repeats daily would be computed for a whole year
        steps = steps_between(owed, tz, policy, start, start + horizon)
        if steps:
            return steps[0].at
    return None


def _deadline(kind: Kind) -> _Make:
    return lambda steps, owed, _policy: steps.deadline(kind, owed.due_at, owed.late_after)


def _review(kind: Kind) -> _Make:
    return lambda steps, owed, _policy: steps.review(kind, owed.due_at)


def _month(kind: Kind) -> _Make:
    return lambda steps, owed, policy: steps.on_days(
        kind, visit_days(Month.parse(owed.period), policy=policy)
    )


_MAKERS: dict[str, _Make] = {
    Kind.NOTE: _deadline(Kind.NOTE),
    Kind.CORRECTION: _deadline(Kind.CORRECTION),
    Kind.REVIEW: _review(Kind.REVIEW),
    Kind.REREVIEW: _review(Kind.REREVIEW),
    Kind.MEETING: lambda steps, owed, _policy: steps.meeting(owed.opened_at),
    Kind.VISIT: _month(Kind.VISIT),
    Kind.PARENT_CONTACT: _month(Kind.PARENT_CONTACT),
    Kind.CARETAKER_CONTACT: _month(Kind.CARETAKER_CONTACT),
    Kind.FIRST_DAYS: lambda steps, owed, policy: steps.on_days(
        Kind.FIRST_DAYS, first_days_days(date.fromisoformat(owed.period), policy=policy)
    ),
    Kind.HEARING: lambda steps, owed, policy: steps.on_days(
        Kind.HEARING, hearing_days(owed.due_at, policy=policy)
    ),
    Kind.CONFERENCE: lambda steps, owed, policy: steps.on_days(
        Kind.CONFERENCE, [("due", local_date(owed.due_at, policy.zone))]
    ),
    Kind.LEAVE: lambda steps, owed, _policy: steps.leave(owed.due_at),
    Kind.SHIFT: lambda steps, owed, _policy: steps.shift(owed.due_at),
    Kind.LEFT: lambda steps, owed, _policy: steps.overdue(Kind.LEFT, owed.opened_at),
    Kind.PLANNED_VISIT: lambda steps, owed, _policy: steps.planned_visit(owed.due_at),
}
