"""The cut-off before leave, and what it does to notes (Case Recording Policy, standard 4; DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.calendars import last_working_day_before, roll_back, weekdays_before
from bot.rules.deadlines import NoteDue, event_bounds, note_due
from bot.rules.moments import add_hours, at_local, end_of_day, start_of_day
from bot.rules.policy import Policy


@dataclass(frozen=True, slots=True)
class LeaveCutoff:
    """When all notes must be in before leave, in UTC; both are kept and shown.

    `policy` is the policy's own: 17:00, two Monday-to-Friday days before. `effective` is the one that
    holds: rolled back to the last working day where the policy's falls on a holiday. After it and until
    the end of the last working day before leave (`last_day_ends`) later events may still be recorded.
    """

    policy: datetime
    effective: datetime
    last_day_ends: datetime
    leave_starts: datetime


def leave_cutoff(first_day: date, *, policy: Policy, closed: Container[date] | None = None) -> LeaveCutoff:
    """The cut-off for leave whose first day is `first_day` (a date of the agency's zone).

    `closed` are the holidays, by default the profile's. Source: Policy, standard 4: "by 5:00 PM, 2
    weekdays before vacation begins"; rolled back from a holiday, never forward.
    """
    off = policy.closed if closed is None else closed
    day = weekdays_before(first_day, policy.leave.weekdays_before)
    return LeaveCutoff(
        policy=at_local(day, policy.leave.cutoff, policy.zone),
        effective=at_local(roll_back(day, off), policy.leave.cutoff, policy.zone),
        last_day_ends=end_of_day(last_working_day_before(first_day, off), policy.zone),
        leave_starts=start_of_day(first_day, policy.zone),
    )


def note_due_under_leave(
    *,
    first_day: date,
    policy: Policy,
    event_end: datetime | None = None,
    event_date: date | None = None,
    closed: Container[date] | None = None,
) -> NoteDue:
    """When a note is due whose author goes on leave on `first_day`.

    Event up to the cut-off: the earlier of its 72 h and the cut-off; after it: the earlier of its 72 h
    and the end of the last working day before leave; never earlier than 24 h after the event. An event
    on or after the first day of leave keeps its 72 h. Of an event whose date alone is known, both ends
    of the day are judged so.
    """
    usual = note_due(event_end=event_end, event_date=event_date, policy=policy)
    when = event_end or event_date or first_day
    return brought_forward(usual, when, [first_day], policy=policy, closed=closed)


def brought_forward(
    due: NoteDue,
    event: datetime | date,
    first_days: Iterable[date],
    *,
    policy: Policy,
    closed: Container[date] | None = None,
) -> NoteDue:
    """A note's due time by every leave of its author, given by first days; its own where none matters.

    `event` is the event's end (else its start), or its local date where no more is known.
    """
    earliest, latest = event_bounds(event, policy=policy)
    for first_day in first_days:
        cutoff = leave_cutoff(first_day, policy=policy, closed=closed)
        due = NoteDue(
            _brought_forward(earliest, due.remind_by, cutoff, policy),
            _brought_forward(latest, due.late_after, cutoff, policy),
        )
    return due


def _brought_forward(event: datetime, usual: datetime, cutoff: LeaveCutoff, policy: Policy) -> datetime:
    if event >= cutoff.leave_starts:
        return usual
    limit = cutoff.effective if event <= cutoff.effective else cutoff.last_day_ends
    return min(usual, max(limit, add_hours(event, policy.leave.least_hours)))
