"""A plan that is pushed is put off; a child who is pushed is not."""

from __future__ import annotations

import pytest

from bot.understand.parts import Intent
from tests.understand.telling import intent


@pytest.mark.parametrize(
    "text",
    [
        "push winnie a week",
        "push winnie to next week",
        "pushed winnie back a week",
        "need to push winnie's visit by 2 days",
        "push micah and nia to 4",
        "can you push laila til friday",
        "bump owen a couple days",
    ],
)
def test_a_plan_put_off_raises_no_alarm(text: str) -> None:
    assert intent(text) is Intent.PLAN_VISIT


@pytest.mark.parametrize(
    "text",
    [
        "fm pushed winnie",
        "fm pushed winnie a week ago",
        "fm pushed winnie to the floor",
        "mom pushed her on friday",
        "dad pushed winnie at 4 and she fell",
        "winnie says fm pushed her back into the wall",
        "winnie says fm pushed her two days before the visit",
    ],
)
def test_a_child_who_is_pushed_is_a_worry(text: str) -> None:
    assert intent(text) is Intent.SAFETY_CONCERN


@pytest.mark.parametrize(
    "text",
    [
        "Weds - hv Owen @ daleys 415. Thurs - 10a tc mom Sheridan. Fri - Nicolas @ owens 5p, brandon not home",
        "saw Nicolas at ms owens today 4p, brandon not home",
        "Nicolas @ owens 430 today, 30 min, brandon not there",
        "Maya Rivera at ms thompsons 3p today, mateo not home",
        "vi a Nicolas en casa de la sra owens hoy a las 5, brandon no estaba en casa",
    ],
)
def test_a_sibling_who_was_out_when_the_other_was_seen_is_not_missing(text: str) -> None:
    assert intent(text) is Intent.LOG_CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "saw Nicolas at ms owens 930p, brandon not home",
        "Nicolas @ owens 5p, brandon not home since last night",
        "Nicolas @ owens 5p, brandon not home, fm worried",
        "brandon not home, fm called me 9pm",
    ],
)
def test_one_who_is_looked_for_is(text: str) -> None:
    assert intent(text) is Intent.LOG_CRISIS
