"""Hours without a colon before a word that could be counted: "1400-1430 call w/ …", "1545 kids at fh"."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Tense
from bot.understand.reading import read
from bot.understand.when import find
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)


def hours(text: str) -> list[tuple[int, int, int | None]]:
    found = find(text, sent_at=MONDAY, tz=TZ, tense=Tense.PAST)
    return [(t.starts_at.hour, t.starts_at.minute, t.minutes) for t in found if t.starts_at]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("0900-0945 case conf re Santos", (9, 0, 45)),
        ("1400-1430 call w/ the therapist", (14, 0, 30)),
        ("1030-11 case consult, room 4", (10, 30, 30)),
        ("330-430 kids at fh", (15, 30, 60)),
        ("1500-1600 siblings at the park", (15, 0, 60)),
        ("930 call w mom", (9, 30, None)),
        ("1545 kids at fh, all fine", (15, 45, None)),
        ("1130-12 day program, saw him there", (11, 30, 30)),
        ("1500-1530 llamadas con la mama", (15, 0, 30)),
        ("de 1400 a 1445 caso Santos", (14, 0, 45)),
        ("1400 hermanos en el parque", (14, 0, None)),
    ],
)
def test_an_hour_before_what_was_then_is_an_hour(text: str, hour: tuple[int, int, int | None]) -> None:
    assert hours(text) == [hour]


@pytest.mark.parametrize(
    "text",
    ["12-15 calls", "3-4 kids at the table", "the school has 200 kids", "2 to 3 calls a week", "10-12 cases"],
)
def test_a_number_of_things_is_no_hour(text: str) -> None:
    assert hours(text) == []


def test_a_conference_does_not_take_the_hour_of_the_no_show_behind_it() -> None:
    text = "0900-0945 case conf re Santos. 1130 Vanessa Rodriguez no-show, office. Called her 1150, VM full."
    found = read(SAMPLE, staff_id="S007", text=text, sent_at=MONDAY, tz=TZ).contacts
    assert [(i.starts_at.hour, i.starts_at.minute) for i in found if i.starts_at] == [
        (9, 0),
        (11, 30),
        (11, 50),
    ]
    assert [i.children for i in found] == [("P0013", "P0014"), ("P0015",), ("P0015",)]
