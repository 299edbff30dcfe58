"""A list of plans, Saturday behind whom one saw, and a visit that did not happen with its new day."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item, Reading
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MORNING = datetime(2026, 11, 9, 9, 31, tzinfo=TZ)
HOPE, WINNIE, MICAH = "P0005", "P0154", "P0115"


def reading(text: str, staff: str = "S005", sent: datetime = MORNING) -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ)


def planned(items: tuple[Item, ...]) -> list[tuple[str, int, int]]:
    return [(i.children[0], i.starts_at.day, i.starts_at.hour) for i in items if i.starts_at]


@pytest.mark.parametrize(
    "text",
    [
        "plan: hope fri 4, winnie thurs 10, micah weds 5",
        "plan:\nhope fri 4\nwinnie thurs 10\nmicah weds 5",
        "plan: fri 4pm hope, thurs 10am winnie, weds 5pm micah",
        "sched: hope fri 4pm; winnie thurs 10am and micah weds 5pm",
        "Visits planned - Hope Fri 4, Winnie Tang Thu 10, Micah Wed 5",
        "plan: hope vie 4, winnie jue 10, micah mie 5",
    ],
)
def test_each_of_a_list_of_plans_has_its_own_day_and_hour(text: str) -> None:
    found = reading(text)
    assert found.intent.value == "plan_visit"
    assert planned(found.contacts) == [(HOPE, 13, 16), (WINNIE, 12, 10), (MICAH, 11, 17)]


def test_next_weeks_list_is_the_following_weeks() -> None:
    found = reading("next week: hope mon 4, winnie thurs 10").contacts
    assert planned(found) == [(HOPE, 16, 16), (WINNIE, 19, 10)]


def test_a_plan_of_one_is_one() -> None:
    assert planned(reading("plan: hope thurs 4").contacts) == [(HOPE, 12, 16)]


@pytest.mark.parametrize(
    "text",
    ["saw winnie tang sat at ms huangs", "visited winnie sat, all good", "met winnie sat with her mom"],
)
def test_sat_behind_whom_one_saw_is_saturday(text: str) -> None:
    (item,) = reading(text).contacts
    assert item.on is not None
    assert item.on.day == 7


@pytest.mark.parametrize(
    "text", ["saw winnie sat with her doll on the porch today at 9", "saw winnie today at 9, she sat down"]
)
def test_who_sat_somewhere_sat(text: str) -> None:
    (item,) = reading(text).contacts
    assert item.on == MORNING.date()


@pytest.mark.parametrize(
    "text",
    [
        "luz fri didnt happen, fm sick. wed 4pm instead",
        "luz hv fri 3pm didn't happen, wed 4pm instead",
        "luz fri 6 did not happen, fm out. wed at 4pm instead",
    ],
)
def test_a_visit_that_did_not_happen_has_its_new_day(text: str) -> None:
    off, new = reading(text, "S007").contacts
    assert (off.outcome, new.outcome) == (Outcome.CANCELLED, Outcome.PLANNED)
    assert off.children == new.children == ("P0014",)
    assert (off.on and off.on.day, new.on and new.on.day) == (6, 11)


def test_today_instead_is_an_event_of_its_own() -> None:
    evening = MORNING.replace(hour=18)
    off, new = reading("luz fri 6 didnt happen, fm sick. today 4pm instead", "S007", evening).contacts
    assert (off.outcome, new.outcome) == (Outcome.CANCELLED, Outcome.COMPLETED)
    assert new.starts_at == MORNING.replace(hour=16, minute=0)
