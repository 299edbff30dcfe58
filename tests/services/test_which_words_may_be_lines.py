"""The cheap look at words before it is asked whether a crisis goes on of which they may be a line."""

import pytest

from bot.services.crisis.running import Sounds, may_be_line
from tests.understand.agencies import SAMPLE

TELLS = Sounds(None, alarming=False, telling=True)
NAME = next(iter(SAMPLE.children.values())).first_name


@pytest.mark.parametrize(
    "words",
    ["2:20 police there", "ms Lee has him", "called ems", "he's home, close it", f"{NAME} ate her dinner"],
)
def test_a_line_of_a_crisis_may_be_one(words: str):
    assert may_be_line(SAMPLE, words, TELLS)


@pytest.mark.parametrize("words", ["good night all", "the printer is out of toner", "lunch was great"])
def test_what_names_nobody_and_goes_on_about_nothing_is_none(words: str):
    assert not may_be_line(SAMPLE, words, TELLS)


def test_of_a_family_that_was_read_it_may_be_one():
    assert may_be_line(SAMPLE, "ate well", Sounds("C-1", alarming=False, telling=True))


def test_what_asks_is_one_by_its_words_alone():
    asks = Sounds("C-1", alarming=False, telling=False)
    assert not may_be_line(SAMPLE, f"{NAME} ate well", asks)
    assert may_be_line(SAMPLE, "called police", asks)


def test_what_sounds_like_an_emergency_is_one_only_where_it_answers_one():
    alarms = Sounds(None, alarming=True, telling=True)
    assert not may_be_line(SAMPLE, f"{NAME} ran away", alarms)
    assert may_be_line(SAMPLE, "police are here with him", alarms)
