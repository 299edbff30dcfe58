"""A visit of a day to come that is called off: no plan is made of it."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from storage.types import Outcome
from tests.understand.telling import events, intent


@pytest.mark.parametrize(
    ("text", "staff", "on"),
    [
        ("canceling alan tmrw at 4, car trouble", "S005", "11-10"),
        ("have to cancel laila wed at 10", "S005", "11-11"),
        ("not seeing alan thursday after all", "S005", "11-12"),
        ("Calling off Laila's visit Thursday, snow", "S005", "11-12"),
        ("cant make it to alans tomorrow at 4", "S005", "11-10"),
        ("ms edwards cancelled tomorrows visit", "S005", "11-10"),
        ("cant make the meeting tomorrow with ms daniels at 10", "S005", "11-10"),
        ("mañana no puedo ver a sanaa a las 5 cancelala", "S007", "11-10"),
        ("ya no voy a visitar a sanaa el jueves", "S007", "11-12"),
        ("se cancela la visita de sanaa de mañana", "S007", "11-10"),
    ],
)
def test_it_is_cancelled_and_not_planned(text: str, staff: str, on: str) -> None:
    (item,) = events(text, staff=staff)
    assert (item.outcome, f"{item.on:%m-%d}") == (Outcome.CANCELLED, on)


@pytest.mark.parametrize(
    "text",
    [
        "can't see alan tomorrow at 4, do thurs same time",
        "seeing alan tomorrow at 4, ms edwards cancelled the dentist",
        "seeing laila tomorrow at 10 unless ms bryant cancels",
        "need to call ms edwards tomorrow to cancel the dentist",
        "cant see alan til friday",
    ],
)
def test_another_day_or_another_thing_called_off_leaves_a_plan(text: str) -> None:
    assert intent(text) is Intent.PLAN_VISIT


def test_what_was_cancelled_on_a_bare_weekday_is_over() -> None:
    (item,) = events("ms edwards cancelled friday")
    assert f"{item.on:%m-%d}" == "11-06"
    assert intent("cancel my leave friday") is Intent.PLAN_LEAVE
