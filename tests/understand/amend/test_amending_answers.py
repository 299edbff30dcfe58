"""Words as answers to a card's questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.understand.amend.parts import Wish
from bot.understand.parts import Question
from storage.types import Method, Outcome
from tests.understand.amend.amending_office import (
    ASKING,
    BENCE,
    MAYA,
    NEW_YORK,
    OTHER_MAYA,
    SIBLINGS,
    TOBI,
    VISIT,
    said,
)


@pytest.mark.parametrize(
    ("words", "child"),
    [
        ("the older one", OTHER_MAYA), ("la mayor", OTHER_MAYA), ("the 12 year old", OTHER_MAYA),
        ("12", OTHER_MAYA), ("Lindgren", OTHER_MAYA), ("Maya L", OTHER_MAYA), ("not the Okafor one", OTHER_MAYA),
        ("the second one", OTHER_MAYA), ("the one with Ms Quist", OTHER_MAYA), ("the little one", MAYA),
        ("la pequeña", MAYA), ("Maya O.", MAYA), ("the first", MAYA), ("it's Bence", BENCE),
        ("it was the older Maya", OTHER_MAYA),
    ],
)  # fmt: skip
def test_which_child(words: str, child: str) -> None:
    amendment = said(ASKING, words)
    assert amendment.after.children == (child,)
    assert "child" in amendment.answered


@pytest.mark.parametrize("words", ["Maya", "the girl", "yes", "her", "ella"])
def test_what_fits_both_is_no_answer(words: str) -> None:
    amendment = said(ASKING, words)
    assert amendment.after.children == ()
    assert "child" not in amendment.answered


@pytest.mark.parametrize(
    "words", ["moved to saturday at 12", "quedamos para el sabado a las 12", "call me at 12", "room 12"]
)
def test_an_hour_or_a_number_is_no_age(words: str) -> None:
    amendment = said(ASKING, words)
    assert amendment.after.children == ()


@pytest.mark.parametrize("words", ["both", "los dos", "ambos", "all of them", "both kids"])
def test_both_siblings(words: str) -> None:
    assert set(said(SIBLINGS, words).after.children) == {MAYA, TOBI}


def test_both_of_two_families_is_no_answer() -> None:
    amendment = said(ASKING, "both")
    assert amendment.two_families
    assert amendment.after.children == ()


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("around 3", 15, 0), ("3", 15, 0), ("like 3ish", 15, 0), ("3:15", 15, 15), ("at 10", 10, 0),
        ("a las tres", 15, 0), ("como a las 4", 16, 0), ("it was 2:30", 14, 30), ("10am", 10, 0), ("noon", 12, 0),
    ],
)  # fmt: skip
def test_what_time(words: str, hour: int, minute: int) -> None:
    amendment = said(ASKING, words)
    assert amendment.after.starts_at == datetime(2026, 11, 9, hour, minute, tzinfo=NEW_YORK)
    assert "time" in amendment.answered


@pytest.mark.parametrize("words", ["I don't know", "no idea", "don't remember the time", "no me acuerdo"])
def test_an_unknown_time_is_an_answer(words: str) -> None:
    amendment = said(ASKING, words)
    assert amendment.after.time_unknown
    assert amendment.after.starts_at is None


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("yes", Outcome.COMPLETED), ("yes it did happen", Outcome.COMPLETED), ("sí se hizo", Outcome.COMPLETED),
        ("no, she wasn't there", Outcome.ATTEMPTED), ("nobody home", Outcome.ATTEMPTED),
        ("no contestó", Outcome.ATTEMPTED), ("no, it was cancelled", Outcome.CANCELLED),
        ("se canceló", Outcome.CANCELLED),
    ],
)  # fmt: skip
def test_whether_it_took_place(words: str, outcome: Outcome) -> None:
    amendment = said(ASKING, words)
    assert amendment.after.outcome is outcome
    assert "outcome" in amendment.answered


@pytest.mark.parametrize(
    ("words", "method"),
    [
        ("phone", Method.PHONE),
        ("by zoom", Method.VIDEO),
        ("in person", Method.IN_PERSON),
        ("en persona", Method.IN_PERSON),
    ],
)
def test_how_the_contact_was(words: str, method: Method) -> None:
    assert said(ASKING, words).after.method is method


def test_several_questions_in_one_breath() -> None:
    amendment = said(ASKING, "Maya Lindgren, around 3, by phone")
    assert set(amendment.answered) == {"child", "time", "method"}
    assert not amendment.kept, "an answer alone is not part of the narrative"


def test_an_answer_that_tells_more_is_kept() -> None:
    assert said(ASKING, "the older one, she showed me her report card and we talked about school").kept


def test_an_answer_answers_only_what_is_asked() -> None:
    assert said(VISIT, "yes").answered == ()
    assert said(VISIT, "yes").after == VISIT


@pytest.mark.parametrize(
    "words",
    ["The one with the brother Tobi", "Tobi's sister", "the one whose brother is Tobi", "la que tiene un hermano Tobi",
     "la hermana de Tobi"],
)  # fmt: skip
def test_a_sibling_says_which_child(words: str) -> None:
    assert said(ASKING, words).after.children == (MAYA,)


def test_a_bare_number_is_the_hour_where_that_is_asked_for_too() -> None:
    """Children of one name are told apart by their ages: then "12" is an age."""
    several = replace(ASKING, asked=(Question("child", (MAYA, BENCE, TOBI)), Question("time")))
    amendment = said(several, "4")
    assert (amendment.after.children, amendment.answered) == ((), ("time",))
    of_one_name = replace(ASKING, asked=(Question("child", (MAYA, OTHER_MAYA)), Question("time")))
    assert said(of_one_name, "12").after.children == (OTHER_MAYA,)


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        ("actually she called she didnt text", True),
        ("no it was a call, not a text", True),
        ("no fue mensaje, fue llamada", True),
        ("actually she texted back", False),
    ],
)
def test_a_way_that_was_not_is_the_drafts_on_which_it_stands(words: str, denies: bool) -> None:
    written = replace(VISIT, method=Method.TEXT, place=None)
    assert said(written, words).denies is denies
    assert said(replace(VISIT, method=None), words).denies is False


@pytest.mark.parametrize(
    "words",
    [
        "delete everything i sent today",
        "discard all my drafts",
        "please delete those two drafts",
        "borra todo lo que mandé hoy",
        "cancel everything i sent you",
    ],
)
def test_all_of_it_is_to_be_put_aside(words: str) -> None:
    assert said(VISIT, words).wish is Wish.DISCARD


@pytest.mark.parametrize(
    "words",
    ["cancel all my visits tomorrow", "drop all three kids off at school", "delete the last sentence"],
)
def test_what_else_is_to_be_dropped_is_no_such_wish(words: str) -> None:
    assert said(VISIT, words).wish is not Wish.DISCARD


def test_scratch_that_behind_a_no_puts_right() -> None:
    amendment = said(VISIT, "no scratch that it was at 2")
    assert amendment.led
    assert amendment.changed == ("starts_at",)
