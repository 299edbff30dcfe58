"""Where a visit was told to be, and where only something else was: in a stranger's words."""

from functools import partial
from zoneinfo import ZoneInfo

import pytest

from tests.understand import telling
from tests.understand.telling import clock, people

TZ = ZoneInfo("America/New_York")


events = partial(telling.events, sent=telling.TUESDAY)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("4:05 today walked with Mateo to the public library from Bev's. Did not go inside", "community"),
        ("4:05 today drove Mateo from Bev's to McDonalds, talked 20 min", "community"),
        ("4:05 today met Mateo outside Bev's, walked to the park with him", "foster_home"),
        (
            "4:05 today Thompson res. Both Rivera kids out of school (conf. day), seen in kitchen",
            "foster_home",
        ),
    ],
)
def test_where_they_set_out_from_is_no_place(text: str, place: str) -> None:
    (one,) = events(text)
    assert str(one.place) == place


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("went by ms pettway 2:30 to see Hope, nobody answer the door", []),
        ("stopped by Sharon Pettway at 2:30 to see Hope, no one answered", []),
        ("went by to see ms pettway 2:30, nobody answered the door", ["Sharon Pettway"]),
        ("went by ms pettway 2:30, she says Hope is at practice", ["Sharon Pettway"]),
    ],
)
def test_who_is_gone_by_for_another_is_the_home(text: str, is_: list[str]) -> None:
    assert people(events(text)[0]) == is_


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("called Gwendolyn Campbell 2pm. She is willing to take Maya Rivera but not Mateo", 2),
        ("saw Maya Rivera at Bev's 2pm but not Mateo, he was at practice", 1),
    ],
)
def test_wanted_or_not_both_were_talked_of(text: str, is_: int) -> None:
    assert len(events(text)[0].children) == is_


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (
            "As arranged, I called at Mrs. Pettway's this afternoon at a quarter past four and saw Hope",
            "in_person",
        ),
        ("I called at the Pettway home at 4:15 today and sat with Hope", "in_person"),
        ("I called Mrs. Pettway's cell at 4:15 today about Hope", "phone"),
        ("I called at 4:15 today, Ms Pettway says Hope is fine", "phone"),
    ],
)
def test_called_at_a_home_is_a_visit(text: str, method: str) -> None:
    assert str(events(text)[0].method) == method


def test_a_carer_who_brings_and_carries_is_no_event() -> None:
    (one,) = events(
        "Hope n Annette visit 4pm today at the office never happen, Annette no show. Ms Pettway bring her and carry "
        "her back home 4:30"
    )
    assert (clock(one), str(one.outcome)) == ("11-17 16:00", "attempted")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("carry Mateo go dentist today 2pm, 2 cavity. appointment card on my desk", "medical"),
        ("saw Mateo at my desk today 2pm", "agency"),
    ],
)
def test_a_card_on_my_desk_is_no_place(text: str, place: str) -> None:
    assert str(events(text)[0].place) == place
