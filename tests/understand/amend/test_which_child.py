"""“Which child?" of a call without names, answered by a name that two bear, or by a family's."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.amend import Amendment, Facts, amend
from bot.understand.parts import Question
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
NIGHT = datetime(2026, 11, 10, 1, 21, tzinfo=TZ)
SADIA_MIAH, MAHIN_MIAH, MAHIN_UDDIN = "P0139", "P0140", "P0182"
OPEN = (Question("child", ()), Question("time", ()))


def said(text: str, words: str, asked: tuple[Question, ...] = OPEN) -> Amendment:
    facts = Facts(words=words, asked=asked)
    return amend(SAMPLE, facts, text, staff_id="S017", sent_at=NIGHT, tz=TZ)


@pytest.mark.parametrize("text", ["its mahin", "mahin", "es mahin", "the kid is mahin"])
def test_a_name_of_two_is_asked_about(text: str) -> None:
    heard = said(text, "woman says her nephew is w her and scared to go home")
    assert heard.pointed
    assert heard.asks == (Question("child", (MAHIN_MIAH, MAHIN_UDDIN)),)
    assert heard.after.children == ()


@pytest.mark.parametrize("text", ["miah", "the miah one", "mahin miah", "la de los miah"])
def test_of_those_asked_about_the_family_tells_which(text: str) -> None:
    asked = (Question("child", (MAHIN_MIAH, MAHIN_UDDIN)),)
    assert said(text, "her nephew is w her\nits mahin", asked).after.children == (MAHIN_MIAH,)


def test_a_family_answers_by_who_was_told_of_before() -> None:
    assert said("miah", "her nephew mahin is w her, scared").after.children == (MAHIN_MIAH,)


@pytest.mark.parametrize(
    "words", ["woman says her nephew is w her, scared", "dice que su sobrino esta con ella"]
)
def test_of_one_child_told_a_family_is_asked_which(words: str) -> None:
    heard = said("miah", words)
    assert heard.after.children == ()
    assert heard.asks == (Question("child", (SADIA_MIAH, MAHIN_MIAH)),)


def test_a_family_that_was_told_of_is_all_of_them() -> None:
    both = (SADIA_MIAH, MAHIN_MIAH)
    assert said("miah", "called fm re the kids, both are sick").after.children == both
    assert said("the miahs", "woman says her nephew is w her").after.children == both


def test_one_to_one_supervision_is_nobody_seen_alone() -> None:
    facts = Facts(children=(MAHIN_MIAH,), words="saw him at the hospital")
    for text in ("1:1 sitter tonight", "hes on 1:1", "1:1 staff ordered"):
        heard = amend(SAMPLE, facts, text, staff_id="S017", sent_at=NIGHT, tz=TZ)
        assert heard.after.seen_alone == (), text
    alone = amend(SAMPLE, facts, "1:1 with mahin", staff_id="S017", sent_at=NIGHT, tz=TZ)
    assert alone.after.seen_alone == (MAHIN_MIAH,)
