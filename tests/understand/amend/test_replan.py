"""What words make of a visit that is yet to happen; what is about something else is left alone."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.understand.amend.remark import Sender
from bot.understand.amend.replan import Planned, Replanned, goes_on, may_go_on, may_replan, replan
from storage.types import EventType
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
        ("push maya a week", date(2026, 11, 19), time(15)),
        ("push it back an hour", THURSDAY, time(16)),
        ("pushing it back 2 days", date(2026, 11, 14), time(15)),
        ("move maya's visit up an hour", THURSDAY, time(14)),
        ("bump tobi a couple days", date(2026, 11, 14), time(15)),
        ("move it a day earlier", date(2026, 11, 11), time(15)),
        ("mueve a maya una semana", date(2026, 11, 19), time(15)),
        ("change maya to 5", THURSDAY, time(17)),
        ("cambia a Maya para las 5", THURSDAY, time(17)),
        ("cambia la visita de Maya para el viernes", FRIDAY, time(15)),
        ("move Maya to friday at 4", FRIDAY, time(16)),
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
    "text",
    ["no, Tobi only", "push maya a week, school trip", "no, somewhere else", "change the place"],
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


OTHER_MAYA = "C3"


@pytest.mark.parametrize(
    "text",
    ["It's not Tobi it's Maya Lindgren", "not Tobi, Maya Lindgren", "no, I meant Maya Lindgren", "sorry, Maya Lindgren",
     "no es Tobi, es Maya Lindgren", "actually it's Maya Lindgren"],
)  # fmt: skip
def test_it_is_for_another_child(text: str) -> None:
    plan = Planned(THURSDAY, time(15), {TOBI}, {"K1"})
    assert meant(text, plan) == Replanned(THURSDAY, time(15), children=(OTHER_MAYA,))


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("it's not Tobi it's Maya Lindgren at 4", Replanned(THURSDAY, time(16), children=(OTHER_MAYA,))),
        ("not Tobi, his cousin and Maya Lindgren", Replanned(unclear=True)),
        ("it's not Bence it's Maya Lindgren", None),
        ("no, Maya Lindgren friday at 4", None),
        ("saw Maya Lindgren at 4", None),
    ],
)
def test_for_whom_it_is_not_guessed(text: str, now: Replanned | None) -> None:
    assert meant(text, Planned(THURSDAY, time(15), {TOBI}, {"K1"})) == now


VISITS, AT_SCHOOL = (EventType.CASEWORKER_CHILD,), (EventType.SCHOOL,)


@pytest.mark.parametrize(
    ("text", "types", "now"),
    [
        ("the meeting is at 9:30", AT_SCHOOL, Replanned(THURSDAY, time(9, 30))),
        ("the meeting is at 9:30", VISITS, None),
        ("la reunion es a las 9 y media", AT_SCHOOL, Replanned(THURSDAY, time(9, 30))),
        ("la visita es el viernes", VISITS, Replanned(FRIDAY, time(15))),
        ("la visita es el viernes", AT_SCHOOL, None),
        ("the visit is on friday at 4", VISITS, Replanned(FRIDAY, time(16))),
        ("the visit with Tobi is at 4", VISITS, Replanned(THURSDAY, time(16))),
        ("the visit with Maya Lindgren is at 4", VISITS, None),
    ],
)
def test_the_kind_of_event_says_which(text: str, types: tuple[EventType, ...], now: Replanned | None) -> None:
    assert meant(text, Planned(THURSDAY, time(15), {TOBI}, {"K1"}, types)) == now


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("and Friday Ms Stone at 3", True),
        ("y el viernes a la mama a las 3", True),
        ("also thursday at 2 Tobi", True),
        ("and tomorrow Maya Lindgren", True),
        ("and Friday I saw Tobi at 3", False),
        ("y el viernes vi a Tobi a las 3", False),
        ("and yesterday Tobi at 3", False),
        ("and Tobi at 3", False),
        ("and Friday at 3?", False),
        ("Friday Ms Stone at 3", False),
    ],
)
def test_what_comes_on_top_of_a_plan_is_one(text: str, goes: bool) -> None:
    sender = Sender("W1", MONDAY, NEW_YORK, voice=False)
    assert (may_go_on(text) and goes_on(office(), text, sender)) is goes
