"""Meetings told without a verb, homes that nobody names, courts by their setting (READING, "Place", "Types")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)  # a Wednesday
CHILD, HOME, CARER = (
    EventType.CASEWORKER_CHILD,
    EventType.FOSTER_HOME_VISIT,
    EventType.CASEWORKER_FOSTER_PARENT,
)


def one(text: str, staff: str = "S006") -> Item:
    (item,) = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts
    return item


@pytest.mark.parametrize(
    "text",
    [
        "jordan at eileens today 3:30! 40 min. she had a work call in the garage",
        "Jordan at Eileen's today 3 to 3:40. Eileen had to take a phone call so it was me and him",
        "jordan, eileens, 3:30-4. showed me the letters book",
        "3:30 today Jordan @ the Brennans, half hour. Mom never called him back",
    ],
)
def test_who_when_and_where_is_a_visit_whatever_was_talked_of_then(text: str) -> None:
    item = one(text)
    assert (item.method, item.outcome, item.place) == (Method.IN_PERSON, Outcome.COMPLETED, Place.FOSTER_HOME)
    assert CHILD in item.types
    assert HOME in item.types


@pytest.mark.parametrize(
    "text",
    [
        "Jordan with Eileen Brennan today at quarter past four, 50 min, Eileen says he sleeps better",
        "vi a Jordan hoy a las 3 con Eileen, 45 min. Eileen dice que duerme bien",
        "Jordan con Eileen hoy a las 4:15, 45 min, Eileen dice que todo bien",
        "saw Jordan at the house today at 4. Eileen and I went through the school forms",
    ],
)
def test_a_child_met_with_the_carer_is_at_the_carers_home(text: str) -> None:
    item = one(text)
    assert item.place is Place.FOSTER_HOME
    assert set(item.types) == {CHILD, HOME, CARER}


def test_a_plan_with_the_carer_leaves_the_place_open() -> None:
    assert one("visit with Jordan and Eileen next Tuesday at 5").place is None


def test_words_for_a_place_that_nobody_knows_are_no_home() -> None:
    assert (
        one("saw Jordan with Eileen at the corn maze thing today at 3, 30 min").place is not Place.FOSTER_HOME
    )


@pytest.mark.parametrize(
    "text",
    [
        "saw Jordan at Eileen's today at 3 and Eileen was still at work so I did not see her",
        "met Jordan at Eileen's today at 3 we did homework for 20 min his mom is working nights at the hospital",
    ],
)
def test_where_somebody_else_was_is_not_the_place(text: str) -> None:
    assert one(text).place is Place.FOSTER_HOME


@pytest.mark.parametrize(
    "text",
    [
        "saw Jordan today at 1, pulled him out of class, 20 min",
        "Jordan's school today at 1, saw him 20 min",
    ],
)
def test_a_classroom_is_the_school(text: str) -> None:
    assert one(text).place is Place.SCHOOL


@pytest.mark.parametrize(
    "errand", ["to the allergist", "for bloodwork", "to physical therapy", "to the ENT", "for his flu shot"]
)
def test_an_errand_to_any_doctor_is_medical(errand: str) -> None:
    item = one(f"took Jordan {errand} at 2 today, 40 min")
    assert item.types == (CHILD,)
    assert item.place is Place.MEDICAL


@pytest.mark.parametrize(
    "setting",
    [
        "adjudication today 3pm",
        "6 mo review this am 830 dept 405",
        "PPR 1:30 today dept 402",
        "jurisdiction today 9am, submitted",
        "contested adjudication today 9 to noon",
        "status conference 9 am today before Judge Ruiz",
    ],
)
def test_a_court_is_known_by_its_setting(setting: str) -> None:
    item = one(f"Rivera {setting}", "S004")
    assert item.types == (EventType.COURT_APPEARANCE,)
    assert (item.method, item.place) == (Method.IN_PERSON, Place.COURT)
