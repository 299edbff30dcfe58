"""Remarks on a draft that change little or nothing on its card and belong to it all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.understand.amend import Facts
from storage.types import EventType, Method, Outcome
from tests.understand.amend.amending_office import MAYA, STONE, TOBI, VISIT, said

MEETING = replace(
    VISIT, types=(EventType.CASE_CONFERENCE,), children=(MAYA,), people=(), method=Method.VIDEO, place=None
)
ONE = replace(VISIT, children=(MAYA,))


@pytest.mark.parametrize(
    "words", ["Maya didn't take part", "Maya no participó", "Maya was not there", "Maya wasn't on"]
)
@pytest.mark.parametrize(
    "facts",
    [MEETING, replace(MEETING, types=(EventType.COLLATERAL,), people=(STONE,))],
    ids=["meeting", "talk"],
)
def test_a_meeting_about_a_child_is_held_without_the_child(words: str, facts: Facts) -> None:
    amendment = said(facts, words)
    assert amendment.pointed
    assert amendment.after.outcome is Outcome.COMPLETED
    assert amendment.after.children == (MAYA,)


def test_a_visit_to_the_child_is_not() -> None:
    alone = replace(ONE, people=(), types=(EventType.CASEWORKER_CHILD,))
    assert said(alone, "Maya was not there").after.outcome is Outcome.ATTEMPTED


@pytest.mark.parametrize("words", ["no one to one, shes 4", "no 1:1", "not seen alone", "no one-on-one"])
def test_not_alone_is_no_hour(words: str) -> None:
    amendment = said(replace(ONE, seen_alone=(MAYA,)), words)
    assert amendment.after.seen_alone == ()
    assert amendment.after.starts_at == VISIT.starts_at
    assert said(ONE, words).pointed


@pytest.mark.parametrize("words", ["one to one for 10 min", "met one on one", "1 on 1", "uno a uno"])
def test_one_to_one_is_alone(words: str) -> None:
    after = said(ONE, words).after
    assert (after.seen_alone, after.starts_at) == ((MAYA,), VISIT.starts_at)


@pytest.mark.parametrize(
    "words", ["maya wasnt alone, ms stone stayed", "maya wasn't alone", "maya no estuvo sola"]
)
def test_who_was_not_alone_is_taken_out_and_nobody_else(words: str) -> None:
    draft = replace(VISIT, seen_alone=(MAYA, TOBI))
    assert said(draft, words).after.seen_alone == (TOBI,)
    assert said(replace(VISIT, seen_alone=()), words).after.seen_alone == ()


@pytest.mark.parametrize(
    "words",
    [
        "la mamá llegó tarde y no la dejé entrar",
        "vino el papá y no lo deje pasar",
        "la esperamos pero no la vi y no la pude ver",
    ],
)
def test_whom_one_did_not_let_in_was_not_told_wrongly(words: str) -> None:
    assert not said(VISIT, words).strong


def test_an_article_behind_no_is_still_a_correction() -> None:
    assert said(VISIT, "fue la tía y no la mamá").strong


@pytest.mark.parametrize(("part", "hour"), [("morning", 9), ("night", 21)])
def test_an_hour_told_later_lies_in_the_part_of_the_day(part: str, hour: int) -> None:
    draft = replace(VISIT, starts_at=None, minutes=None, part_of_day=part)
    after = said(draft, "It was 930.").after
    assert after.starts_at is not None
    assert (after.starts_at.hour, after.starts_at.minute) == (hour, 30)


def test_this_week_speaks_of_no_draft() -> None:
    assert not said(VISIT, "this week: Bence weds 4").states
