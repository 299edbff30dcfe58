"""Emergencies and worries, and what only sounds like them."""

import pytest

from bot.understand.danger.alarms import alarm_of
from bot.understand.writing.words import plain

CRISES = [
    "she ran away from the foster home an hour ago",
    "staff called, he is AWOL since dinner and not back",
    "he cut his wrist with a broken mirror",
    "says she wants to die and locked the door",
    "ambulance took him, he could not breathe",
    "foster mom wants him out tonight, bags are packed",
    "police are at the house, he threw a chair",
    "se escapó anoche y no aparece",
    "la llevaron al hospital en ambulancia",
    "dice que se quiere hacer daño",
    "took a whole bottle of pills",
    "EMERGENCY call me",
]
CONCERNS = [
    "bruises on both arms, she would not say how",
    "he says the foster dad hits him with a belt",
    "no food in the house and no heat",
    "an unknown man is sleeping in the living room",
    "kids are left home alone at night",
    "tiene un moretón grande en la cara",
    "dice que la tía le pega con un cable",
    "she is scared to go home",
]
CALM = [
    "no bruises or marks, home was clean",
    "denies SI, mood fine",
    "had a fever, foster mom took her to urgent care",
    "went over the safety plan and what to do in an emergency",
    "history of self-harm, none this year",
    "probation officer says he is doing well",
    "flu shot today, doctor says he is healthy",
    "theme of the month was fire safety, we practiced calling 911",
    "sin moretones ni marcas, todo en orden",
    "back from the hospital appointment with the eye doctor",
    "bruise on his knee from soccer",
    "she beat me at Uno twice",
    "no safety concerns",
]


@pytest.mark.parametrize("text", CRISES)
def test_an_emergency_is_heard(text: str):
    assert alarm_of(plain(text).text).crisis


@pytest.mark.parametrize("text", CONCERNS)
def test_a_worry_is_heard_and_is_no_emergency(text: str):
    alarm = alarm_of(plain(text).text)
    assert alarm.concern
    assert not alarm.crisis


@pytest.mark.parametrize("text", CALM)
def test_what_is_denied_past_or_planned_raises_nothing(text: str):
    alarm = alarm_of(plain(text).text)
    assert not alarm.crisis
    assert not alarm.concern


def test_the_words_themselves_may_say_crisis():
    assert alarm_of("crisis at the home").said
    assert not alarm_of("she has urgent care forms").said
    assert not alarm_of("he ran away").said
