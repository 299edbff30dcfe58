"""From an obligation's row to the steps that the rules give it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from bot.rules.moments import DAY, at_local, local_date
from bot.rules.months import Month
from bot.rules.policy import Policy
from bot.rules.reminder_days import consultation_day, first_days_days, report_days, visit_days
from bot.rules.reminders import Kind, Reader, Step, Steps, Via
from bot.rules.stretches import Stretch
from bot.services.duties.court import REPORT
from bot.services.duties.people import WORKER
from storage.models import Obligation

_HORIZONS = tuple(timedelta(days=days) for days in (1, 3, 7, 16, 45, 400))
"""Near ones first: what repeats daily would be computed for a whole year."""
_SPARSE = frozenset(
    {
        *(Kind.VISIT, Kind.PARENT_CONTACT, Kind.CARETAKER_CONTACT, Kind.FIRST_DAYS, Kind.HEARING),
        *(Kind.WEEKLY_DIGEST, Kind.SHIFT, Kind.SHIFT_OFFER, Kind.PLANNED_VISIT),
    }
)
"""Kinds of a few days each: all of them are found at one look."""
HOUR = timedelta(hours=1)
_LATE_DAILY = frozenset({REPORT})
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
    for horizon in _horizons(owed, start):
        steps = steps_between(owed, tz, policy, start, start + horizon)
        if steps:
            return steps[0].at
    return None


def _horizons(owed: Obligation, start: datetime) -> tuple[timedelta, ...]:
    if owed.kind not in _SPARSE:
        return _HORIZONS
    if owed.period in _LATE_DAILY:  # a few days until it is due, then every morning
        return (max(owed.due_at - start, timedelta(0)) + timedelta(days=2), *_HORIZONS[-1:])
    return _HORIZONS[-1:]


def _deadline(kind: Kind) -> _Make:
    return lambda steps, owed, _policy: steps.deadline(kind, owed.due_at, owed.late_after)


def _review(kind: Kind) -> _Make:
    return lambda steps, owed, _policy: steps.review(kind, owed.due_at)


def _month(kind: Kind) -> _Make:
    return lambda steps, owed, policy: steps.on_days(
        kind, visit_days(Month.parse(owed.period), policy=policy)
    )


def _first_days(steps: Steps, owed: Obligation, policy: Policy) -> tuple[Step, ...]:
    return steps.on_days(Kind.FIRST_DAYS, first_days_days(date.fromisoformat(owed.period), policy=policy))


def _hearing(steps: Steps, owed: Obligation, policy: Policy) -> tuple[Step, ...]:
    """The report as its day comes and once it is late; the consultation when it may be held.

    Where that day had come before the hearing was on file: the next morning.
    """
    known = local_date(owed.opened_at, policy.zone)
    if owed.period == REPORT:
        days = report_days(local_date(owed.due_at, policy.zone), policy=policy)
        return _in_order(steps.on_days(Kind.HEARING, days), steps.overdue(Kind.HEARING, owed.due_at))
    day = max(consultation_day(owed.due_at, policy=policy), known + DAY)
    return steps.on_days(Kind.HEARING, [(owed.period, day)])


def _conference(steps: Steps, owed: Obligation, policy: Policy) -> tuple[Step, ...]:
    """On its day for both; the supervisor, who records it, hears of it every morning after that."""
    on_the_day = steps.on_days(Kind.CONFERENCE, [("due", local_date(owed.due_at, policy.zone))])
    if owed.period.endswith(WORKER):
        return on_the_day
    return _in_order(on_the_day, steps.overdue(Kind.CONFERENCE, owed.due_at))


def _shift(steps: Steps, owed: Obligation, policy: Policy) -> tuple[Step, ...]:
    """A day and an hour ahead; whoever came to hold it later than that is told at once."""
    told = steps.shift(owed.due_at)
    first = owed.due_at - timedelta(hours=max(policy.on_call.notice_hours))
    return _in_order(told, steps.at_once(Kind.SHIFT, owed.opened_at) if owed.opened_at > first else ())


def _planned(steps: Steps, owed: Obligation, policy: Policy) -> tuple[Step, ...]:
    """By its hour; where only the day is known, in the mornings of the day before and of the day."""
    if not owed.period:
        return steps.planned_visit(owed.due_at, owed.late_after, known=owed.opened_at)
    day = date.fromisoformat(owed.period)
    mornings = steps.on_days(Kind.PLANNED_VISIT, [("day_before", day - DAY), ("that_day", day)])
    asked_at = at_local(day, policy.digest.evening, steps.zone)
    return _in_order(mornings, steps.did_it_happen(asked_at))


def _incident(steps: Steps, owed: Obligation, policy: Policy) -> tuple[Step, ...]:
    """Half an hour and two hours after the call, four hours and one before it is due; late, every morning."""
    del policy
    asked = [("half_hour", owed.opened_at + timedelta(minutes=30)), ("two_hours", owed.opened_at + 2 * HOUR)]
    before = [(f"hours_{hours}", owed.due_at - hours * HOUR) for hours in (4, 1)]
    pings = steps.at_moments(Kind.INCIDENT, [*asked, *(each for each in before if each[1] > asked[-1][1])])
    late = max(owed.due_at, owed.opened_at + DAY)
    return _in_order(pings, steps.overdue(Kind.INCIDENT, late))


def _every_morning(kind: Kind) -> _Make:
    return lambda steps, owed, _policy: steps.overdue(kind, owed.opened_at)


def _in_order(*steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(sorted(chain(*steps)))


_MAKERS: dict[str, _Make] = {
    Kind.NOTE: _deadline(Kind.NOTE),
    Kind.CORRECTION: _deadline(Kind.CORRECTION),
    Kind.REVIEW: _review(Kind.REVIEW),
    Kind.REREVIEW: _review(Kind.REREVIEW),
    Kind.MEETING: lambda steps, owed, _policy: steps.meeting(owed.opened_at),
    Kind.VISIT: _month(Kind.VISIT),
    Kind.PARENT_CONTACT: _month(Kind.PARENT_CONTACT),
    Kind.CARETAKER_CONTACT: _month(Kind.CARETAKER_CONTACT),
    Kind.FIRST_DAYS: _first_days,
    Kind.HEARING: _hearing,
    Kind.CONFERENCE: _conference,
    Kind.LEAVE: lambda steps, owed, _policy: steps.leave(owed.due_at),
    Kind.SHIFT: _shift,
    Kind.SHIFT_OFFER: lambda steps, owed, _policy: steps.offered(owed.due_at),
    Kind.ROTA_GAP: _every_morning(Kind.ROTA_GAP),
    Kind.TEAM: _every_morning(Kind.TEAM),
    Kind.WEEKLY_DIGEST: lambda steps, owed, _policy: steps.on_days(
        Kind.WEEKLY_DIGEST, [("weekly", date.fromisoformat(owed.period))]
    ),
    Kind.INCIDENT: _incident,
    Kind.GLASS: _every_morning(Kind.GLASS),
    Kind.LEFT: _every_morning(Kind.LEFT),
    Kind.PLANNED_VISIT: _planned,
}
