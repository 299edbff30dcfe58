"""Which child was seen alone; that it is said raises no question about danger."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=MONDAY, tz=TZ)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("hv mateo rivera + maya rivera today 2pm, maya seen alone", ["Maya"]),
        ("hv mateo + maya rivera today 2pm maya was spoken to 1:1, mateo not alone", ["Maya"]),
        ("hv micah + nia nichols today 4p. spoke w/ nia alone, micah with fm", ["Nia"]),
        ("hv acosta boys today 5p, brandon alone 10 min", ["Brandon"]),
        ("visité a Mateo y Maya Rivera hoy a las 2, hablé a solas con Maya", ["Maya"]),
        ("hv mateo rivera + maya rivera today 2pm, seen alone", ["Mateo", "Maya"]),
        ("hv mateo rivera + maya rivera today 2pm, both seen alone", ["Mateo", "Maya"]),
        ("saw Nicolas and Brandon Acosta alone at Ms Owens today at 5", ["Nicolás", "Brandon"]),
    ],
)
def test_whom_the_words_name_was_seen_alone(text: str, alone: list[str]) -> None:
    found = reading(text)
    assert sorted(SAMPLE.children[c].first_name for c in found.contacts[0].seen_alone) == sorted(alone)
    assert "alarm" not in [q.slot for q in found.questions]


def test_home_with_the_foster_mother_is_asked_about_by_nobody() -> None:
    found = reading("both acosta boys home w/ fm when i called")
    assert "alarm" not in [q.slot for q in found.questions]


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("saw maya campbell at school w/ reyes 230, 20 min", "Reyes"),
        ("saw maya campbell at school w/ Reyes 230", "Reyes"),
        ("saw hope at ms pettways w/ ward, 230", "Ward"),
    ],
)
def test_a_surname_that_is_a_word_is_no_feast(text: str, contact: str) -> None:
    (item,) = reading(text).contacts
    assert item.on == MONDAY.date()
    assert [SAMPLE.contacts[p].name.rsplit(maxsplit=1)[-1] for p in item.people][-1] == contact


def test_three_kings_day_is_one() -> None:
    sent = datetime(2026, 1, 8, 17, 30, tzinfo=TZ)
    text = "saw Maya Campbell on three kings day at 3"
    (item,) = read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).contacts
    assert item.on is not None
    assert (item.on.month, item.on.day) == (1, 6)


def test_a_schools_counselor_is_no_therapist() -> None:
    (item,) = reading("xie - school mtg 1130 w/ counselor, alan there 10 min").contacts
    assert not item.people
    (talk,) = reading("alan had session w/ counselor at clinic 3p, i sat in").contacts
    assert [SAMPLE.contacts[p].name for p in talk.people] == ["Marisela Quintana"]
