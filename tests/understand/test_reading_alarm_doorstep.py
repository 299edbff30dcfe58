"""Somebody at the door who will take the child, a child alone at home; and words like them that are no alarm."""

from __future__ import annotations

import pytest

from bot.understand.danger.alarms import alarm_of


@pytest.mark.parametrize(
    "words",
    [
        "PARENT called, says he is outside the CAREGIVER house and will take CHILD tonight",
        "bf is in the driveway saying he'll take his son",
        "dad on his way to the foster home, says he is going to grab them",
        "el papa esta afuera y dice que se va a llevar a CHILD",
    ],
)
def test_somebody_who_comes_for_the_child_is_a_crisis(words):
    assert alarm_of(words).crisis


@pytest.mark.parametrize(
    "words",
    [
        "nobody home when she gets home from school, fixes her own dinner",
        "CHILD said that when he gets home there is nobody until 9",
        "he sleeps alone since monday, grandma works nights",
        "cuando llega a la casa no hay nadie y duerme solo desde el lunes",
    ],
)
def test_a_child_alone_at_home_is_a_worry(words):
    assert alarm_of(words).concern


@pytest.mark.parametrize(
    "words",
    [
        "nobody home, knocked twice, left a card",
        "mom will take CHILD to the dentist tonight",
        "PARENT waited outside the house, will take CHILD to practice as scheduled",
        "baby sleeps alone in her own crib since monday",
        "no hay nadie en casa, dejé una nota",
    ],
)
def test_the_same_words_without_danger_raise_nothing(words):
    assert not alarm_of(words).crisis
    assert not alarm_of(words).concern


@pytest.mark.parametrize(
    "words",
    [
        "home visit CHILD 10pm, not home yet, CAREGIVER scared",
        "CHILD still not home, due at 4, not answering texts",
        "CHILD is not home yet, her phone is off",
    ],
)
def test_a_child_not_home_whom_nobody_reaches_is_a_crisis(words):
    assert alarm_of(words).crisis


@pytest.mark.parametrize(
    "words",
    [
        "stopped by CHILD's at 5, CAREGIVER not home, not answering her phone",
        "called PARENT, not home, not answering",
        "CHILD not home when i came at 4, she was at practice",
    ],
)
def test_an_adult_not_home_or_a_child_at_practice_is_none(words):
    assert not alarm_of(words).crisis
