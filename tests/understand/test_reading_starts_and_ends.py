"""Where an event's hours begin and end, and of which half of the day or which day they are."""

import pytest

from tests.understand.telling import TUESDAY, clock, events


def told(text):
    return [(clock(item), item.minutes) for item in events(text, sent=TUESDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Took Mateo for pizza at noon, back by 1:15",
        "Had Mateo at the library from 12, home by 1:15",
        "Saw Mateo at noon and was done by 1:15",
        "Hearing called at 12, over by 1:15, Hall kids",
        "Saw Mateo from noon up to 1:15",
        "Saw Mateo at noon, to 1:15",
        "Met with Mateo starting 12, ending 1:15",
        "Saw Mateo noon till quarter past",
        "Recogí a Mateo a las 12 y de vuelta a la 1:15",
    ],
)
def test_an_end_gives_the_length(text):
    start, minutes = told(text)[0]
    assert start == "11-17 12:00"
    assert minutes == (15 if "till quarter" in text else 75)


@pytest.mark.parametrize(
    "text",
    [
        "Saw Mateo at noon. He has to be home by 1:15",
        "Ms Pettway called at noon, wants Hope back by 1:15",
        "Saw Will at noon, he must be back by 1:15 for meds",
        "Will seen at noon, less than 20 minutes",
        "saw Hope at noon, no more than 20 min",
        "Vi a Mateo a las 12, menos de 20 minutos",
    ],
)
def test_what_is_no_end_gives_none(text):
    assert told(text) == [("11-17 12:00", None)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("about 20 min starting 4 with Mateo at Ms Thompson's", ("11-17 16:00", 20)),
        ("started 4 with Mateo, 20 min", ("11-17 16:00", 20)),
        ("at 4 for 20 w/ Mateo, Ms Thompson at work", ("11-17 16:00", 20)),
        ("did Mateo's visit at 4 today, kept it to 20", ("11-17 16:00", 20)),
        ("Saw Mateo quarter to five till twenty past", ("11-17 16:45", 35)),
        ("Visited Mateo 2:10 to half past", ("11-17 14:10", 20)),
        ("Thursday half ten I rang Ms Estrada", ("11-12 10:30", None)),
        ("saw Mateo half four yesterday", ("11-16 16:30", None)),
        ("a week ago today I saw Will, must have been 4 or so", ("11-10 16:00", None)),
        ("The bus came at 3 so Mateo was home when I saw him at 3:20", ("11-17 15:20", None)),
    ],
)
def test_starts_and_lengths_without_their_words(text, want):
    assert told(text) == [want]


@pytest.mark.parametrize(
    "text",
    [
        "12:20 am call from Ms Pettway last night, Hope couldn't settle",
        "Got a call past midnight, 12:20, from Ms Pettway re Hope",
        "Ms Pettway called 12:20, a little after midnight, about Hope",
        "after midnight, at 12:20, Ms Pettway called re Hope",
    ],
)
def test_the_hours_behind_midnight_are_of_the_day_of_sending(text):
    assert told(text) == [("11-17 00:20", None)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("11.14 hv Mateo 3pm", "11-14 15:00"),
        ("11.14 Mateo, 3-3:45, at Ms Thompson's", "11-14 15:00"),
        ("saw Hope 11.14 at 4", "11-14 16:00"),
        ("called Lucia 11.14, no answer", "11-17 11:14"),
        ("saw Hope today at 3.42 and left at 4.11", "11-17 15:42"),
    ],
)
def test_a_dotted_date_stands_beside_an_hour(text, want):
    assert told(text)[0][0] == want


def test_dotted_hours_stay_hours():
    found = told("10.30 saw Hope at school, 3.15 called Ms Pettway")
    assert [start for start, _ in found] == ["11-17 10:30", "11-17 15:15"]
