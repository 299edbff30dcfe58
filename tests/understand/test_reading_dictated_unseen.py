"""Dictated: a child who would not come, had gone or was taken by another was not met; one seen after all was."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Reading
from bot.understand.reading import read
from storage.types import EventType, Outcome
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 9, 17, 30, tzinfo=TZ)


def reading(text: str, staff: str = "S007") -> Reading:
    return read(SAMPLE, staff_id=staff, text=text, sent_at=SENT, tz=TZ)


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        (
            "Sunday 2pm at Linden House, Will refused to come out of his room so I only spoke with Mr Coleman.",
            "S005",
        ),
        (
            "I went to see Will at Linden House Sunday at 2 and he refused to see me, I talked to Mr Coleman.",
            "S005",
        ),
        ("Friday 3:15 pm Xie home visit with Ms Edwards, Alan was at karate.", "S005"),
        ("Went to Ms Pettway's Saturday at 2, Hope wouldn't come out, so I talked to Ms Pettway", "S005"),
        (
            "el domingo a las 2 fui a ver a jaylen pero no quiso salir de su cuarto solo hable con la senora figueroa",
            "S007",
        ),
    ],
)
def test_a_child_who_would_not_be_seen_was_not_met(text: str, staff: str) -> None:
    (item,) = reading(text, staff).contacts
    assert EventType.CASEWORKER_CHILD not in item.types
    assert item.people


def test_nobody_seen_at_all_is_an_attempt() -> None:
    (item,) = reading(
        "Went to see Will at Linden House Sunday at 2 but he refused to see me.", "S005"
    ).contacts
    assert item.outcome is Outcome.ATTEMPTED


@pytest.mark.parametrize(
    "text",
    [
        "Sunday 2pm at Linden House, Will refused to come out of his room at first but then we talked a while.",
        "Visited Maya Campbell today at 3 at home, she didn't want to come downstairs so we talked in her room",
        "Saw Hope at Ms Pettway's Saturday at 2, she refused to come out of her room for dinner, Ms Pettway says",
        "Home visit Friday 3:15 with Ms Edwards and Alan, his mother was at work.",
        "Friday 3:15 pm Xie home visit with Ms Edwards, Alan was at the table doing homework.",
    ],
)
def test_a_child_seen_after_all_was_met(text: str) -> None:
    (item,) = reading(text, "S005").contacts
    assert EventType.CASEWORKER_CHILD in item.types


@pytest.mark.parametrize(
    "text",
    [
        (
            "hoy hice la visita a casa del tio jerome parker a las 9 y media nyla y kiara ya se habian ido a la"
            " escuela asi que solo hable con el senor jerome"
        ),
        "hoy a las dos fui a ver a winnie a la escuela pero la secretaria me dijo que ese dia no habia ido",
        "la senora polanco llevo a angel al doctor hoy a las 3",
        "la senora polanco llevo a luz al doctor me dijo hoy a las 3 por telefono",
    ],
)
def test_a_child_who_had_gone_or_went_with_somebody_else_was_not_met(text: str) -> None:
    assert EventType.CASEWORKER_CHILD not in reading(text).contacts[0].types


def test_a_carer_took_the_child_in_english_too() -> None:
    took = reading("Ms Daley took Owen to the doctor today at 3", "S005").contacts[0]
    assert EventType.CASEWORKER_CHILD not in took.types
    mine = reading("I took Owen to the doctor today at 3 with Ms Daley", "S005").contacts[0]
    assert EventType.CASEWORKER_CHILD in mine.types


def test_a_child_who_had_left_school_is_an_attempt() -> None:
    (item,) = reading("fui a ver a jaylen a la escuela a las 4 pero ya se habia ido").contacts
    assert (item.types, item.outcome) == ((EventType.CASEWORKER_CHILD,), Outcome.ATTEMPTED)
