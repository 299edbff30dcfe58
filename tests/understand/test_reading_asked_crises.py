"""Questions about crises that there were are no alarms; what tells of one beside the question is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.asked_crises import crises_asked
from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
ALARMS = (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


def reading(text: str) -> Reading:
    sent = datetime(2026, 11, 16, 9, 5, tzinfo=TZ)
    return read(SAMPLE, staff_id="S001", text=text, sent_at=sent, tz=TZ, advisor=RULES_ALONE)


@pytest.mark.parametrize(
    "text",
    [
        "was the runaway reported to ncmec",
        "has the awol been reported yet?",
        "were the burns reported to the scr",
        "was the suicide attempt reported to the state",
        "did anyone report the overdose to the hotline",
        "was the runaway acknowledged",
        "¿se escapó alguien este fin de semana?",
    ],
)
def test_whether_it_was_reported_is_asked_and_not_told(text: str) -> None:
    assert reading(text).intent not in ALARMS
    assert crises_asked(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "the runaway was reported to ncmec",
        "was the overdose reported he is not breathing",
        "was the runaway reported, will ran again tonight",
        "was the missing child reported, jaelyn still not home",
        "was the boy reported missing",
        "has the girl been missing since 5",
        "se escapó anoche de la casa",
    ],
)
def test_what_is_told_beside_it_is_still_an_alarm(text: str) -> None:
    assert reading(text).intent in ALARMS
    assert crises_asked(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "any crisis over the weekend",
        "what happened last night",
        "did anybody run this weekend?",
        "any of the kids go awol",
        "show me the crisis log",
        "how many emergencies did we have this month",
        "did anyone miss acknowledging",
        "hubo alguna crisis anoche?",
        "anything blow up over the weekend",
    ],
)
def test_crises_of_some_days_are_asked_for(text: str) -> None:
    found = crises_asked(text)
    assert (found is not None) == ("go awol" not in text)
    assert found is None or not found.leaning


def test_a_single_one_is_asked_about_by_a_name_or_none() -> None:
    named = crises_asked("who took the will hall one")
    assert named is not None
    assert (named.leaning, named.names) == (True, ("will", "hall"))
    last = crises_asked("was that reported to the state?")
    assert last is not None
    assert (last.leaning, last.names, last.reports) == (True, (), True)


@pytest.mark.parametrize(
    "text",
    [
        "what happened at court",
        "who took will to the dentist",
        "who has the hall case",
        "any emergency beds",
        "number for mobile crisis",
        "CRISIS will ran",
        "any crisis calls? jaelyn just ran",
        "was hope seen this weekend",
        "was my note returned",
    ],
)
def test_other_questions_and_what_is_told_ask_for_no_crises(text: str) -> None:
    assert crises_asked(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "how many kids are missing right now",
        "which kids ran away this month",
        "which of our kids are on the run",
        "how many kids ended up in the hospital last month",
        "who ran away this week",
        "qué niños se escaparon este mes",
    ],
)
def test_how_many_fled_is_asked_and_nobody_is_woken(text: str) -> None:
    assert reading(text).intent not in ALARMS
    found = crises_asked(text)
    assert found is not None
    assert not found.leaning


@pytest.mark.parametrize(
    "text",
    [
        "two kids are missing right now",
        "which kids are missing, i cant find Jordan anywhere",
        "how many kids are missing?? Jordan March ran from the van",
    ],
)
def test_who_is_told_to_be_missing_beside_it_is_an_alarm(text: str) -> None:
    assert crises_asked(text) is None
    if "Jordan March" not in text:
        assert reading(text).intent in ALARMS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("what happened w sadia last night", ("sadia",)),
        ("que paso anoche con angel", ("angel",)),
        ("el resumen de anoche de los santos", ("santos",)),
        ("did anyone call about liam last night", ("liam",)),
        ("did anyone tell sadia's mom", ("sadia",)),
        ("has mom been told?", ()),
        ("anything overnight", ()),
    ],
)
def test_whose_night_it_was_is_asked(text: str, names: tuple[str, ...]) -> None:
    wanted = crises_asked(text)
    assert wanted is not None
    assert wanted.names == names


@pytest.mark.parametrize(
    "text",
    [
        "what happened w sadia at the visit",
        "did anyone call ms fields",
        "did anyone call about liam",
        "anything due tonight",
        "told her mom last night",
    ],
)
def test_other_questions_are_about_no_crisis(text: str) -> None:
    assert crises_asked(text) is None


def test_a_night_of_a_child_without_a_crisis_is_looked_for_in_the_notes() -> None:
    for text in (
        "que paso anoche con angel",
        "el resumen de anoche de los santos",
        "did anyone call about liam?",
    ):
        assert reading(text).intent is Intent.FIND_NOTES
    assert reading("hable con la sra polanco anoche a las 8").intent is Intent.LOG_CONTACT
