"""Classes of wording that three agencies nobody had opened were misread in (lot 25), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE
from tests.understand.telling import children, clock, people

TZ = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
CHILD, HOME = EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT
CARER, PARENT = EventType.CASEWORKER_FOSTER_PARENT, EventType.BIRTH_PARENT_CASEWORKER
FAMILY = EventType.BIRTH_PARENT_CHILD


def reading(text: str, *, voice: bool = False) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ, voice=voice)


def only(text: str) -> Item:
    (item,) = reading(text).contacts
    return item


@pytest.mark.parametrize(
    "text",
    [
        (
            "First I saw Hope at Ms Pettway's, 3:10 to 3:50. "
            "Then I drove over to Ms Thompson's and was there from 4:30 to 5:10 with Mateo"
        ),
        (
            "Was at Ms Pettway's with Hope 3:10 to 3:50, then over to Ms Thompson's where I sat with Mateo from "
            "4:30 to 5:10"
        ),
        (
            "Got to Ms Pettway's at 3:10 and saw Hope. Got to Ms Thompson's at 4:30, Mateo was just up from a "
            "nap"
        ),
    ],
)
def test_two_families_homes_are_two_visits_whatever_leads_from_one_to_the_other(text):
    told = [(children(item), clock(item)) for item in reading(text).contacts]
    assert told == [(["Hope"], "11-17 15:10"), (["Mateo"], "11-17 16:30")]


@pytest.mark.parametrize(
    "text",
    [
        "Long one today! Hope at Ms Pettway's at 3:30",
        "Rough one today. Saw Hope at 3:30 at Ms Pettway's",
        "another one today: hope at ms pettways 3:30",
    ],
)
def test_one_of_something_is_no_hour(text):
    assert clock(only(text)) == "11-17 15:30"


def test_a_game_is_neither_an_hour_nor_a_blow():
    said = reading(
        "Annette's visit w Hope and Will today 3 to 4 at the agency, I supervised. Will beat her at uno twice"
    )
    assert (said.intent, [clock(item) for item in said.contacts]) == (Intent.LOG_CONTACT, ["11-17 15:00"])


@pytest.mark.parametrize(
    "text", ["Ms Pettway beat him with a belt, Will told me at 3 today", "Will said mom beat him in the yard"]
)
def test_a_beating_is_no_game(text):
    assert reading(text).intent in (Intent.LOG_CRISIS, Intent.SAFETY_CONCERN)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Ms Thompson called me at 11 about Saturday's visit", None),
        ("Ms Thompson called at 11 asking about the friday hearing, 10 min", 10),
        ("La Sra. Thompson me llamó a las 11 preguntando por la visita del sábado, 10 minutos", 10),
        ("Ms Thompson called me at 11, Mateo has detention til Friday. 10 min call", 10),
    ],
)
def test_the_day_that_a_call_was_about_is_not_the_calls(text, minutes):
    item = only(text)
    assert (clock(item), item.minutes) == ("11-17 11:00", minutes)


def test_a_day_told_beside_the_hour_stays_the_events():
    assert clock(only("saw Hope at 4 on Saturday at Ms Pettway's")) == "11-14 16:00"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("saw hope at ms pettways at 3:30. Will was a little quiet at first", ["Hope", "Will"]),
        ("saw hope at ms pettways at 3:30. Will was at practice", ["Hope"]),
        ("saw hope at ms pettways at 3:30. Will estaba en la escuela", ["Hope"]),
    ],
)
def test_how_a_sibling_was_says_that_he_was_there(text, who):
    assert children(only(text)) == who


@pytest.mark.parametrize(
    ("text", "method"),
    [
        (
            "Hope and I had lunch at McDonald's today at noon. she was on her phone the whole time",
            Method.IN_PERSON,
        ),
        ("talked to ms thompson on her cell today at 2", Method.PHONE),
        ("c/b from Ms Thompson 3:50 re camp, 15m", Method.PHONE),
    ],
)
def test_a_phone_in_the_hand_is_no_call(text, method):
    assert only(text).method is method


@pytest.mark.parametrize(
    "text",
    [
        "got a letter from annette hall today",
        "letter from Annette Hall came in the mail today",
        "le mandé un text a Annette Hall hoy a las 9:05 con la fecha de la conferencia",
    ],
)
def test_what_was_written_is_a_contact_with_the_writer(text):
    item = only(text)
    assert (item.types, people(item)) == ((PARENT,), ["Annette Hall"])


@pytest.mark.parametrize(
    "text",
    [
        "Hope called me at 215 wanting to know when she can see her mom",
        "Hope called at 2:15 to ask if she can live w her mom by xmas",
        "Hope me llamó a las 2:15 para preguntar cuándo puede ver a su mamá",
    ],
)
def test_whom_a_child_asks_to_see_took_no_part(text):
    item = only(text)
    assert (item.types, people(item)) == ((CHILD,), [])


@pytest.mark.parametrize(
    "text",
    [
        "Annette Hall did not come to her visit with the kids today. It was to start at 3 here at the office",
        (
            "Annette Hall did not come to her visit with the kids today. It was supposed to start at 3. "
            "I called her at 3:20, no answer"
        ),
        "Annette Hall no show to her visit with the kids today. It was set for 3 here at the office",
        "Annette Hall do not come for her visit with the children today. It was 3 o'clock at the office.",
    ],
)
def test_the_hour_of_a_visit_to_which_nobody_came(text):
    item = reading(text).contacts[0]
    assert (item.types, item.outcome, clock(item)) == ((FAMILY,), Outcome.ATTEMPTED, "11-17 15:00")


@pytest.mark.parametrize(
    "text",
    [
        "Tuve que cancelar la visita de hoy a las 3:30 con Hope porque se me dañó el carro",
        "tuvimos que suspender la visita de Hope de hoy a las 3:30",
        "Cancelé la visita de hoy a las 3:30 con Hope",
    ],
)
def test_what_had_to_be_cancelled_was_not_held(text):
    said = reading(text)
    assert ([item.outcome for item in said.contacts], said.intent) == (
        [Outcome.CANCELLED],
        Intent.LOG_CONTACT,
    )
    assert not said.questions


def test_she_and_i_talked_after_her_visit():
    said = reading(
        "Annette came today! 3 to 4 here at the office with Hope and Will, I supervised. "
        "Then at 4:10 her and me talked in my office about the lease, 15 min"
    )
    told = [(item.types, people(item), clock(item), item.minutes) for item in said.contacts]
    assert told == [
        ((FAMILY,), ["Annette Hall"], "11-17 15:00", 60),
        ((PARENT,), ["Annette Hall"], "11-17 16:10", 15),
    ]


def test_what_came_first_at_the_office_is_one_meeting():
    said = reading(
        "Ms Annette come to the office today. At 2:15 I talk with her first, 10 minutes. "
        "Then from 2:30 to 3:30 she have her visit with Hope and Will, I supervise."
    )
    assert [(item.types, clock(item)) for item in said.contacts] == [
        ((PARENT,), "11-17 14:15"),
        ((FAMILY,), "11-17 14:30"),
    ]


def test_a_dictated_call_behind_a_closed_door_is_a_call_of_its_own():
    said = reading(
        "went by ms pettways today at three forty five to see hope nobody came to the door "
        "called ms pettway from the car at four no answer either",
        voice=True,
    )
    assert [(item.method, item.outcome, people(item)) for item in said.contacts] == [
        (Method.IN_PERSON, Outcome.ATTEMPTED, []),
        (Method.PHONE, Outcome.ATTEMPTED, ["Sharon Pettway"]),
    ]


def test_a_conference_held_is_no_plan_though_the_next_one_is_set():
    said = reading(
        "72 hour conference, Rivera\n- today 10:00-11:15, agency\n- 30 day is set for 12/18 at 1:00"
    )
    assert [item.outcome for item in said.contacts] == [Outcome.COMPLETED, Outcome.PLANNED]


def test_alone_in_a_conference_room_is_no_conference():
    item = only("hope at school 1310 15m, w her alone in conf rm. grades up")
    assert (item.types, item.place) == ((CHILD,), Place.SCHOOL)


def test_the_youth_of_a_name_are_its_family():
    assert children(
        only("held a case conference regarding the Hall youth today from 1 to 1:45 at the office")
    ) == [
        "Hope",
        "Will",
    ]


def test_who_speaks_behind_a_run_on_sentence_took_part():
    said = reading(
        "i was at ms pettways today at 4 and there was a man asleep on the couch nobody ever told us about "
        "ms pettway says hes a friend and hope told me he sleeps in her room",
        voice=True,
    )
    assert (said.intent, people(said.contacts[0])) == (Intent.SAFETY_CONCERN, ["Sharon Pettway"])


@pytest.mark.parametrize(
    "text",
    [
        "Hope me dijo que el hijo de Ms Pettway se mete a su cuarto en la noche, hoy a las 4 en la casa",
        "Will dice que un tio entra a su habitacion por las noches, lo vi hoy a las 4",
    ],
)
def test_somebody_in_a_childs_room_at_night_is_a_worry(text):
    assert reading(text).intent is Intent.SAFETY_CONCERN


def test_who_was_not_the_one_at_home_took_no_part():
    item = only("saw Hope today 4pm at Ms Pettway's, nurse home not Ms Pettway")
    assert people(item) == []
