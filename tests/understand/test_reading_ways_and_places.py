"""Ways and places in words met on hunts: whose document went to whom, where a child was met, whose school it is."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import EventType, Method, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def only(text: str) -> Item:
    (item,) = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE).contacts
    return item


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Saw Hope today at 4 at the food pantry", Place.COMMUNITY),
        ("Mateo 4:10 today, a food court, talked about camp", Place.COMMUNITY),
        ("Met Hope at summer camp today at 2", Place.COMMUNITY),
        ("took Hope sneaker shopping today 4:20", Place.COMMUNITY),
        ("saw Hope today 4:30 at occupational therapy", Place.MEDICAL),
        ("Dentist with Hope today at 9", Place.MEDICAL),
        ("Saw Mateo in our waiting room today at 2", Place.AGENCY),
        ("Walked Hope to class today at 8:15", Place.SCHOOL),
        ("met Hope Friday after school at Ms Pettway's", Place.FOSTER_HOME),
    ],
)
def test_where_a_child_was_met(text: str, place: Place):
    item = only(text)
    assert (item.place, item.method) == (place, Method.IN_PERSON)
    assert EventType.CASEWORKER_CHILD in item.types


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Had a phone conversation with Ms Pettway today at 1", Method.PHONE),
        ("caught Ms Pettway on her cell today at 1", Method.PHONE),
        ("Mailed the visit schedule to Ms Pettway today at 1", Method.MAIL),
        ("Emailed the signed consent forms to Ms Pettway today at 1", Method.EMAIL),
        ("iMessage from Ms Pettway today at 1, all fine", Method.TEXT),
    ],
)
def test_how_an_adult_was_reached(text: str, method: Method):
    item = only(text)
    assert (item.method, item.types) == (method, (EventType.CASEWORKER_FOSTER_PARENT,))


def test_a_school_of_a_child_is_not_the_child():
    item = only("Pasé por la escuela de Hope hoy a las 10 y hablé con la consejera")
    assert EventType.CASEWORKER_CHILD not in item.types


def test_a_hearing_attended_is_court():
    assert only("Attended the hearing for Hope today at 11").types == (EventType.COURT_APPEARANCE,)


def test_the_name_on_a_document_is_kept():
    assert only("Emailed Hope's report to Ms Pettway today at 1").children == ("P0005",)


def test_a_call_of_a_parent_to_the_child_that_was_heard():
    assert only("Lucia called Mateo at 5 today on speaker while I supervised").types == (
        EventType.BIRTH_PARENT_CHILD,
    )
    assert EventType.BIRTH_PARENT_CHILD not in only("Lucia called at 5 today about Mateo").types


def test_an_answer_to_a_message_is_written():
    item = only("Replied to Ms Pettway's email today at 1 about Hope")
    assert (item.types, item.method) == ((EventType.CASEWORKER_FOSTER_PARENT,), Method.EMAIL)


def test_talks_with_the_supervisor_and_visits_under_supervision():
    assert only("Met with my supervisor today at 4 about Hope").types == (EventType.CASE_CONFERENCE,)
    assert only("Lucia saw Mateo today 12-1 at the library under my supervision").types == (
        EventType.BIRTH_PARENT_CHILD,
    )
