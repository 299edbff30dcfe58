"""What on-call staff text at night: who ran from where they live, and what only sounds like an emergency."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.danger.incidents import incidents_in
from bot.understand.parts import Intent
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
NIGHT = datetime(2026, 11, 17, 23, 40, tzinfo=TZ)


def intent(text: str) -> Intent:
    return read(SAMPLE, staff_id="S017", text=text, sent_at=NIGHT, tz=TZ).intent


@pytest.mark.parametrize(
    "text",
    [
        "akeem hinds ran from maple hollow 1120, staff looking",
        "15 yo ran from maple hollow",
        "kid ran from maple hollow 20 min ago, staff looking, wouldnt say who",
        "a resident ran from the group home, staff searching",
        "Destiny Rivera ran from placement at 10pm",
        "two girls ran from cedar ridge around 9",
        "he ran from staff at the mall",
        "she ran from maple hollow to the bus stop",
        "akeem is out of the building, staff looking for him",
        "staff say a 14 year old left maple hollow thru the window an hour ago",
        "un nino se fue de maple hollow, lo estan buscando",
        "akeem salio corriendo de maple hollow, el personal lo busca",
    ],
)
def test_who_ran_from_home_is_a_missing_child(text: str) -> None:
    assert intent(text) is Intent.LOG_CRISIS
    assert "missing_child" in incidents_in(text) or text.startswith(("un nino", "akeem salio"))


@pytest.mark.parametrize(
    "text",
    [
        "visit at maple hollow ran from 3 to 4:30, akeem did well",
        "saw akeem at maple hollow today 4pm, he ran from the swings to the slide",
        "saw akeem today at 4, he ran from the car to hug his mom",
        "akeem ran from base to base at his game today 4pm",
        "akeem ran from school to practice today at 3",
        "he left his phone at school, staff looking for it",
        "he ran from his last foster home twice",
        "akeem se fue a la escuela, la abuela lo busca a las 3",
        "saw akeem at 3 today, he left class early, his teacher was looking good",
    ],
)
def test_who_only_ran_or_was_fetched_is_none(text: str) -> None:
    assert intent(text) not in {Intent.LOG_CRISIS, Intent.SAFETY_CONCERN}


@pytest.mark.parametrize(
    "text",
    [
        "kings county er number?",
        "bellevue er address",
        "lincoln hospital er phone number pls",
        "75th precinct number",
        "numero de emergencias de kings county?",
        "log it as a crisis call then",
        "ok put that down as a crisis call",
        "guardalo como llamada de crisis",
        "called kings county 715, nurse says destiny rivera psych eval at 11",
        "nurse says psych eval for destiny is set for tomorrow",
    ],
)
def test_a_number_a_filing_and_an_appointment_are_no_emergency(text: str) -> None:
    assert intent(text) not in {Intent.LOG_CRISIS, Intent.SAFETY_CONCERN}


@pytest.mark.parametrize(
    "text",
    [
        "he took pills er number?",
        "baby not breathing, er number?",
        "ems took destiny for psych eval at 11",
        "destiny rivera needs psych eval tonight",
        "log this as a crisis: destiny cut her arm",
        "crisis call from ms jackson, sadia is gone",
        "crisis",
    ],
)
def test_what_happens_beside_them_stays_one(text: str) -> None:
    assert intent(text) is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "sadia didnt come home, fm jackson last saw her 8pm",
        "fm jackson called, sadia is gone",
        "sadia ran from ms jacksons",
    ],
)
def test_of_two_of_a_name_it_is_the_one_around_who_is_named(text: str) -> None:
    """Two Sadias, and two Jacksons of whom one is the foster mother of one of these."""
    found = read(SAMPLE, staff_id="S017", text=text, sent_at=NIGHT, tz=TZ)
    assert found.intent is Intent.LOG_CRISIS
    assert [item.children for item in found.contacts] == [("P0181",)]


def test_of_two_of_a_name_without_any_adult_it_is_asked() -> None:
    found = read(SAMPLE, staff_id="S017", text="sadia didnt come home, last seen 8pm", sent_at=NIGHT, tz=TZ)
    assert "child" in found.ask
