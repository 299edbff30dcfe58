"""Whose number and which fact: by a child, by a role, by where somebody works, by half a word."""

from __future__ import annotations

import pytest

from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ, children, events, people


def asked(text: str, staff: str = "S005") -> tuple[list[str], list[str], str | None]:
    """Children and adults of a look-up about which nothing is asked, and the fact wanted."""
    reading = read(SAMPLE, staff_id=staff, text=text, sent_at=TUESDAY, tz=TZ)
    assert (reading.intent.value, reading.ask) == ("lookup", ())
    assert reading.subject is not None
    kids = sorted(SAMPLE.children[child].first_name for child in reading.subject.children)
    adults = sorted({SAMPLE.contacts[person].name for person in reading.subject.people})
    return kids, adults, reading.subject.wants


@pytest.mark.parametrize(
    ("text", "kid", "adult", "wants"),
    [
        ("owens dads number", "Owen", "Patrick Moran", "phone"),
        ("number for owens mom", "Owen", "Nancy Sheridan", "phone"),
        ("who is owens lawyer", "Owen", "Peter Lindqvist", None),
        ("hopes foster mom # plz", "Hope", "Sharon Pettway", "phone"),
        ("Alan's attorney's number", "Alan", "Rachel Ostrow", "phone"),
        ("who's the lawyer for Laila", "Laila", "Marcus Tillery", None),
        ("el abogado de Alan, su telefono", "Alan", "Rachel Ostrow", "phone"),
        ("micah school phone", "Micah", "Yael Cohen", "phone"),
        ("telefono de la escuela de mateo", "Mateo", "Kendra Daniels", "phone"),
        ("winnies foster mom address", "Winnie", "Ai Hua Huang", "address"),
    ],
)
def test_somebody_of_a_child(text: str, kid: str, adult: str, wants: str | None):
    assert asked(text) == ([kid], [adult], wants)


@pytest.mark.parametrize(
    ("text", "adult", "wants"),
    [
        ("whats ms owens number", "Jacqueline Owens", "phone"),
        ("number for owens", "Jacqueline Owens", "phone"),
        ("number for linden house", "Curtis Coleman", "phone"),
        ("who do i call at Linden House", "Curtis Coleman", "phone"),
        ("ps 818 number", "Toni Vasquez", "phone"),
        ("who is my contact person at PS 818", "Toni Vasquez", None),
        ("i lost my contacts can u send me ms bryants number", "Brenda Bryant", "phone"),
        ("what apartment is ms bryant in, nobody is buzzing me in", "Brenda Bryant", "address"),
        ("what street does ms huang live on", "Ai Hua Huang", "address"),
        ("como llego a la casa de ms estrada", "Norma Estrada", "address"),
    ],
)
def test_somebody_by_name_or_house(text: str, adult: str, wants: str | None):
    assert asked(text) == ([], [adult], wants)


@pytest.mark.parametrize(
    ("text", "kid", "wants"),
    [
        ("whens owens next court", "Owen", "next_hearing"),
        ("who has hope now", "Hope", "worker"),
        ("whos got the mason case", "Laila", "worker"),
        ("mason case whos on it", "Laila", "worker"),
        ("who is the worker for Laila Mason", "Laila", "worker"),
        ("what's Laila's case number", "Laila", None),
    ],
)
def test_a_fact_of_a_child(text: str, kid: str, wants: str | None):
    assert asked(text) == ([kid], [], wants)


def test_of_many_at_one_house_one_is_asked_for():
    reading = read(
        SAMPLE,
        staff_id="S005",
        text="whats the phone number of youth counsel project",
        sent_at=TUESDAY,
        tz=TZ,
    )
    assert reading.ask == ("person",)
    assert len(reading.questions[0].candidates) > 2


def test_a_foster_home_is_nobody_called_foster():
    assert asked("micah nichols foster home address", "S017") == (["Micah"], [], "address")


@pytest.mark.parametrize(
    ("text", "kids", "adults"),
    [
        ("called owens mom today at 3, 10 min", ["Owen"], ["Nancy Sheridan"]),
        ("saw owens foster mother today at 2 at her home", ["Owen"], ["Joycelyn Daley"]),
        ("called alan's lawyer today at 2, left a message", ["Alan"], ["Rachel Ostrow"]),
        ("Called Owens today at 4 re Brandon's iep", ["Brandon"], ["Jacqueline Owens"]),
        ("Talked to Ms. Owens at 4 today about Brandon", ["Brandon"], ["Jacqueline Owens"]),
    ],
)
def test_in_a_note_it_is_the_same(text: str, kids: list[str], adults: list[str]):
    (event,) = events(text, sent=TUESDAY)
    assert (children(event), people(event)) == (kids, adults)


@pytest.mark.parametrize(
    ("text", "adult"),
    [
        ("whose number is 347-555-0135", "Joycelyn Daley"),
        ("who called me from (646) 555-0166", "Ai Hua Huang"),
        ("646.555.0185 who is this", "Jacqueline Owens"),
        ("de quien es el 917-555-0150", "Josefina Fermín"),
    ],
)
def test_whose_a_number_is(text: str, adult: str):
    assert asked(text)[:2] == ([], [adult])


def test_a_number_on_file_for_another_workers_family_is_nobodys():
    assert asked("whose number is 212-555-9999")[:2] == ([], [])


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("when is he due next", "list_due"),
        ("hows my week looking", "list_due"),
        ("have i done all my visits this month", "list_due"),
        ("any 30 days coming up", "list_due"),
        ("anybody on after 5 on friday", "lookup_oncall"),
        ("trying to get in touch with ms daley", "lookup"),
        ("number for kevin", "lookup"),
        ("how many days since i saw alan", "lookup"),
        ("show me my contacts with ms owens this month", "find_notes"),
        ("show me what i have on alan", "find_notes"),
        ("calling out today", "plan_leave"),
        ("caseload count by worker", "report"),
        ("someone is trying to get in through the window at ms daleys", "log_crisis"),
        ("tried to get in touch with ms daley today at 3", "log_contact"),
    ],
)
def test_what_is_wanted(text: str, intent: str):
    assert read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent.value == intent
