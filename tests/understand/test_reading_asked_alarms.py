"""A question or a list asked for names an emergency and is none; what is told beside it is; gone in the night."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.incidents import incidents_in
from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
ALARMS = (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


def reading(text: str) -> Reading:
    sent = datetime(2026, 11, 9, 22, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S017", text=text, sent_at=sent, tz=TZ, advisor=RULES_ALONE)


@pytest.mark.parametrize(
    "text",
    [
        "any emergencies overnight",
        "were there any er visits this weekend",
        "is there a crisis bed open anywhere",
        "need the number for poison control",
        "can i get the crisis log for october",
        "runaway list for november",
        "was the emergency w jt closed",
        "did the police ever call back about hope",
        "hubo alguna crisis anoche?",
        "is jt still at the precinct",
        "is there a probation officer on that case",
        "i cant sleep in this chair lol",
        "placement: acs brought a girl, placed w ms daley 915pm emergency",
    ],
)
def test_what_is_only_asked_is_no_alarm(text: str) -> None:
    found = reading(text)
    assert found.intent not in ALARMS
    assert not found.said_as_crisis
    assert found.intent is not Intent.LOG_CONTACT or text.startswith("placement"), "nor a note of it"


@pytest.mark.parametrize(
    "text",
    [
        "number for poison control, jaylen drank bleach",
        "number for poison control jaylen drank bleach",
        "any idea where wilner is, he took off at 9 and no one can find him",
        "crisis call from ms daley, owen has a knife",
        "911 call from ms daley",
        "emergency placement needed tonight for jt",
        "is this an emergency? jaylen has a fever of 104 and is limp",
        "anybody awake police are at ms daleys house",
        "any chance u can call me, jaylen od'd",
        "number for 911 dispatch, baby choking",
        "are the kids supposed to be sleeping in the garage at ms daley's",
        "was at the er w jaylen, he overdosed",
        "jaylen says he can't sleep in this chair, no bed at ms figueroas",
        "need the number for jaylen's foster mother, hes at the er w a cut lip",
    ],
)
def test_what_is_told_beside_a_question_is(text: str) -> None:
    assert reading(text).intent in ALARMS


@pytest.mark.parametrize(
    "text",
    [
        "ms hutchins called 130am, justice walked out abt 11pm, no phone, she thinks hes at his sisters",
        "justice stormed out around 11pm, ms hutchins says he's probably at a friend's",
        "ms hutchins called, justice left the house at 10 without his phone",
        "justice snuck out at midnight",
        "ms hutchins called, justice isnt back yet, he walked out after dinner",
    ],
)
def test_who_went_out_into_the_night_is_missing(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CRISIS
    assert "missing_child" in incidents_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "justice walked out of the session at 3pm, came back after 5 min",
        "left ms figueroas at 11pm after jaylen fell asleep",
        "jaylen went out with ms figueroa at 12 for lunch",
        "jaylen walked out of the room mad, back in 5 min",
        "jaylen has no phone, wants one for xmas",
    ],
)
def test_who_went_out_and_is_looked_after_is_not(text: str) -> None:
    assert reading(text).intent not in ALARMS


def test_who_wants_to_die_is_in_danger_and_is_nobodys_name() -> None:
    """“Die” was taken for a Diego."""
    for said in ("says he wants to die, im on w him now", "and says he wants to die"):
        found = reading(f"ms figueroa called 945 jaylen locked himself in bathroom {said}")
        assert found.intent is Intent.LOG_CRISIS
        assert {c for item in found.contacts for c in item.children} == {"P0015"}
        assert "abuse" not in incidents_in(said)


def test_help_that_comes_is_an_emergency_but_does_not_call_itself_one() -> None:
    found = reading("mobile crisis on the way, ref 4471")
    assert found.intent is Intent.LOG_CRISIS
    assert not found.said_as_crisis
