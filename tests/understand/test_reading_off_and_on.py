"""A visit that was off and its new day, in one breath: one missed, one planned, each on its own day."""

from __future__ import annotations

import pytest

from storage.types import Outcome
from tests.understand.telling import clock, events


@pytest.mark.parametrize(
    ("text", "staff", "new"),
    [
        ("ms edwards cancelled on me today so now its thurs 4pm", "S005", "11-12 16:00"),
        ("ms bryant canceled this morning so were on for friday at 9 instead", "S005", "11-13 09:00"),
        ("had to cancel laila today, she is now weds 10am", "S005", "11-11 10:00"),
        ("cancelled w alan today so it'll be the 18th at 4", "S005", "11-18 16:00"),
        ("alans visit today got cancelled, now its friday at 330", "S005", "11-13 15:30"),
        ("la sra polanco me cancelo hoy ahora es el viernes a las 3", "S007", "11-13 15:00"),
        ("hoy se cancelo la visita de luz quedo para el martes a las 5", "S007", "11-10 17:00"),
        ("no pude ver a ryan hoy la sra acosta me cancelo quedamos para el jueves a las 4", "S007", "11-12 16:00"),
    ],
)  # fmt: skip
def test_missed_today_and_planned_anew(text: str, staff: str, new: str) -> None:
    missed, planned = events(text, staff=staff)
    assert (missed.outcome, f"{missed.on:%m-%d}") == (Outcome.CANCELLED, "11-09")
    assert (planned.outcome, clock(planned)) == (Outcome.PLANNED, new)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("ms owens cancelled friday 3pm on me, so now its late", "11-06 15:00"),
        ("ms edwards cancelled today at 2, its monday and they always do", "11-09 14:00"),
    ],
)
def test_no_new_day_is_no_plan(text: str, when: str) -> None:
    (missed,) = events(text)
    assert (missed.outcome, clock(missed)) == (Outcome.CANCELLED, when)
