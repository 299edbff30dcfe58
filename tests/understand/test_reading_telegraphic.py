"""Notes in fragments: headings, hours called out, people at a pharmacy, and games that are visits."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
CHILD = EventType.CASEWORKER_CHILD
CARER, PARENT = EventType.CASEWORKER_FOSTER_PARENT, EventType.BIRTH_PARENT_CASEWORKER
SPOKEN = EventType.COLLATERAL


def reading(text: str, staff: str = "S005", *, voice: bool = False) -> Reading:
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)  # a Thursday
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ, voice=voice)


def only(text: str, staff: str = "S005", *, voice: bool = False) -> Item:
    (item,) = reading(text, staff, voice=voice).contacts
    return item


def clock(item: Item) -> str:
    return f"{item.starts_at.astimezone(TZ):%H:%M}" if item.starts_at else ""


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("will hall linden house eleven hundred met with him one hour", "11:00"),
        ("called annette hall oh nine hundred no answer", "09:00"),
        ("lucia visit with maya and mateo fifteen hundred to sixteen hundred today at the agency", "15:00"),
        ("went by miss thompson house today to see maya and mateo got there about ten till four", "15:50"),
        ("hall court hearing nine hundred to nine forty five today feldman was there", "09:00"),
    ],
)
def test_hours_are_heard_as_they_are_called_out(text: str, hour: str):
    assert clock(only(text, voice=True)) == hour


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("lucia said the rent is eleven hundred saw her today at three at the agency", "15:00"),
        ("mateo got eleven hundred points on his reading test saw him today at three", "15:00"),
        ("saw hope today at four at ms pettways she got nine hundred dollars from her grandma", "16:00"),
        ("saw hope at ms pettways today from ten till twelve", "10:00"),
        ("vi a hope hoy a las diez hasta las cuatro", "10:00"),
    ],
)
def test_amounts_and_stretches_of_hours_stay_what_they_are(text: str, hour: str):
    assert clock(only(text, voice=True)) == hour


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("S. Pettway, 12:10, phone, 15 min: Hope refusing school, stomachaches.", ("K0016",)),
        ("Sharon Pettway 12:10 today, t/c, 15 min, Hope seen by the dentist Tues", ("K0016",)),
        ("A. Hall, 9:15, phone, 5 min: Feldman in court Tues.", ("K0015",)),
        ("Mamá Annette, 11 hoy, por tel, pide más visitas", ("K0015",)),
        ("Sra Pettway 10:30 hoy x cel, 15 min, Hope en la escuela", ("K0016",)),
    ],
)
def test_a_call_told_as_a_heading_is_a_call_whatever_it_was_about(text: str, people: tuple[str, ...]):
    item = only(text)
    assert (item.people, item.method, item.place) == (people, Method.PHONE, None)
    assert item.on.day == 12
    assert not {CHILD, EventType.SCHOOL, EventType.COURT_APPEARANCE} & set(item.types)


def test_a_phone_that_is_off_makes_no_call_of_a_visit():
    assert only("Saw Hope 12:10 today, phone off, 15 min").method is Method.IN_PERSON


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("hope n/s 11am office appt", {CHILD}),
        ("annette ns 2pm today, office", {PARENT}),
        ("Annette Hall N/S 1000 appt today", {PARENT}),
        ("lucia n/s 2p visit w/ maya + mateo today", {EventType.BIRTH_PARENT_CHILD}),
    ],
)
def test_n_s_is_a_visit_that_nobody_came_to(text: str, types: set[EventType]):
    item = only(text)
    assert set(item.types) == types
    assert item.outcome is Outcome.ATTEMPTED


def test_who_did_not_come_to_court_was_not_there_and_court_was_held():
    item = only("court rivera 930 today, lucia ns, hector there")
    assert (item.people, item.outcome) == (("K0002",), Outcome.COMPLETED)
    assert only("saw hope at school 1pm today, ns said she had a fever").outcome is Outcome.COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "tc ms pettway 2pm today, wants mtg w feldman",
        "Ms Pettway calld me 1140 today, 12 min, asking for a meeting w feldman",
        "ms pettway texted 2pm today, needs a call from feldman",
    ],
)
def test_whom_a_caller_wants_to_meet_was_not_on_the_call(text: str):
    assert only(text).people == ("K0016",)


def test_a_call_yet_to_be_made_says_nothing_of_how_a_child_was_seen():
    item = only("hope told me @ school today 1pm she hates math. 20m w her. calling ms pettway")
    assert (item.method, item.place, item.people) == (Method.IN_PERSON, Place.SCHOOL, ())
    tried = only("calling ms pettway 3p today, no ans")
    assert (tried.people, tried.outcome) == (("K0016",), Outcome.ATTEMPTED)


@pytest.mark.parametrize(
    ("text", "intent", "wants"),
    [
        ("ph# norma estrada?", Intent.LOOKUP, "phone"),
        ("cell# beverly thompson", Intent.LOOKUP, "phone"),
        ("addr norma estrada?", Intent.LOOKUP, "address"),
        (
            "Can somebody remind me when the Hall hearing is? My calendar done ate it",
            Intent.LOOKUP,
            "next_hearing",
        ),
        ("somebody tell me when the Rivera court date is, I lost my planner", Intent.LOOKUP, "next_hearing"),
    ],
)
def test_a_fact_asked_for_in_short(text: str, intent: Intent, wants: str):
    found = reading(text)
    assert (found.intent, found.subject.wants) == (intent, wants)


@pytest.mark.parametrize(
    "text", ["s/w Feldman re Hall reunification timeline.", "TC Feldman re Hall chronology"]
)
def test_a_talk_about_a_report_is_a_talk(text: str):
    found = reading(text)
    assert (found.intent, found.ask) == (Intent.LOG_CONTACT, ("date", "time"))
    assert reading("Hall chronology for court, 10/1 to 11/1").intent is Intent.REPORT


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On call Sat + Sun?", 14, 15),
        ("on call fri sat", 13, 14),
        ("who's on call fri/sat/sun", 13, 15),
        ("note timeliness since the first of the month", 1, 12),
        ("mis notas de Hope desde principios de mes", 1, 12),
    ],
)
def test_days_in_a_row_and_since_a_beginning(text: str, first: int, last: int):
    period = reading(text).period
    assert (period.first.day, period.last.day) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Dr Archer, TC, 1110, 12m. Maya R med change.",
        "Dr Archer t/c 1235 today, 5m: Maya R seen weekly",
        "Dr Archer 11/11 7p x phone, Maya R, wants more sessions",
    ],
)
def test_the_way_may_stand_before_the_hour(text: str):
    found = reading(text)
    assert found.intent is Intent.LOG_CONTACT
    assert (found.contacts[0].types, found.contacts[0].method) == ((SPOKEN,), Method.PHONE)


@pytest.mark.parametrize(
    "text",
    [
        "Fam time Rivera 1600-1730 today, office. Lucia + Maya/Mateo. Hector n/s. Supvd.",
        "Rivera visit: Lucia 1300-1400 today w/ both, Hector n/s. Office.",
    ],
)
def test_one_parents_no_show_does_not_undo_the_others_visit(text: str):
    item = only(text)
    assert (item.types, item.outcome) == ((EventType.BIRTH_PARENT_CHILD,), Outcome.COMPLETED)


def test_three_letters_behind_an_hour_are_no_dose():
    assert clock(only("Plan: see Hope 11/17 1100 CC.")) == "11:00"
    assert clock(only("Hope 11/11 0845 bus stop, saw her 5m.")) == "08:45"


def test_s_w_her_is_a_talk_with_her_who_is_there():
    item = only(
        "Sat 11/7 1100 Hope bball game. s/w her after, 20 min. Ms Pettway there, s/w Pettway re equipment."
    )
    assert set(item.types) == {CHILD, CARER}
    text = "Sat 11/7 1100 Mateo bball game. s/w him after, 20 min. Thompson there, s/w her re equipment."
    assert set(only(text).types) == {CHILD, CARER}


def test_a_sentence_that_ends_on_the_phone_is_no_heading():
    found = reading(
        "Ms Pettway called 3:30 pm. I spoke w Hope on the phone 3:45, she wants to sleep"
    ).contacts
    assert [(item.method, item.place) for item in found] == [(Method.PHONE, None)] * 2


def test_who_rings_from_a_place_was_on_the_call():
    found = reading(
        "1440 call from Ms Pettway @ the clinic. Called Annette Hall 1455, she hasn't heard."
    ).contacts
    assert [len(item.people) for item in found] == [1, 1]
    found = reading(
        "Ms Pettway called at 2. Then at 4:30 I rang Ms. Rivera up at the high school re Hope"
    ).contacts
    assert [len(item.people) for item in found] == [1, 1]


def test_the_numbers_of_a_list_are_no_hours():
    found = reading(
        "Hall, 11/12/26\n1) 09:10 e-mail from Joan Feldman re Hope\n2) 11:00-11:20 t/c Ms Pettway"
    )
    assert [clock(item) for item in found.contacts] == ["09:10", "11:00"]


def test_a_familys_visit_is_all_childrens_though_one_is_told_of():
    item = only("Rivera visit with mom today 1:30-2:30 at the office. Maya on her tablet half the time")
    assert len(item.children) == 2
    assert len(only("Rivera visit with mom today 1pm at the office, only Maya came").children) == 1


def test_a_man_nobody_knows_asleep_there_is_a_worry():
    text = "Vi a Hope hoy a las 4 en casa de la Sra. Pettway y había un señor dormido en el sofá"
    assert reading(text).intent is Intent.SAFETY_CONCERN
