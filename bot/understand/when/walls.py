"""Clock times as said → wall-clock times on a date: halves of the day, nights, times without a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.understand.parts import Tense
from bot.understand.when.clocks import hour24, with_half
from bot.understand.when.shapes import Atom, Clock, Day


@dataclass(frozen=True, slots=True)
class Now:
    """The sending, as seen in the worker's zone."""

    sent: datetime
    tz: ZoneInfo
    night: bool

    @property
    def wall(self) -> datetime:
        """The local wall clock, without its zone: for comparing times of day."""
        return self.sent.astimezone(self.tz).replace(tzinfo=None)

    @property
    def day(self) -> date:
        return self.wall.date()


_DUSK, _DAWN, _SAME_EVENING = 4, 5, timedelta(hours=8)


@dataclass(slots=True)
class Settled:
    """A draft with its date and wall-clock time; `beside`: its day is said elsewhere in its sentence."""

    draft: Atom
    on: date | None = None
    wall: datetime | None = None
    at: datetime | None = None
    minutes: int | None = None
    part: str | None = None
    guessed: tuple[str, ...] = ()
    impossible: bool = False
    day_said: bool = False
    beside: bool = False


def wall_time(
    item: Settled, clock: Clock, part: str | None, *, before: Settled | None, now: Now, tense: Tense
) -> datetime | None:
    """The wall-clock time of `clock` on the item's day (or the one it must be on), None where there is none.

    `part` is the part of the day said with it, `before` the time told before it.
    """
    if item.on is None:
        return _dayless(clock, part, before, now, tense)
    day = item.draft.day
    if day is not None and day.kind == "lastnight":
        return _night(clock, now.day - timedelta(days=1), now, tense)
    if part == "night":
        found = _night(clock, item.on, now, tense, tonight=_tonight(day, now) and not item.draft.off)
        return _not_yet(found, item) if tense is Tense.PAST and found > now.wall else found
    return _on_day(clock, item, before, now, tense)


def _at(on: date, clock: Clock) -> datetime:
    hour, minute = hour24(clock)
    return datetime.combine(on, time(hour, minute))


def _tonight(day: Day | None, now: Now) -> bool:
    """Whether the night is the one to come: "tonight", said by day."""
    return day is not None and day.kind == "offset" and day.number == 0 and now.wall.hour > _DAWN


def _not_yet(found: datetime, item: Settled) -> datetime | None:
    """What is to be tonight; a contact told as made at an hour to come is asked about."""
    if item.draft.off:
        return found
    if item.draft.made:
        item.impossible = True
        return None
    if item.draft.role == "event":
        item.draft.role = "future"
    return found


def _night(clock: Clock, on: date, now: Now, tense: Tense, *, tonight: bool = False) -> datetime:
    """A time in the night of `on`: 5 to 11 that evening, 12 to 4 after the midnight that ends the day."""
    hour = clock.hour % 12 if not clock.exact or clock.midnight else clock.hour
    half = clock.half or ("am" if hour < _DAWN else "pm")
    if clock.exact and not clock.midnight:
        half = "am" if hour < 12 else "pm"
    evening = _at(on, with_half(clock, "pm"))
    open_half = clock.half is None and not clock.exact and hour >= _DUSK
    if open_half and tense is Tense.PAST and timedelta(0) <= now.wall - evening <= _SAME_EVENING:
        return evening  # "tonight at five", told at six
    found = _at(on + timedelta(days=1 if half == "am" and hour < 9 else 0), with_half(clock, half))
    if tense is Tense.PAST and found > now.wall and found - timedelta(days=1) <= now.wall and not tonight:
        return found - timedelta(days=1)
    return found


def _on_day(clock: Clock, item: Settled, before: Settled | None, now: Now, tense: Tense) -> datetime | None:
    assert item.on is not None
    found = _at(item.on, clock)
    past = tense is Tense.PAST
    if clock.midnight:
        found += timedelta(days=1)
        return found - timedelta(days=1) if past and found > now.wall >= found - timedelta(days=1) else found
    if clock.half is None and not clock.exact:
        found = _half_by_company(found, before, now, item)
        past = past and not item.draft.off  # what is called off may have been meant for later
        early = now.night or now.wall.hour < (12 if item.draft.made else 6)
        if past and found > now.wall and found.hour >= (12 if early else 18):
            found -= timedelta(hours=12)
    if past and found > now.wall and not item.draft.off:
        if not item.day_said and not item.beside:
            return found - timedelta(days=1)
        if item.draft.made:  # `called mom at 3 today`, sent at two: asked about, no plan
            item.impossible = True
            return None
        if item.draft.role == "event":
            item.draft.role = "future"
    return found


_EARLY_HOURS, _A_MOMENT_AGO = range(6, 9), timedelta(hours=1)
"""Hours at which few visits begin, and how lately the same hour of the evening must have been."""


def _a_moment_ago(morning: datetime, now: Now) -> bool:
    """“Texted her at 745", sent at ten past eight in the evening: that evening's."""
    evening = now.wall - morning - timedelta(hours=12)
    return morning.hour in _EARLY_HOURS and timedelta(0) <= evening <= _A_MOMENT_AGO


def _half_by_company(found: datetime, before: Settled | None, now: Now, item: Settled) -> datetime:
    """`10:50 pm … 11:00`: the half that follows closely; on a night on call the latest one."""
    other = found + timedelta(hours=12 if found.hour < 12 else -12)
    if before and before.wall and before.wall.date() == found.date() and found < before.wall:
        follows = timedelta(0) <= other - before.wall <= timedelta(hours=4) and other <= now.wall
        found = other if follows else found
        if follows:
            return found
    if _a_moment_ago(found, now):
        return other
    if now.night and item.on and now.wall - datetime.combine(item.on, time(0)) < timedelta(hours=36):
        near = [x for x in (found, other) if x <= now.wall]
        return max(near) if near and now.wall - max(near) <= timedelta(hours=12) else found
    return found


def _dayless(
    clock: Clock, part: str | None, before: Settled | None, now: Now, tense: Tense
) -> datetime | None:
    """A clock time without a day: the latest before the sending, or in a plan the next after it."""
    clocks = [clock]
    open_half = clock.half is None and not clock.exact
    if open_half and now.night and before and before.wall and tense is Tense.PAST and part is None:
        near = _within_the_night(clock, before.wall, now)
        if near is not None:
            return near
    if part is None and open_half and tense is Tense.PAST and _a_moment_ago(_at(now.day, clock), now):
        return _at(now.day, with_half(clock, "pm"))
    if part == "night" and open_half:
        clocks = [with_half(clock, "am" if clock.hour % 12 < 6 else "pm")]
    elif open_half and before and before.wall and tense is Tense.PAST:
        clocks = [_closest(clock, before.wall, now)]
    elif open_half and now.night:
        clocks = [with_half(clock, "am"), with_half(clock, "pm")]
    days = (timedelta(0), timedelta(days=1)) if tense is Tense.PAST else (timedelta(0), timedelta(days=-1))
    found = [_at(now.day - d, c) for c in clocks for d in days]
    if tense is Tense.PAST:
        return max((f for f in found if f <= now.wall), default=None)
    return min((f for f in found if f >= now.wall), default=None)


def _within_the_night(clock: Clock, before: datetime, now: Now) -> datetime | None:
    """On a night on call: the reading of a bare hour within four hours of the time told before it."""
    walls = [
        _at(now.day - timedelta(days=d), with_half(clock, half)) for half in ("am", "pm") for d in (0, 1)
    ]
    near = [w for w in walls if w <= now.wall and abs(w - before) <= timedelta(hours=4)]
    return min(near, key=lambda w: abs(w - before), default=None)


def _closest(clock: Clock, before: datetime, now: Now) -> Clock:
    """The half that puts this time within four hours after the time before it, if the plain rule does not."""
    plain = _at(before.date(), clock)
    if plain >= before and plain <= now.wall:
        return clock
    for half in ("am", "pm"):
        halved = with_half(clock, half)
        for extra in (0, 1):
            other = _at(before.date() + timedelta(days=extra), halved)
            if before <= other <= min(now.wall, before + timedelta(hours=4)):
                return halved
    return clock


def span_minutes(start: datetime, until: Clock) -> int | None:
    """Minutes from `start` to the first `until` after it, within twelve hours."""
    for extra in (0, 1):
        for half in (until.half,) if until.half or until.exact else ("am", "pm"):
            end = _at(start.date() + timedelta(days=extra), with_half(until, half))
            if timedelta(0) < end - start <= timedelta(hours=12):
                return int((end - start).total_seconds() // 60)
    return None
