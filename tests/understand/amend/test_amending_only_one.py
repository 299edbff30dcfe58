"""“Just Maya, Tobi was at karate": one of two children on the note was there, and nothing else changes."""

from __future__ import annotations

import pytest

from tests.understand.amend.amending_office import MAYA, TOBI, VISIT, said


@pytest.mark.parametrize(
    "words",
    [
        "Just Maya, Tobi was at karate.",
        "just maya, tobi had karate",
        "only Maya, Tobi was not there",
        "Only Maya was there, Tobi was at school",
        "Just Maya bc Tobi was at a friends",
        "Just Maya. Tobi was at practice",
        "Solo Maya, Tobi estaba en karate",
        "solo maya porque tobi andaba con su papá",
        "no, just Maya, Tobi was at karate",
    ],
)
def test_the_other_is_taken_off(words: str) -> None:
    amendment = said(VISIT, words)
    assert amendment.strong
    assert amendment.pointed
    assert amendment.changed == ("children",)
    assert amendment.after.children == (MAYA,)


@pytest.mark.parametrize(
    "words",
    [
        "Just checking, Tobi was at karate last time",
        "Just Maya, Tobi was fine",
        "Just Maya and Tobi were home",
        "Tobi was at karate",
    ],
)
def test_what_says_nothing_of_the_kind_takes_nobody_off(words: str) -> None:
    assert said(VISIT, words).after.children == (MAYA, TOBI)


def test_an_event_of_its_own_is_no_correction() -> None:
    assert not said(VISIT, "Only Maya at 5 today, Tobi was at karate").strong
