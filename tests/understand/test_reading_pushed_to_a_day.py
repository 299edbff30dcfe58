"""A child "pushed to the day after" is a visit put off; pushed to the floor, a worry."""

from __future__ import annotations

import pytest

from bot.understand.parts import ALARMS, Intent
from tests.understand.telling import intent


@pytest.mark.parametrize(
    "text",
    [
        "push alan to the day before",
        "push Alan out to after thanksgiving",
        "can you push alan to another day",
        "push alan back to the 20th",
        "push alan to later in the week",
        "kick alan to friday",
        "need to push alan to nov 20",
    ],
)
def test_a_visit_put_off_is_no_worry(text: str) -> None:
    assert intent(text) is Intent.PLAN_VISIT


@pytest.mark.parametrize(
    "text", ["push alan", "push the boys to thursday", "pushed alan to the end of the month"]
)
def test_nor_is_one_put_off_in_other_words(text: str) -> None:
    assert intent(text) not in ALARMS


@pytest.mark.parametrize(
    "text",
    [
        "ms edwards pushed alan to the floor",
        "she pushed alan to the ground the day after",
        "his brother pushes alan into the door",
        "mom pushed alan for the 3rd time this week",
        "alan says he pushes him on friday",
    ],
)
def test_a_child_who_was_pushed_is_one(text: str) -> None:
    assert intent(text) in ALARMS
