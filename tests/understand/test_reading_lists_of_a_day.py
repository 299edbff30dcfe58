"""A day's round told as a list: its head names the day, each entry has an hour, whom and where of its own."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)
ROUND = "9:30 Sanaa at mom's, 45 min, seen alone. 11 Kelly + Alice at Ms Stokes, 1 hr. 1:30 called Ms Wu no answer"


def items(text: str, sent: datetime = MONDAY) -> tuple[Item, ...]:
    return read(SAMPLE, staff_id="S007", text=text, sent_at=sent, tz=TZ).contacts


@pytest.mark.parametrize(
    ("head", "day"),
    [("Mon: ", 9), ("Monday - ", 9), ("Lunes: ", 9), ("today: ", 9), ("Fri: ", 6), ("Tues: ", 3)],
)
def test_the_head_is_the_day_of_every_entry(head: str, day: int) -> None:
    found = items(head + ROUND)
    assert [(i.starts_at.day, i.starts_at.hour, i.starts_at.minute) for i in found if i.starts_at] == [
        (day, 9, 30),
        (day, 11, 0),
        (day, 13, 30),
    ]
    assert [(i.children, i.minutes, bool(i.seen_alone)) for i in found[:2]] == [
        (("P0190",), 45, True),
        (("P0133", "P0134"), 60, False),
    ]


def test_each_child_of_a_list_was_met() -> None:
    found = items("9:15 Luz at school, 30 min. 11 called Ms Polanco. 3 Jaylen at school")
    assert [i.types for i in (found[0], found[2])] == [(EventType.CASEWORKER_CHILD,)] * 2
    assert [i.starts_at.hour for i in found if i.starts_at] == [9, 11, 15]


def test_before_noon_it_is_last_weeks() -> None:
    early = datetime(2026, 11, 9, 8, 30, tzinfo=TZ)
    assert {i.on.day for i in items(f"Mon: {ROUND}", early) if i.on} == {2}


@pytest.mark.parametrize("text", ["Mon saw Luz at 3 at Ms Polanco's", "saw Luz Monday at 3 at Ms Polanco's"])
def test_a_bare_weekday_that_heads_no_list_is_a_week_ago(text: str) -> None:
    (item,) = items(text)
    assert item.on is not None
    assert item.on.day == 2


@pytest.mark.parametrize(
    "text",
    [
        "saw Luz at 9:30 today at Ms Polanco's. 2 Wu kids were there too",
        "Luz at Ms Polanco's today 3:40, 35 min, no one to one, shes 5",
        "Luz at Ms Polanco's today 3:40, met 1 on 1",
        "Luz at Ms Polanco's today 3:40, vista uno a uno",
    ],
)
def test_a_number_that_is_no_hour_is_none(text: str) -> None:
    (item,) = items(text)
    assert item.starts_at is not None
    assert (item.starts_at.hour, item.starts_at.minute) in ((9, 30), (15, 40))


def test_from_one_to_half_past_is_a_stretch() -> None:
    (item,) = items("Luz at Ms Polanco's today from 1 to 1:30")
    assert (item.starts_at and item.starts_at.hour, item.minutes) == (13, 30)
