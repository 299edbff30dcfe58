"""What the model may say: another intent where it is sure, a question about danger; never an alarm."""

import pytest

from bot.understand.opinion import RULES_ALONE, Advice, shipped
from bot.understand.parts import Intent
from bot.understand.wants.intents import intent_of
from tests.understand.opinion.opinion_says import CALM, UNHEARD, advice, unalarmed


@pytest.fixture(scope="module")
def advisor():
    return shipped()


def asked_about(advisor, text):
    return advisor.advise(unalarmed(text), Intent.LOG_CONTACT).alarming


def test_dangers_that_rules_do_not_hear_are_asked_about(advisor):
    assert sum(asked_about(advisor, text) for text in UNHEARD) >= 16


def test_rules_alone_ask_about_none_of_them():
    assert not any(RULES_ALONE.advise(unalarmed(t), Intent.LOG_CONTACT).alarming for t in UNHEARD)


def test_a_danger_is_heard_beside_an_ordinary_visit(advisor):
    opening = "saw CHILD at CAREGIVER's today at 4:15, "
    assert asked_about(advisor, opening + "he slept in the stairwell because nobody let him in")


@pytest.mark.parametrize("text", CALM)
def test_an_ordinary_note_is_not_asked_about(advisor, text):
    assert not advice(advisor, text).alarming


@pytest.mark.parametrize(
    "text", ["it's not CHILD it's CHILD who is bleeding", "it's CAREGIVER who takes her clothes off at night"]
)
def test_who_was_meant_hides_no_danger(advisor, text):
    assert asked_about(advisor, text)


@pytest.mark.parametrize("intent", [Intent.LOG_CRISIS, Intent.SAFETY_CONCERN])
@pytest.mark.parametrize("text", [*CALM, "thanks"])
def test_an_alarm_that_rules_heard_stands(advisor, text, intent):
    assert advice(advisor, text, intent) == Advice(intent)


@pytest.mark.parametrize("text", [*UNHEARD, *CALM, "who has the phone tonight", "", "🥹", "ваня"])
def test_it_never_raises_an_alarm_nor_makes_chatter_of_words(advisor, text):
    for intent in (Intent.LOG_CONTACT, Intent.PLAN_VISIT, Intent.LOOKUP, Intent.LIST_DUE):
        meant = advisor.advise(unalarmed(text), intent).intent
        assert meant not in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN, Intent.OTHER)


@pytest.mark.parametrize(
    ("text", "rules", "meant"),
    [
        ("who has the phone tonight", Intent.LOOKUP, Intent.LOOKUP_ONCALL),
        ("timeliness report for my unit last month", Intent.OTHER, Intent.REPORT),
        ("show me what STAFF wrote on CHILD in january", Intent.LOG_CONTACT, Intent.FIND_NOTES),
        ("i am fixing to see CHILD at CAREGIVER's on thursday at 4", Intent.LOG_CONTACT, Intent.PLAN_VISIT),
    ],
)
def test_where_it_is_sure_its_intent_is_taken_and_called_a_guess(advisor, text, rules, meant):
    given = advisor.advise(unalarmed(text), rules)
    assert given.intent is meant
    assert given.guessed


def test_agreement_is_no_guess(advisor):
    text = "who is on call tonight?"
    assert advice(advisor, text) == Advice(Intent.LOOKUP_ONCALL)


def test_chatter_that_sounds_like_danger_becomes_a_note_that_asks(advisor):
    given = advice(advisor, "somebody come quick they are breaking the door in", Intent.OTHER)
    assert given == Advice(Intent.LOG_CONTACT, guessed=True, alarming=True)


def test_the_same_words_get_the_same_advice(advisor):
    for text in UNHEARD[:5]:
        words = unalarmed(text)
        assert advisor.advise(words, intent_of(words)) == advisor.advise(words, intent_of(words))


@pytest.mark.parametrize(
    "text",
    [
        "Gigi was crying at the end of the family visit, Ms Auguste had to carry her to the car",
        "Nadia started crying when it was time to leave",
        "I look at the baby in the crib no marks nothing",
        "the baby was asleep in the crib, no marks or bruises",
    ],
)
def test_goodbyes_and_a_look_at_the_crib_need_no_question(advisor, text):
    assert not asked_about(advisor, text)
