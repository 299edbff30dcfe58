"""Notes in fragments: who is elsewhere, a home with nobody's name, games and libraries where a child was seen."""

import pytest

from storage.types import EventType, Place
from tests.understand.test_reading_telegraphic import CARER, CHILD, clock, only

HOME = EventType.FOSTER_HOME_VISIT


@pytest.mark.parametrize(
    "text",
    [
        "HV 13:10 today Lila, Brennan home, 25 min. Tom B. interviewed. Eileen at pharmacy.",
        "Brennan home 4p today, saw Lila and Jordan, s/w Tom. Eileen at hairdresser.",
        "HV today 1310 Lila, Brennan home. Spoke w/ Tom, Eileen at her sister's.",
        "HV today 13:10 Lila, Brennan home. Tom at table w/ us. Eileen out.",
    ],
)
def test_one_of_two_carers_who_is_elsewhere_took_no_part(text: str):
    assert only(text, "S006").people == ("K0033",)


def test_a_carer_at_the_sink_or_met_elsewhere_did_take_part():
    assert "K0032" in only("HV today 4p Lila, Eileen in kitchen cooking, talked to Tom", "S006").people
    assert len(only("Met w/ Tom and Eileen Brennan at Dunkin today 4pm re respite", "S006").people) == 2


@pytest.mark.parametrize(
    "text",
    [
        "HV Maya R/Mateo, Thompson home, 11/11 1530, 30 min",
        "HV Maya R and Mateo, Thompson home 11/11 1530",
        "11/11 1530, Thompson home: Maya R, Mateo seen, room clean",
        "Plan: HV Maya R/Mateo, Thompson home, Wed 11/18 1530.",
    ],
)
def test_a_surname_and_home_in_a_row_is_a_place_and_nobody(text: str):
    item = only(text)
    assert (item.people, item.place, set(item.types)) == ((), Place.FOSTER_HOME, {CHILD, HOME})


def test_somebody_who_is_home_is_somebody():
    assert only("HV Hope 1600 today. Ms Pettway home, says Hope doing well.").people == ("K0016",)
    assert only("hv hope @ pettways 1115-12 today. fp home, says inhaler runs out thurs.").people == (
        "K0016",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sat 11/7 1100 Mateo bball game, Cetronia gym. s/w him after, 20 min.",
        "Mateo's soccer game 11/7 11a, s/w him after, 10 min.",
        "Watched Mateo's game Sat 11/7 11am, spoke with him after 20 min",
        "Saw Mateo at his game at 11 on 11/7, 14 points. talked w him 15 min after",
    ],
)
def test_a_childs_game_is_where_it_was_seen(text: str):
    item = only(text)
    assert (set(item.types), item.children, item.place) == ({CHILD}, ("P0002",), Place.COMMUNITY)
    assert clock(item) == "11:00"


def test_a_game_only_talked_of_is_no_visit():
    assert only("TC Ms Pettway 1100 today re Hope's recital, 5 min").types == (CARER,)
    assert only("met hope at school today 2pm, talked about her game sat").place is Place.SCHOOL


@pytest.mark.parametrize(
    "text",
    [
        "11/12 3:30p Bridgeview HS: met Hope alone, 20 min.",
        "11/12 Bridgeview High: saw Hope 1:30p",
        "Thurs 11/12, Bridgeview High:\n- 1015 Hope, library, seen alone, 15 min",
    ],
)
def test_a_school_as_a_heading_is_the_place(text: str):
    assert only(text).place is Place.SCHOOL


def test_the_library_of_nobodys_school_is_the_towns():
    assert only("Public library 3:30 today: met w/ Hope, 30 min").place is Place.COMMUNITY
