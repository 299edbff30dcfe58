"""A planned visit for the phone's calendar: an `.ics` file that names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bot.views.wording import initials_of
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
    event = Event()
    event.add("uid", f"{plan_id}@fieldnote")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", moves)
    event.add("summary", f"Visit {initials_of(children)}".strip())
    event.add("class", "PRIVATE")
    if starts_at is not None:
        event.add("dtstart", starts_at.astimezone(UTC))
        event.add("duration", timedelta(minutes=minutes or _DEFAULT))
        event.add_component(_an_hour_before())
    elif on is not None:
        event.add("dtstart", on)
    else:
        raise ValueError("a plan without a day has no place in a calendar")
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _an_hour_before() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Visit in an hour")
    alarm.add("trigger", timedelta(hours=-1))
    return alarm
