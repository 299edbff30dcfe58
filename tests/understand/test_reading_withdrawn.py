"""What is taken back in the same breath, arranged behind what happened, texted short: one class each."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item, Reading
from bot.understand.reading import read
from storage.types import EventType, Method, Outcome, Place
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")


def reading(text: str, staff: str = "S005") -> Reading:
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)  # a Thursday
    return read(SAMPLE, staff_id=staff, text=text, sent_at=sent, tz=TZ)


def only(text: str) -> Item:
    (item,) = reading(text).contacts
    return item


def clocks(text: str) -> list[str]:
    return [f"{item.starts_at:%d %H:%M}" if item.starts_at else "" for item in reading(text).contacts]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("saw Hope at Sharon Pettway's monday at nine no wait it was tuesday at nine thirty", "10 09:30"),
        ("saw Hope mon at 3 at school, i take that back, it was tues, same time", "10 15:00"),
        ("saw Hope at her foster home fri 3p, no wait, sat 11/7 3p", "07 15:00"),
        ("vi a Hope ayer a las 3 en su escuela, no miento, el martes a las 4", "10 16:00"),
        ("visited Hope at school at 330 sry 430 tdy", "12 16:30"),
    ],
)
def test_a_day_and_its_hour_are_taken_back_together(text: str, clock: str):
    assert clocks(text) == [clock]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "30 day conf for Hope Hall at 10 today, sorry i meant the 72 hour conf",
            EventType.CONFERENCE_72_HOUR,
        ),
        ("72 hour... no perdón, the 30 day conference for Hope at 9 today", EventType.CONFERENCE_30_DAY),
        (
            "sibling visit? no wait, it was just Annette Hall with the kids at 1 today, i supervised",
            EventType.BIRTH_PARENT_CHILD,
        ),
    ],
)
def test_another_event_takes_the_place_of_the_first(text: str, kind: EventType):
    assert only(text).types == (kind,)


@pytest.mark.parametrize(
    ("text", "method", "place"),
    [
        ("talked to Annette Hall at 2 today by phone, actually it was a video call", Method.VIDEO, None),
        ("emailed Tamika Fields at 2 today about Maya, correction, i called her", Method.PHONE, None),
        ("saw Hope at school today at 3, no sorry, at Sharon Pettway's", Method.IN_PERSON, Place.FOSTER_HOME),
    ],
)
def test_a_way_and_a_place_are_taken_back(text: str, method: Method, place: Place | None):
    item = only(text)
    assert (item.method, item.place) == (method, place)


def test_two_ways_offered_take_nothing_back():
    item = only("called Annette Hall at 2 today, she can be reached by phone or text")
    assert item.method is Method.PHONE


def test_a_name_taken_back_took_no_part():
    first, second = (
        only(f"w/ Norma Estrada{gap} Shanice Campbell, today at 11 at the agency")
        for gap in ("? No wait,", " and")
    )
    assert set(first.people) < set(second.people)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("talked to Annette Hall at 2 today i told her her visit with Hope is saturday at 10", "14 10:00"),
        ("saw Hope at 3 today at school and the next visit with her mom is set for 11/20 at 4", "20 16:00"),
        ("vi a Hope hoy a las 3 en la escuela. El sábado 14 a las 2 tiene su visita con la mamá", "14 14:00"),
        ("we had the 72 hour conf for Hope today at 10 and the 30 day conf is set for december the fourth at one", "04 13:00"),
        ("called Annette Hall at 2 today to confirm her visit with the kids friday 11/20 at 3:00 at our office", "20 15:00"),
    ],
)  # fmt: skip
def test_what_is_arranged_behind_an_event_is_a_plan_of_its_own(text: str, clock: str):
    last = reading(text).contacts[-1]
    assert last.outcome is Outcome.PLANNED
    assert last.starts_at is not None
    assert f"{last.starts_at:%d %H:%M}" == clock
    assert len(reading(text).contacts) == 2


@pytest.mark.parametrize(
    "text",
    [
        "called Annette Hall at 2 today, she wants a visit saturday at 10",
        "saw Hope at 3 today at school, she has a dentist visit tomorrow at 9",
        "court for Hall at 2 today, next hearing is 12/10 at 9:30",
    ],
)
def test_wishes_and_the_appointments_of_others_are_no_plan(text: str):
    assert only(text).outcome is Outcome.COMPLETED


def test_a_call_without_an_answer_keeps_it_before_the_next_try():
    first, second = reading("called Sharon Pettway at 3 today, no answer, texted her at 3:15").contacts
    assert (first.outcome, second.outcome) == (Outcome.ATTEMPTED, Outcome.COMPLETED)


def test_words_texted_short_are_known_to_the_times():
    assert clocks("calld Sharon Pettway 420 tdy, txtd Annette Hall 445") == ["12 16:20", "12 16:45"]


@pytest.mark.parametrize(
    "text",
    [
        "called Sharon Pettway at 3 today, nobody picks up",
        "called Annette Hall at 3 today and it went to her voice mail",
        "llamé a Norma a las 3 hoy, no cogió",
        "went to Sharon Pettway's at 4 today, she did not open the door, left my card",
    ],
)
def test_who_was_not_reached_makes_an_attempt(text: str):
    assert only(text).outcome is Outcome.ATTEMPTED
