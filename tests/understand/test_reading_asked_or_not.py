"""“Did she go to the ER or not": a question's tail denies nothing, and raises no alarm."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import ALARMS
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

ZONE = ZoneInfo("America/New_York")


def intent(text: str):
    return read(
        SAMPLE, staff_id="S002", text=text, sent_at=datetime(2026, 11, 10, 9, 10, tzinfo=ZONE), tz=ZONE
    ).intent


@pytest.mark.parametrize(
    "text",
    [
        "is the luz one right? did she go to the er or not",
        "did they take him to the hospital or no",
        "was she in the er last night or not?",
        "were the police called or not",
    ],
)
def test_it_only_asks(text: str) -> None:
    assert intent(text) not in ALARMS


@pytest.mark.parametrize(
    "text",
    [
        "did she go to the er or not, luz is bleeding from the head",
        "is mateo breathing or not, fm says he is blue",
        "maya is not breathing, are they coming or not",
    ],
)
def test_with_a_danger_told_it_is_an_alarm(text: str) -> None:
    assert intent(text) in ALARMS
