"""Classes of wording in which strangers' agencies (lots 27 to 29) were misread, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE
from tests.understand.telling import children, people

TZ = ZoneInfo("America/New_York")
CHILD, PARENT = EventType.CASEWORKER_CHILD, EventType.BIRTH_PARENT_CASEWORKER
FAMILY, COURT = EventType.BIRTH_PARENT_CHILD, EventType.COURT_APPEARANCE


def reading(text: str, *, hour: int = 18, voice: bool = False) -> Reading:
    sent = datetime(2026, 11, 17, hour, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ, voice=voice)


def clock(item: Item) -> str:
    return f"{item.starts_at.astimezone(TZ):%H:%M}" if item.starts_at else ""


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Hall hearing today 11 br 4 got adjourned", "11:00"),
        ("Hall hearing today at 930, branch 12, adj to 12/9", "09:30"),
        ("Hall court today 2 judge Ott, no decision", "14:00"),
        ("hall court today 10 ctrm 3, continued", "10:00"),
    ],
)
def test_a_courts_room_takes_no_hour_away(text, then):
    (item,) = (one for one in reading(text).contacts if one.outcome is not Outcome.PLANNED)
    assert (item.types, clock(item)) == ((COURT,), then)


@pytest.mark.parametrize("said", ["she saw it friday too", "she noticed it friday", "he was out friday"])
def test_a_day_of_what_another_did_makes_no_contact(said):
    (item,) = reading(f"saw Hope at Ms Pettway's at 145 today 20 min. ms pettway told me {said}").contacts
    assert clock(item) == "13:45"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("visit for Hope and Will with Annette today at 3 did not hold, she has the flu", Outcome.CANCELLED),
        ("todays 3pm visit hope/will w mom annette - she called it off", Outcome.CANCELLED),
        ("la visita de Hope y Will con Annette hoy a las 3 no se dio", Outcome.CANCELLED),
        ("Hope's visit with Annette today at 3 was called off bc of snow", Outcome.CANCELLED),
        ("Hope's visit with Annette today at 3 did not take place, mom never showed", Outcome.ATTEMPTED),
        ("Hope had her visit with Annette today at 3, mom almost called it off but came", Outcome.COMPLETED),
    ],
)
def test_what_did_not_take_place_is_not_completed(text, outcome):
    assert [item.outcome for item in reading(text).contacts] == [outcome]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Hope out a 2nd floor window approx 2300, no coat, no phone", Intent.LOG_CRISIS),
        ("call from the home, Hope out her bedroom window, nobody can find her", Intent.LOG_CRISIS),
        ("saw Hope today 3pm, she looked out the window most of the time", Intent.LOG_CONTACT),
        ("at 3:15 I spoke with Annette about the drug screens she missed in February", Intent.LOG_CONTACT),
        ("saw Hope today 3pm, drugs all over the kitchen table", Intent.SAFETY_CONCERN),
    ],
)
def test_alarms(text, intent):
    assert reading(text, hour=23).intent is intent


def test_rows_of_a_list_are_contacts_of_their_own():
    first, second = reading(
        "1) 16 Nov 1615, Hope, video, 20 min. Ms Pettway set up the tablet.\n"
        "2) 16 Nov, letter to Annette Hall with the visit schedule."
    ).contacts
    assert (first.types, first.method, clock(first)) == ((CHILD,), Method.VIDEO, "16:15")
    assert (second.types, second.method, people(second)) == ((PARENT,), Method.MAIL, ["Annette Hall"])


def test_what_a_row_tells_of_the_child_is_no_contact():
    (item,) = reading("visit w Hope today 4pm:\n- she likes school\n- called it boring lol").contacts
    assert children(item) == ["Hope"]


@pytest.mark.parametrize("way", ["phone", "tc", "video"])
def test_whom_and_how_told_without_a_verb(way):
    (item,) = reading(f"Hope, {way}, yesterday 1615, 20 min").contacts
    assert (item.types, children(item)) == ((CHILD,), ["Hope"])


def test_the_mother_and_her_attorney_set_apart_by_a_comma_are_two():
    (item,) = reading("Court Hall yesterday 2pm. Present: mother, A. Hall's sister. Will excused.").contacts
    assert "Annette Hall" in people(item)


@pytest.mark.parametrize(
    "text",
    [
        "went to see Owen at Ms Daley's 1230 today, only she was home, talked with her 15 min",
        "went to Ms Daley's at 1230 today to see Owen but only the foster mom was home, talked w her 15 min",
    ],
)
def test_where_only_somebody_else_was_home_the_child_was_not_met(text):
    (item,) = reading(text).contacts
    assert CHILD not in item.types
    assert item.place is Place.FOSTER_HOME


def test_whom_a_talk_was_mostly_about_was_not_there():
    (item,) = reading("Caught up with Hope at school at 2 today, half an hour. It was mostly Will.").contacts
    assert children(item) == ["Hope"]


def test_a_follow_up_to_come_adds_nobody():
    (item,) = reading("Hope seen at Ms Pettway's yesterday 630pm, 30 min. F/u with Annette Thu.").contacts
    assert "Annette Hall" not in people(item)


def test_who_was_got_on_the_phone_is_a_second_contact_when_dictated():
    first, second = reading(
        "miss pettway phoned at ten twenty hope is yelling in the kitchen i got hope on the phone at ten "
        "thirty five for five minutes and she calmed down",
        hour=23,
        voice=True,
    ).contacts
    assert (people(first), clock(second)) == (["Sharon Pettway"], "22:35")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Vi a Luz hoy 5:30 donde Ms Polanco, 35 min. Angel estaba en la iglesia", ["Luz"]),
        ("Fui donde Ms Polanco hoy 5:30, 35 min, vi a Luz. Angel andaba en el parque con el tío", ["Luz"]),
        ("Fui donde Ms Polanco hoy 5:30. Angel y Luz estaban en la sala haciendo tarea", ["Angel", "Luz"]),
    ],
)
def test_who_was_elsewhere_told_in_spanish(text, seen):
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    (item,) = read(SAMPLE, staff_id="S007", text=text, sent_at=sent, tz=TZ, voice=False).contacts
    assert children(item) == seen


def test_whose_appointments_were_talked_of_was_not_there():
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    text = "Vi a Luz hoy a las 5:30 en casa de Ms Polanco y platicamos de las citas con la terapeuta"
    (item,) = read(SAMPLE, staff_id="S007", text=text, sent_at=sent, tz=TZ, voice=False).contacts
    assert people(item) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Went to Ms Pettway's today 5:30. Hope and Will were at the park, didn't see them", False),
        ("Saw Hope and Will today 5:30 at Ms Pettway's. their cousins came, didn't see them", True),
        ("Saw Hope and Will today 5:30 at Ms Pettway's. I did not see them fight", True),
    ],
)
def test_of_two_said_not_to_be_seen_none_was(text, seen):
    (item,) = reading(text).contacts
    assert (CHILD in item.types) is seen
    assert children(item) == ["Hope", "Will"]


def test_a_child_held_under_water_is_a_worry():
    text = "Ms Brown at PS 41 called at 11:05. Hope told her that when she wets the bed she is held under the cold shower."
    assert reading(text).intent is Intent.SAFETY_CONCERN


def test_a_family_gone_where_there_is_light_is_none():
    text = "called Ms Pettway at 910 today, the power was out and they had all gone to her sister's. 3 min"
    assert reading(text).intent is Intent.LOG_CONTACT


def test_who_is_on_screen_in_court_leaves_it_a_court():
    (item,) = reading(
        "Hall perm hearing today 930 Part 4. Annette entró por Teams, Feldman en persona"
    ).contacts
    assert (item.method, item.place) == (Method.IN_PERSON, Place.COURT)


def test_a_meeting_that_somebody_told_of_is_not_the_visit():
    (item,) = reading("Hope @ Pettway's tdy 430p, 30m. Pettway says IEP mtg last wk was a circus").contacts
    assert CHILD in item.types


def test_a_video_visit_called_off_is_not_held():
    items = reading("Annette bailed on todays 5pm video visit w/ Hope & Will, texted me 420").contacts
    assert items[0].outcome is Outcome.CANCELLED


def test_a_colleague_who_is_in_court_makes_no_hearing():
    (item,) = reading("For Kevin, who is in court: Ms Pettway called at 11:05 about Hope's meds").contacts
    assert COURT not in item.types


def test_an_appointment_that_a_child_has_is_no_day_of_the_call():
    (item,) = reading("told Ms Pettway Hope has therapy thurs at 4").contacts
    assert item.starts_at is None
