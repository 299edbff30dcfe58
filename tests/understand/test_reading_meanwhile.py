"""Who rang while a child was seen, or did not ring: no part of the visit, and no way of it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Place
from tests.understand.agencies import LAKEBRIDGE, SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 35, tzinfo=TZ)
SEEN_AT_HOME = {EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT}


def only(agency: Agency, staff: str, text: str) -> Item:
    (item,) = read(agency, staff_id=staff, text=text, sent_at=SENT, tz=TZ).contacts
    return item


@pytest.mark.parametrize(
    ("text", "child"),
    [
        (
            "just finished with Micah Nichols at his foster home, he was upset bc his mom did not call",
            "P0115",
        ),
        ("saw Hope at foster home 3pm today, sad that her mom hasn't called in weeks", "P0005"),
        ("wrapped up with Hope at Ms Pettway's 4pm, mad because Will didn't text her back", "P0005"),
        (
            "termine con Hope en el hogar de crianza hoy a las 3, estaba triste porque su mamá no la llamó",
            "P0005",
        ),
        ("h/v hope at ms pettways today 330pm, talked alone in her room, mom called during", "P0005"),
        ("visited Maya Rivera at Ms Thompson's 3pm today, during the visit her mom called her", "P0001"),
        ("visité a Hope en casa de Ms Pettway hoy a las 3pm, su mamá llamó durante la visita", "P0005"),
        ("visit w/ Hope at Ms Pettway's 4pm, mom texted her in the middle of it", "P0005"),
    ],
)
def test_a_parent_who_rang_or_did_not_is_no_part_of_the_visit(text: str, child: str):
    item = only(SAMPLE, "S005", text)
    assert (item.children, item.people) == ((child,), ())
    assert set(item.types) == SEEN_AT_HOME
    assert (item.method, item.place) == (Method.IN_PERSON, Place.FOSTER_HOME)


@pytest.mark.parametrize(
    "text",
    [
        "saw River at Peggy Amundson's 3pm today, his mom called while we were there",
        "home visit with River at the foster home 3pm today, upset, mom never called him back",
        "visited River at Peggy's today at 3. Tanya rang him during the visit",
    ],
)
def test_the_same_holds_of_another_agency(text: str):
    item = only(LAKEBRIDGE, "T05", text)
    assert (item.children, item.people) == (("a32",), ())
    assert set(item.types) == SEEN_AT_HOME


def test_a_mother_whom_the_worker_talked_with_stays():
    item = only(
        SAMPLE,
        "S005",
        "saw Hope at Ms Pettway's 3pm today. Her mom called while I was there and I spoke with her",
    )
    assert item.people == ("K0015",)
    assert EventType.BIRTH_PARENT_CASEWORKER in item.types
