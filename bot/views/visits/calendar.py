"""Planned visits and shifts for the phone's calendar: `.ics` files that name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bot.views.wording import TIERS, initials_of
from storage.shifting import ShiftDated
from storage.types import Child

_PRODUCT = "-//Fieldnote//EN"
_DEFAULT = 60


def calendar_file(
    *,
    plan_id: str,
    children: Sequence[Child],
    on: date | None,
    starts_at: datetime | None,
    minutes: int | None,
    moves: int,
    now: datetime,
) -> bytes:
    """The plan as RFC 5545 has it: initials only, for a calendar is shared with others and with its maker.

    Of the same plan always the same event, so that one that was moved takes the older one's place. ValueError
    for a plan without a day.
    """
    event = _event(plan_id, moves, f"Visit {initials_of(children)}".strip(), now)
    if starts_at is not None:
        event.add("dtstart", starts_at.astimezone(UTC))
        event.add("duration", timedelta(minutes=minutes or _DEFAULT))
        event.add_component(_an_hour_before("Visit in an hour"))
    elif on is not None:
        event.add("dtstart", on)
    else:
        raise ValueError("a plan without a day has no place in a calendar")
    return _file([event])


def shifts_file(ahead: Sequence[ShiftDated], gone: Sequence[ShiftDated], *, now: datetime) -> bytes:
    """A person's shifts, and those given away, called off: imported again it brings all up to date."""
    events = [_shift(each, now) for each in ahead]
    for each in gone:
        event = _shift(each, now)
        event.add("status", "CANCELLED")
        events.append(event)
    return _file(events)


def _shift(shift: ShiftDated, now: datetime) -> Event:
    event = _event(shift.key, shift.changes, TIERS[shift.span.tier], now)
    event.add("dtstart", shift.span.starts_at.astimezone(UTC))
    event.add("dtend", shift.span.ends_at.astimezone(UTC))
    event.add_component(_an_hour_before("On call in an hour"))
    return event


def _event(key: str, changes: int, summary: str, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{key}@fieldnote")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", changes)
    event.add("summary", summary)
    event.add("class", "PRIVATE")
    return event


def _file(events: Sequence[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _an_hour_before(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", timedelta(hours=-1))
    return alarm
