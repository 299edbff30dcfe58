"""The same corrections as officials, as people in a hurry and as Spanish speakers write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.understand.amend.glance import may_concern
from storage.types import EventType, Method, Place
from tests.understand.amend.amending_office import MAYA, MOTHER, NEW_YORK, STONE, TOBI, VISIT, said

MORNING = replace(VISIT, starts_at=datetime(2026, 11, 5, 9, 20, tzinfo=NEW_YORK), minutes=None)
COURT = replace(VISIT, types=(EventType.COURT_APPEARANCE,), people=(), place=Place.COURT)


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("The visit commenced at 17:20 hrs", 17, 20),
        ("oops pm", 21, 20),
        ("sorry I meant pm not am", 21, 20),
        ("Please amend the time to 10:45", 10, 45),
        ("Tobi was there, and it was 10:30", 10, 30),
        ("no, 10 past 10", 10, 10),
    ],
)
def test_the_hour(words: str, hour: int, minute: int) -> None:
    found = said(MORNING, words).after.starts_at
    assert found is not None
    assert (found.hour, found.minute) == (hour, minute)
    assert may_concern(words)


def test_the_day_and_the_length() -> None:
    assert said(VISIT, "i was off by a day, it was friday").after.on == date(2026, 11, 6)
    assert said(VISIT, "noon yesterday").after.on == date(2026, 11, 8)
    assert said(VISIT, "25 mins all told").after.minutes == 25
    assert said(VISIT, "meant yesterday").after.on == date(2026, 11, 8)
    assert said(VISIT, "Please amend the duration to 50 minutes.").after.minutes == 50
    assert said(VISIT, "Maya's wasn't Thursday it was Friday").after.on == date(2026, 11, 6)


@pytest.mark.parametrize(
    "words", ["nada más vi a Tobi", "solo vi a Tobi", "I only saw Tobi", "just Tobi, Maya was at dance"]
)
def test_the_only_child_met(words: str) -> None:
    found = said(VISIT, words)
    assert found.after.children == (TOBI,)
    assert found.pointed


def test_who_was_at_work_was_not_there() -> None:
    found = said(VISIT, "Ms Stone was at work, it was just the sitter with the kids")
    assert found.after.people == ()
    assert found.pointed


@pytest.mark.parametrize("words", ["la mama de ellos estaba tambien", "the mom of theirs was there too"])
def test_whose_mother_stands_between(words: str) -> None:
    assert said(VISIT, words).after.people == (STONE, MOTHER)


@pytest.mark.parametrize(
    "words", ["mom appeared by video", "mom joined by phone", "mamá se conectó por teléfono"]
)
def test_how_somebody_took_part_is_not_how_it_was_held(words: str) -> None:
    after = said(COURT, words).after
    assert (after.method, after.place) == (Method.IN_PERSON, Place.COURT)


@pytest.mark.parametrize(
    "words", ["it was by phone", "en realidad le mandé un texto", "she called, not in person"]
)
def test_how_it_was_held_is(words: str) -> None:
    assert said(VISIT, words).after.method in (Method.PHONE, Method.TEXT)


def test_maya_stays_where_she_was_at_work_is_told_of_nobody_here() -> None:
    assert said(VISIT, "his dad was at work").after.children == (MAYA, TOBI)
