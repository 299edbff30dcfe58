"""What came of an event, said behind its card: an attempt, called off, held after all; and nothing else that happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.understand.amend.glance import may_concern
from storage.types import EventType, Method, Outcome
from tests.understand.amend.amending_office import MAYA, MOTHER, STONE, VISIT, said

HOME = replace(VISIT, people=(), types=(EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT))
CALL = replace(
    VISIT,
    types=(EventType.CASEWORKER_FOSTER_PARENT,),
    people=(STONE,),
    method=Method.PHONE,
    place=None,
)
IN_VAIN = replace(CALL, outcome=Outcome.ATTEMPTED)
WITH_MOM = replace(VISIT, types=(EventType.BIRTH_PARENT_CHILD,), people=(MOTHER,), place=None)


@pytest.mark.parametrize(
    ("before", "words", "outcome"),
    [
        (HOME, "nobody was home", Outcome.ATTEMPTED),
        (HOME, "no one came to the door tho", Outcome.ATTEMPTED),
        (HOME, "we couldnt get in, the gate was locked", Outcome.ATTEMPTED),
        (HOME, "they werent home", Outcome.ATTEMPTED),
        (HOME, "they cancelled on me", Outcome.CANCELLED),
        (HOME, "it ended up not happening", Outcome.CANCELLED),
        (HOME, "no había nadie en la casa", Outcome.ATTEMPTED),
        (HOME, "al final cancelaron", Outcome.CANCELLED),
        (HOME, "strike that, it got cancelled", Outcome.CANCELLED),
        (HOME, "Ms Stone refused to let me in", Outcome.ATTEMPTED),
        (HOME, "Ms Stone cancelled on me", Outcome.CANCELLED),
        (CALL, "Ms Stone: no answer", Outcome.ATTEMPTED),
        (CALL, "she never picked up", Outcome.ATTEMPTED),
        (CALL, "Ms Stone didn't answer", Outcome.ATTEMPTED),
        (CALL, "well just left a vm", Outcome.ATTEMPTED),
        (CALL, "pero no contestó, le dejé mensaje", Outcome.ATTEMPTED),
        (IN_VAIN, "oh wait she did pick up", Outcome.COMPLETED),
        (IN_VAIN, "al final sí contestó", Outcome.COMPLETED),
        (IN_VAIN, "turns out I did get her", Outcome.COMPLETED),
        (WITH_MOM, "mom no showed", Outcome.ATTEMPTED),
        (WITH_MOM, "she never showed up", Outcome.ATTEMPTED),
        (WITH_MOM, "mom canceled last minute", Outcome.CANCELLED),
    ],
)
def test_it_is_taken_in_with_everybody_whom_it_was_to_be_with(before, words: str, outcome: Outcome) -> None:
    found = said(before, words)
    assert (found.changed, found.after.outcome) == (("outcome",), outcome)
    assert found.pointed
    assert found.states
    assert may_concern(words)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (HOME, "left a vm for the therapist"),
        (HOME, "left her a voicemail"),
        (HOME, "she didn't answer when I asked about school"),
        (HOME, "nobody was home at 11"),
        (HOME, "then Ms Quist never picked up"),
        (HOME, "mom cancelled on me"),
        (CALL, "mom: no answer"),
        (CALL, "mom didn't pick up"),
        (CALL, "no answer again later"),
        (CALL, "nobody was home"),
        (CALL, "she did pick up the kids"),
        (WITH_MOM, "Tobi didn't come"),
        (HOME, "they cancelled the visit on Thursday"),
    ],
)
def test_what_is_told_of_others_or_held_otherwise_changes_no_outcome(before, words: str) -> None:
    assert said(before, words).after.outcome == before.outcome


def test_of_several_children_one_stayed_away() -> None:
    found = said(WITH_MOM, "Tobi didn't come")
    assert found.after.children == (MAYA,)


def test_a_message_left_is_no_text() -> None:
    assert said(CALL, "solo le dejé mensaje").after.method is Method.PHONE
