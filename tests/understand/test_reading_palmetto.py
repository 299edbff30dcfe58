"""Classes of wording in which an agency of the Lowcountry was misread (23 November), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)
CHILD, HOME = EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT
CARER, PARENT = EventType.CASEWORKER_FOSTER_PARENT, EventType.BIRTH_PARENT_CASEWORKER
FAMILY, SIBLINGS, SCHOOL = EventType.BIRTH_PARENT_CHILD, EventType.SIBLING_VISIT, EventType.SCHOOL
DONE, TRIED = Outcome.COMPLETED, Outcome.ATTEMPTED


def events(text: str) -> tuple[Item, ...]:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).contacts


def only(text: str) -> Item:
    (item,) = events(text)
    return item


def children(item: Item) -> set[str]:
    return {SAMPLE.children[child].first_name for child in item.children}


def people(item: Item) -> list[str]:
    return [SAMPLE.contacts[person].name for person in item.people]


def clock(item: Item) -> str:
    return f"{item.starts_at.astimezone(TZ):%m-%d %H:%M}" if item.starts_at else ""


@pytest.mark.parametrize(
    "text",
    [
        "I drove to PS 818 at 12:45 p.m. today to see Owen. He had been signed out at noon, so I did not see him.",
        "I drove to PS 818 at 12:45 p.m. today to see Owen. He had been signed out for the dentist at noon.",
        "Went to PS 818 at 12:45 today to see Owen. I did not see him because he was on a field trip.",
        "Fui a la escuela hoy a las 12:45 a ver a Owen. Lo habían sacado al dentista a las 12, no lo vi.",
    ],
)
def test_a_child_taken_elsewhere_before_was_not_seen(text):
    item = only(text)
    assert (item.types, item.outcome, clock(item)) == ((CHILD,), TRIED, "11-17 12:45")


@pytest.mark.parametrize(
    "text",
    [
        "I saw Owen at PS 818 at 12:45 today. Ms. Daley had signed him out for the dentist at 9.",
        "Visited Owen at Ms Daley's at 12:45 today. I did not see any marks on him.",
    ],
)
def test_a_child_who_was_seen_was_seen(text):
    item = only(text)
    assert (item.outcome, clock(item)) == (DONE, "11-17 12:45")


@pytest.mark.parametrize(
    "text",
    [
        "called patrick moran 1130 at the jail, told he's at yard time. tried again 1250, on lockdown. never got him",
        "called patrick moran 1130, was told he's in the shower. called back 1250, still not available",
        "Called Patrick Moran at 11:30, they said he was in court. Tried again at 12:50, same thing.",
        "called patrick moran 1130 and 1250, never reached him",
    ],
)
def test_who_could_not_come_to_the_phone_was_tried(text):
    first, second = events(text)
    assert {first.outcome, second.outcome} == {TRIED}
    assert (clock(first), clock(second)) == ("11-17 11:30", "11-17 12:50")


@pytest.mark.parametrize(
    "text",
    [
        "called ms daley 1130, told he's been sick since sunday",
        "called Joycelyn Daley 1130, she said Owen is at school",
        "called Ms Daley 1130, told her Owen has the dentist fri",
    ],
)
def test_what_was_told_on_the_phone_was_told(text):
    item = only(text)
    assert (item.types, item.outcome) == ((CARER,), DONE)


def test_numbered_rows_have_each_their_hour():
    first, second = events(
        "Call 1: Ms. Sheridan, 10:50 am, no answer, I leave message\n"
        "Call 2: Ms. Vasquez, 11:00 am, 6 min. Owen absent 3 days this week"
    )
    assert (people(first), first.outcome, clock(first)) == (["Nancy Sheridan"], TRIED, "11-17 10:50")
    assert (people(second), second.types, second.outcome) == (["Toni Vasquez"], (SCHOOL,), DONE)
    assert (clock(second), second.minutes) == ("11-17 11:00", 6)


@pytest.mark.parametrize(
    "text",
    [
        "Saw Will at Linden House at 2 today. He wanted to know had his DJJ officer called me back.",
        "Saw Will at Linden House at 2 today. He asked had his caseworker texted me yet.",
        "Saw Will at Linden House at 2 today. He asked could he go home for Christmas.",
    ],
)
def test_what_somebody_asked_is_no_event(text):
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ)
    (item,) = reading.contacts
    assert reading.intent is Intent.LOG_CONTACT
    assert (item.types, item.method, item.place) == ((CHILD,), Method.IN_PERSON, Place.RESIDENTIAL)


@pytest.mark.parametrize(
    "text",
    [
        "Home visit to Owen today 4:30. Ms. Daley told me he sleeps well. Afterwards I talked with Owen alone in his room.",
        "Visité a Owen hoy 4:30 pm en casa de la Sra. Daley, me contó que duerme bien. Después hablé con Owen a solas.",
    ],
)
def test_a_talk_in_the_childs_room_is_of_the_visit(text):
    item = only(text)
    assert clock(item) == "11-17 16:30"
    assert CHILD in item.types


def test_a_talk_elsewhere_is_not():
    assert (
        len(events("Vi a Nancy Sheridan hoy a las 3 en su casa. Después hablé con Owen en la escuela.")) == 2
    )


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (
            "The hearing in Sheridan was called at 9:50 rather than 9:30 this morning. Ms. Sheridan was there.",
            "09:50",
        ),
        ("The Sheridan hearing wasn't called until 11:15 today.", "11:15"),
        ("We were called at 10:15 this morning on Sheridan, permanency hearing.", "10:15"),
    ],
)
def test_a_hearing_is_called_by_no_phone(text, at):
    item = only(text)
    assert (item.types, item.method, item.place) == (
        (EventType.COURT_APPEARANCE,),
        Method.IN_PERSON,
        Place.COURT,
    )
    assert clock(item) == f"11-17 {at}"


def test_a_parent_is_called_by_phone():
    item = only("Ms. Sheridan was called at 3:10 today, no answer.")
    assert (item.types, item.method, item.outcome) == ((PARENT,), Method.PHONE, TRIED)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Maya and Mateo Rivera spent Sunday afternoon together at the zoo, from 1 to 3; I supervised.",
            SIBLINGS,
        ),
        ("Maya and Mateo Rivera had Sunday afternoon together at the zoo, 1 to 3; I supervised.", SIBLINGS),
        ("Hope y Will pasaron la tarde del domingo juntos en el acuario, de 1 a 3; yo supervisé.", SIBLINGS),
        ("Ms. Hall had Hope and Will at the zoo Sunday from 1 to 3; I supervised.", FAMILY),
        ("Hope and Will and their mother spent Sunday together at the zoo, 1 to 3; I supervised.", FAMILY),
    ],
)
def test_siblings_together_without_a_parent(text, kind):
    item = only(text)
    assert (item.types, len(item.children), clock(item)) == ((kind,), 2, "11-15 13:00")


def test_whose_paper_it_is_takes_no_part():
    item = only("Peter Lindqvist called me 3:05 today, 10 min, patricks background check came back clear")
    assert people(item) == ["Peter Lindqvist"]
