"""The child of the same name in another family; who a talk was about as well; the host of a visit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.types import EventType, Method
from tests.understand.amend.amending_office import (
    BENCE,
    FALK,
    MAYA,
    OTHER_MAYA,
    STONE,
    TOBI,
    VISIT,
    said,
)

QUIST = "P5"
SEEN = replace(VISIT, children=(MAYA,), people=(), types=(EventType.CASEWORKER_CHILD,), words="saw maya at 4")
CALL = replace(
    VISIT,
    types=(EventType.CASEWORKER_FOSTER_PARENT,),
    children=(MAYA,),
    people=(STONE,),
    method=Method.PHONE,
    place=None,
    words="ms stone called, maya has a fever",
)
TALK = replace(CALL, types=(EventType.COLLATERAL,), children=(TOBI,), people=(FALK,))


@pytest.mark.parametrize(
    "words",
    [
        "no the other maya",
        "oops wrong maya",
        "the other Maya, sorry",
        "not that maya",
        "la otra maya",
        "no es esa maya",
        "it was the other one",
        "no, the other one",
    ],
)
def test_the_other_one_of_that_name_is_put_in_her_place(words: str) -> None:
    found = said(SEEN, words)
    assert (found.after.children, found.after.case_id) == ((OTHER_MAYA,), "K2")
    assert found.pointed
    assert not found.unclear


def test_of_her_own_family_stay_those_whom_the_words_name() -> None:
    both = replace(SEEN, people=(STONE,), words="saw maya at 4 with ms quist")
    assert said(both, "the other maya").after.people == (QUIST,)
    assert said(CALL, "wrong maya").after.people == ()


@pytest.mark.parametrize(
    "words", ["the other kids were at school", "the other tobi", "her other sister called", "wrong number"]
)
def test_others_are_nobody_of_her_name(words: str) -> None:
    assert said(SEEN, words).after.case_id == "K1"


@pytest.mark.parametrize("words", ["it was ms quist who called", "no, that was Ms Quist", "fue la sra quist"])
def test_a_caller_of_the_namesakes_family_brings_her_along(words: str) -> None:
    after = said(CALL, words).after
    assert (after.children, after.people, after.case_id) == ((OTHER_MAYA,), (QUIST,), "K2")


def test_a_caller_of_a_family_without_that_name_moves_nothing() -> None:
    assert said(CALL, "it was mr talbot who called").after.children != (BENCE,)


@pytest.mark.parametrize(
    "words",
    [
        "and maya came up too, she's been late four times this month already",
        "we also discussed maya",
        "also about maya",
        "maya was brought up too",
        "también hablamos de maya",
    ],
)
def test_a_sibling_of_whom_they_also_talked_is_one_whom_the_talk_was_about(words: str) -> None:
    found = said(TALK, words)
    assert set(found.after.children) == {TOBI, MAYA}
    assert found.pointed


def test_of_a_visit_talk_makes_nobody_seen() -> None:
    visit = replace(SEEN, children=(TOBI,))
    assert said(visit, "maya came up too").after.children == (TOBI,)


@pytest.mark.parametrize(
    "words", ["oh and maya was there too. no wait she wasnt", "maya came too - no, she didn't"]
)
def test_who_is_taken_back_in_the_same_breath_is_not_added(words: str) -> None:
    found = said(replace(SEEN, children=(TOBI,)), words)
    assert found.after.children == (TOBI,)
    assert not found.unclear


@pytest.mark.parametrize("words", ["she was there too", "oh and she was home also", "ella también estaba"])
def test_the_host_who_was_there_too_stands_with_it(words: str) -> None:
    visit = replace(SEEN, children=(MAYA, TOBI), words="saw both kids at ms stones yesterday 5pm")
    assert said(visit, words).after.people == (STONE,)


@pytest.mark.parametrize("words", ["she was fine", "she was home", "he was there too"])
def test_no_other_pronoun_brings_the_host(words: str) -> None:
    visit = replace(SEEN, children=(MAYA, TOBI), words="saw both kids at ms stones yesterday 5pm")
    assert said(visit, words).after.people == ()


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("mom was 15 late so really 415-5", 45), ("it was really 4:10 to 5", 50), ("so actually 4 to 440", 40)],
)
def test_what_it_really_was_is_put_right(words: str, minutes: int) -> None:
    found = said(replace(VISIT, minutes=60), words)
    assert found.after.minutes == minutes
    assert found.strong


@pytest.mark.parametrize(
    "words", ["mom was actually 10 min late", "there were really 2 sisters in the lobby"]
)
def test_other_figures_are_no_hours(words: str) -> None:
    assert said(VISIT, words).after.starts_at == VISIT.starts_at
