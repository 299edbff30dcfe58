"""Minutes of which nobody says that they are: "got him at school for like 15"."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)


def minutes(text: str) -> list[int | None]:
    return [i.minutes for i in read(SAMPLE, staff_id="S007", text=text, sent_at=MONDAY, tz=TZ).contacts]


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("got Luz at school today 1pm for like 15, she was in a mood", 15),
        ("saw Luz at school today 1pm for 20, fine", 20),
        ("saw Luz today 1pm at school for a good 45", 45),
        ("saw Luz today 1pm at school for 45ish", 45),
        ("saw Luz at school for about 25, 1pm", 25),
        ("called Ms Polanco today 1pm, talked for like 10", 10),
        ("vi a Luz en la escuela hoy 1pm por como 15, estaba bien", 15),
        ("vi a Luz en la escuela hoy a la 1 por unos 20.", 20),
    ],
)
def test_a_number_behind_a_meeting_is_its_length(text: str, long: int) -> None:
    assert minutes(text) == [long]


@pytest.mark.parametrize(
    "text",
    [
        "saw Luz at school today 1pm, visit set for 4",
        "saw Luz at school today 1pm, she asked for 20 for the trip",
        "saw Luz at school today 1pm. she's been suspended for 15",
        "saw Luz at school today 1pm, waited for like 15 then she came",
    ],
)
def test_what_was_planned_asked_or_waited_for_is_none(text: str) -> None:
    assert not any(minutes(text))
