"""Classes of wording in which an agency of Ohio's hill counties was misread, in words of our own."""

import pytest

from bot.understand.parts import Intent
from storage.types import EventType, Method, Outcome, Place
from tests.understand.telling import children, clock, events, intent, people

CHILD, HOME = EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT
CARER = EventType.CASEWORKER_FOSTER_PARENT
DONE, TRIED = Outcome.COMPLETED, Outcome.ATTEMPTED


@pytest.mark.parametrize(
    "text",
    [
        "this is tanisha covering for kevin stopped by ms daley's at three fifteen owen was home sick",
        "Covering for Kevin O'Rourke. Saw Maya at a quarter past three, Mateo stayed home sick.",
        "Covering for Kevin and drowning a little lol. Ms Daley called 3:15, Owen has a fever.",
        "So swamped, drowning over here. Saw Owen at Ms Daley's at 3:15",
        "Sorry this is late, i'm dying over here. Saw Owen at Ms Daley's at 3:15",
    ],
)
def test_whoever_covers_or_drowns_tells_of_a_contact(text):
    assert intent(text) is Intent.LOG_CONTACT
    (item,) = events(text)
    assert clock(item) == "11-09 15:15"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("covering for kevin thursday and friday", Intent.PLAN_LEAVE),
        ("home sick today", Intent.PLAN_LEAVE),
        ("Owen fell in, drowning today at the creek", Intent.LOG_CRISIS),
        ("Ms Daley called 3:15, Owen is at the pool, drowning", Intent.LOG_CRISIS),
    ],
)
def test_leave_and_danger_stay_what_they_are(text, meant):
    assert intent(text) is meant


@pytest.mark.parametrize(
    "text",
    [
        "stopped by the foster home at 3:15, Maya was home sick, Mateo was still at school so I only saw her",
        "saw Maya at her foster home at 3:15. Mateo had practice so i just saw her",
    ],
)
def test_only_one_was_seen(text):
    (item,) = events(text)
    assert children(item) == ["Maya"]


def test_a_sibling_caught_later_was_seen():
    (item,) = events(
        "Saw Maya at her foster home at 3:15. Mateo was at practice but I saw him when he came in."
    )
    assert children(item) == ["Mateo", "Maya"]


@pytest.mark.parametrize(
    "text",
    [
        "called ms daley at 2, no answer, tried again at 3 and she picked up, talked ten minutes",
        "called over to ms daley at two no answer tried again at three she picked up and we talked ten minutes",
        "Called Ms Daley at 2, no answer. Tried again at 3, she answered, talked 10 min",
        "rang ms daley at two no answer tried back at three she picked up and we talked ten minutes",
        "llamé a Ms Daley a las 2, no contestó, intenté otra vez a las 3 y contestó, hablamos diez minutos",
    ],
)
def test_who_picked_up_at_the_second_try_was_on_the_phone(text):
    first, second = events(text)
    assert (first.types, first.method, first.outcome, clock(first)) == (
        (CARER,),
        Method.PHONE,
        TRIED,
        "11-09 14:00",
    )
    assert (second.types, second.method, second.outcome, clock(second)) == (
        (CARER,),
        Method.PHONE,
        DONE,
        "11-09 15:00",
    )
    assert (first.minutes, second.minutes) == (None, 10)


def test_a_child_is_picked_up_and_a_door_answered_by_no_phone():
    (drive,) = events("I picked up Owen at 3 and drove him to Ms Daley's")
    assert (drive.method, children(drive)) == (Method.IN_PERSON, ["Owen"])
    (door,) = events("knocked at ms daley's at 2, she answered, we talked about Owen 10 min")
    assert door.method is not Method.PHONE


@pytest.mark.parametrize(
    "text",
    [
        (
            "Contacts, Mon 11/9\n1) 9:05a – call, Ms Daley, re: Owen's sleep (up at 3 AM). 11 min.\n"
            "2) 10:30a – Bridgeview Elem., Mateo, 25 min.\n3) 2:00p – text to Annette Hall re: Hope's coat."
        ),
        (
            "1. 9:05 AM, phone, Ms Daley. Discussed Owen.\n2. 10:30 AM, school, Mateo, 25 minutes.\n"
            "3. 2 PM, Annette Hall, text about Hope's coat."
        ),
        (
            "Today: 1. 9:05a Ms Daley, call about Owen. 2. 10:30a Mateo at school, 25 min. "
            "3. 2p text to Annette Hall about Hope."
        ),
    ],
)
def test_each_number_of_a_list_is_its_own_event(text):
    call, seen, wrote = events(text)
    assert (people(call), children(call), clock(call)) == (["Joycelyn Daley"], ["Owen"], "11-09 09:05")
    assert (seen.types, children(seen), seen.minutes) == ((CHILD,), ["Mateo"], 25)
    assert (clock(seen), seen.place) == ("11-09 10:30", Place.SCHOOL)
    assert (people(wrote), wrote.method, clock(wrote)) == (["Annette Hall"], Method.TEXT, "11-09 14:00")


def test_numbers_of_what_was_talked_of_begin_no_event():
    (item,) = events("Saw Owen at Ms Daley's 3pm. We talked about 1. school 2. his chores 3. 10 pm curfew")
    assert (clock(item), children(item)) == ("11-09 15:00", ["Owen"])


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Ms. Daley and me and Owen sat at there kitchen table 2:30 today and talked", ["Owen"]),
        ("Ms. Daley, Owen and I sat at her dining room table 2:30 today, talked about school", ["Owen"]),
    ],
)
def test_whoever_sat_at_the_table_was_met(text, met):
    (item,) = events(text)
    assert (children(item), item.method, clock(item)) == (met, Method.IN_PERSON, "11-09 14:30")


def test_the_table_is_the_carers():
    (item,) = events(
        "Ms. Daley and me and Owen sat at there kitchen table 2:30 today and talked about school"
    )
    assert (set(item.types), item.place) == ({CHILD, HOME, CARER}, Place.FOSTER_HOME)


@pytest.mark.parametrize(
    "text",
    [
        "I drove Owen to the dentist today at 3, Ms Daley not being able to get off work",
        "I took Owen to the dentist today at 3, Ms Daley being at work",
    ],
)
def test_who_could_not_come_took_no_part(text):
    (item,) = events(text)
    assert (item.types, people(item), children(item)) == ((CHILD,), [], ["Owen"])


@pytest.mark.parametrize(
    "rode", ["Ms Daley drove em", "Ms Daley just did drop off", "Ms Daley drove them over"]
)
def test_who_drove_took_no_part(rode):
    (item,) = events(f"Supervised visit Owen and Nancy Sheridan 3pm today at the office. {rode}.")
    assert people(item) == ["Nancy Sheridan"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "court on Owen this morning at ten Ms Sheridan was there it ran forty minutes then i talked to "
            "Ms Sheridan in the courthouse hallway about ten minutes"
        ),
        (
            "Hearing for Owen 10 this morning, 40 min, Ms Sheridan there. Then I spoke with her outside the "
            "courtroom 10 min."
        ),
    ],
)
def test_who_was_spoken_with_in_the_courthouse_has_an_event(text):
    court, talk = events(text)
    assert court.types == (EventType.COURT_APPEARANCE,)
    assert (talk.types, people(talk), talk.minutes) == (
        (EventType.BIRTH_PARENT_CASEWORKER,),
        ["Nancy Sheridan"],
        10,
    )


def test_an_hour_told_behind_the_stop_is_the_stops():
    first, second = events(
        "I was at Ms Daley's from one until two today to see Owen. On my way home I stopped at Ms Pettway's, "
        "that was half past two, and had half an hour with Hope."
    )
    assert (children(first), clock(first)) == (["Owen"], "11-09 13:00")
    assert (children(second), clock(second)) == (["Hope"], "11-09 14:30")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ms Daley called at 3, they ran out of Owen's vitamins", Intent.LOG_CONTACT),
        ("Ms Daley called at 3, they ran out of Owen's meds, refill ready tomorrow", Intent.LOG_CONTACT),
        ("Ms Daley called at 3, Owen ran out of the house and she can't find him", Intent.LOG_CRISIS),
        ("Ms Daley ran out of Owen's seizure meds 4 days ago and won't refill", Intent.SAFETY_CONCERN),
    ],
)
def test_what_runs_out_is_no_runaway(text, meant):
    assert intent(text) is meant
