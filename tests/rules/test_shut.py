"""School or court on a weekend that nobody named: the card says it (bot/rules/shut.py)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.shut import shut_that_day
from storage.records import NoteContent
from storage.types import EventType, Method, Outcome, Place

SATURDAY, SUNDAY, MONDAY = date(2026, 11, 7), date(2026, 11, 8), date(2026, 11, 9)


def visit(on: date, **said: object) -> NoteContent:
    usual = {"place": Place.SCHOOL, "method": Method.IN_PERSON, "narrative": "saw Maya at school yest at 10"}
    return NoteContent(on=on, outcome=Outcome.COMPLETED, **(usual | said))  # type: ignore[arg-type]


@pytest.mark.parametrize("on", [SATURDAY, SUNDAY])
def test_a_school_visited_and_court_held_on_a_weekend_are_told(on: date) -> None:
    assert shut_that_day(visit(on)) is Place.SCHOOL
    assert shut_that_day(visit(on, place=Place.COURT, method=Method.VIDEO)) is Place.COURT
    assert shut_that_day(visit(on, place=None, types=(EventType.COURT_APPEARANCE,))) is Place.COURT


@pytest.mark.parametrize(
    "words",
    ["Saturday school with Maya", "domingo, en la escuela", "sat 10am at school", "this wknd at school"],
)
def test_who_names_the_weekend_knows_it(words: str) -> None:
    assert shut_that_day(visit(SUNDAY, narrative=words)) is None


def test_other_days_places_and_ways_are_nothing_to_tell() -> None:
    assert shut_that_day(visit(MONDAY)) is None
    assert shut_that_day(visit(SUNDAY, place=Place.FOSTER_HOME)) is None
    assert shut_that_day(visit(SUNDAY, method=Method.PHONE)) is None
    assert (
        shut_that_day(NoteContent(outcome=Outcome.COMPLETED, place=Place.SCHOOL, method=Method.IN_PERSON))
        is None
    )
    for outcome in (Outcome.CANCELLED, Outcome.PLANNED):
        off = NoteContent(on=SUNDAY, outcome=outcome, place=Place.COURT, narrative="court is off")
        assert shut_that_day(off) is None
