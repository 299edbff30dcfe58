"""Calls and texts told as a list on one line: each has its hour, its length, its adult and its child."""

from __future__ import annotations

import pytest

from tests.understand.agencies import SAMPLE
from tests.understand.telling import children, clock, events, people

ALAN = (["Alan"], ["Erica Edwards"], "11-09 09:00", 5)
OWEN = (["Owen"], ["Joycelyn Daley"], "11-09 09:15", 10)


def rows(text: str, staff: str = "S005") -> list[tuple[list[str], list[str], str, int | None]]:
    return [(children(i), people(i), clock(i), i.minutes) for i in events(text, staff=staff)]


@pytest.mark.parametrize(
    "text",
    [
        "2 calls: ms edwards 9a 5 min abt alans coat, ms daley 915 10 min owens lunch form",
        "calls today. ms edwards 9 re alan coat 5 min. ms daley 915 re owen lunch form 10 min",
        "phone calls - ms edwards 9am 5 min alans coat, ms daley 915am 10 min owens lunch",
        "calls today: 9am ms edwards 5 min coat; 915 ms daley 10 min lunch form",
        "2 quick calls 2 log: ms edwards 9a 5 min coat & ms daley 9:15 10 min lunch",
        "called ms edwards 9a alans coat 5 min, ms daley 915 owens lunch form 10 min",
        "tc w ms edwards 9a 5 min abt alans coat, ms daley 915 10 min owens lunch form",
        "ms edwards 9a 5 min abt alans coat, ms daley 915 10 min owens lunch form",
        "llamadas de hoy: la sra edwards 9am 5 min abrigo de alan, la sra daley 915 10 min lo de owen",
        "calls today: alans fm 9 5 min coat, owens fm 915 10 min lunch",
    ],
)
def test_each_call_of_a_list_keeps_its_own(text: str) -> None:
    assert rows(text) == [ALAN, OWEN]
    assert all("daley" not in text[a:b] for a, b in events(text)[0].spans)


def test_a_list_of_texts_of_another_day() -> None:
    found = events("texts fri: ms edwards 810a re alans bus, ms bryant 825a lailas nap")
    assert [(children(i), clock(i), i.method) for i in found] == [
        (["Alan"], "11-06 08:10", "text"),
        (["Laila"], "11-06 08:25", "text"),
    ]


def test_a_row_that_nobody_answered() -> None:
    found = events("calls: ms edwards 9a 5m coat, lvm for ms daley 9:15, ms huang 930 no ans")
    assert [i.outcome for i in found] == ["completed", "attempted", "attempted"]


def test_the_same_number_tried_again_is_hers_alone() -> None:
    assert rows("called ms edwards 1015 n again 1030, no answer") == [
        (["Alan"], ["Erica Edwards"], "11-09 10:15", None),
        (["Alan"], ["Erica Edwards"], "11-09 10:30", None),
    ]


def test_an_age_and_an_appointment_begin_no_row() -> None:
    assert len(events("called ms thompson 9am 5 min, maya 7 now wants a cake")) == 1
    assert len(events("calls today: ms edwards 9am 5 min, she said alan 8 now wants a bike")) == 1


def test_each_family_called_has_a_child_in_it() -> None:
    """The office's notes are one family's: a call to two foster mothers becomes a note of each."""
    found = events("called ms edwards re alans coat and ms daley re owens lunch 9am 5 min each")
    cases = {SAMPLE.contacts[one].case_id for item in found for one in item.people}
    assert cases == {SAMPLE.children[one].case_id for item in found for one in item.children}


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("called ms thompson 9am 5 min re mateos cough n ms estrada 910 10 min re mayas teeth", "C0002"),
        ("spoke to ms thompson at 9 about mateo and ms estrada at 920 about maya", "C0002"),
        ("mateo at ms thompsons 3pm 30 min, ms estrada called 5pm 5 min mayas brace came off", "C0002"),
        ("llame a ms thompson a las 9 por mateo y a ms estrada a las 910 por los lentes de maya", "C0002"),
        ("ms estrada called 9am 5 min, ms thompson called 910 maya needs boots", "C0001"),
        ("met ms thompson at 2 re maya, then called ms estrada 4pm 5 min", "C0001"),
    ],
)
def test_the_adult_beside_a_child_says_which_of_two_of_the_name(text: str, case: str) -> None:
    mayas = {SAMPLE.children[one].case_id for i in events(text) for one in i.children}
    found = [i for i in events(text) if any(SAMPLE.children[c].first_name == "Maya" for c in i.children)]
    assert case in mayas
    assert all(
        SAMPLE.contacts[p].case_id == SAMPLE.children[i.children[0]].case_id for i in found for p in i.people
    )
