"""A plan moved by its own day ("the day after", a bare weekday of its week), with its reason said before."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.understand.amend.remark import Sender
from bot.understand.amend.replan import Planned, Replanned, goes_on, may_go_on, may_replan, replan
from tests.understand.agencies import SAMPLE
from tests.understand.amend.amending_office import MAYA, MONDAY, NEW_YORK, TOBI, office

UNCLEAR, OFF = Replanned(unclear=True), Replanned(called_off=True)
HOPE = "P0005"


def day(of_november: int, hour: int = 10, minute: int = 0) -> Replanned:
    """Moved to that day of November 2026 and hour."""
    return Replanned(date(2026, 11, of_november), time(hour, minute))


def meant(text: str, plan: Planned) -> Replanned | None:
    """What Dana's words on Monday the 9th make of the plan; None: they are about none."""
    sender = Sender("W1", MONDAY, NEW_YORK, voice=False)
    return replan(office(), text, sender, plan) if may_replan(text) else None


@pytest.mark.parametrize(
    ("planned_on", "text", "now"),
    [
        (16, "switch it to thurs", day(19)),
        (16, "lets do wed at 2", day(18, 14)),
        (16, "muevelo al miercoles", day(18)),
        (16, "mejor el viernes a las 3", day(20, 15)),
        (16, "move it up to friday", day(13)),
        (16, "move it to this thursday", day(12)),
        (16, "move it to tomorrow", day(10)),
        (16, "move it to weds the 18th", day(18)),
        (20, "push it to monday", day(23)),
        (20, "move it to wednesday", UNCLEAR),
        (20, "can't make friday", OFF),
        (12, "make it tuesday", day(10)),
        (12, "push it to tuesday", day(17)),
        (12, "make it mon", day(16)),
        (17, "push tobi to the day after", day(18)),
        (17, "make it the day before", day(16)),
        (17, "do it the next day at 5", day(18, 17)),
        (17, "pasa a tobi al dia siguiente", day(18)),
        (17, "move it to the week after, same time", day(24)),
        (17, "mejor el dia antes a las 3", day(16, 15)),
        (17, "two days later pls", day(19)),
        (17, "move it to the day after tomorrow", day(11)),
        (12, "same time next week", day(19)),
        (12, "tobi is the 13th not the 12th", day(13)),
        (12, "and tobi is the 13th not the 12th", day(13)),
    ],
)
def test_a_day_is_counted_from_the_plans_own(planned_on: int, text: str, now: Replanned) -> None:
    assert meant(text, Planned(date(2026, 11, planned_on), time(10), {TOBI}, {"K1"})) == now


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("he has the dentist so lets do 5", day(12, 17)),
        ("he's got practice at 3 so make it 445", day(12, 16, 45)),
        ("his mom works late, can we do friday", day(13, 15)),
        ("tiene cita con el doctor, mejor a las 5", day(12, 17)),
        ("hay trafico asi que pasala al viernes", day(13, 15)),
        ("friday works better for her, same time", day(13, 15)),
        ("he has the dentist at 5", None),
        ("he was home the day after", None),
        ("Bence has court so lets do 5", None),
    ],
)
def test_why_it_is_moved_stands_before(text: str, now: Replanned | None) -> None:
    assert meant(text, Planned(date(2026, 11, 12), time(15), {TOBI}, {"K1"})) == now


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("push hope to friday", day(13, 15)),
        ("move hopes visit to 5", day(12, 17)),
        ("postpone hope til fri", day(13, 15)),
        ("cancelling hope, its raining", OFF),
        ("not seeing hope thursday after all", OFF),
        ("i hope friday works", None),
    ],
)
def test_a_name_that_is_a_word_stands_behind_the_verb(text: str, now: Replanned | None) -> None:
    sender = Sender("S005", MONDAY, NEW_YORK, voice=False)
    plan = Planned(date(2026, 11, 12), time(15), {HOPE}, {"C0003"})
    assert (replan(SAMPLE, text, sender, plan) if may_replan(text) else None) == now


def test_of_a_plan_for_two_families_one_is_not_moved_with_the_other() -> None:
    plan = Planned(date(2026, 11, 12), time(10), {MAYA, "C3"}, {"K1"})
    assert meant("move Maya Lindgren to 3", plan) == UNCLEAR
    assert meant("move it to 3", plan) == day(12, 15)


def test_a_day_put_right_is_no_plan_on_top() -> None:
    sender = Sender("W1", MONDAY, NEW_YORK, voice=False)
    assert not may_go_on("and tobi is the 19th not the 18th")
    assert may_go_on("and tobi on the 19th")
    assert goes_on(office(), "and tobi on the 19th", sender)
