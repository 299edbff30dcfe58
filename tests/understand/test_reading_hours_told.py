"""Hours meant and hours held, hours of what was told, hours before their events; parts of the day by meals."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Reading
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 17, 17, 40, tzinfo=TZ)


def reading(text: str) -> Reading:
    return read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ, advisor=RULES_ALONE)


def hours(text: str) -> list[str]:
    """Each event's day, hour and outcome; what is asked of the two behind a question mark."""
    found = reading(text)
    told = [
        (f"{i.starts_at:%m-%d %H:%M}" if i.starts_at else f"{i.on:%m-%d}" if i.on else "")
        + f" {i.outcome.value[0]}"
        for i in found.contacts
    ]
    return told + [f"?{slot}" for slot in found.ask if slot in ("date", "time")]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The 1:00 with Hope began at 1:25 today, Ms Pettway was on the phone", ["11-17 13:25 c"]),
        ("Sched for 10, held 10:40. Home visit Hope at Ms Pettway's today.", ["11-17 10:40 c"]),
        ("was late to my 3pm with Mateo at school, got there 3:20", ["11-17 15:20 c"]),
        ("Due 2:00 - actual 2:35, hv Hope today w Ms Pettway", ["11-17 14:35 c"]),
        ("Visited Hope at 1:00 today, then met Ms Thompson at 2", ["11-17 13:00 c", "11-17 14:00 c"]),
    ],
)
def test_the_hour_at_which_it_was_held_counts(text: str, events: list[str]):
    assert hours(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Visited Hope today at 4. She coughed at 1 am and again at 3.", ["11-17 16:00 c"]),
        ("Ms Pettway said Lucia texted at 8 last night. Saw Hope there today 3:10.", ["11-17 15:10 c"]),
        ("Dice la Sra Pettway que Hope lloró a las 9. La vi hoy a las 4 en su casa.", ["11-17 16:00 c"]),
        ("Ms Pettway said she called me at 9", ["11-17 09:00 c"]),
    ],
)
def test_what_somebody_tells_of_others_has_its_own_hours(text: str, events: list[str]):
    assert hours(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "2pm saw Hope at Ms Pettway's today, 3:30 called Ms Thompson about the bus",
            ["11-17 14:00 c", "11-17 15:30 c"],
        ),
        ("At 10 I saw Mateo at school and at 2 I visited Hope.", ["11-17 10:00 c", "11-17 14:00 c"]),
        (
            "First try 9:10, nobody home. Second try 4:45, saw Hope and Ms Pettway.",
            ["11-17 09:10 a", "11-17 16:45 c"],
        ),
        ("Saw Hope at 3 today, 20 min, at Ms Pettway's", ["11-17 15:00 c"]),
    ],
)
def test_an_hour_before_its_event_opens_it(text: str, events: list[str]):
    assert hours(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("hv Hope today 1430-4pm", ["11-17 14:30 c"]),
        ("Start 2:00 End 2:50, 11/16, home visit with Hope", ["11-16 14:00 c"]),
        ("Inicio 2:00, salida 2:50, visita a Hope hoy", ["11-17 14:00 c"]),
        ("Saw Hope yesterday at 2, should be 3", ["11-16 15:00 c"]),
        ("saw Hope a week ago today, 2pm", ["11-10 14:00 c"]),
        ("saw Hope two weeks ago yesterday, 2pm", ["11-02 14:00 c"]),
        ("Got back from Ms Pettway's 20 min ago, saw Hope", ["11-17 c"]),
        ("left Ms Pettway a message 20 min ago", ["11-17 17:20 a"]),
        ("visited Hope this a.m. at school", ["11-17 c"]),
        ("visited Hope after dinner yesterday", ["11-16 c"]),
        ("vi a Hope hoy temprano", ["11-17 c"]),
        ("hv Hope yesterday. She ate at lunch.", ["11-16 c", "?time"]),
    ],
)
def test_days_ranges_and_parts_of_the_day(text: str, events: list[str]):
    assert hours(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Saw Hope Wednesday 2pm at home and Thursday 11am at school", ["11-11 14:00 c", "11-12 11:00 c"]),
        ("Mateo seen 11/4 at 3pm and 11/9 at 3:30pm", ["11-04 15:00 c", "11-09 15:30 c"]),
        (
            "11/12: 9:15 am call to Ms Pettway; 1:00 pm Mateo at school; 3:10 pm Hope at home",
            ["11-12 09:15 c", "11-12 13:00 c", "11-12 15:10 c"],
        ),
        ("Saw Hope Wednesday 2pm and Thursday 11am is court", ["11-11 14:00 c"]),
    ],
)
def test_another_day_or_line_is_another_event(text: str, events: list[str]):
    assert hours(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Visit with Hope 1:00 (actual time 1:20) today", ["11-17 13:20 c"]),
        ("Ms Pettway pushed our 2:00 to 3:15 today. Saw Hope at home, fine.", ["11-17 15:15 c"]),
        ("was supposed to start at 9, got to Ms Pettway's 9:40. Hope home", ["11-17 09:40 c"]),
        ("saw Hope on the first of the month at 2", ["11-01 14:00 c"]),
        ("Log for 11/10. Saw Hope at Ms Pettway's at 4.", ["11-10 16:00 c"]),
        ("Called Ms Pettway today at 2 about Friday", ["11-17 14:00 c"]),
        ("two Mondays ago at 3 I saw Hope", ["11-09 15:00 c"]),
        ("caught Ms Pettway on the phone at 2 today about Hope", ["11-17 14:00 c"]),
        ("caught Ms Pettway on the phone today about Hope", ["11-17 c", "?time"]),
    ],
)
def test_hours_moved_and_days_named(text: str, events: list[str]):
    assert hours(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("saw Hope today at ten til four", ["11-17 15:50 c"]),
        ("the call with Ms Pettway was Thursday, 2pm", ["11-12 14:00 c"]),
        ("saw Mateo today at 3 at the Head Start", ["11-17 15:00 c"]),
        ("saw Hope yesterday before supper", ["11-16 c"]),
        (
            "i went by ms pettways at two nobody home went back at four ten and saw hope",
            ["11-17 14:00 a", "11-17 16:10 c"],
        ),
        (
            "Today at 2 Ms Pettway came in to the office. At 4 I called Lucia.",
            ["11-17 14:00 c", "11-17 16:00 c"],
        ),
    ],
)
def test_hours_in_everyday_words(text: str, events: list[str]):
    assert hours(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Saw Hope today at 3. Tomorrow she has dance at 10.", ["11-17 15:00 c"]),
        ("Tomorrow is dance, called Ms Pettway at 10 about it", ["11-17 10:00 c"]),
        ("called Ms Pettway after Hope's 9 am appointment, 11:20 today", ["11-17 11:20 c"]),
        (
            "Before my 4:00 home visit with Hope today I called Ms Thompson at 2",
            ["11-17 16:00 c", "11-17 14:00 c"],
        ),
        ("waited outside from 2 to 2:15, then saw Hope at Ms Pettway's at 2:20 today", ["11-17 14:20 c"]),
        (
            "Daily log 11/16: 0900 call to Ms Pettway; 1530 Hope home visit",
            ["11-16 09:00 c", "11-16 15:30 c"],
        ),
        ("saw Hope at 4 today; the dentist called Ms Pettway at 2 about Mateo", ["11-17 16:00 c"]),
        ("Ayer a las 10 llamé a la Sra Pettway y a las 4 visité a Hope", ["11-16 10:00 c", "11-16 16:00 c"]),
        ("Saw Hope today at quarter to noon at school", ["11-17 11:45 c"]),
    ],
)
def test_hours_of_something_else(text: str, events: list[str]):
    assert hours(text) == events


def test_what_never_came_but_a_person_is_no_attempt():
    assert hours("Home visit Hope 4 today. Ms Pettway said the 8 o'clock bus never came") == ["11-17 16:00 c"]
    assert hours("Talked to Ms Pettway 1:15 today: Hope was late 8:45 Monday, 9:10 Thursday") == [
        "11-17 13:15 c"
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("saw Mateo Thu. p.m. at school", ["11-12 c"]),
        ("Sat a.m. I saw Hope at Ms Pettway's", ["11-14 c"]),
        ("saw Mateo Thursday pm 2:30 at school", ["11-12 14:30 c"]),
        ("Mateo hv 11/10 3pm [edit: 11/9]", ["11-09 15:00 c"]),
        ("it was Friday that I saw Mateo, not Thursday, 3 pm", ["11-13 15:00 c"]),
        (
            "Saw Mateo 4:40 today. He has the dentist on the 20th and court on the 24th at 9.",
            ["11-17 16:40 c"],
        ),
    ],
)
def test_halves_of_days_and_edits(text: str, events: list[str]):
    assert hours(text) == events


def test_a_meal_says_no_half_of_the_day():
    assert hours("Saw Hope at school yesterday right before lunch, 11:20") == ["11-16 11:20 c"]
    assert hours("Saw Hope at school yesterday before lunch, 12:10") == ["11-16 12:10 c"]
    assert hours("Saw Hope at home yesterday after dinner, 7:15") == ["11-16 19:15 c"]


def test_late_for_what_was_held_is_no_plan():
    assert hours("Late for the 9 visit, actual 9:35-10. Hope fine, Ms Pettway home.") == ["11-17 09:35 c"]
