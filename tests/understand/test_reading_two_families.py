"""A call with one family and another's visit called off are two events, each with its own words."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)
TOMORROW = date(2026, 11, 10)


def items(text: str, staff: str = "S005") -> tuple[Item, ...]:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=MONDAY, tz=TZ).contacts


@pytest.mark.parametrize(
    ("staff", "text", "cases"),
    [
        (
            "S005",
            "spoke w Ms Thompson at 12:30. And Ms Fermin canceled tomorrow, baby has a fever",
            ("C0001", "C0071"),
        ),
        ("S005", "Called Ms Pettway at 2, Hope needs shoes. Ms Owens cant do tomorrow", ("C0003", "C0118")),
        (
            "S005",
            "also spoke w Ms Thompson by phone at 12:30, and the Nichols kids' foster mom canceled tomorrow",
            ("C0001", "C0071"),
        ),
        (
            "S007",
            "hablé con la Sra Polanco hoy a las 2. Y la Sra Carter canceló mañana, Winnie tiene fiebre",
            ("C0007", "C0065"),
        ),
    ],
)
def test_another_family_calling_off_is_another_event(staff: str, text: str, cases: tuple[str, str]) -> None:
    first, second = items(text, staff)
    assert (*first.case_ids, *second.case_ids) == cases
    assert (first.outcome, second.outcome) == (Outcome.COMPLETED, Outcome.CANCELLED)
    assert first.starts_at is not None
    assert second.on == TOMORROW
    assert first.spans[-1][1] <= second.spans[0][0]


def test_the_new_day_is_that_familys() -> None:
    text = "spoke w Ms Thompson at 12:30. And Ms Fermin canceled tomorrow bc of a fever, we said thursday 3"
    held, off, ahead = items(text)
    assert (off.case_ids, ahead.case_ids) == (("C0071",), ("C0071",))
    assert (ahead.outcome, ahead.starts_at) == (
        Outcome.PLANNED,
        datetime(2026, 11, 12, 15, 0, tzinfo=TZ),
    )
    assert held.case_ids == ("C0001",)


@pytest.mark.parametrize("verb", ["rescheduled", "moved", "pushed"])
def test_anothers_visit_moved_is_a_plan_of_that_family(verb: str) -> None:
    held, ahead = items(f"saw Micah at school today 10. Ms Thompson {verb} tomorrow's visit to friday at 4")
    assert (held.case_ids, held.outcome) == (("C0071",), Outcome.COMPLETED)
    assert (ahead.case_ids, ahead.outcome) == (("C0001",), Outcome.PLANNED)
    assert ahead.starts_at == datetime(2026, 11, 13, 16, 0, tzinfo=TZ)


def test_what_another_carer_said_is_her_familys() -> None:
    first, second = items("called Ms Thompson at 12:30 re the voucher. Ms Fermin said the baby has a fever")
    assert (first.case_ids, second.case_ids) == (("C0001",), ("C0071",))


def test_one_familys_own_change_stays_with_it() -> None:
    (item,) = items("Ms Fermin called at 2 and canceled tomorrow, baby has a fever")
    assert (item.case_ids, item.outcome) == (("C0071",), Outcome.COMPLETED)
