"""Days as said → dates, by the sending day and the tense (READING, "When")."""

from __future__ import annotations

from datetime import date, timedelta

from bot.understand.parts import Tense
from bot.understand.when.holidays_us import holiday
from bot.understand.when.shapes import Day

_FAR, _NEAR = timedelta(days=270), timedelta(days=90)
_WEEKS = 16
Found = tuple[date | None, tuple[str, ...]]


def dated(day: Day, sent: date, tense: Tense) -> Found:
    """The date that `day` means and what was assumed ("year"; "weekday": the weekday contradicts the date).

    Past: the latest such day before (weekday) or not after (date) the day of sending; future: the next one.
    """
    if day.kind == "offset":
        return _checked(sent + timedelta(days=day.number), day)
    if day.kind == "invalid":
        return None, ()
    if day.kind == "lastnight":
        return sent - timedelta(days=1), ()
    if day.kind == "weekday":
        return weekday(day, sent, tense), ()
    if day.kind == "dom":
        return _day_of_month(day, sent, tense)
    if day.kind == "holiday":
        beside = timedelta(days=day.number)
        return _yearly(lambda year: holiday(day.name, year) + beside, sent, tense), ()
    return _calendar(day, sent, tense)


def weekday(day: Day, sent: date, tense: Tense) -> date:
    """A weekday with or without last, this, next; weeks run Monday to Sunday."""
    monday = sent - timedelta(days=sent.weekday())
    there = timedelta(days=day.number)
    last = sent - timedelta(days=(sent.weekday() - day.number) % 7 or 7)
    if day.how == "lastweek":
        return monday - timedelta(days=7) + there
    if day.how in {"next", "nextweek"}:
        return monday + timedelta(days=7) + there
    if day.how == "ago":
        return last - timedelta(days=7)
    if day.how == "this":
        return _this(monday + there, sent, tense, last)
    if day.how == "last" or tense is Tense.PAST:
        return last
    ahead = sent + timedelta(days=(day.number - sent.weekday()) % 7 or 7)
    return ahead + timedelta(days=7) if day.how == "weekon" else ahead


def _this(named: date, sent: date, tense: Tense, last: date) -> date:
    if tense is Tense.PAST:
        return named if named <= sent else last
    return named if named >= sent else named + timedelta(days=7)


def _checked(found: date, day: Day) -> Found:
    return found, (("weekday",) if day.weekday is not None and day.weekday != found.weekday() else ())


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _yearly(make: object, sent: date, tense: Tense) -> date | None:
    """The latest (past) or next (future) yearly return of a date; Feb 29 may be years away."""
    assert callable(make)
    years = (
        range(sent.year, max(sent.year - 9, 1), -1)
        if tense is Tense.PAST
        else range(sent.year, min(sent.year + 9, 9999))
    )
    for year in years:
        found: date | None = make(year)
        if found and (found <= sent if tense is Tense.PAST else found >= sent):
            return found
    return None


def _calendar(day: Day, sent: date, tense: Tense) -> Found:
    """A month and day: with its weekday as a check, which also tells 10/11 from 11/10."""
    found = _in_year(day, sent, tense)
    swapped = Day("date", day.month, day.number, day.year) if day.swapped else None
    if day.weekday is None or found is None or found.weekday() == day.weekday:
        return found, (() if day.year else ("year",))
    if swapped and (other := _in_year(swapped, sent, tense)) and other.weekday() == day.weekday:
        return other, ("year",)
    return found, ("weekday",)


def _in_year(day: Day, sent: date, tense: Tense) -> date | None:
    if day.year:
        return _make(day.year, day.month, day.number)
    found = _yearly(lambda year: _make(year, day.month, day.number), sent, tense)
    if tense is Tense.PAST:
        # A log of a date eleven months back is really one that is still to come ("conference is Dec 23").
        coming = _yearly(lambda year: _make(year, day.month, day.number), sent, Tense.FUTURE)
        if coming and (found is None or (sent - found > _FAR and coming - sent <= _NEAR)):
            return coming
    return found


def _nearer(past: date, day: Day, sent: date) -> date:
    """“Thurs 18th" told on the 15th: four weeks ago a Thursday too, but three days ahead."""
    if day.weekday is None or (sent - past).days <= _WEEKS:
        return past
    coming = _make(sent.year, sent.month, day.number)
    close = coming is not None and coming > sent and (coming - sent).days <= _WEEKS
    return coming if coming and close and coming.weekday() == day.weekday else past


def _day_of_month(day: Day, sent: date, tense: Tense) -> Found:
    """`the 14th`: the latest or next one; beside a weekday the nearest one that falls on it."""
    step = -1 if tense is Tense.PAST else 1
    first: date | None = None
    for count in range(7 if step > 0 or day.weekday is None else 2):
        month = sent.month - 1 + step * count
        found = _make(sent.year + month // 12, month % 12 + 1, day.number)
        if found is None or (found - sent).days * step < 0:
            continue
        first = first or found
        if day.weekday is None or found.weekday() == day.weekday:
            return _nearer(found, day, sent) if tense is Tense.PAST else found, ()
    if tense is Tense.PAST and day.weekday is not None:
        coming, contradicts = _day_of_month(day, sent, Tense.FUTURE)
        if coming and not contradicts and (coming - sent).days <= 45:
            return coming, ()
    return first, ("weekday",)
