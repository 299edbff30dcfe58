"""What one worker calls those on her caseload: as good as their names, for her, while they are hers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understand.agency import Agency
from bot.understand.reading import read
from bot.understand.who.unknown import unknown_name
from tests.understand.agencies import agency_in

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 9, 17, 30, tzinfo=NEW_YORK)
ROSTER = Path(__file__).parents[2] / "conversations" / "roster"


@pytest.fixture(scope="module")
def agency() -> Agency:
    return agency_in(ROSTER)


def children(agency: Agency, text: str, names: dict[str, str], who: str = "W1") -> tuple[str, ...]:
    reading = read(agency, staff_id=who, text=text, sent_at=NOW, tz=NEW_YORK, nicknames=names)
    return tuple(child for item in reading.contacts for child in item.children)


@pytest.mark.parametrize(
    "text", ["saw Nene today 4pm", "saw nene today at 4pm", "visited Nene and her foster mother today at 3pm"]
)
def test_a_nickname_is_that_child(agency: Agency, text: str) -> None:
    assert children(agency, text, {}) != ("C1",)
    assert children(agency, text, {"nene": "C1"}) == ("C1",)


def test_it_is_no_assumption(agency: Agency) -> None:
    reading = read(
        agency, staff_id="W1", text="saw Nene today 4pm", sent_at=NOW, tz=NEW_YORK, nicknames={"nene": "C1"}
    )
    assert (reading.ask, reading.marks) == ((), ())


def test_off_the_caseload_it_is_no_longer_used(agency: Agency) -> None:
    assert "C4" not in children(agency, "saw Nene today 4pm", {"nene": "C4"})
    roster = agency.roster
    moved = tuple(replace(c, primary_worker_id="W3") if c.id == "K1" else c for c in roster.cases)
    later = Agency.of(replace(roster, cases=moved))
    assert children(later, "saw Nene today 4pm", {"nene": "C1"}) == ()


def test_a_real_name_on_the_caseload_wins(agency: Agency) -> None:
    assert children(agency, "saw Tobi today 4pm", {"tobi": "C1"}) == ("C2",)


def test_readings_with_and_without_do_not_mix(agency: Agency) -> None:
    for _ in range(2):
        assert children(agency, "saw Nene today 4pm", {"nene": "C2"}) == ("C2",)
        assert children(agency, "saw Nene today 4pm", {"nene": "C1"}) == ("C1",)
        assert children(agency, "saw Nene today 4pm", {}) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("saw Nene today 4pm", "Nene"),
        ("saw junebug today 4pm", "junebug"),
        ("saw Nene and Bobo today 4pm", None),
        ("saw Tobi today 4pm", None),
        ("saw him at the Foster home in May", None),
        ("called mom at 3pm, left msg", None),
        ("", None),
    ],
)
def test_one_unknown_name_is_found_and_two_are_not_told_apart(
    agency: Agency, text: str, name: str | None
) -> None:
    assert unknown_name(agency, "W1", text, date(2026, 11, 9)) == name
