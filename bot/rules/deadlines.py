"""When a note is due, and whether it came in time (Case Recording Policy, seed 002; DOMAIN 3).

Every instant that goes in is aware; every one that comes out is in UTC. Hours are elapsed hours, added in
UTC; days are calendar days of the agency's zone (`policy.zone`), weekends and holidays included.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.moments import DAY, SECOND, add_hours, end_of_day, start_of_day, utc
from bot.rules.months import Month, visit_month
from bot.rules.policy import Policy
from storage.types import EventType


class Timeliness(StrEnum):
    """How the first submission (or entry) stands to the deadline."""

    ON_TIME = "on_time"
    TIME_NOT_RECORDED = "time_not_recorded"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class NoteDue:
    """A note's deadline, in UTC.

    `remind_by` is what the worker is held to; only after `late_after` is the note late. They differ where
    only the event's date is known: between the two nobody can tell ("time not recorded").
    """

    remind_by: datetime
    late_after: datetime

    @property
    def due(self) -> datetime:
        """The instant to show and to count down to."""
        return self.remind_by


def note_due(
    *,
    policy: Policy,
    event_end: datetime | None = None,
    event_start: datetime | None = None,
    event_date: date | None = None,
    types: Collection[EventType] = (),
) -> NoteDue:
    """When the note of an event is due: its end (else its start) + 72 elapsed hours.

    With its local date alone: remind by 00:00 of that date + 72 h, late after 23:59:59 of it + 72 h. A
    profile with `child_contact_by_day` has contacts with the child due by that day of the next month.
    ValueError where nothing is known of when it was. Source: Policy, standard 2; the hours are the
    profile's (72).
    """
    when = event_end or event_start or event_date
    if when is None:
        raise ValueError("an event without a date has no deadline")
    if policy.notes.child_contact_by_day and EventType.CASEWORKER_CHILD in types:
        return _due_next_month(visit_month(when, policy.zone), policy)
    first, last = event_bounds(when, policy=policy)
    return NoteDue(add_hours(first, policy.notes.hours), add_hours(last, policy.notes.hours))


def event_bounds(when: datetime | date, *, policy: Policy) -> tuple[datetime, datetime]:
    """The earliest and the latest instant, in UTC, at which the event can have ended."""
    if isinstance(when, datetime):
        return utc(when), utc(when)
    return start_of_day(when, policy.zone), end_of_day(when, policy.zone)


def _due_next_month(month: Month, policy: Policy) -> NoteDue:
    day = month.next().first.replace(day=policy.notes.child_contact_by_day)
    due = end_of_day(day, policy.zone)
    return NoteDue(due, due)


def timeliness(met_at: datetime, due: NoteDue) -> Timeliness:
    """The judgement on the FIRST submission (see `met_at`); for an open note pass now, "as if sent now".

    A second counts as a whole: what came at 23:59:59.6 came at 23:59:59.
    """
    moment = utc(met_at).replace(microsecond=0)
    if moment <= due.remind_by:
        return Timeliness.ON_TIME
    return Timeliness.TIME_NOT_RECORDED if moment <= due.late_after else Timeliness.LATE


def met_at(
    *, first_submitted_at: datetime | None, entered_at: datetime | None, policy: Policy
) -> datetime | None:
    """The instant that meets the note's clock by this profile: first submission, or entry; None: not yet."""
    return first_submitted_at if policy.notes.met_by == "submission" else entered_at


def is_overdue(due: NoteDue, *, now: datetime) -> bool:
    """Whether an open note is late by now: never while its time of day could still save it."""
    return timeliness(now, due) is Timeliness.LATE


def time_left(due: NoteDue, *, now: datetime) -> timedelta:
    """How long until `due.due`; negative once it is over."""
    return due.due - utc(now)


def _end_of_day_after(moment: datetime, days: int, policy: Policy) -> datetime:
    """23:59:59 of the local day that many days later; the day of `moment` is not counted."""
    return end_of_day(moment.astimezone(policy.zone).date() + days * DAY, policy.zone)


def review_due(submitted_at: datetime, *, policy: Policy) -> datetime:
    """End of the 5th calendar day after submission; a change of reviewer doesn't restart it.

    Source: Policy, standard 3.
    """
    return _end_of_day_after(utc(submitted_at), policy.review.review_days, policy)


def correction_due(returned_at: datetime, *, policy: Policy) -> datetime:
    """End of the 3rd calendar day after the return.

    It runs from the return, not from the meeting, and a worker's leave doesn't pause it. Source: Policy,
    standard 3.
    """
    return _end_of_day_after(utc(returned_at), policy.review.correction_days, policy)


def rereview_due(resubmitted_at: datetime, *, policy: Policy) -> datetime:
    """End of the 3rd calendar day after the resubmission; every loop has its own. Source: Policy, 3."""
    return _end_of_day_after(utc(resubmitted_at), policy.review.rereview_days, policy)


def loop_deadline(first_returned_at: datetime, *, policy: Policy) -> datetime:
    """Until when return and correction may go on before the director is told: end of the 7th day."""
    return _end_of_day_after(utc(first_returned_at), policy.review.days_before_director, policy)


def director_is_told(*, loops: int, first_returned_at: datetime, now: datetime, policy: Policy) -> bool:
    """Whether an undecided note has gone round too often or too long: after 2 loops or 7 days (DOMAIN 3).

    `loops` counts the completed ones, each a return and its resubmission.
    """
    too_long = utc(now) >= loop_deadline(first_returned_at, policy=policy) + SECOND
    return loops >= policy.review.loops_before_director or too_long
