"""What a remark says of the time: the day, the clock, the length; what it leaves out stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.understand.amend.parts import Facts
from bot.understand.parts import Mark, TimeMention

_PARTS = {"morning": (6, 12), "afternoon": (12, 18), "evening": (17, 23), "night": (18, 24)}


@dataclass(frozen=True, slots=True)
class Moved:
    """The facts with their new time. `doubt`: the clock that was said cannot be, or can be two moments."""

    facts: Facts
    marks: tuple[Mark, ...] = ()
    doubt: bool = False
    future: bool = False


def moved(facts: Facts, times: Sequence[TimeMention], sent_at: datetime, tz: ZoneInfo) -> Moved:
    """Take the times into the facts. `sent_at` is in `tz`."""
    starts = [t for t in times if not t.ending]
    clock = next((t for t in starts if t.starts_at or t.impossible), None)
    day = next((t.on for t in starts if t.on and (t.day_said or (clock is None and t.on))), None)
    on = day or facts.on or (clock.on if clock else None)
    if on is not None and on > sent_at.date():
        return Moved(facts, future=True)
    part = next((t.part_of_day for t in starts if t.part_of_day), None)
    minutes = next((t.minutes for t in times if t.minutes), None) or facts.minutes
    now = replace(facts, on=on, minutes=minutes)
    if clock is not None:
        return _at_clock(now, clock, on, sent_at, tz)
    if part is not None:
        return _in_part(now, part, tz)
    if on is not None and on != facts.on and facts.starts_at is not None:
        wall = facts.starts_at.astimezone(tz)
        return _placed(now, on, wall.hour, wall.minute, tz)
    return Moved(now)


def _at_clock(now: Facts, clock: TimeMention, on: date | None, sent_at: datetime, tz: ZoneInfo) -> Moved:
    at = clock.starts_at
    if at is None or on is None:
        return Moved(replace(now, starts_at=None, part_of_day=None), doubt=True)
    wall, guessed = at.astimezone(tz), "am_pm" in clock.guessed
    hour = _of_part(now.part_of_day, wall.hour) if guessed else wall.hour
    found = _placed(now, on, hour, wall.minute, tz)
    start = found.facts.starts_at
    if start is not None and start > sent_at:
        earlier = _placed(now, on, (hour - 12) % 24, wall.minute, tz)
        if not guessed or earlier.facts.starts_at is None or earlier.facts.starts_at > sent_at:
            return Moved(now, future=True)
        found = earlier
    marks = (Mark("time", str(found.facts.starts_at), "am_pm"),) if guessed else ()
    return Moved(found.facts, marks, found.doubt)


def _in_part(now: Facts, part: str, tz: ZoneInfo) -> Moved:
    """“It was in the morning”: 9 PM was 9 AM; another hour than that is no longer known."""
    first, last = _hours_of(part)
    if now.starts_at is not None and last:
        wall = now.starts_at.astimezone(tz)
        hour = next((h for h in (wall.hour, (wall.hour + 12) % 24) if first <= h < last), None)
        if hour is not None and now.on is not None:
            return _placed(now, now.on, hour, wall.minute, tz)
    return Moved(replace(now, starts_at=None, part_of_day=part, time_unknown=False))


def _hours_of(part: str) -> tuple[int, int]:
    return next((hours for word, hours in _PARTS.items() if word in part), (0, 0))


def _of_part(part: str | None, hour: int) -> int:
    """“It was 9", of what was told to have been last night: the hour that lies in that part of the day."""
    first, last = _hours_of(part or "")
    return next((h for h in (hour, (hour + 12) % 24) if first <= h < last), hour)


def _placed(now: Facts, on: date, hour: int, minute: int, tz: ZoneInfo) -> Moved:
    """That wall clock on that day; in doubt where a clock change skipped or doubled it."""
    wall = datetime(on.year, on.month, on.day, hour, minute)  # noqa: DTZ001 - the wall clock itself
    first, second = wall.replace(tzinfo=tz, fold=0), wall.replace(tzinfo=tz, fold=1)
    if first.utcoffset() != second.utcoffset():
        return Moved(replace(now, starts_at=None, part_of_day=None, time_unknown=False), doubt=True)
    return Moved(replace(now, starts_at=first, part_of_day=None, time_unknown=False))
