"""Rounds of visits, attempts made again, meetings that nobody came to, calls that were only listened to."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from bot.understand.writing.tries import tries
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
CHILD, HOME = EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT
CARER, PARENT = EventType.CASEWORKER_FOSTER_PARENT, EventType.BIRTH_PARENT_CASEWORKER


def items(text: str, staff: str = "S005") -> tuple[Item, ...]:
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)  # a Thursday
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ).contacts


def clocks(text: str) -> list[str]:
    return [f"{item.starts_at:%H:%M}" if item.starts_at else "" for item in items(text)]


def outcomes(text: str) -> list[Outcome]:
    return [item.outcome for item in items(text)]


@pytest.mark.parametrize(
    "text",
    [
        "saw hope at ms pettways 3:15-3:50, maya r at ms thompsons 4:20-5. both fms talked w me",
        "vi a Hope en casa de Pettway 3:15 a 4, a Maya R en casa de Thompson 4:20 a 5. las dos señoras hablaron",
    ],
)
def test_the_next_child_with_an_hour_is_the_next_visit_and_both_carers_are_heard(text: str):
    first, second = items(text)
    assert (first.children, first.people) == (("P0005",), ("K0016",))
    assert (second.children, second.people) == (("P0001",), ("K0003",))
    assert set(first.types) == set(second.types) == {CHILD, HOME, CARER}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("called annette 3x today, 815 9 and 1130, phone off", ["08:15", "09:00", "11:30"]),
        ("Tried Annette Hall 2 times today 10 and 215, mailbox full", ["10:00", "14:15"]),
        ("Llamé a Annette tres veces hoy, a las 9, 11:30 y 2, teléfono apagado", ["09:00", "11:30", "14:00"]),
    ],
)
def test_each_hour_counted_is_an_attempt(text: str, hours: list[str]):
    assert clocks(text) == hours
    assert set(outcomes(text)) == {Outcome.ATTEMPTED}


@pytest.mark.parametrize(
    "text", ["seen 2x, 20 and 30 min", "3x today, 815 and 9", "twice 45 and 99", "3 kids, 8 9 and 10"]
)
def test_what_was_not_counted_is_no_list_of_hours(text: str):
    assert list(tries(text)) == []


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("went by ms pettways to see hope 415 nobody home. drove back by at 6 same thing", Outcome.ATTEMPTED),
        (
            "Hope at Ms Pettway's today 3:45, no one home. Went back at 5:10 and caught them",
            Outcome.COMPLETED,
        ),
        (
            "Fui a ver a Hope a casa de Ms Pettway a las 3, no había nadie. Regresé a las 5 y ya estaban",
            Outcome.COMPLETED,
        ),
    ],
)
def test_a_home_tried_again_is_a_visit_of_its_own(text: str, second: Outcome):
    first, again = items(text)
    assert (first.outcome, again.outcome) == (Outcome.ATTEMPTED, second)
    assert again.place is Place.FOSTER_HOME
    assert again.children == ("P0005",)
    assert {CHILD, HOME} <= set(again.types)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Annette no show for our 11am meeting at the office today", "11:00"),
        ("Annette no se presentó a la cita de hoy a las 2 en la oficina", "14:00"),
        ("Annette skipped her appt w me today, sposed to be 3 at the office", "15:00"),
    ],
)
def test_nobody_came_to_the_workers_own_meeting(text: str, hour: str):
    (item,) = items(text)
    assert f"{item.starts_at:%H:%M}" == hour
    assert (item.outcome, item.types, item.place) == (Outcome.ATTEMPTED, (PARENT,), Place.AGENCY)


def test_the_same_meeting_on_another_day_is_planned():
    missed, text, planned = items(
        "Annette blew off our 1pm at the office today. Texted her 1:30, coming to the office mon at 11 instead"
    )
    assert (missed.outcome, text.method, planned.outcome) == (Outcome.ATTEMPTED, Method.TEXT, Outcome.PLANNED)
    assert planned.types == (PARENT,)


@pytest.mark.parametrize(
    "text",
    [
        "video call mateo and lucia 4-420 today, i was on the whole time",
        "zoom w mom for mateo 4pm today, i sat in",
        "Mateo tuvo su llamada con Lucia hoy a las 4, yo escuché toda la llamada",
    ],
)
def test_a_call_only_listened_to_is_the_familys(text: str):
    (item,) = items(text)
    assert item.types == (EventType.BIRTH_PARENT_CHILD,)


@pytest.mark.parametrize(
    "text",
    [
        "the court clerk called me 1:40 today about mateo",
        "Dr Desai's office called 10am today, mateo's physical is moved",
    ],
)
def test_the_office_that_called_is_a_collateral(text: str):
    (item,) = items(text)
    assert item.types == (EventType.COLLATERAL,)
    assert item.method is Method.PHONE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("is there a way to put a note in for a coworker?", Intent.HELP),
        ("¿hay manera de meter una nota para otra persona?", Intent.HELP),
        ("gracias, ya lo vi", Intent.OTHER),
        ("ok i saw it", Intent.OTHER),
        ("gonna supervise hope's visit w annette tmrw 2pm at the office", Intent.PLAN_VISIT),
    ],
)
def test_what_is_wanted(text: str, wanted: Intent):
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)
    assert read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).intent is wanted


def test_an_hour_beside_nobody_home_and_one_of_a_voicemail_are_the_events():
    assert clocks("went to ms pettways to see hope 515 nobody home") == ["17:15"]
    assert clocks("Dr Desai's office called 2pm today. Left Ms Thompson a voicemail about it at 2:10") == [
        "14:00",
        "14:10",
    ]


def test_the_next_stop_of_a_round_is_the_facility_named():
    first, second = items("Hope at Ms Pettway's 3:15 today. Then Linden House 4:30 for Will, 20 min")
    assert (first.place, second.place) == (Place.FOSTER_HOME, Place.RESIDENTIAL)


def test_only_the_one_asked_for_by_a_role_is_asked_about():
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)
    said = "phone for Shanice Campbell's attorney pls"
    subject = read(SAMPLE, staff_id="S005", text=said, sent_at=sent, tz=TZ).subject
    assert subject is not None
    assert subject.people == ("K0011",)
