"""A visit confirmed is yet to be; "can't do tomorrow, do Thursday" moves one."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Intent, Item, Reading
from bot.understand.reading import read
from storage.types import Method, Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 9, 17, 31, tzinfo=TZ)
THURSDAY = date(2026, 11, 12)


def reading(text: str, staff: str = "S007") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=MONDAY, tz=TZ)


def items(text: str, staff: str = "S007") -> tuple[Item, ...]:
    return reading(text, staff).contacts


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        (
            "S007",
            "ahora sí me devolvió la llamada a las 5, confirmó la visita del jueves a las 4 en la oficina",
        ),
        ("S007", "llamé a Miriam Santos hoy a las 5, confirmó la visita del jueves a las 4"),
        ("S005", "called Annette Hall at 5, she confirmed the visit for thursday at 4 at the office"),
        ("S005", "Annette Hall called me at 5 and confirmed her visit on thursday at 4"),
    ],
)
def test_a_visit_confirmed_is_a_plan_and_the_call_is_todays(staff: str, text: str) -> None:
    call, *ahead = items(text, staff)
    assert (call.starts_at, call.method) == (datetime(2026, 11, 9, 17, 0, tzinfo=TZ), Method.PHONE)
    assert call.outcome is Outcome.COMPLETED
    assert [(one.on, one.outcome) for one in ahead] in ([], [(THURSDAY, Outcome.PLANNED)])


def test_one_that_went_well_is_none() -> None:
    found = items(
        "Annette Hall called today at 5, she confirmed that the visit on thursday at 4 went well", "S005"
    )
    assert all(one.outcome is not Outcome.PLANNED for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "can't do tmrw, Kiara has a fever, do thurs same time",
        "cant do tomorrow w kiara, lets do thursday at 4",
        "Kiara has a fever, can't go tomorrow, will go thursday at 3 instead",
        "no puedo mañana, Kiara tiene fiebre, mejor el jueves a la misma hora",
    ],
)
def test_the_other_day_is_the_plans(text: str) -> None:
    found = reading(text)
    (plan,) = found.contacts
    assert found.intent is Intent.PLAN_VISIT
    assert (plan.on, plan.outcome) == (THURSDAY, Outcome.PLANNED)


@pytest.mark.parametrize(
    ("staff", "text"),
    [
        ("S005", "canceled tomorrow's visit with the Nichols kids"),
        ("S005", "had to cancel tomorrow's visit with hope"),
        ("S007", "cancelé la visita de mañana con Luz"),
    ],
)
def test_what_was_called_off_is_no_plan(staff: str, text: str) -> None:
    found = reading(text, staff)
    assert found.intent is Intent.LOG_CONTACT
    assert [(one.on, one.outcome) for one in found.contacts] == [(date(2026, 11, 10), Outcome.CANCELLED)]


def test_what_was_seen_before_the_next_visit_is_kept() -> None:
    found = items("saw will today at 3 at linden house, i'll see him again friday at 3", "S005")
    assert [one.outcome for one in found] == [Outcome.COMPLETED, Outcome.PLANNED]
    assert found[0].starts_at == datetime(2026, 11, 9, 15, 0, tzinfo=TZ)


def test_what_was_held_on_the_other_day_is_none() -> None:
    found = items("couldn't see Kiara thurs, she had a fever, saw her friday at 4")
    assert [one.outcome for one in found] == [Outcome.COMPLETED]
