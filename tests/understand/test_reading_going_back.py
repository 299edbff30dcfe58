"""A log that says when the worker is there again: the day to come is a plan, and the visit stays a visit."""

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE
from tests.understand.telling import TUESDAY, TZ, clock, events


def told(text):
    return sorted((clock(item) or f"{item.on}", item.outcome) for item in events(text, sent=TUESDAY))


BOTH = [("11-17 16:10", Outcome.COMPLETED), ("11-19 16:00", Outcome.PLANNED)]


@pytest.mark.parametrize(
    "text",
    [
        "Saw Mateo today 4:10, going back Thursday at 4",
        "Saw Mateo at 4:10, I'll be back Thursday at 4",
        "Saw Mateo today at 4:10 and will be back Thursday at 4",
        "saw Brandon 4:10 today, will return Thursday at 4",
        "Visited Brandon at 4:10 today. Coming back Thursday at 4",
        "visited Mateo 4:10pm. return visit Thursday at 4",
        "Met with Mateo today 4:10, seeing him again Thursday at 4",
        "Saw Mateo today 4:10, back there Thursday at 4",
        "Vi a Mateo hoy a las 4:10, vuelvo el jueves a las 4",
        "Visité a Mateo hoy a las 4:10 y vuelvo el jueves a las 4",
    ],
)
def test_the_next_time_is_a_plan(text):
    assert told(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "Called Ms Estrada today at 2, going Thursday at 4 to see Maya",
        "Nobody home at Ms Pettway's at 2. Heading there Thursday at 4",
        "Llamé a Ms Pettway a las 2; voy el jueves a las 4 a ver a Hope",
    ],
)
def test_so_is_a_first_visit_behind_a_call(text):
    assert told(text)[1] == BOTH[1]


@pytest.mark.parametrize(
    "text",
    [
        "Saw Mateo today at 4:10, Ms Thompson went to PA and will be back Thursday at 4",
        "Ms Thompson is out of town and will be back Thursday at 4. Saw Mateo today at 4:10 with her sister",
        "Saw Mateo today 4:10. Ms Thompson told me he is going Thursday at 4 to see his cousins",
        "Saw Brandon today at 4:10. He'll be back at school Thursday",
    ],
)
def test_what_others_do_is_none(text):
    assert told(text) == BOTH[:1]


@pytest.mark.parametrize(
    "text",
    [
        "I went back Thursday at 4 and saw Mateo",
        "back at Ms Thompson's Thursday at 4, Mateo was home this time",
        "Went Thursday at 4 to see Mateo",
        "Mtg with Kendra Daniels at school Thursday at 4 re Mateo's IEP, 40 min",
    ],
)
def test_what_is_over_stays_over(text):
    assert told(text) == [("11-12 16:00", Outcome.COMPLETED)]


@pytest.mark.parametrize(
    "text",
    [
        "Saw Hope today at 4:10. Court 9:30 on the 24th.",
        "Court is at 9:30 on the 24th for the Halls. Saw Hope today at 4:10",
        "hearing for the Rivera kids at 10 on the 30th. Called Ms Thompson 4:10 to tell her",
        "Mateo's IEP meeting is the 20th at 1. Talked with Ms Daniels about it at 4:10 today",
        "La cita del dentista de Hope es el 24 a las 3. La vi hoy a las 4:10 donde Ms Pettway",
    ],
)
def test_a_court_date_of_this_month_is_not_of_the_last(text):
    assert told(text) == BOTH[:1]


def test_a_hearing_that_was_is_told():
    assert told("Court on the 9th at 9:30 for the Hall kids, Feldman there") == [
        ("11-09 09:30", Outcome.COMPLETED)
    ]
    assert told("On the 24th at 3 I saw Hope at Ms Pettway's") == [("10-24 15:00", Outcome.COMPLETED)]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("saw Mateo today 4:10, I'll see him Thursday at 4", Intent.LOG_CONTACT),
        ("I'll see Mateo Thursday at 4, he was home sick today", Intent.PLAN_VISIT),
    ],
)
def test_a_visit_told_first_is_a_log(text, intent):
    assert read(SAMPLE, staff_id="S005", text=text, sent_at=TUESDAY, tz=TZ).intent is intent


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Saw Mateo at 4:10, same time next week", "11-24 16:10"),
        ("Saw Mateo yesterday at 4:10, same time next week", "11-23 16:10"),
        ("supervised Annette and Hope 3-4 today. next one in two weeks, same time", "12-01 15:00"),
        ("Vi a Mateo a las 4:10, la próxima semana a la misma hora", "11-24 16:10"),
    ],
)
def test_weeks_on_are_counted_from_what_was(text, want):
    done, plan = told(text)
    assert done[1] is Outcome.COMPLETED
    assert plan == (want, Outcome.PLANNED)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Per Mr Coleman Will left at 4 and came back at 9. Saw Will this morning at 10", "11-17 10:00"),
        ("Per Ms Pettway, called today at 3, Hope is fine", "11-17 15:00"),
        ("According to Ms Thompson mom called Sunday at 8 pm. Visited Mateo today at 4", "11-17 16:00"),
        ("forgot to log this Friday: 3:15 call with Ms Estrada, 10 min", "11-13 15:15"),
    ],
)
def test_what_somebody_says_and_what_was_forgotten(text, want):
    assert told(text) == [(want, Outcome.COMPLETED)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("saw Mateo Monday and Wednesday at 4", ["11-11 16:00", "11-16 16:00"]),
        ("Nov 10 & Nov 12, both at 4, I saw Mateo at Ms Thompson's", ["11-10 16:00", "11-12 16:00"]),
        ("vi a Mateo el lunes y el jueves a las 4", ["11-12 16:00", "11-16 16:00"]),
        (
            "Called Ms Estrada Thursday, Friday and Monday at 10, no answer",
            ["11-12 10:00", "11-13 10:00", "11-16 10:00"],
        ),
        ("seeing Hope Thursday and Friday at 4", ["11-19 16:00", "11-20 16:00"]),
        ("Mateo was out sick Thursday and Friday. Saw him Monday at 4", ["11-16 16:00"]),
        ("saw Mateo Thursday at 3 and Friday at 4", ["11-12 15:00", "11-13 16:00"]),
        ("Hope slept at her aunt's Friday and Saturday, I saw her Sunday at 2", ["11-15 14:00"]),
    ],
)
def test_an_hour_of_two_days_is_two_events(text, days):
    assert [day for day, _ in told(text)] == days
