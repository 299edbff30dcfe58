"""Drafts → dates and instants: days are carried, halves of the day settled, clock changes checked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import UTC, date, timedelta

from bot.understand.parts import Tense
from bot.understand.when.clocks import with_half
from bot.understand.when.dating import dated
from bot.understand.when.shapes import Atom, Clock
from bot.understand.when.walls import Now, Settled, span_minutes, wall_time

# The hours (of twelve) that a part of the day said elsewhere may settle.
_HOURS = {"morning": range(5, 12), "afternoon": range(7), "evening": range(4, 12), "night": range(6, 12)}
_FAR = 30
_PART_HALF = {"morning": "am", "dawn": "am", "afternoon": "pm", "evening": "pm"}


def settle(drafts: list[Atom], starts: list[int], now: Now, tense: Tense) -> list[Settled]:
    """All drafts resolved in text order, each clock time with the day it belongs to."""
    out = [_dated(d, now, tense) for d in drafts]
    for index, item in enumerate(out):
        _clocked(out, index, starts, now, tense)
        if item.wall is not None and item.at is None:
            _instant(item, now, tense)
    _ends(out)
    for item in out:
        if item.draft.off and item.draft.role == "future":
            item.draft.role = "event"  # its day was still to come; what happened is that it was cancelled
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
    if draft.ahead and tense is Tense.PAST and item.on and _still_ahead(draft, now):
        _put_ahead(item, now)
    if item.on and tense is Tense.PAST and item.on > now.day and draft.role == "event":
        draft.role = "reported" if draft.never else "future"
    if item.on and tense is Tense.PAST and draft.role == "future" and draft.day and draft.day.kind == "date":
        _just_past(item, now)
    if item.on and tense is Tense.PAST and _over(draft, item.on, now):
        draft.role = "event"
    return item


def _still_ahead(draft: Atom, now: Now) -> bool:
    """Whether `this Friday`, `court on the 24th`, without a past verb, is told before that day."""
    day = draft.day
    if day is not None and day.kind == "dom":
        return day.number > now.day.day
    return draft.role == "event" and day is not None and day.number > now.day.weekday()


def _put_ahead(item: Settled, now: Now) -> None:
    """Moves it to the day yet to come: a weekday is a plan, a court date is only told of."""
    assert item.draft.day is not None
    if item.draft.day.kind == "dom":
        item.draft.role = "reported"
        item.on = dated(item.draft.day, now.day, Tense.FUTURE)[0]
    elif item.on:
        item.draft.role = "future"
        item.on += timedelta(days=7)


def _over(draft: Atom, on: date, now: Now) -> bool:
    """A day in the past, or `mailed her the schedule today`, is no plan."""
    if draft.role == "future" and on < now.day:
        return True
    return (
        draft.done
        and not draft.acted
        and on == now.day
        and not draft.timed
        and draft.role in {"future", "reported"}
    )


def _just_past(item: Settled, now: Now) -> None:
    """A date of the last weeks is never pushed into the next year by a word like `will` near it."""
    assert item.draft.day is not None
    before = dated(item.draft.day, now.day, Tense.PAST)[0]
    if before and item.on and (now.day - before).days <= 60 and (item.on - now.day).days > 120:
        item.on = before


def _clocked(out: list[Settled], index: int, starts: list[int], now: Now, tense: Tense) -> None:
    """Gives item `index` its wall-clock time, with a day and a half carried from its neighbours."""
    item = out[index]
    draft = item.draft
    if draft.day and draft.day.kind == "invalid":
        item.impossible = True  # 11/31: asked about, never guessed at
        return
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
    item.wall = wall_time(item, clock, part, before=before, now=now, tense=_tense(draft, tense))
    if (
        item.wall
        and draft.role == "future"
        and tense is Tense.PAST
        and _today(draft)
        and item.wall <= now.wall
    ):
        draft.role = "event"  # `moved to Ms Daley's today 2pm`, told in the evening
    if item.wall:
        item.on, item.day_said = item.wall.date(), item.day_said or (draft.just and not item.beside)
    if clock.half is None and not clock.exact:
        item.guessed = (*item.guessed, "am_pm")


def _today(draft: Atom) -> bool:
    return draft.day is not None and draft.day.kind == "offset" and draft.day.number <= 0


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
        day = out[index].draft.day
        if day is not None and day.kind == "offset" and day.number > 0 and day.number % 7 == 0:
            out[index].on = wall.date() + timedelta(days=day.number)  # weeks behind what was, not today


def _carried(out: list[Settled], index: int, starts: list[int]) -> tuple[date | None, str | None]:
    """The day for a dayless time, and the part of the day where that fits its hour."""
    pick = _said_beside(out, index, starts)
    if pick is None:
        return None, None
    here = bisect_right(starts, pick.draft.start) == bisect_right(starts, out[index].draft.start)
    out[index].beside = here
    part, clock = pick.draft.part, out[index].draft.clock
    if pick.draft.start - out[index].draft.end > _FAR:  # "called 10:30, ... wants his things out tonight"
        part = None
    hours = range(5) if part == "night" and clock and clock.half == "am" else _HOURS.get(part or "", ())
    fits = clock is not None and clock.hour % 12 in hours
    if pick.draft.timed:  # "this morning at ten the conference … and at two I saw Leo" is no night
        return pick.on, part if here and (fits or part != "morning" or clock is None) else None
    return pick.on, part if fits else None


def _said_beside(out: list[Settled], index: int, starts: list[int]) -> Settled | None:
    """The mention whose day counts: said earlier in the sentence, later in it, or in a sentence before."""
    own, role = bisect_right(starts, out[index].draft.start), out[index].draft.role
    roles = {role, "event"} if role == "reported" else {role}
    said = [o for o in out if o.day_said and o.on is not None and o.draft.role in roles]
    if out[index].draft.just:  # `he told her yesterday. she just called, 9:50` is today's call
        said = [o for o in said if bisect_right(starts, o.draft.start) == own]
    earlier = [o for o in said if o.draft.start < out[index].draft.start]
    later = [o for o in said if o.draft.start > out[index].draft.start]
    later = [o for o in later if bisect_right(starts, o.draft.start) == own]
    if earlier and bisect_right(starts, earlier[-1].draft.start) == own:
        return earlier[-1]
    if later and (not earlier or not later[0].draft.timed):
        return later[0]
    return earlier[-1] if earlier else None


def _instant(item: Settled, now: Now, tense: Tense) -> None:
    """The instant of the wall time; what a clock change skipped or doubled is `impossible`.

    A doubled hour is known after all where only its first pass lies before the sending.
    """
    assert item.wall is not None
    first, second = (item.wall.replace(tzinfo=now.tz, fold=f).astimezone(UTC) for f in (0, 1))
    local = item.wall.replace(tzinfo=now.tz)
    skipped = first.astimezone(now.tz).replace(tzinfo=None, fold=0) != item.wall
    known = tense is Tense.PAST and first <= now.sent.astimezone(UTC) < second
    item.impossible = skipped or (first != second and not known)
    item.at = None if item.impossible else local
    until = item.draft.until
    if until is not None:
        item.minutes = item.minutes if item.minutes is not None else span_minutes(item.wall, until)


def _length(item: Settled) -> int | None:
    until = item.draft.until
    return span_minutes(item.wall, until) if until and item.wall else None


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
            length = span_minutes(start.wall, item.draft.clock)
            start.minutes = length if length is not None and length <= 480 else None
        if start and start.wall and item.at and item.wall and item.wall < start.wall:
            item.at = item.wall = None
