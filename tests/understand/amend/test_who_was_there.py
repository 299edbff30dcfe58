"""Who was there, who is to be taken off, whom it was with instead; hours and lengths beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage.types import EventType, Method
from tests.understand.amend.amending_office import FALK, MAYA, MOTHER, STONE, TOBI, VISIT, said

ALONE = replace(VISIT, children=(MAYA,), people=(), minutes=None)
CALL = replace(VISIT, types=(EventType.COLLATERAL,), people=(FALK,), method=Method.PHONE, place=None)


@pytest.mark.parametrize(
    "words",
    [
        "take Ms Stone off, she was at work",
        "leave ms stone out",
        "remove Ms Stone pls",
        "quita a la Sra Stone",
    ],
)
def test_who_is_to_be_taken_off_is(words: str) -> None:
    found = said(VISIT, words)
    assert found.after.people == ()
    assert found.strong
    assert found.pointed


@pytest.mark.parametrize("words", ["take friday off", "take the day off tomorrow", "quita tiempo"])
def test_a_day_off_is_nobody_taken_off(words: str) -> None:
    assert not said(VISIT, words).strong


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("mom sat in on it", (MOTHER,)),
        ("oh and mom showed up halfway through", (MOTHER,)),
        ("include Ms Stone as present", (STONE,)),
        ("not alone actually, Ms Stone stayed the whole time", (STONE,)),
    ],
)
def test_who_was_at_it_too_is_on_the_card(words: str, people: tuple[str, ...]) -> None:
    found = said(ALONE, words)
    assert found.after.people == people
    assert found.presence
    assert found.pointed


@pytest.mark.parametrize(
    "words",
    ["Tobi too", "both kids", "saw both kids", "los dos niños", "Tobi same time", "no, with Tobi too"],
)
def test_the_other_child_was_there_too(words: str) -> None:
    assert set(said(ALONE, words).after.children) == {MAYA, TOBI}


@pytest.mark.parametrize("words", ["no, with Tobi", "no, con Tobi", "remove Maya, it was Tobi"])
def test_whom_it_was_with_instead(words: str) -> None:
    assert said(ALONE, words).after.children == (TOBI,)


@pytest.mark.parametrize(
    "words", ["both kids have colds", "both of them like the new school", "Tobi same time tomorrow"]
)
def test_what_is_told_of_both_adds_nobody(words: str) -> None:
    assert said(ALONE, words).after.children == (MAYA,)


def test_about_whom_a_call_was() -> None:
    assert said(CALL, "thats just about Tobi").after.children == (TOBI,)


def test_who_was_not_home_is_told_first() -> None:
    found = said(VISIT, "Ms Stone wasnt home, her husband let me in and showed me the kids' rooms")
    assert found.after.people == ()
    assert found.states
    assert found.pointed


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("no way it was 5, traffic was horrible", 17),
        ("lawd no it was 3", 15),
        ("actually it was 2, we were early", 14),
        ("my apologies, 3pm", 15),
        ("eso fue a las 3", 15),
    ],
)
def test_the_hour_and_why(words: str, hour: int) -> None:
    found = said(VISIT, words).after.starts_at
    assert found is not None
    assert (found.hour, found.minute) == (hour, 0)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("I left at quarter to 5", 45),
        ("we finished half past four", 30),
        ("hasta las cinco menos cuarto", 45),
        ("salimos a las cuatro y media", 30),
        ("more like 20 minutes", 20),
    ],
)
def test_an_end_or_a_length_in_words(words: str, minutes: int) -> None:
    assert said(ALONE, words).after.minutes == minutes
