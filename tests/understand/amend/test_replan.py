"""What words make of a visit that is yet to happen; what is about something else is left alone."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.understand.amend.remark import Sender
from bot.understand.amend.replan import Planned, Replanned, may_replan, replan
from tests.understand.agencies import SAMPLE
from tests.understand.amend.amending_office import MAYA, MONDAY, NEW_YORK, TOBI, office

THURSDAY = date(2026, 11, 12)
PLAN = Planned(THURSDAY, time(15), {MAYA, TOBI}, {"K1"})
FRIDAY, NEXT_MONDAY = date(2026, 11, 13), date(2026, 11, 16)


def meant(text: str, plan: Planned = PLAN) -> Replanned | None:
    """What Dana's words make of the plan; None: they are about none."""
    sender = Sender("W1", MONDAY, NEW_YORK, voice=False)
    return replan(office(), text, sender, plan) if may_replan(text) else None


@pytest.mark.parametrize(
    ("text", "on", "at"),
    [
        ("make that friday", FRIDAY, time(15)),
        ("no, friday", FRIDAY, time(15)),
        ("friday instead", FRIDAY, time(15)),
        ("actually 5", THURSDAY, time(17)),
        ("lets do 4:30", THURSDAY, time(16, 30)),
        ("moved to mon 2pm", NEXT_MONDAY, time(14)),
        ("can't do thursday, do friday at 2", FRIDAY, time(14)),
        ("push it to 4", THURSDAY, time(16)),
        ("mejor el viernes", FRIDAY, time(15)),
        ("pasala para el viernes a las 4", FRIDAY, time(16)),
    ],
)
def test_another_day_or_hour_and_what_is_not_told_stays(text: str, on: date, at: time) -> None:
    assert meant(text) == Replanned(on, at)


@pytest.mark.parametrize(
    "text",
    [
        "cancel it",
        "cant make thursday, cancel it",
        "can't make it",
        "it's called off",
        "nvm",
        "no puedo ir",
        "cancelala",
    ],
)
def test_called_off(text: str) -> None:
    assert meant(text) == Replanned(called_off=True)


@pytest.mark.parametrize(
    "text", ["no, Tobi only", "push it back an hour", "no, somewhere else", "change the place"]
)
def test_what_cannot_be_told_is_asked(text: str) -> None:
    assert meant(text) == Replanned(unclear=True)


@pytest.mark.parametrize(
    "text",
    [
        "it was 3:30",
        "was at 4",
        "fue a las 4",
        "also Friday at 4",
        "no, Bence friday at 4",
        "can't make friday",
        "Ms Quist cancelled",
        "is it friday?",
        "thanks",
        "she was asleep",
    ],
)
def test_what_is_about_something_else_moves_no_plan(text: str) -> None:
    assert meant(text) is None


def test_a_plan_without_an_hour_is_told_one() -> None:
    assert meant("at 4", Planned(THURSDAY, None, {MAYA}, {"K1"})) == Replanned(THURSDAY, time(16))


HOPE, WILL = "P0005", "P0004"


@pytest.mark.parametrize(
    ("text", "whose", "now"),
    [
        ("cancel will, hes got a court thing", WILL, Replanned(called_off=True)),
        ("can't do will", WILL, Replanned(called_off=True)),
        ("actually hope is 4:30", HOPE, Replanned(THURSDAY, time(16, 30))),
        ("hope is fri instead", HOPE, Replanned(FRIDAY, time(15))),
    ],
)
def test_of_two_plans_a_name_that_is_a_word_picks_one(text: str, whose: str, now: Replanned) -> None:
    sender = Sender("S005", MONDAY, NEW_YORK, voice=False)
    for child in (HOPE, WILL):
        found = replan(SAMPLE, text, sender, Planned(THURSDAY, time(15), {child}, {"C0003"}))
        assert found == (now if child == whose else None)


def test_will_is_nobody_where_it_is_the_verb() -> None:
    sender = Sender("S005", MONDAY, NEW_YORK, voice=False)
    plan = Planned(THURSDAY, time(15), {HOPE}, {"C0003"})
    assert replan(SAMPLE, "no, it will be friday", sender, plan) == Replanned(FRIDAY, time(15))
