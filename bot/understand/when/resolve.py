"""Drafts → dates and instants: days are carried, halves of the day settled, clock changes checked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.understand.parts import Tense
from bot.understand.when.clocks import hour24, with_half
from bot.understand.when.dating import dated
from bot.understand.when.shapes import Atom, Clock

_PART_HALF = {"morning": "am", "dawn": "am", "afternoon": "pm", "evening": "pm"}


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


@dataclass(slots=True)
class Settled:
    """A draft with its date and wall-clock time."""

    draft: Atom
    on: date | None = None
    wall: datetime | None = None
    at: datetime | None = None
    minutes: int | None = None
    part: str | None = None
    guessed: tuple[str, ...] = ()
    impossible: bool = False
    day_said: bool = False


def settle(drafts: list[Atom], starts: list[int], now: Now, tense: Tense) -> list[Settled]:
    """All drafts resolved in text order, each clock time with the day it belongs to."""
    out = [_dated(d, now, tense) for d in drafts]
    for index, item in enumerate(out):
        _clocked(out, index, starts, now, tense)
        if item.wall is not None and item.at is None:
            _instant(item, now, tense)
    _ends(out)
    return out


def _tense(draft: Atom, tense: Tense) -> Tense:
    return Tense.FUTURE if draft.role == "future" else tense


def _dated(draft: Atom, now: Now, tense: Tense) -> Settled:
    item = Settled(draft, minutes=draft.minutes, part="night" if draft.part == "dawn" else draft.part)
    if draft.ago is not None:
        item.at = (now.sent.astimezone(UTC) - draft.ago).astimezone(now.tz)
        item.wall, item.on, item.day_said = item.at.replace(tzinfo=None), item.at.date(), True
        return item
    if draft.day:
        try:
            item.on, item.guessed = dated(draft.day, now.day, _tense(draft, tense))
        except (OverflowError, ValueError):
            item.on = None
        item.day_said = item.on is not None
    if item.on and tense is Tense.PAST and item.on > now.day and draft.role == "event":
        draft.role = "reported" if draft.never else "future"
    if item.on and tense is Tense.PAST and draft.role == "future" and item.on < now.day:
        draft.role = "event"
    return item


def _clocked(out: list[Settled], index: int, starts: list[int], now: Now, tense: Tense) -> None:
    """Gives item `index` its wall-clock time, with a day and a half carried from its neighbours."""
    item = out[index]
    draft = item.draft
    if draft.same:
        _same_time(out, index)
        draft = item.draft
    if draft.clock is None or draft.ago is not None:
        if draft.part and item.on is None and draft.role == "event":
            item.on = _carried(out, index, starts)[0] or _event_before(out, index)
        return
    part = draft.part
    if item.on is None:
        item.on, carried = _carried(out, index, starts)
        part = part or carried
    before = next(
        (o for o in reversed(out[:index]) if o.wall and (o.draft.role == draft.role or o.draft.acted)), None
    )
    clock = with_half(draft.clock, _PART_HALF.get(part or ""))
    item.wall = _wall(item, clock, part, before, now, _tense(draft, tense))
    if item.wall:
        item.on = item.wall.date()
    if clock.half is None and not clock.exact:
        item.guessed = (*item.guessed, "am_pm")


def _event_before(out: list[Settled], index: int) -> date | None:
    """`afterwards`: the day of the event told before, also where that was a dayless clock time."""
    if out[index].part != "afterwards":
        return None
    return next((o.on for o in reversed(out[:index]) if o.on and o.draft.role == "event"), None)


def _same_time(out: list[Settled], index: int) -> None:
    """`same time`: the clock of the mention before."""
    before = next((o for o in reversed(out[:index]) if o.wall and o.draft.clock), None)
    if before and before.wall:
        wall = before.wall
        out[index].draft = replace(out[index].draft, clock=Clock(wall.hour, wall.minute, None, exact=True))
        out[index].minutes = before.minutes or _length(before)


def _carried(out: list[Settled], index: int, starts: list[int]) -> tuple[date | None, str | None]:
    """The day for a dayless time: said earlier in the sentence, later in it, or in a sentence before."""
    role = out[index].draft.role
    own = bisect_right(starts, out[index].draft.start)

    def usable(o: Settled) -> bool:
        return (
            o.day_said
            and o.on is not None
            and (o.draft.role == role or (role == "reported" and o.draft.role == "event"))
        )

    def sentence(o: Settled) -> int:
        return bisect_right(starts, o.draft.start)

    earlier = [o for o in out[:index] if usable(o)]
    later = [o for o in out[index + 1 :] if usable(o) and sentence(o) == own]
    here = [o for o in earlier if sentence(o) == own]
    pick = (
        here[-1]
        if here
        else later[0]
        if later and not later[0].draft.timed
        else earlier[-1]
        if earlier
        else None
    )
    pick = pick or (later[0] if later else None)
    if pick is None:
        return None, None
    return _base(pick), pick.draft.part if not pick.draft.timed or sentence(pick) == own else None


def _base(item: Settled) -> date | None:
    """The day that was said, before a late hour moved it into the next."""
    return item.on


def _wall(
    item: Settled, clock: Clock, part: str | None, before: Settled | None, now: Now, tense: Tense
) -> datetime | None:
    if item.on is None:
        return _dayless(clock, part, before, now, tense)
    day = item.draft.day
    if day is not None and day.kind == "lastnight":
        return _night(clock, now.day - timedelta(days=1), now, tense)
    if part in {"night"}:
        return _night(clock, item.on, now, tense)
    return _on_day(clock, item, before, now, tense)


def _at(on: date, clock: Clock) -> datetime:
    hour, minute = hour24(clock)
    return datetime.combine(on, time(hour, minute))


def _night(clock: Clock, on: date, now: Now, tense: Tense) -> datetime:
    """A time in the night of `on`: 6 to 11 that evening, 12 to 5 after the midnight that ends the day."""
    hour = clock.hour % 12 if not clock.exact or clock.midnight else clock.hour
    half = clock.half or ("am" if hour < 6 else "pm")
    if clock.exact and not clock.midnight:
        half = "am" if hour < 12 else "pm"
    found = _at(on + timedelta(days=1 if half == "am" and hour < 9 else 0), with_half(clock, half))
    if tense is Tense.PAST and found > now.wall and found - timedelta(days=1) <= now.wall:
        return found - timedelta(days=1)
    return found


def _on_day(clock: Clock, item: Settled, before: Settled | None, now: Now, tense: Tense) -> datetime:
    assert item.on is not None
    found = _at(item.on, clock)
    past = tense is Tense.PAST
    if clock.midnight:
        found += timedelta(days=1)
        return found - timedelta(days=1) if past and found > now.wall >= found - timedelta(days=1) else found
    if clock.half is None and not clock.exact:
        found = _half_by_company(found, before, now, item)
        if past and found > now.wall and found.hour >= 12:
            found -= timedelta(hours=12)
    if past and found > now.wall:
        if not item.day_said:
            return found - timedelta(days=1)
        if item.draft.role == "event":
            item.draft.role = "future"
    return found


def _half_by_company(found: datetime, before: Settled | None, now: Now, item: Settled) -> datetime:
    """`10:50 pm … 11:00`: the half that follows closely on the time before; on a night on call the latest one."""
    other = found + timedelta(hours=12 if found.hour < 12 else -12)
    if before and before.wall and before.wall.date() == found.date() and found < before.wall:
        if timedelta(0) <= other - before.wall <= timedelta(hours=4) and other <= now.wall:
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


def _instant(item: Settled, now: Now, tense: Tense) -> None:
    """The instant of the wall time; what a clock change skipped or doubled is `impossible`, unless only the
    first of a doubled hour lies before the sending.
    """
    assert item.wall is not None
    first, second = (item.wall.replace(tzinfo=now.tz, fold=f).astimezone(UTC) for f in (0, 1))
    local = item.wall.replace(tzinfo=now.tz)
    if first.astimezone(now.tz).replace(tzinfo=None, fold=0) != item.wall:
        item.impossible = True
    elif first != second and not (tense is Tense.PAST and first <= now.sent.astimezone(UTC) < second):
        item.impossible = True
    item.at = None if item.impossible else local
    until = item.draft.until
    if until is not None:
        item.minutes = item.minutes if item.minutes is not None else _span(item.wall, until)


def _span(start: datetime, until: Clock) -> int | None:
    """Minutes from `start` to the first `until` after it, within twelve hours."""
    for extra in (0, 1):
        for half in (until.half,) if until.half or until.exact else ("am", "pm"):
            end = _at(start.date() + timedelta(days=extra), with_half(until, half))
            if timedelta(0) < end - start <= timedelta(hours=12):
                return int((end - start).total_seconds() // 60)
    return None


def _length(item: Settled) -> int | None:
    until = item.draft.until
    return _span(item.wall, until) if until and item.wall else None


def _ends(out: list[Settled]) -> None:
    """An end said apart (`stayed til 7:20`, `I left at four`) gives the start before it its length."""
    for index, item in enumerate(out):
        if not item.draft.ending or item.draft.clock is None:
            continue
        start = next(
            (o for o in reversed(out[:index]) if o.wall and not o.draft.ending and o.draft.role == "event"),
            None,
        )
        if start and start.wall and start.minutes is None:
            start.minutes = _span(start.wall, item.draft.clock)
        if start and start.wall and item.at and item.wall and item.wall < start.wall:
            item.at = item.wall = None
