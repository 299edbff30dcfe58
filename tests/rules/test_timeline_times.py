"""When a line of a crisis's timeline was, by the words of somebody at three in the morning."""

from datetime import datetime, timedelta

import pytest

from bot.rules.policy import load_policy
from bot.rules.timeline import entry_at

ZONE = load_policy().zone
OPENED = datetime(2026, 11, 22, 2, 6, tzinfo=ZONE)
SENT = datetime(2026, 11, 22, 2, 31, tzinfo=ZONE)


def at(words, told=None, sent=SENT, opened=OPENED):
    moment = entry_at(words, told, sent_at=sent, opened_at=opened, tz=ZONE).astimezone(ZONE)
    return f"{moment:%d %H:%M}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2:20 police there", "22 02:20"),
        ("2:20am police there", "22 02:20"),
        ("0220 police on scene", "22 02:20"),
        ("at 2:05 he ran", "22 02:05"),
        ("a las 2:10 llego la policia", "22 02:10"),
        ("11:50 pm he left the house", "21 23:50"),
        ("11:50 he left the house", "21 23:50"),
        ("police there", "22 02:31"),
        ("4:00 they come back", "22 02:31"),
        ("2:20 pm appointment stands", "22 02:31"),
        ("212-555-0101 is the officer", "22 02:31"),
        ("911 came", "22 02:31"),
        ("25:99 what", "22 02:31"),
    ],
)
def test_the_clock_that_the_words_begin_with(words, expected):
    assert at(words) == expected


def test_a_clock_elsewhere_is_the_readings():
    assert at("police came at 2:15", SENT.replace(minute=15)) == "22 02:15"
    half_a_day_off = SENT.replace(minute=30) - timedelta(hours=12)
    assert at("found him, all good. 2:30", half_a_day_off) == "22 02:30"
    assert at("yesterday 2:30 pm he was fine", half_a_day_off) == "22 02:31", "long before the call: as sent"


def test_it_is_never_in_the_future():
    assert at("2:45 call back", SENT + timedelta(minutes=14)) == "22 02:31"


def test_over_the_hour_that_a_clock_change_doubles():
    sent = datetime(2026, 11, 1, 6, 40, tzinfo=load_policy().zone).replace(hour=1, minute=40, fold=1)
    found = entry_at("1:20 police", None, sent_at=sent, opened_at=sent - timedelta(minutes=30), tz=ZONE)
    assert timedelta(0) <= sent - found <= timedelta(hours=1, minutes=20)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("915 admitted, kings county", "21:15"),
        ("at 902 cops at the door", "21:02"),
        ("ncmec done 920 ref 4411", "21:20"),
        ("911 called, on the way", "21:25"),
        ("103 fever, gave tylenol", "21:25"),
        ("921 main st is the address", "21:25"),
        ("920 lbs of paper", "21:25"),
    ],
)
def test_a_clock_of_three_digits_is_read_and_a_number_is_not(words: str, clock: str) -> None:
    sent = datetime(2026, 11, 9, 21, 25, tzinfo=ZONE)
    at = entry_at(words, None, sent_at=sent, opened_at=sent - timedelta(hours=1), tz=ZONE)
    assert f"{at.astimezone(ZONE):%H:%M}" == clock


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("they found him at utica sta. 215", "22 02:15"),
        ("cops brought her back, 220.", "22 02:20"),
        ("he is in room 215", "22 02:31"),
        ("the officer's badge 215", "22 02:31"),
        ("she weighs 110", "22 02:31"),
        ("staff called 911", "22 02:31"),
    ],
)
def test_the_clock_that_the_words_end_on(words, expected):
    assert at(words) == expected
