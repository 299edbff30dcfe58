"""Talks with adults away from the child's home: tried, called back, on one line, in the hall (READING)."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)  # a Wednesday
CHILD, PARENT, CARER, OUTSIDER = (
    EventType.CASEWORKER_CHILD,
    EventType.BIRTH_PARENT_CASEWORKER,
    EventType.CASEWORKER_FOSTER_PARENT,
    EventType.COLLATERAL,
)
LUCIA, BEVERLY, JOAN = "K0001", "K0003", "K0004"


def items(text: str) -> tuple[Item, ...]:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ).contacts


def one(text: str) -> Item:
    (item,) = items(text)
    return item


@pytest.mark.parametrize(
    "text",
    [
        "tried Lucia Rivera at 2 today re Mateo, straight to vm",
        "Lucia Rivera - tried her at 12:10 today, no ans",
        "Phoned Lucia Rivera, Mateo's mom, 10:20am today, no answer.",
        "left message on Lucia Rivera's machine at 4:35 about Mateo",
        "called Lucia Rivera at 2:05 today re Mateo, NA",
        "called Lucia Rivera at 2:05 today, phone just kept ringing",
        "Lucia Rivera's voicemail was full when I called at 2:05 today",
        "left word with the receptionist for Lucia Rivera at 2 today",
    ],
)
def test_what_only_a_telephone_does_tells_how_somebody_was_tried(text: str) -> None:
    item = one(text)
    assert (item.types, item.people) == ((PARENT,), (LUCIA,))
    assert (item.method, item.outcome) == (Method.PHONE, Outcome.ATTEMPTED)


@pytest.mark.parametrize(
    "text",
    [
        "Lucia Rivera didn't answer at 12:50 today but called me back at 2:05, Mateo got all A's",
        "TC to Lucia Rivera 12:50 re Mateo, LVM. RTC from her @ 2:05: she can do it",
        "called Lucia Rivera at 12:50 re Mateo, got the machine. at 2:05 she called me, asking if he can go to Beverly's",
    ],
)
def test_who_calls_back_is_who_was_tried(text: str) -> None:
    tried, reached = items(text)
    assert (tried.people, reached.people) == ((LUCIA,), (LUCIA,))
    assert (tried.outcome, reached.outcome) == (Outcome.ATTEMPTED, Outcome.COMPLETED)
    assert (tried.method, reached.method) == (Method.PHONE, Method.PHONE)


@pytest.mark.parametrize(
    "text",
    [
        "Lucia Rivera was supposed to come to the office today at 11:15, never showed. She texted me at 1:55p",
        "Lucia Rivera missed her 11:15 appointment at the office today. She texted me at 1:55p",
        "waited for Lucia Rivera at the office today at 11:15, she never came. Texted her 1:55p, she forgot",
    ],
)
def test_an_appointment_not_kept_stands_beside_the_text_that_came_later(text: str) -> None:
    missed, later = items(text)
    assert (missed.outcome, missed.place, missed.types) == (Outcome.ATTEMPTED, Place.AGENCY, (PARENT,))
    assert missed.starts_at is not None
    assert missed.starts_at.hour == 11
    assert (later.method, later.outcome) == (Method.TEXT, Outcome.COMPLETED)


@pytest.mark.parametrize(
    "text",
    [
        "Lucia Rivera called at 9:10 today with Joan Feldman on the line about Mateo",
        "I had Lucia Rivera and Joan Feldman on a call at 9:10 today about Mateo",
    ],
)
def test_everybody_on_the_line_took_part(text: str) -> None:
    item = one(text)
    assert set(item.people) == {LUCIA, JOAN}
    assert set(item.types) == {PARENT, OUTSIDER}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lucia Rivera came by my office today at 9:35. Mateo got detention for talking back", PARENT),
        ("Lucia and I met at the agency at 9 today, Mateo is asking for Beverly", PARENT),
        ("In-person meeting with Lucia Rivera at the agency 2:30 today to discuss Mateo's physical", PARENT),
        ("had a meeting at the office with Beverly Thompson 9:50 today re Mateo's report card", CARER),
        ("bumped into Ms. Thompson at the courthouse today at 12:05, Mateo needs sneakers", CARER),
    ],
)
def test_the_child_of_whom_it_is_told_was_not_met(text: str, kind: EventType) -> None:
    assert one(text).types == (kind,)


def test_the_child_who_came_along_was_met() -> None:
    item = one("Lucia Rivera came to the office with Mateo today at 2. Mateo has grown so much")
    assert CHILD in item.types


@pytest.mark.parametrize(
    "text",
    [
        "ran into Lucia Rivera at court at 12:10 today, says Mateo has nightmares",
        "Ran into Ms. Rivera in the courthouse hallway today at 12:10. Mateo needs sneakers",
        "Had a hallway talk at court with Lucia Rivera 12:10 today re next month's hearing",
        "Lucia Rivera grabbed me in the hall at court at 12:10 today, everything is going fine",
    ],
)
def test_a_talk_at_court_is_no_hearing(text: str) -> None:
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ)
    (item,) = reading.contacts
    assert reading.intent is Intent.LOG_CONTACT
    assert (item.types, item.people, item.place) == ((PARENT,), (LUCIA,), Place.COURT)


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Beverly Thompson hit me up by text at 3:30 about Mateo's report card", Method.TEXT),
        ("Picked up a call from Beverly Thompson at 3:30 - says Mateo sleeps fine", Method.PHONE),
        ("Heard from Beverly Thompson by phone at 3:30. Mateo sleeps fine", Method.PHONE),
        ("3:30 tel. from Beverly Thompson re Mateo", Method.PHONE),
        ("shot Beverly Thompson an email at 3:30 about Mateo's medication", Method.EMAIL),
        ("Beverly Thompson picked up when I called at 2:05 today, Mateo is fine", Method.PHONE),
        ("Beverly Thompson got a hold of me at 2:05 today, Mateo is fine", Method.PHONE),
        ("hit Beverly Thompson up by text 3:10 about Mateo's report card", Method.TEXT),
        ("Letter to Beverly Thompson today, certified, re Mateo's glasses", Method.MAIL),
        (
            "P/C from Beverly Thompson, the foster mom, today 2:10, Mateo is fine. I'll write it up.",
            Method.PHONE,
        ),
    ],
)
def test_the_way_is_told_in_many_words(text: str, method: Method) -> None:
    item = one(text)
    assert (item.types, item.people, item.method) == ((CARER,), (BEVERLY,), method)
    assert item.outcome is Outcome.COMPLETED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("called the pharmacy 2:15 today about Mateo's refill", OUTSIDER),
        ("called the dental office at 1:20 today to book Mateo", OUTSIDER),
        ("the attendance clerk at Mateo's school called today at 2:55, he was late", EventType.SCHOOL),
        ("phone check in w/ Mateo 8:25 today, no concerns", CHILD),
        ("tc w/ Mateo around 1:25 p.m. today. he likes the new room.", CHILD),
        ("around 3:10 today Mateo on the phone, wants to change schools", CHILD),
    ],
)
def test_an_office_not_on_file_and_a_child_have_their_own_type(text: str, kind: EventType) -> None:
    item = one(text)
    assert (item.types, item.people, item.method) == ((kind,), (), Method.PHONE)


@pytest.mark.parametrize(
    ("text", "method", "outcome"),
    [
        ("Left Mateo a voicemail today at 2:50", Method.PHONE, Outcome.ATTEMPTED),
        ("Mateo did not pick up when I called at 2:50 today", Method.PHONE, Outcome.ATTEMPTED),
        ("Mateo FaceTimed me around 2:05 today, happy", Method.VIDEO, Outcome.COMPLETED),
        ("Mateo hit my phone at 3:35 mad about curfew", Method.PHONE, Outcome.COMPLETED),
    ],
)
def test_a_child_is_tried_and_calls_in_many_words(text: str, method: Method, outcome: Outcome) -> None:
    item = one(text)
    assert (item.types, item.children) == ((CHILD,), ("P0002",))
    assert (item.method, item.outcome) == (method, outcome)


def test_everybody_in_danger_is_not_everybody_visited() -> None:
    item = one(
        "Beverly Thompson called at 5 today, Mateo has a knife and is threatening everybody in the house"
    )
    assert item.children == ("P0002",)
