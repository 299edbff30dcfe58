"""What holds for every message, whatever its words."""

import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.understand.parts import CARDS
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import LAKEBRIDGE

LOT = Path(__file__).parent / "lots" / "lot1" / "lakebridge"
TZ = ZoneInfo("America/Chicago")
SENT = datetime(2027, 2, 9, 16, 0, tzinfo=TZ)
WORDS = st.sampled_from(
    [
        "saw",
        "called",
        "River",
        "Hodan",
        "Faith",
        "Dakota",
        "mom",
        "the",
        "kids",
        "at",
        "school",
        "foster",
        "home",
        "3pm",
        "yesterday",
        "no",
        "answer",
        "then",
        "and",
        "i",
        "court",
        "Monday",
        "12/3",
        "10:15",
        "left",
        "message",
        "visit",
        "with",
        "Rosa",
        "Peggy",
        "Amundson",
        ".",
        ",",
        "\n",
        "w/",
        "fm",
        "Ms",
        "ran",
        "away",
        "bruise",
        "hoy",
        "a",
        "las",
        "3",
        "con",
        "la",
        "mamá",
        "not",
        "seen",
        "cancelled",
        "next",
        "one",
        "is",
        "same",
        "time",
        "<@ULAKE04>",
        "&amp;",
        "👍",
    ]
)


def reading(text: str, *, voice: bool = False):
    return read(LAKEBRIDGE, staff_id="T05", text=text, sent_at=SENT, tz=TZ, voice=voice)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=300), voice=st.booleans())
def test_any_unicode_is_read_without_an_exception(text: str, voice: bool):
    assert reading(text, voice=voice).intent


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(WORDS, max_size=40), voice=st.booleans())
def test_the_words_of_the_trade_in_any_order_keep_the_form(words: list[str], voice: bool):
    text = " ".join(words)
    found = reading(text, voice=voice)
    if found.intent not in CARDS:
        assert not found.contacts
    for item in found.contacts:
        assert all(0 <= start < end <= len(text) for start, end in item.spans)
        assert item.starts_at is None or item.starts_at.date() == item.on
        assert (
            item.outcome in {Outcome.PLANNED, Outcome.CANCELLED}  # what is called off may have been to come
            or item.starts_at is None
            or item.starts_at <= SENT
            or "12/3" in text
        )
        assert set(item.children) <= set(LAKEBRIDGE.children)
        assert set(item.people) <= set(LAKEBRIDGE.contacts)
        if "child" in found.ask and len(found.contacts) == 1:
            assert not item.children


@pytest.mark.parametrize(
    "text",
    [
        "a" * 4000,
        "call " * 800,
        "saw River at 3 and then called Rosa at 4, " * 95,
        "((((" * 1000,
        "no no no not never " * 210,
        "i saw i called i visited i met " * 130,
        "1:00 2:00 3/4 5pm 6-7 " * 180,
        "\n" * 4000,
        "&amp;<tel:1|2>:smile:" * 190,
    ],
)
def test_four_thousand_letters_take_no_longer_than_a_moment(text: str):
    reading("saw River today at 3")
    best = 1.0
    for _ in range(3):
        begun = time.thread_time()
        reading(text[:4000])
        best = min(best, time.thread_time() - begun)
    assert best < 1, f"{best * 1000:.0f} ms of processor time: something runs away"


@pytest.mark.parametrize(
    "text", ["Saw River at school, he is 12 and has 3 friends", "met with Rosa about 2 forms"]
)
def test_text_without_a_time_gives_none(text: str):
    (item,) = reading(text).contacts
    assert item.starts_at is None


@pytest.mark.parametrize(
    "noise", ["room 12", "he is 12", "bus 45", "score of 85 to 62", "grade 7", "apt 3", "$150"]
)
def test_a_date_said_is_not_moved_by_another_number(noise: str):
    (item,) = reading(f"Saw River at school 2/4 at 1:15pm, {noise}").contacts
    assert item.starts_at == datetime(2027, 2, 4, 13, 15, tzinfo=TZ)
