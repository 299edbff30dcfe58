"""“… and Owen same day 230": each child at an hour of his own, on the one day."""

from __future__ import annotations

import pytest

from tests.understand.telling import children, clock, events


@pytest.mark.parametrize(
    ("text", "staff", "told"),
    [
        ("seeing alan the 18th at 10 and micah same day 230", "S005",
         [(["Alan"], "11-18 10:00"), (["Micah"], "11-18 14:30")]),
        ("going to see alan tomorrow at 4 and laila after that at 530", "S005",
         [(["Alan"], "11-10 16:00"), (["Laila"], "11-10 17:30")]),
        ("seeing laila thurs 10am then owen later that day at 2", "S005",
         [(["Laila"], "11-12 10:00"), (["Owen"], "11-12 14:00")]),
        ("veo a luz el jueves a las 3 y a sanaa el mismo dia a las 5", "S007",
         [(["Luz"], "11-12 15:00"), (["Sanaa"], "11-12 17:00")]),
        ("seeing laila and owen the 18th at 10", "S005", [(["Laila", "Owen"], "11-18 10:00")]),
        ("seeing laila the 18th from 10 to 11 and owen", "S005", [(["Laila", "Owen"], "11-18 10:00")]),
    ],
)  # fmt: skip
def test_each_has_an_hour(text: str, staff: str, told: list[tuple[list[str], str]]) -> None:
    assert [(children(item), clock(item)) for item in events(text, staff=staff)] == told
