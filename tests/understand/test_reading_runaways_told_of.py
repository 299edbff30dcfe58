"""What a runaway, or a call that was answered, makes of the outcome: an attempt is only what somebody tried."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

ZONE = ZoneInfo("America/New_York")


def said(text: str, staff: str = "S005"):
    return read(
        SAMPLE, staff_id=staff, text=text, sent_at=datetime(2026, 11, 9, 21, 45, tzinfo=ZONE), tz=ZONE
    )


@pytest.mark.parametrize(
    "text",
    [
        "will didnt come back to linden house tonight, staff says he left around 8 w his phone off",
        "Will Hall never came home from school, staff looked everywhere",
        "maya rivera hasnt come back since 6, her phone is off",
        "will hall awol since 8, goes straight to voicemail",
    ],
)
def test_a_runaway_who_did_not_come_back_was_not_attempted(text: str) -> None:
    reading = said(text)
    assert reading.intent is Intent.LOG_CRISIS
    assert {item.outcome for item in reading.contacts} == {Outcome.COMPLETED}


@pytest.mark.parametrize(
    "text",
    [
        "CRISIS will hall missing, i called his mom 3x no answer",
        "went to ms thompson's at 8pm, nobody home, mateo is missing",
    ],
)
def test_what_was_tried_about_one_is_still_attempted(text: str) -> None:
    assert {item.outcome for item in said(text).contacts} == {Outcome.ATTEMPTED}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("i called curtis coleman at 8pm, he answered, so not attempted", Outcome.COMPLETED),
        ("called ms thompson 5pm, she picked up, it wasn't an attempt", Outcome.COMPLETED),
        ("called ms thompson 5pm, no answer, attempted", Outcome.ATTEMPTED),
        ("called ms thompson 5pm, nobody answered, attempted contact", Outcome.ATTEMPTED),
    ],
)
def test_not_attempted_where_somebody_answered(text: str, outcome: Outcome) -> None:
    assert [item.outcome for item in said(text).contacts] == [outcome]


def test_hell_is_he_will_and_no_hall() -> None:
    (item,) = said("dad hector called back 8pm says hell take them", "S017").contacts
    assert {SAMPLE.children[c].case_id for c in item.children} == {"C0001"}
