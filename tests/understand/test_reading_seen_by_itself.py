"""Seen alone said in other words; and what is told of the first minutes is neither a day nor a length."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")


def only(text: str, staff_id: str = "S006") -> Item:
    sent = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)
    (item,) = read(SAMPLE, staff_id=staff_id, text=text, sent_at=sent, tz=TZ, advisor=RULES_ALONE).contacts
    return item


@pytest.mark.parametrize(
    "text",
    [
        "spoke to Lila by herself in her room at Ms Brennan's today at 4",
        "saw Lila at Ms Brennan's today at 4, talked with her by herself for 10 min",
        "saw Lila at school today at 1, just me and her in the library",
        "saw Lila at school today at 1, it was just the two of us",
        "vi a Lila hoy a las 4, hablé con Lila sola",
    ],
)
def test_by_herself_and_the_two_of_us_is_seen_alone(text: str) -> None:
    assert only(text).seen_alone == ("P0010",)


@pytest.mark.parametrize(
    "text",
    [
        "saw Lila today at 4, she walks to school by herself now",
        "saw Lila today at 4 at Ms Brennan's, she was playing by herself",
        "visited Ms Brennan today at 4, saw Lila play by herself",
        "hoy a las 4 hablé con Lila solo por teléfono",
    ],
)
def test_what_a_child_does_by_herself_is_not(text: str) -> None:
    assert only(text).seen_alone == ()


@pytest.mark.parametrize(
    "words", ["the first 10 min", "the first half hour", "for the first couple of hours"]
)
def test_the_first_minutes_are_no_day_and_no_length(words: str) -> None:
    item = only(f"saw Lila today at 4 for 40 min, Ms Brennan was there {words}")
    assert (f"{item.starts_at:%m-%d %H:%M}", item.minutes) == ("11-09 16:00", 40)


def test_the_first_of_the_month_still_is_one() -> None:
    assert f"{only('saw Lila on the first 30 min').on:%m-%d}" == "11-01"
