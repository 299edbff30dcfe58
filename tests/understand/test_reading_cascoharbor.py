"""Classes of wording that lot 39 was misread in, in words of our own."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import clock, people

TZ = ZoneInfo("America/New_York")
LOG, CONCERN = Intent.LOG_CONTACT, Intent.SAFETY_CONCERN


def intent(text: str) -> Intent:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).intent


def events(text: str) -> tuple[Item, ...]:
    sent = datetime(2026, 11, 17, 18, 40, tzinfo=TZ)
    return read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).contacts


def types(item: Item) -> list[str]:
    return sorted(str(one) for one in item.types)


@pytest.mark.parametrize(
    ("text", "is_"),
    [
        ("saw Hope at 4 at Pettways, theres a feller named duke living in the trailer out back", CONCERN),
        ("saw Hope at 4 at home, some man in the shed aint fingerprinted", CONCERN),
        ("saw Hope at 4 at home, Ms Pettway's nephew sleeps there and ain't been cleared", CONCERN),
        ("saw Hope at 4 at home, she says a dude comes in the house nights and hollers at her", CONCERN),
        ("saw Hope at 4 at home, her uncle's buddy is staying in the camper in the yard", CONCERN),
        ("saw Mateo at 4 at home, hes a funny little fella, wants to sleep in a camper all summer", LOG),
        ("saw Hope at 4 at home, a fella from the town was plowing the road", LOG),
    ],
)
def test_a_fellow_lives_at_the_home(text: str, is_: Intent) -> None:
    assert intent(text) is is_


@pytest.mark.parametrize(
    ("text", "at", "minutes"),
    [
        ("saw Hope at home today 17h, 45 min", "11-17 17:00", 45),
        ("saw Hope at home today 10h to 11h30", "11-17 10:00", 90),
        ("saw Hope at her school on Monday 13h, one hour", "11-16 13:00", 60),
        ("visited Hope at home yesterday 16h30 to 17h15", "11-16 16:30", 45),
        ("spent 2h with Hope at home today, from 14h to 16h", "11-17 14:00", 120),
        ("saw Hope at home today at 9h15, 10 min", "11-17 09:15", 10),
        ("saw Hope at home today at 3, 2h", "11-17 15:00", 120),
        ("saw Hope at home today at 3, 45 min, she was tired from the 12h trip", "11-17 15:00", 45),
    ],
)
def test_hours_are_written_with_an_h(text: str, at: str, minutes: int) -> None:
    (item,) = events(text)
    assert (clock(item), item.minutes) == (at, minutes)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("went to see Hope at her school yesterday at two and she never showed so no visit", "attempted"),
        ("was at the office yesterday at 2 for Hope, she didnt show so no visit happened", "attempted"),
        ("fui a ver a Hope ayer a las 2 y no llegó asi que no hubo visita", "attempted"),
        ("went to see Hope yesterday at 2 at Ms Pettway's, a man there is not cleared", "completed"),
        ("no visit with Hope yesterday at 2, mom cancelled", "cancelled"),
        ("E-mailed Joan Feldman about Will at 9:12 this morning. No reply as yet", "completed"),
        ("emailed Joan Feldman about Will at 9:12 am, have not heard back", "completed"),
        ("texted Joan Feldman about Will at 9:12 am, no response so far", "attempted"),
        ("called Joan Feldman about Will at 9:12 am, no answer as yet", "attempted"),
    ],
)
def test_what_came_of_it(text: str, outcome: str) -> None:
    (item,) = events(text)
    assert item.outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        "texted Sharon Pettway at 1pm and she wrote back that thursday works",
        "le escribí a Sharon Pettway a la 1 y me contestó que sí puede el jueves",
        "texted Sharon Pettway at 1 and she texted back yes thursday is fine",
    ],
)
def test_a_day_in_an_answer_is_not_the_days(text: str) -> None:
    assert [clock(item) for item in events(text)] == ["11-17 13:00"]


def test_the_hour_of_what_was_called_off_stands_a_sentence_later() -> None:
    (item, *_) = events(
        "visit tonight cancelled, mom has a migraine. was supposed to be 5:30 with Mateo. moved to fri 11/20 3:30"
    )
    assert (clock(item), item.outcome, people(item) != []) == ("11-17 17:30", "cancelled", True)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("visited Sharon Pettway at her home today 5pm, 45 min. The spare room is ready for Hope.", False),
        ("visited Sharon Pettway at her home today 5pm, bed all set up for Hope", False),
        ("visited Sharon Pettway and Hope at home today 5pm. The spare room is ready for her.", True),
    ],
)
def test_a_room_is_ready_for_a_child(text: str, seen: bool) -> None:
    (item,) = events(text)
    assert ("caseworker_child" in types(item)) is seen
