"""Who says it where a sentence does not say, how the children of a home are, and calls that are visits."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)
MAYA, MATEO, MOTHER, FATHER, CARER, LAWYER = "P0001", "P0002", "K0001", "K0002", "K0003", "K0004"
CHILD = EventType.CASEWORKER_CHILD
HOME, TALK = EventType.FOSTER_HOME_VISIT, EventType.CASEWORKER_FOSTER_PARENT


def item(text: str) -> Item:
    (found,) = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE).contacts
    return found


@pytest.mark.parametrize(
    "text",
    [
        "At Ms Thompson's today 4:05-4:50, both kids good. She says Mateo wets the bed",
        "En casa de la Sra Thompson hoy 4:05-4:50, los dos nenes bien. Dice q Mateo ya no moja la cama.",
        "Donde la Sra Thompson hoy 4:05-4:50, los dos niños contentos. Dice que Mateo duerme mejor",
        "At Ms Thompson's today 4-4:40, saw both kids. Says Mateo wets the bed again",
    ],
)
def test_who_told_of_the_children_was_the_carer(text: str):
    found = item(text)
    assert set(found.types) == {CHILD, HOME, TALK}
    assert (set(found.children), found.people) == ({MAYA, MATEO}, (CARER,))


def test_a_child_seen_may_be_who_says_it():
    assert item("Saw Mateo at Ms Thompson's today 4pm. Says Maya Rivera pinches him").people == ()


@pytest.mark.parametrize(
    "text",
    [
        "I called upon Ms Thompson at her home yesterday at half past four and found Mateo doing homework",
        "I called this afternoon at two o'clock at the Thompson home and spent 45 min with Mateo",
        "paid a call on Ms Thompson at her home today at 3 and sat with Mateo",
    ],
)
def test_to_call_at_a_home_is_to_visit(text: str):
    found = item(text)
    assert (found.method, found.place) == (Method.IN_PERSON, Place.FOSTER_HOME)
    assert {CHILD, HOME} <= set(found.types)


def test_a_door_that_nobody_opens_in_whatever_tense_is_an_attempt():
    text = "i went to house of ms thompson at four to see mateo i knock the door many times nobody open i leave a paper"
    assert item(text).outcome is Outcome.ATTEMPTED


def test_one_parent_who_was_to_come_too_puts_no_visit_off():
    found = item(
        "supervised the rivera visit at the office monday four to five thirty both kids came lucia brought pizza "
        "hector was supposed to come but he had to work mateo didnt want to leave"
    )
    assert (found.outcome, found.people) == (Outcome.COMPLETED, (MOTHER,))


@pytest.mark.parametrize(
    ("text", "types", "people"),
    [
        (
            "Hablé por teléfono con la abogada de los Rivera a las 2:15. Está de acuerdo con los fines de semana con la mamá",
            {EventType.COLLATERAL},
            (LAWYER,),
        ),
        (
            "Lucia la mamá de Mateo vino a la oficina hoy a la 1:00, 30 min. Estaba llorando",
            {EventType.BIRTH_PARENT_CASEWORKER},
            (MOTHER,),
        ),
    ],
)
def test_whose_mother_it_is_and_whose_weekends_were_not_there(
    text: str, types: set[EventType], people: tuple[str, ...]
):
    found = item(text)
    assert (set(found.types), found.people) == (types, people)
