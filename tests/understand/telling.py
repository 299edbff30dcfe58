"""What an event of the sample agency tells, in names and local hours: for the tests of wording."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)
TUESDAY = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)


def intent(text: str) -> Intent:
    """What S005 means by it on that Monday, half past five."""
    return read(SAMPLE, staff_id="S005", text=text, sent_at=MONDAY, tz=TZ).intent


def events(text: str, *, staff: str = "S005", sent: datetime = MONDAY) -> tuple[Item, ...]:
    """The events that a member of staff tells of, on that Monday where no other moment is given."""
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ).contacts


def children(item: Item) -> list[str]:
    """First names, sorted."""
    return sorted(SAMPLE.children[child].first_name for child in item.children)


def people(item: Item) -> list[str]:
    """The adults' names, sorted."""
    return sorted(SAMPLE.contacts[person].name for person in item.people)


def clock(item: Item) -> str:
    """Month, day and hour of its start; an empty text where it has none."""
    return f"{item.starts_at.astimezone(TZ):%m-%d %H:%M}" if item.starts_at else ""
