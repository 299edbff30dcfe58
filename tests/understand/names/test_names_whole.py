"""A child whose first name is a word, named with the family's name by somebody who is not its worker."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
WILL, HOPE = "P0004", "P0005"


@pytest.mark.parametrize(
    ("text", "children"),
    [
        ("saw Will Hall today 2pm at school, 30 min, he likes his teacher", {WILL}),
        ("saw will hall today 2pm at school", {WILL}),
        ("saw Hope Hall today 2pm at school", {HOPE}),
        ("saw Will Hall and Hope Hall today 2pm at the agency", {WILL, HOPE}),
        ("saw the Hall kids today at 3 at the agency", {WILL, HOPE}),
    ],
)
def test_a_colleague_names_one_child_or_the_family(text: str, children: set[str]):
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)
    (item,) = read(SAMPLE, staff_id="S006", text=text, sent_at=sent, tz=TZ).contacts
    assert set(item.children) == children
