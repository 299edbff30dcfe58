"""Who is only on the way has seen nobody; a visit that is moved is yet to happen, on the day it is moved to."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 15, 10, tzinfo=TZ)  # a Tuesday


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on my way to see Hope", "11-17"),
        ("omw to the Riveras", "11-17"),
        ("ok heading over to ms thompsons now", "11-17"),
        ("about to see Will at his school", "11-17"),
        ("running late for my 3 o clock w the riveras", "11-17 15:00"),
        ("im running 20 min late to ms thompsons", "11-17"),
        ("llegando tarde a la visita de las 3 con los rivera", "11-17 15:00"),
        ("voy en camino a ver a hope", "11-17"),
        ("heading to the riveras tomorrow at 3", "11-18 15:00"),
    ],
)
def test_who_is_on_the_way_has_a_plan_for_that_day(text: str, when: str) -> None:
    found = reading(text)
    assert found.intent is Intent.PLAN_VISIT
    (item,) = found.contacts
    assert item.outcome is Outcome.PLANNED
    assert item.children
    assert f"{item.starts_at or item.on:%m-%d %H:%M}".removesuffix(" 00:00") == when
    assert found.ask == ()


@pytest.mark.parametrize(
    "text",
    [
        "on my way back from seeing Hope, she's good",
        "omw back from court. Hall perm hrg 1:30, Hope there, mom by phone",
        "heading home from the riveras, hv 2-2:45, both kids good",
        "heading to the office, saw Hope at 1, 30 min at the foster home",
        "running late, just left ms thompsons, saw both kids there at 2",
        "Hope was running late for school again per ms pettway, called me at 2",
    ],
)
def test_what_has_happened_before_the_way_is_a_log(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("heads up ms thompson is sick so i'm moving thurs visit to friday", "11-20"),
        ("ms thompson is sick so i moved thurs visit to friday", "11-20"),
        ("had to move thursdays visit w hope to friday at 3", "11-20 15:00"),
        ("we pushed mondays team meeting for the halls to weds at 10", "11-18 10:00"),
        ("moved Will's hv from thurs 3 to friday 4pm", "11-20 16:00"),
    ],
)
def test_a_visit_that_is_moved_is_planned_on_its_new_day(text: str, when: str) -> None:
    found = reading(text)
    assert found.intent is Intent.PLAN_VISIT
    (item,) = found.contacts
    assert f"{item.starts_at or item.on:%m-%d %H:%M}".removesuffix(" 00:00") == when


@pytest.mark.parametrize(
    "text",
    [
        "ms pettway moved hope's visit to friday and it went well",
        "ms thompson moved the dresser to mateo's room friday",
        "saw hope friday, she moved to the top bunk",
    ],
)
def test_what_was_moved_and_held_or_is_no_visit_stays_told(text: str) -> None:
    (item, *_) = reading(text).contacts
    assert item.outcome is Outcome.COMPLETED
    assert f"{item.on:%m-%d}" == "11-13"


@pytest.mark.parametrize(
    "text", ["gonna see Hope one day soon", "going to visit Will some time", "gonna see Maya Campbell soon"]
)
def test_who_is_going_to_see_somebody_has_said_no_day(text: str) -> None:
    found = reading(text)
    (item,) = found.contacts
    assert (found.intent, item.outcome, item.on) == (Intent.PLAN_VISIT, Outcome.PLANNED, None)
