"""Who stands in for whom, as it is asked; and what tells of something instead."""

from __future__ import annotations

import pytest

from bot.understand.office.steads import stead_asked
from tests.understand.agencies import SAMPLE

PATRICIA, ROSA, TANISHA, KEISHA = "S002", "S004", "S005", "S013"


@pytest.mark.parametrize(
    "text",
    [
        "who has my desk next week",
        "who reviews my team while im gone",
        "who has my notes next week",
        "whos covering for me mon to wed?",
        "who's got my cases while I'm out",
        "who covers my kids next week",
        "who approves for me this week",
        "my leave",
        "whos covering me thanksgiving week",
        "who do my workers go to while im out",
        "who will approve my teams notes monday",
        "does rosa have my queue",
        "when am i off",
        "is my leave confirmed?",
        "whats my time off",
    ],
)
def test_of_oneself(text: str) -> None:
    assert stead_asked(SAMPLE, PATRICIA, text) == PATRICIA


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("am i covering for patricia next week", PATRICIA),
        ("will i be reviewing for Patricia Ferraro from monday", PATRICIA),
        ("who is covering for patricia while she's out?", PATRICIA),
        ("who has patricia's desk next week", PATRICIA),
        ("keisha is out mon to wed right", KEISHA),
        ("Keisha's off this week, correct?", KEISHA),
        ("is keisha out tomorrow", KEISHA),
        ("when is tanisha back", TANISHA),
        ("when does keisha get back", KEISHA),
        ("is keisha out sick today", KEISHA),
    ],
)
def test_of_a_colleague(text: str, who: str) -> None:
    assert stead_asked(SAMPLE, ROSA, text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("keisha is out next week, who covers her", KEISHA),
        ("keisha is out mon thru wed so who has her cases", KEISHA),
        ("who covers for keisha while shes out next week", KEISHA),
        ("keisha esta de vacaciones la proxima semana, quien la cubre", KEISHA),
        ("whos the reviewer for patricia when shes off in december", PATRICIA),
        ("who's keisha's backup next week", KEISHA),
    ],
)
def test_who_is_away_and_who_then(text: str, who: str) -> None:
    assert stead_asked(SAMPLE, ROSA, text) == who


@pytest.mark.parametrize(
    "text",
    [
        "keisha is out and hope was home at 3",
        "keisha is out mon to wed",
        "keisha is out today, im covering",
        "im out next week mon thru fri rosa has my desk",
        "my leave is dec 1-5",
        "who has hope's case",
        "who is covering tonight",
        "who's on call monday night",
        "is kevin out of the hospital",
        "saw Hope, is Keisha out?",
        "who has my back",
        "am i right",
        "am i on tonight",
        "patricia reviews for me dec 1-5",
    ],
)
def test_what_asks_of_no_stead(text: str) -> None:
    assert stead_asked(SAMPLE, ROSA, text) is None
