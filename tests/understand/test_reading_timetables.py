"""Hours of buses, games and closing times, days beside a holiday, and days of what a call was about."""

import pytest

from tests.understand.telling import TUESDAY, clock, events


def told(text):
    return [clock(item) or f"{item.on}" for item in events(text, sent=TUESDAY)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Ms Thompson wakes Mateo at 6 for the 6:45 bus. Saw him at school at 8:30", "11-17 08:30"),
        ("Mateo's game starts at 5 so I kept it short, 4 to 4:20", "11-17 16:00"),
        ("Coleman goes off at 11, called me at 10:50 last night re Will", "11-16 22:50"),
        ("Bus drops Mateo at 3:05, I was there 3:10 to 3:40", "11-17 15:10"),
        ("Hope's plane lands at 7 tonight. Spoke to Ms Pettway at 2 about pickup", "11-17 14:00"),
        ("The pharmacy closes at 6. I called Ms Estrada at 5:15 about Maya's meds", "11-17 17:15"),
        ("Mateo se levanta a las 6 y sale a las 7. Lo vi hoy a las 4", "11-17 16:00"),
    ],
)
def test_a_timetable_is_nobodys_visit(text, want):
    assert told(text) == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Mateo at 4 in the school gym, 20 min", "11-17 16:00"),
        ("Met Mateo at his 4:00 game", "11-17 16:00"),
        ("saw Hope at 6 tonight", "11-17 18:00"),
        ("Ms Pettway called at 8 last night about Hope", "11-16 20:00"),
    ],
)
def test_an_hour_of_the_workers_own_stays(text, want):
    assert told(text) == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Day before Veterans Day, 3pm, saw Hope at Ms Pettway's", "11-10 15:00"),
        ("the day after Veterans Day I saw Hope at 3", "11-12 15:00"),
        ("saw Hope the day before Halloween at 3", "10-30 15:00"),
        ("saw Hope on Veterans Day at 3", "11-11 15:00"),
        ("saw Mateo for an hour on Friday, at 2", "11-13 14:00"),
        ("I was with Mateo for an hour on Friday, 2 to 3", "11-13 14:00"),
        ("called Ms Estrada at 2 for the Friday visit", "11-17 14:00"),
        ("saw Mateo 4pm... actually it was more like 430", "11-17 16:30"),
    ],
)
def test_the_day_is_the_one_meant(text, want):
    assert told(text) == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Saw Mateo at school today, 5 past 3", "11-17 15:05"),
        ("I phoned Annette today, it was going on 4, ten minutes", "11-17 16:00"),
        ("just come from seeing Mateo, was there 5 til 6", "11-17 17:00"),
        ("got to Mateo's about ten till four today", "11-17 15:50"),
        ("hoy a las 10 y 5 am llamé a Shanice, no contestó", "11-17 10:05"),
        ("hv @ 4 w/ Mateo; ended up being 4:10 cuz of parking; out 4:50", "11-17 16:10"),
        ("the weekend before last I met Hector at the diner, Sunday 2pm", "11-08 14:00"),
        ("Entering this one late - it's for 11/9. Mateo, PS 812, 1:30, 20 minutes.", "11-09 13:30"),
        ("Sorry, this is for Friday: saw Mateo 3pm", "11-13 15:00"),
        ("Mateo is going on 10, saw him at 4", "11-17 16:00"),
    ],
)
def test_other_ways_to_tell_an_hour_and_a_day(text, want):
    assert told(text) == [want]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("call y'day 4pm w Lucia", "11-16 16:00"),
        ("anteanoche a las 11 llamó Coleman por Will", "11-15 23:00"),
        ("I'd planned on Thursday but ended up seeing Laila Friday at 11", "11-13 11:00"),
        ("wound up visiting Hope Friday at 4 instead of Thursday", "11-13 16:00"),
        ("Hope's appt was for 10 but they took us at 10:35, done 11", "11-17 10:35"),
        ("Vi a Will ayer a la 1 y mañana tiene corte a las 10", "11-16 13:00"),
        ("seeing Mateo Friday at 11", "11-20 11:00"),
    ],
)
def test_what_came_of_it_instead(text, want):
    assert told(text) == [want]


def test_what_was_talked_over_is_no_event_of_its_own():
    text = "Saw Mateo yesterday at 4, an hour. Ms Thompson and I talked over bedtime while Mateo drew me a horse."
    assert told(text) == ["11-16 16:00"]
