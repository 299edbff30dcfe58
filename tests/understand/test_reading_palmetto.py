"""Classes of wording in which an agency of the Lowcountry was misread (23 November), in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock

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


@pytest.mark.parametrize(
    "text",
    [
        "I drove to PS 818 at 12:45 p.m. today to see Owen. He had been signed out at noon, so I did not see him.",
        "I drove to PS 818 at 12:45 p.m. today to see Owen. He had been signed out for the dentist at noon.",
        "Went to PS 818 at 12:45 today to see Owen. I did not see him because he was on a field trip.",
        "Went out to PS 818 to see Owen at 12:45 today, front office said he left at noon. Did not see him.",
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


def test_so_is_one_in_the_kitchen():
    assert (
        clock(only("Saw Owen at Ms Daley's today 4. Afterwards sat with him in the kitchen."))
        == "11-17 16:00"
    )


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


@pytest.mark.parametrize(
    "text",
    [
        "Saw Owen at Ms Daley's today 4pm. She says his teacher wants a new iep mtg",
        "Saw Owen at Ms Daley's today 4pm, he needs another IEP meeting per Ms Daley",
        "Home visit to Owen at Ms Daley's today 4pm. We talked about the IEP meeting coming up.",
    ],
)
def test_a_school_meeting_talked_of_at_home_leaves_the_visit(text):
    item = only(text)
    assert {CHILD, HOME} <= set(item.types)
    assert SCHOOL not in item.types


def test_a_school_meeting_is_the_schools():
    item = only(
        "IEP meeting for Owen today 1pm at school w Ms Vasquez. Teacher wants another IEP meeting in the fall."
    )
    assert item.types == (SCHOOL,)


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("got there like 4:10 n dipped at 5", 50),
        ("from 4 on, hr 15", 75),
        ("at 4, a whole hr", 60),
        ("at 4, hour and a half", 90),
        ("at 4, i left out of there 4:35", 35),
    ],
)
def test_how_long_it_was_is_said_in_many_ways(said, minutes):
    assert only(f"saw Owen at Ms Daley's today {said}").minutes == minutes


def test_who_sat_there_and_never_spoke_was_there():
    item = only("saw Hope at Ms Pettway's 2:30 today. she sat with us the whole time and never said one word")
    assert CARER not in item.types


@pytest.mark.parametrize("way", ["(on phone)", "(phone)", "(by phone)", "on phone"])
def test_who_took_part_by_phone_took_part(way):
    item = only(
        f"30 day conference on Hope today 1:15 our office. Present: Ms. Hall, Joan Feldman, Jasmine Ward {way}"
    )
    assert set(people(item)) == {"Annette Hall", "Joan Feldman", "Jasmine Ward"}
    assert item.method is Method.IN_PERSON


@pytest.mark.parametrize("fate", ["not transported", "not produced", "was not brought over from the jail"])
def test_who_was_not_brought_to_court_was_not_there(fate):
    assert people(only(f"Owen Moran hearing 10 today, Ms Sheridan there. Patrick {fate}.")) == [
        "Nancy Sheridan"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Patrick Moran was supposed to meet me at 9:30 this morning at the library, never showed", PARENT),
        ("Patrick Moran was due to come see me at 9:30 this morning at the office, he did not come", PARENT),
        ("Patrick Moran was supposed to meet Owen at 9:30 this morning at the library, never showed", FAMILY),
    ],
)
def test_whom_a_parent_was_to_meet_tells_what_was_missed(text, kind):
    item = only(text)
    assert (item.types, item.outcome, clock(item)) == ((kind,), TRIED, "11-17 09:30")


@pytest.mark.parametrize(
    "asked", ["He ask how Owen can live with him.", "He want to know if Owen could come for Christmas."]
)
def test_a_child_asked_about_was_not_seen(asked):
    item = only(f"Patrick Moran come to office 11/16 at 4 pm, 45 min. {asked}")
    assert (item.types, clock(item)) == ((PARENT,), "11-16 16:00")


@pytest.mark.parametrize(
    "text",
    [
        "emergency im in the er right now with owen moran he took a bunch of miss daleys pills she called me at 1250",
        "Miss Daley called me at 12:50, Owen took a whole bottle of pills. I am at the ER with him now.",
    ],
)
def test_an_emergency_has_the_call_and_where_i_am_now(text):
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ)
    assert reading.intent is Intent.LOG_CRISIS
    assert {(item.types, clock(item)) for item in reading.contacts} == {
        ((CARER,), "11-17 12:50"),
        ((CHILD,), "11-17 17:40"),
    }


def test_she_who_called_is_the_one_whose_home_it_was():
    visit, call = events("saw owen at ms daley's at 3 today. she called me at 4:50, he has a fever")
    assert (people(visit), people(call), call.types) == ([], ["Joycelyn Daley"], (CARER,))
