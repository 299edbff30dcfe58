"""What an event of the sample agency tells, in names and local hours: for the tests of wording."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.understand.parts import Item
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")


def children(item: Item) -> list[str]:
    """First names, sorted."""
    return sorted(SAMPLE.children[child].first_name for child in item.children)


def people(item: Item) -> list[str]:
    """The adults' names, sorted."""
    return sorted(SAMPLE.contacts[person].name for person in item.people)


def clock(item: Item) -> str:
    """Month, day and hour of its start; an empty text where it has none."""
    return f"{item.starts_at.astimezone(TZ):%m-%d %H:%M}" if item.starts_at else ""
