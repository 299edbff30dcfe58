"""Buttons among which one picks a note: no two alike."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.views.notes.told_apart import told_apart
from storage.records import ChildOf, NoteRecord, PersonOf
from storage.types import Method, Relationship
from tests.views.extremes import NOW, note

TZ = ZoneInfo("America/New_York")


def of(name: str, **content: object) -> NoteRecord:
    record = note(children=0, people=0)
    child = ChildOf(name, *name.split(" ", 1))
    facts = {
        "on": date(2026, 11, 9),
        "starts_at": NOW,
        "method": Method.PHONE,
        "narrative": "words",
    } | content
    return replace(record, children=(child,), content=replace(record.content, **facts))


def test_the_child_and_the_day_are_enough_where_nobody_else_has_both() -> None:
    assert told_apart([of("Will Hall"), of("Owen Moran")], TZ) == [
        "Will Hall, Mon Nov 9",
        "Owen Moran, Mon Nov 9",
    ]


def test_two_of_a_child_and_day_are_told_apart_by_the_hour() -> None:
    later = of("Will Hall", starts_at=NOW + timedelta(minutes=15))
    assert told_apart([of("Will Hall"), later, of("Owen Moran")], TZ) == [
        "Will Hall, Mon Nov 9, 5:30 PM",
        "Will Hall, Mon Nov 9, 5:45 PM",
        "Owen Moran, Mon Nov 9",
    ]


def test_else_by_the_way_by_whom_and_by_the_words() -> None:
    seen = of("Will Hall", method=Method.IN_PERSON)
    assert told_apart([of("Will Hall"), seen], TZ)[1] == "Will Hall, Mon Nov 9, in person"
    coleman = replace(of("Will Hall"), people=(PersonOf("P1", "Curtis Coleman", Relationship.OTHER),))
    assert told_apart([of("Will Hall"), coleman], TZ)[1] == "Will Hall, Mon Nov 9, Curtis Coleman"
    said = of("Will Hall", narrative="5 m about the game")
    assert told_apart([of("Will Hall"), said], TZ)[1] == "Will Hall, Mon Nov 9, “5 m about the game”"


def test_a_button_holds_no_more_than_seventy_letters() -> None:
    assert all(len(one) <= 70 for one in told_apart([of("Maria " * 20), of("Maria " * 20)], TZ))
