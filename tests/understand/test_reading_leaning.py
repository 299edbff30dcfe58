"""Words that lean on what was said before and ask for nothing: presence, a length, a note to be dropped."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.amend import Wish
from bot.understand.amend.parts import Amendment, Facts
from bot.understand.amend.reading import amend
from bot.understand.parts import Intent
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)
MAYA_C, FIELDS, TILLERY, GRANDMOTHER = "P0003", "K0011", "K0012", "K0010"
COURT = Facts(
    types=(EventType.COURT_APPEARANCE,),
    children=(MAYA_C,),
    on=MONDAY.date(),
    starts_at=MONDAY.replace(hour=10, minute=0),
    method=Method.IN_PERSON,
    outcome=Outcome.COMPLETED,
    case_id="C0002",
)


def intent_of(text: str) -> Intent:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=MONDAY, tz=TZ).intent


def said(text: str) -> Amendment:
    return amend(SAMPLE, COURT, text, staff_id="S005", sent_at=MONDAY, tz=TZ)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("ms fields n tillery there", {FIELDS, TILLERY}),
        ("fields, tillery present", {FIELDS, TILLERY}),
        ("gwendolyn there too", {GRANDMOTHER}),
        ("la abuela ahí", {GRANDMOTHER}),
    ],
)
def test_who_is_said_to_have_been_there_is_looked_up_by_nobody(text: str, people: set[str]) -> None:
    assert intent_of(text) in (Intent.LOG_CONTACT, Intent.OTHER)
    assert set(said(text).after.people) == people


def test_a_question_who_is_there_stays_one() -> None:
    assert intent_of("is ms pettway there") is Intent.LOOKUP
    assert intent_of("who was there at the last visit with hope?") is not Intent.LOG_CONTACT


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("about half an hour", 30),
        ("como media hora", 30),
        ("half hr", 30),
        ("an hour or so", 60),
        ("quick 15", 15),
        ("like 45 min", 45),
        ("hour and a half", 90),
        ("unos 20 minutos", 20),
        ("took about 40 minutes", 40),
    ],
)
def test_a_length_in_bare_words_is_the_drafts(text: str, minutes: int) -> None:
    assert intent_of(text) is Intent.OTHER
    assert said(text).after.minutes == minutes


@pytest.mark.parametrize(
    "text",
    [
        "scrap that last one, i didnt actually leave it it was full",
        "borra lo de la abuela",
        "borra eso, me equivoqué",
        "elimina la última",
        "cancela esa nota",
        "drop that last note",
        "delete the one about grandma",
        "discard the court note",
        "never mind that one, wrong kid",
    ],
)
def test_a_note_is_wished_away_and_no_leave_is_planned(text: str) -> None:
    assert intent_of(text) is Intent.OTHER
    assert said(text).wish is Wish.DISCARD


@pytest.mark.parametrize(
    "text",
    [
        "scratch that, it was tuesday",
        "borra eso, me equivoqué, fue el martes",
        "scratch that, it was will",
        "drop dad",
        "remove grandma",
    ],
)
def test_what_puts_right_drops_nothing(text: str) -> None:
    assert said(text).wish is None


def test_what_is_planned_or_asked_is_no_wish_either() -> None:
    assert intent_of("cancel the visit with will tomorrow") is Intent.LOG_CONTACT  # one that will not be
    assert intent_of("how do i delete a note") is Intent.HELP
    assert intent_of("taking leave dec 1-4") is Intent.PLAN_LEAVE


@pytest.mark.parametrize("text", ["caller hung up", "line went dead", "she hung up on me"])
def test_a_call_that_ended_asks_for_no_rota(text: str) -> None:
    assert intent_of(text) not in (Intent.LOOKUP_ONCALL, Intent.LOOKUP)
    assert intent_of("who is on tonight") is Intent.LOOKUP_ONCALL
