"""Who is only told of, who joined, and where it was, in words that nobody tuned on."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)


def only(staff: str, text: str) -> Item:
    (item,) = read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts
    return item


@pytest.mark.parametrize(
    ("staff", "text", "people"),
    [
        ("S011", "hv JT 2:30 today, Jenkins there + spoke, 30m. no mom contact since October", {"K0135"}),
        ("S007", "Denise llamó hoy a las 4, dice que Tiffany apareció en la escuela. 10 min", {"K0058"}),
        ("S005", "Ms Pettway called 10:50 today, Hope saw mom at the bus stop with a man. 15 min", {"K0016"}),
        ("S009", "Kevin and Amy hv today 3:15, fm in the kitchen cooking the whole time", set()),
        (
            "S010",
            "Sibling visit for August Bell and Zion today 1pm at the park. Harriet and Leonard sat on a bench",
            set(),
        ),
        ("S013", "Case conf on Teams today 1-1:30 re Destiny w/ Dr Stein. Mills on too", {"K0170", "K0172"}),
        ("S005", "texted Lucia at 1:20 today abuot the schedule for Maya and Mateo, she wrote ok", {"K0001"}),
        (
            "S009",
            "Justice at Ms Hutchins' today 4-4:30. Ms Hutchins out shopping, her niece let me in.",
            set(),
        ),
        ("S010", "home visit Declan 4pm today. Ruth let me in and went back to her work call.", set()),
        ("S006", "Jordan told me at school (1 oclock today, 20 min) mr brennan grabs his arm hard", set()),
    ],
)
def test_those_who_took_part_and_no_others(staff: str, text: str, people: set[str]):
    assert set(only(staff, text).people) == people


@pytest.mark.parametrize(
    ("staff", "text", "place"),
    [
        ("S006", "saw JR today 2:15 at Ms Pierre-Louis's, 30 min", Place.FOSTER_HOME),
        ("S008", "I sat with Imani on the children's ward today at 8:30 for an hour", Place.MEDICAL),
        ("S009", "Saw Chance on campus 1pm today, no staff free to talk", Place.RESIDENTIAL),
        ("S010", "Sibling visit for Zion and his brother today 1pm at Prospect Park", Place.COMMUNITY),
        ("S010", "I picked up Gianna from St. Anselm at 2:30 today", Place.SCHOOL),
    ],
)
def test_the_place_said(staff: str, text: str, place: Place):
    item = only(staff, text)
    assert (item.place, item.method) == (place, Method.IN_PERSON)


def test_what_was_talked_of_is_no_place():
    item = only(
        "S014", "Visité a Camila y Alexa hoy a las 4 con Nereida. Nereida y yo platicamos de la escuela."
    )
    assert item.place is not Place.SCHOOL


def test_a_call_on_the_phone_with_somebody_who_got_on():
    item = only("S008", "talked to wilner on phone today 430, ms etienne got on after n said hes fine")
    assert item.method is Method.PHONE
    assert set(item.types) == {EventType.CASEWORKER_CHILD, EventType.CASEWORKER_FOSTER_PARENT}


def test_a_resource_at_the_office_about_a_child_met_no_child():
    item = only(
        "S011", "ernestine foster came to the office today at 10:30 about becoming guardian for kayla"
    )
    assert set(item.types) == {EventType.DISCHARGE_RESOURCE}


def test_a_parent_who_was_to_see_the_children_cancelled_a_visit_of_theirs():
    item = only("S010", "Kristen was supposed to see Gianna and Luca at 2 today but she cancelled")
    assert (set(item.types), item.outcome) == ({EventType.BIRTH_PARENT_CHILD}, Outcome.CANCELLED)
