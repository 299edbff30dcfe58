"""What goes on about a draft: when it ended, who was there from afar, a day and a way together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.understand.amend.glance import may_concern, wants_fact
from bot.understand.amend.said import Said
from bot.understand.parts import Question
from storage.types import Method
from tests.understand.amend.amending_office import VISIT, said

LATER = replace(VISIT, minutes=None)
OPEN = replace(
    VISIT,
    on=None,
    starts_at=None,
    minutes=None,
    method=None,
    place=None,
    asked=(Question("date"), Question("method")),
)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("It went till 445", 45),
        ("we went till about 5", 60),
        ("till 5:30", 90),
        ("ended at 515", 75),
        ("we finished around 5pm", 60),
        ("the visit was over at 5", 60),
        ("duró hasta las 5", 60),
        ("terminamos a las 4:30", 30),
    ],
)
def test_when_it_ended_is_how_long_it_was(words: str, minutes: int) -> None:
    found = said(LATER, words)
    assert (found.changed, found.after.minutes) == (("minutes",), minutes)
    assert found.pointed
    assert may_concern(words)


@pytest.mark.parametrize(
    "words",
    ["it went till 330", "left at 5", "mom stayed till 5", "until Friday", "he has school till 5", "till 5?"],
)
def test_what_is_no_end_of_it(words: str) -> None:
    assert said(LATER, words).after.minutes is None


@pytest.mark.parametrize(
    "words",
    [
        "Was this morning around 10 and by phone.",
        "This morning around 10, by phone.",
        "was today at 10, over the phone",
        "Fue hoy a las 10 y por teléfono",
    ],
)
def test_day_and_way_in_one(words: str) -> None:
    found = said(OPEN, words)
    assert found.answered == ("date", "method")
    assert (found.after.starts_at and found.after.starts_at.hour, found.after.method) == (10, Method.PHONE)
    assert found.pointed


@pytest.mark.parametrize(
    "words",
    [
        "In the office, ACS by phone.",
        "in person, mom by phone",
        "at the agency, GAL on video",
        "en la oficina, la mamá por teléfono",
        "at the school and dad was on the phone",
    ],
)
def test_who_took_part_from_afar_makes_no_call_of_it(words: str) -> None:
    assert said(OPEN, words).after.method is Method.IN_PERSON
    assert said(VISIT, words).after.method is Method.IN_PERSON


@pytest.mark.parametrize(
    "words", ["by phone", "it was by phone, from the office", "on the phone", "por teléfono"]
)
def test_a_call_stays_one(words: str) -> None:
    assert said(OPEN, words).after.method is Method.PHONE


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("by phone, she was at the office all day", Method.PHONE),
        ("it was over the phone while I was in the car", Method.PHONE),
        ("por teléfono, ella estaba en su trabajo", Method.PHONE),
        ("in person, we talked in the hallway after school", Method.IN_PERSON),
    ],
)
def test_a_way_at_the_beginning_answers_how(words: str, way: Method) -> None:
    found = said(replace(VISIT, method=None, place=None, asked=(Question("method"),)), words)
    assert (found.answered, found.after.method) == (("method",), way)
    assert found.pointed
    assert may_concern(words)


def test_a_way_asks_for_no_number() -> None:
    assert not wants_fact(Said.of("In the office, ACS by phone."))
    assert wants_fact(Said.of("phone number for the foster mother"))
