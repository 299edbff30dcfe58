"""The tables of a policy profile, one dataclass each; the bounds of each figure stand with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ROLES = ("caseworker", "supervisor", "director", "oncall")
TIERS = ("primary", "backup", "supervisor")
RUNGS = ("on_call", "backup", "on_call_supervisor", "case_supervisor", "next_level_up", "director")


def _number(least: int = 0, most: int = 10_000) -> Any:
    return field(metadata={"least": least, "most": most})


def _one_of(*words: str) -> Any:
    return field(metadata={"among": words})


@dataclass(frozen=True, kw_only=True)
class Office:
    """When the office is open and needs no rota: on `days`, from `opens` to `closes`, no holidays."""

    days: tuple[str, ...] = _one_of(*WEEKDAYS)
    opens: time
    closes: time


@dataclass(frozen=True, kw_only=True)
class Quiet:
    """No reminder from `starts` to `ends` of the person's own day.

    One that would fall into them comes `lead_minutes` before they begin.
    """

    starts: time
    ends: time
    lead_minutes: int = _number(most=240)


@dataclass(frozen=True, kw_only=True)
class Digest:
    """The morning digest's window, in the person's own zone, and the weekday of the director's weekly one.

    From `evening` on, of the person's own day, drafts that were left open are offered again.
    """

    opens: time
    closes: time
    evening: time
    weekly_on: str = _one_of(*WEEKDAYS)
    within_hours: int = _number(1, 336)


@dataclass(frozen=True, kw_only=True)
class Notes:
    """When an event must be recorded.

    `child_contact_by_day` > 0: contacts with the child by the end of that day of the next month instead
    (Oklahoma: 4). `met_by`: whether submission or entry in the state's system meets the clock.
    """

    hours: int = _number(1, 2_000)
    met_by: str = _one_of("submission", "entry")
    ping_hours: int = _number(1, 72)
    child_contact_by_day: int = _number(most=28)


@dataclass(frozen=True, kw_only=True)
class Review:
    """Calendar days for review, correction and re-review; when a loop is the director's concern."""

    review_days: int = _number(1, 90)
    correction_days: int = _number(1, 90)
    rereview_days: int = _number(1, 90)
    loops_before_director: int = _number(1, 20)
    days_before_director: int = _number(1, 90)
    warn_days: tuple[int, ...] = _number(1, 90)


@dataclass(frozen=True, kw_only=True)
class LeaveRule:
    """The cut-off before leave, and the least time that an event's note always has."""

    weekdays_before: int = _number(1, 30)
    cutoff: time
    least_hours: int = _number(0, 72)


@dataclass(frozen=True, kw_only=True)
class Visits:
    """Contacts owed each month and in a placement's first days."""

    child_per_month: int = _number(most=31)
    parent_per_month: int = _number(most=31)
    caretaker_per_month: int = _number(most=31)
    parent_in_person: bool
    caretaker_in_person: bool
    by_roles: tuple[str, ...] = _one_of(*ROLES)
    first_days: int = _number(1, 90)
    first_days_child: int = _number(most=31)
    first_days_at_placement: int = _number(most=31)
    first_days_parent: int = _number(most=31)
    first_days_caretaker: int = _number(most=31)
    mid_month_day: int = _number(1, 28)
    warn_days_left: tuple[int, ...] = _number(1, 27)


@dataclass(frozen=True, kw_only=True)
class Incidents:
    """Hours to report what must be reported; the state's hotline by name and number, where it was given."""

    missing_child_hours: int = _number(1, 240)
    serious_injury_hours: int = _number(1, 240)
    abuse_written_hours: int = _number(1, 240)
    hotline: str = ""
    hotline_phone: str = ""


@dataclass(frozen=True, kw_only=True)
class Hearings:
    """Days before a hearing: from when the consultation may be held, by when the report is due."""

    consultation_days: int = _number(1, 365)
    report_days: int = _number(1, 365)
    warn_days: int = _number(1, 30)


@dataclass(frozen=True, kw_only=True)
class Conference:
    """Days between two conferences of supervisor and worker."""

    every_days: int = _number(1, 365)


@dataclass(frozen=True, kw_only=True)
class Federal:
    """Targets of the monthly caseworker visit measure, in percent, and the age that ends it."""

    visited_target: int = _number(most=100)
    residence_target: int = _number(most=100)
    under_age: int = _number(1, 30)


@dataclass(frozen=True, kw_only=True)
class OnCall:
    """Which tiers must be filled, how far ahead gaps are looked for, when a shift's holder is told."""

    tiers: tuple[str, ...] = _one_of(*TIERS)
    gap_days: int = _number(1, 366)
    notice_hours: tuple[int, ...] = _number(1, 336)


@dataclass(frozen=True, kw_only=True)
class Crisis:
    """The alarm's ladder by rungs, in and out of office hours, and how an inferred emergency is treated."""

    after_hours: tuple[str, ...] = _one_of(*RUNGS)
    office_hours: tuple[str, ...] = _one_of(*RUNGS)
    tell_case: str = _one_of("morning", "at_once")
    step_minutes: int = _number(1, 120)
    inferred_wait_seconds: int = _number(most=3_600)
    inferred_within_hours: int = _number(1, 168)


@dataclass(frozen=True, kw_only=True)
class Record:
    """What becomes of words: a lookup's in the chat, the record's years after discharge.

    `break_glass_minutes`: how long a family out of reach stays open to who opened it.
    """

    lookup_clear_minutes: int = _number(1, 1_440)
    break_glass_minutes: int = _number(1, 1_440)
    retention_years: int = _number(1, 100)


@dataclass(frozen=True, kw_only=True)
class ClosedDays:
    """The TOML form of `Holidays`, which explains its keys."""

    country: str
    subdivision: str
    open_on: tuple[str, ...]
    days_after: tuple[str, ...]
    dates: tuple[date, ...]
