"""From when to when, and how long: as people word it, each in its own way."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE
from tests.understand.telling import MONDAY, TZ, clock

SEEN = "Saw Maya Rivera at Ms Thompson's today"


def told(text: str) -> tuple[str, int | None]:
    reading = read(SAMPLE, staff_id="S005", text=text, sent_at=MONDAY, tz=TZ)
    assert reading.intent is Intent.LOG_CONTACT
    (event,) = reading.contacts
    return clock(event)[6:], event.minutes


@pytest.mark.parametrize(
    "words",
    [
        "from 3 until right about 3:45",
        "3 to just about 3:45",
        "in at 3:00, out at 3:45",
        "arrival 3:00 departure 3:45",
        "arr 3:00 dep 3:45",
        "Time in: 3:00 Time out: 3:45",
        "1500-1545",
        "1500h-1545h",
        "3:00p → 3:45p",
        "3:00pm -> 3:45pm",
        "btw 3 and 3:45",
        "got there 3 stayed till quarter of 4",
        "got ther at 3 n stayd til 345",
        "at 3 and was out of there by 3:45",
        "at 3, done by 3:45",
        "at 3, gone by 3:45",
        "at 3, got out of there at 3:45",
        "at 3, on the road again by 3:45",
        "at 3, back in the car at 3:45",
        "at 3, it ran to 3:45",
        "at 3, tres cuartos de hora",
        "at 3 for 3/4 of an hour",
        "15:00 (45')",
        "15h00, 45 min",
        "at 3 for 45 at her place",
        "around three it was about forty five minutes total",
    ],
)
def test_a_visit_of_three_quarters_of_an_hour_from_three_on(words: str):
    assert told(f"{SEEN} {words}") == ("15:00", 45)


@pytest.mark.parametrize(
    ("text", "hour", "minutes"),
    [
        ("Maya Rivera, Ms Thompson's, 3:30", "15:30", None),
        ("Maya Rivera, Ms Thompson's, 1530-1610", "15:30", 40),
        ("Maya Rivera at Ms Thompson's, 10 till 3, 40 min", "14:50", 40),
        ("Maya Rivera at Ms Thompson's at ten of three, 40 min", "14:50", 40),
        ("Maya Rivera at Ms Thompson's at five minutes past three, 40 min", "15:05", 40),
        ("Conferencia de la familia Rivera hoy a las 10 en la oficina, hora y media.", "10:00", 90),
        ("vi a maya rivera donde ms thompson a las 4, estuve media horita", "16:00", 30),
        ("vi a maya rivera donde ms thompson a las 4, una hora con diez", "16:00", 70),
        (
            "llegué donde ms thompson a las 4 y me fui faltando diez para las cinco, maya rivera bien",
            "16:00",
            50,
        ),
        ("Rivera review hrg 930 part 5, done 950", "09:30", 20),
        ("ms thompson called me at 2:10, we talked 10", "14:10", 10),
    ],
)
def test_other_hours_and_lengths(text: str, hour: str, minutes: int | None):
    assert told(text) == (hour, minutes)


def test_what_only_looks_like_one_of_these_stays():
    assert told(f"{SEEN} 10 til 12") == ("10:00", 120)
    assert told(f"{SEEN} at 3, it took 1h30") == ("15:00", 90)
    assert told(f"{SEEN} at 3, 5 minutes late") == ("15:00", None)
    assert told(f"{SEEN} at 3, btw she wants a bike") == ("15:00", None)
    assert told("we talked 10, Ms Thompson and me, by phone, today")[1] is None
