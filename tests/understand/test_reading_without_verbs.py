"""Homes, means, talks and absences told without a verb of the event (READING, "Who", "Types", "Place")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)  # a Wednesday
CHILD, HOME, PARENT = (
    EventType.CASEWORKER_CHILD,
    EventType.FOSTER_HOME_VISIT,
    EventType.CASEWORKER_FOSTER_PARENT,
)


def reading(text: str, staff: str = "S006", *, voice: bool = False) -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ, voice=voice)


def one(text: str, staff: str = "S006") -> Item:
    (item,) = reading(text, staff).contacts
    return item


def names(item: Item) -> set[str]:
    return {SAMPLE.contacts[key].name.split()[0] for key in item.people}


@pytest.mark.parametrize(
    "text",
    [
        "Eileen Brennan's today for Jordan, 3:15, 30 min. Eileen told me he is doing well.",
        "Jordan, Brennan's, 3:30 today. Eileen ok w/ the respite plan",
        "Dropped by the Brennans' today 4 to 4:45, Jordan there, Eileen walked me through the report card",
        "Jordan at the Brennans' today 4:10. Eileen and me visited at the table",
    ],
)
def test_a_possessive_that_opens_a_line_is_a_home(text: str) -> None:
    item = one(text)
    assert (set(item.types), item.place) == ({CHILD, HOME, PARENT}, Place.FOSTER_HOME)
    assert names(item) == {"Eileen"}


@pytest.mark.parametrize(
    "text",
    [
        "Lila at Eileen's today 3:40, Jordan was at wrestlng. Eileen was at work.",
        "Lila at Brennan's today 3:40. Eileen sick in bed upstairs, not spoken with",
    ],
)
def test_who_was_elsewhere_takes_no_part(text: str) -> None:
    item = one(text)
    assert (set(item.types), names(item)) == ({CHILD, HOME}, set())
    assert {SAMPLE.children[key].first_name for key in item.children} == {"Lila"}


def test_the_means_behind_an_apposition_open_no_event() -> None:
    item = one("I saw Christine March, the mom, by Zoom video today at 12:30, 20 min.")
    assert (item.method, item.types, item.minutes) == (Method.VIDEO, (EventType.BIRTH_PARENT_CASEWORKER,), 20)


def test_a_conference_by_zoom_is_by_video_wherever_that_stands() -> None:
    assert one("March case conf w/ Lindqvist, zoom, 1-2 today").method is Method.VIDEO


def test_the_phone_that_rings_out_is_called() -> None:
    items = reading(
        "Tried Jordan's HV at Brennan's 4:15 today, no answer. Eileen's cell went to voicemail at 4:20"
    )
    assert [i.method for i in items.contacts] == [Method.IN_PERSON, Method.PHONE]
    assert [i.outcome for i in items.contacts] == [Outcome.ATTEMPTED, Outcome.ATTEMPTED]


def test_a_clause_that_leads_to_an_event_is_that_events() -> None:
    first, second = reading(
        "Attempted Jordan at school 2:30 today, gone home. Drove to Eileen's, saw both kids 3:30-4, Eileen "
        "and I talked"
    ).contacts
    assert (first.place, first.outcome) == (Place.SCHOOL, Outcome.ATTEMPTED)
    assert (second.place, set(second.types)) == (Place.FOSTER_HOME, {CHILD, HOME, PARENT})


def test_coming_home_during_a_visit_is_no_visit_of_its_own() -> None:
    item = one(
        "Fui hoy a las 3:15 a casa de Carmen, vi a Isabella y Sofia. Carmen llegó a las 4 y me dijo que "
        "todo bien"
    )
    assert item.starts_at is not None
    assert (item.starts_at.hour, names(item)) == (15, {"Carmen"})


def test_children_taken_to_see_their_parent_are_on_a_family_visit() -> None:
    item = one("Today I ran Jordan and Lila over to the Dairy Queen to see their mom, 1 to 2:30, I stayed")
    assert (item.types, item.place) == ((EventType.BIRTH_PARENT_CHILD,), Place.COMMUNITY)


def test_the_parent_who_did_not_come_leaves_the_visit_of_the_other() -> None:
    item = one("Miriam Santos visito a los niños hoy 2 a 3 en la agencia, Edwin no vino", "S007")
    assert (item.types, item.outcome, names(item)) == (
        (EventType.BIRTH_PARENT_CHILD,),
        Outcome.COMPLETED,
        {"Miriam"},
    )


def test_the_next_visit_is_planned_beside_the_one_told() -> None:
    first, after = reading(
        "Visita de Yesenia con los niños hoy 11 a 12 en la agencia, yo supervisé. La próxima es el jueves "
        "26 a la misma hora"
    ).contacts
    assert (first.outcome, after.outcome, str(after.on)) == (Outcome.COMPLETED, Outcome.PLANNED, "2026-11-26")
    assert after.types == first.types


def test_a_weekday_with_its_number_is_the_nearest_such_day() -> None:
    plan = reading("Set: Eileen + kids Tues 24th 4:15, her place")
    assert plan.intent is Intent.PLAN_VISIT
    assert str(plan.contacts[0].on) == "2026-11-24"


def test_an_appointment_told_of_is_no_event() -> None:
    item = one("Jordan + Lila, Brennan's, Mon 4-4:40. Eileen home, says Lila coughs. Dr appt Thurs.")
    assert set(item.types) == {CHILD, HOME, PARENT}


def test_tonight_at_five_told_at_six_was_five_in_the_evening() -> None:
    sent = SENT.replace(hour=18, minute=5)
    text = "saw Jordan at Eileen's tonight at five, forty minutes"
    (item,) = read(SAMPLE, staff_id="S006", text=text, sent_at=sent, tz=TZ, voice=True).contacts
    assert item.starts_at is not None
    assert item.starts_at.hour == 17


def test_a_call_of_one_childs_professional_is_about_that_child() -> None:
    item = one("Jordan's therapist called today 2:20, she asks about Lila and wants a call")
    assert {SAMPLE.children[key].first_name for key in item.children} == {"Jordan"}


@pytest.mark.parametrize(
    "text",
    [
        "Tom Brennan called me 4:05 today. He wants both kids out of there by tonight. Need a bed for two.",
        "Jordan texted me at 3:20 a pic of a pistol on his bed, said hes gonna end it",
    ],
)
def test_an_emergency_in_these_words_is_heard(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "went to see Jordan at the hospital 10:30 this morning, 20 min, he is calm, home tomorrow",
        "Saw Jordan at Eileen's today 4, he says nobody touched him",
    ],
)
def test_what_is_over_or_denied_is_no_alarm(text: str) -> None:
    assert reading(text).intent is Intent.LOG_CONTACT
