"""Classes of wording in which an agency of the lower Hudson was misread (23 November), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from storage.types import EventType, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def intent(text: str) -> Intent:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent


def events(text: str) -> tuple[Item, ...]:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).contacts


def only(text: str) -> Item:
    (item,) = events(text)
    return item


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("owen got jumped on the way home", Intent.LOG_CRISIS),
        ("Owen was hurt after the game he is in the emergency room, ms daley called me", Intent.LOG_CRISIS),
        ("Saw Owen today at 3, he jumped in the pool and swam", Intent.LOG_CONTACT),
        ("saw owen at school at 1. he told me a man enters their room in the night", Intent.SAFETY_CONCERN),
        ("saw owen at school at 1. he says the cousin slips into his bedroom when everyone is asleep",
         Intent.SAFETY_CONCERN),
        ("Saw Owen at Ms Daley's at 3. Ms. Daley goes into his room at night to check his breathing",
         Intent.LOG_CONTACT),
        ("Saw Owen at Ms Daley's at 3. Her husband was on duty at the hospital.", Intent.LOG_CONTACT),
        ("Saw Owen at 3. Ms Daley works nights at the county hospital.", Intent.LOG_CONTACT),
    ],
)  # fmt: skip
def test_beaten_up_come_into_their_room_and_work_at_a_hospital(text: str, told: Intent):
    assert intent(text) is told


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("today at 3 I took Owen to the dentist, ms daley could not come because of work", Outcome.COMPLETED),
        ("llevé a Owen al doctor hoy a las 2, la sra Daley no pudo ir", Outcome.COMPLETED),
        ("went to see Owen at Ms Daley's at 3 today, nobody home", Outcome.ATTEMPTED),
        ("Saw Owen at Ms Daley's today at 4. He thinks his mother will cancel again", Outcome.COMPLETED),
        ("Owen's visit with his mom today at 4 was cancelled again", Outcome.CANCELLED),
    ],
)
def test_who_stayed_away_and_what_is_only_feared(text: str, outcome: Outcome):
    assert only(text).outcome is outcome


@pytest.mark.parametrize(
    "text",
    ["called ms daley 1015 and again 1030, just rings out both times",
     "called Ms. Daley at 10:15 and 10:30, phone just keeps ringing",
     "llamé a la sra Daley a las 10:15 y otra vez a las 10:30, solo timbra"],
)  # fmt: skip
def test_a_phone_that_only_rings_was_tried_twice(text: str):
    assert [
        (item.starts_at.hour, item.starts_at.minute, item.outcome) for item in events(text) if item.starts_at
    ] == [
        (10, 15, Outcome.ATTEMPTED),
        (10, 30, Outcome.ATTEMPTED),
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Court on the Moran case today at 11:30, Ms Daley there with me. Tasha ain't show", 1),
        (
            "Saw Owen at Ms Daley's today at 4. Ms. Daley was on a call for work in the bedroom the entire time",
            1,
        ),
    ],
)
def test_what_was_no_contact_adds_nothing(text: str, kept: int):
    assert len(events(text)) == kept
    assert EventType.BIRTH_PARENT_CASEWORKER not in events(text)[0].types


def test_a_matter_that_was_called_is_court_and_a_residence_of_somebody_is_a_home():
    court = only("The Moran matter was called yesterday at 2:50 p.m. in Part 1. I gave the report.")
    assert (court.types, court.place) == ((EventType.COURT_APPEARANCE,), Place.COURT)
    assert only("Visited Owen at the residence of Ms. Daley today, 4 to 4:30").place is Place.FOSTER_HOME


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("saw Mateo and his sister today at 3", {"Maya", "Mateo"}),
        ("gonna see mateo n his sister thursday at 4", {"Maya", "Mateo"}),
        ("Vi a Mateo y su hermana hoy a las 3", {"Maya", "Mateo"}),
        ("saw Mateo today at 3, he and his sister fought", {"Mateo"}),
        ("saw Mateo today at 3 and his sister was at practice", {"Mateo"}),
    ],
)
def test_a_child_and_the_only_sister(text: str, names: set[str]):
    assert {SAMPLE.children[child].first_name for child in only(text).children} == names
