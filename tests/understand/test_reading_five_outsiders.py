"""Classes of wording that three outsiders' agencies were misread in (23 November), in words of our own."""

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
FAMILY, SCHOOL = EventType.BIRTH_PARENT_CHILD, EventType.SCHOOL
COURT, SPR = EventType.COURT_APPEARANCE, EventType.SERVICE_PLAN_REVIEW


def events(text: str) -> tuple[Item, ...]:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).contacts


def only(text: str) -> Item:
    (item,) = events(text)
    return item


def people(item: Item) -> list[str]:
    return [SAMPLE.contacts[person].name for person in item.people]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("tc mo 1130 re hope, 10 min", ["Annette Hall"]),
        ("tc w fa of Owen 1130, 10m", ["Patrick Moran"]),
        ("Court 11/16 10a Owen Moran, mo + fa present, adj 2/19", ["Nancy Sheridan", "Patrick Moran"]),
        ("owen visited w fa 11/16 3-4 agency, I supv", ["Patrick Moran"]),
        ("Court 11/16 0830 Part 21, Campbell 6 mo rev. Mo present.", ["Shanice Campbell"]),
    ],
)
def test_mother_and_father_are_clipped(text, who):
    assert people(only(text)) == who


@pytest.mark.parametrize(
    "text",
    [
        "saw owen for his 6 mo checkup at 11 today",
        "saw Hope today 4pm at Ms Pettway's, theme of mo: bullying",
    ],
)
def test_a_month_is_no_mother(text):
    assert people(only(text)) == []


def test_a_family_visit_is_clipped():
    item = only("FV 11/16 1500-1600 @ ofc, Hope/Will w mo Annette, supv by me. Mo approp, brought snacks")
    assert (item.types, people(item), item.place) == ((FAMILY,), ["Annette Hall"], Place.AGENCY)


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday's 11 o'clock visit between Hope, Will and their mother was called off.",
        "The visit scheduled for 4:00 PM today between Ms. Annette Hall and her two children was cancelled.",
        "la visita entre Hope y su mamá se canceló, era hoy a la 1",
    ],
)
def test_a_visit_between_parent_and_children_is_theirs_though_called_off(text):
    item = only(text)
    assert (item.types, item.outcome) == ((FAMILY,), Outcome.CANCELLED)


def test_a_visit_between_brother_and_sister_is_a_sibling_visit():
    assert only("visit between Will and Hope today 1-2 at the agency").types == (EventType.SIBLING_VISIT,)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("visit with mom for hope and will got cancelled today it was supposed to be at one", "11-17 13:00"),
        ("hope n will visit w there mom got canceled today mom sick was sposed to be 11", "11-17 11:00"),
        ("hope's visit with mom was cancelled today, was supposed to be 1 at the agency", "11-17 13:00"),
    ],
)
def test_the_hour_that_a_cancelled_visit_was_to_have_is_its_own(text, at):
    item = only(text)
    assert (clock(item), item.outcome) == (at, Outcome.CANCELLED)


def test_a_length_that_was_meant_is_no_hour():
    assert (
        clock(only("there were supposed to be 2 beds, saw hope at 11 at ms pettways today")) == "11-17 11:00"
    )


@pytest.mark.parametrize(
    "text",
    [
        "stopped in at Maya Rivera's school at 1:10 today, spent a quarter of an hour with her, Ms. Daniels joined us",
        "Sch vst Hope today 1315, 20m. Also spoke Ms Rivera re IEP",
        "12:00 today Hope @ school, 20 min. Ms. Rivera joined, says math is at 68",
    ],
)
def test_a_child_met_at_school_is_met_though_the_school_joined(text):
    assert only(text).types == (CHILD, SCHOOL)


@pytest.mark.parametrize(
    "text",
    [
        "went by Ms Pettway's at 3, Hope wasnt there she was at practice. Talked to her 20 min about the papers",
        "by Ms Daley's at 3 today, Owen was asleep upstairs and not seen. sat with her 20 min",
    ],
)
def test_who_was_talked_with_is_not_the_child_who_was_away(text):
    assert CHILD not in only(text).types


def test_who_was_sat_with_is_the_carer_where_only_she_is_named():
    assert CHILD not in only("stopped at Ms Pettway's at 1 today and sat with her 20 min").types


@pytest.mark.parametrize(
    "text",
    [
        "saw hope 1pm today at ms pettways, she was there too and told me the stipend is late",
        "vi a hope hoy a la 1 en casa de la sra pettway. hable con la sra y dice que no come",
        "saw hope today 1pm at ms pettways. spoke with the missus too",
    ],
)
def test_the_lady_of_the_house_is_the_carer_whose_home_was_named(text):
    item = only(text)
    assert (item.types, people(item)) == ((CHILD, CARER, HOME), ["Sharon Pettway"])


def test_her_is_the_child_who_was_seen():
    assert people(only("saw hope today 1pm at ms pettways, i talked with her about the stipend")) == []


@pytest.mark.parametrize(
    "text",
    [
        "saw Hope today 1pm @ Pettway's, 20 min, first visit since the 72 hr. She's eating",
        "saw Hope today 1pm at Ms Pettway's, first time since the conference, she is calm",
        "saw hope 1pm today at ms pettways, nothing new since the last ftm",
    ],
)
def test_since_a_conference_is_no_conference(text):
    assert only(text).types == (CHILD, HOME)


@pytest.mark.parametrize(
    "text",
    [
        "1240 call from Ms. Pettway, Hope is upset about the phone.",
        "call from Ms Huang about Winnie's phone privileges",
        "call fr Ms Pettway 1130, hope sick",
    ],
)
def test_a_call_from_somebody_is_told_and_asks_for_no_number(text):
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ)
    assert reading.intent is Intent.LOG_CONTACT
    assert reading.contacts[0].types == (CARER,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("EM to Dr Desai 1015 today re Maya Rivera eval", EventType.COLLATERAL),
        ("EM to Ms Pettway 1015 today re Hope eval", CARER),
    ],
)
def test_an_email_is_clipped(text, kind):
    item = only(text)
    assert (item.types, item.method) == ((kind,), Method.EMAIL)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("hoy a las 11 asisti a la corte de los Acosta, estuvo la mama", ["Francisca Acosta"]),
        (
            "Court hoy para los Hall, 10:30, por Zoom. Estuvo Ms. Feldman. Annette no se conectó",
            ["Joan Feldman"],
        ),
        ("court campbell today 10, mom never logged on, ms fields there", ["Tamika Fields"]),
    ],
)
def test_a_hearing_lists_who_attended_it(text, who):
    item = only(text)
    assert (item.types, people(item)) == ((COURT,), who)


@pytest.mark.parametrize(
    "text",
    [
        "I took Hope, Will too, to the dentist yesterday at 2",
        "took winnie to dr today at 1, ear infection",
        "took winnie to docter this mornin, ear infecton",
    ],
)
def test_who_is_taken_to_the_doctor_is_seen_there(text):
    item = only(text)
    assert (item.types, item.place) == ((CHILD,), Place.MEDICAL)


def test_a_list_keeps_each_lines_kind():
    first, second, third = events(
        "Mon 11/16\n• 9:00 case conference w/ Desmond re Hall in his office, 30 min\n"
        "• 11:15 Hope at school, 20 min, ear has healed\n• 2:00 Ms. Pettway by phone, 15 min"
    )
    assert [first.types, second.types, third.types] == [(EventType.CASE_CONFERENCE,), (CHILD,), (CARER,)]


def test_an_hour_before_the_name_heads_a_call_too():
    item = only("- yesterday 9:40 Sharon Pettway, phone, 10 min, Hope got suspended 2 days")
    assert (item.types, item.method, clock(item)) == ((CARER,), Method.PHONE, "11-16 09:40")


@pytest.mark.parametrize("ahead", ["Coming up: ", "next: ", "Upcoming "])
def test_what_is_coming_up_is_planned_beside_what_happened(ahead):
    call, review = events(
        f"5:00 Annette Hall called, 15 min, upset.\n- {ahead}SPR for Hall Tues 12/1 at 10 am, our office"
    )
    assert (call.types, call.outcome) == ((PARENT,), Outcome.COMPLETED)
    assert (review.types, review.outcome, clock(review)) == ((SPR,), Outcome.PLANNED, "12-01 10:00")


def test_a_talk_in_the_hallway_after_the_hearing_is_one_of_its_own():
    hearing, talk = events(
        "Hall court 10:30 today Part 21, Annette there. Talked w/ Annette in the hallway after, 10 min"
    )
    assert (hearing.types, talk.types) == ((COURT,), (PARENT,))
