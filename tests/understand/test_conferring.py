"""A supervisor's own talk with a worker, and what is none: an event of a case, another's meeting."""

from __future__ import annotations

import pytest

from bot.understand.office.conferring import Conferred, conferred
from tests.understand.agencies import SAMPLE

UNIT_A = SAMPLE.workers_of("S002")
TANISHA, KEVIN, MARISOL, JEAN_MARC = "S005", "S006", "S007", "S008"


def heard(text: str) -> Conferred | None:
    return conferred(SAMPLE, UNIT_A, text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("did conference with tanisha today 3pm, went over all her kids, need to push the hall tpr", TANISHA),
        ("weekly with marisol done 2pm", MARISOL),
        ("supervision jm noon, he's drowning, felix and charles behind", JEAN_MARC),
        ("log conference kevin fri 9a 30 min", KEVIN),
        ("kevin conference moved to tues 10", KEVIN),
        ("Tanisha's supervision is done", TANISHA),
        ("had 1:1 w/ Jean-Marc at 10, covered Felix", JEAN_MARC),
        ("1 on 1 with vega this morning", MARISOL),
        ("just finished my weekly conf w tb", TANISHA),
        ("didnt get to kevin this week he was in court all day", KEVIN),
        ("couldn't meet with Marisol, she was out", MARISOL),
        ("finished supervision with marisol, santos visits on hold", MARISOL),
        ("phone conf w tanisha 3p re hall", TANISHA),
        ("skipped conference with tanisha", TANISHA),
        ("tuve supervision con Marisol hoy a las 3", MARISOL),
    ],
)
def test_the_weekly_conference(text: str, who: str) -> None:
    assert heard(text) == Conferred((who,), weekly=True)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("when did i have supervision with tanisha", TANISHA),
        ("did I do kevin's conference this week?", KEVIN),
        ("when did i last meet with jean-marc", JEAN_MARC),
    ],
)
def test_it_is_asked_of(text: str, who: str) -> None:
    assert heard(text) == Conferred((who,), weekly=True, asked=True)


@pytest.mark.parametrize(
    ("text", "who", "weekly"),
    [
        ("had my sit down with tanisha at 3:45 about the campbell note", TANISHA, False),
        ("met w tanisha on it 5 min in person", TANISHA, False),
        ("met w tanisha today 1030 to 1130 weekly conf, covered rivera campbell and hall", TANISHA, True),
        ("sat down with marisol about santos, mom wants more time", MARISOL, False),
        ("talked to tanisha about her late notes", TANISHA, False),
        ("called marisol re santos", MARISOL, False),
    ],
)
def test_a_meeting_of_two(text: str, who: str, weekly: bool) -> None:
    assert heard(text) == Conferred((who,), weekly)


@pytest.mark.parametrize(
    "text",
    [
        "met w tanisha and Shanice Campbell at the agency 2pm",
        "met with tanisha, ms campbell there too, 2pm",
        "case conference with tanisha re hall, bm and attorney by phone 10am",
        "ftm w tanisha 9a halls, annette hall there",
        "met w tanisha at the hall home, saw will and hope 3pm",
        "supervised visit with Maya Campbell and mom 2pm",
        "met with kevin at school today 2pm",
        "weekly visit with Maya 3pm",
        "conference call with tanisha",
        "met with tanisha's mother at 3",
        "called tanisha and mr tillery re campbell",
        "supervision w tanisha and marisol 2pm",
        "talked to tanisha",
        "saw Maya Rivera at ms thompsons 3pm",
        "did tanisha see hope this week",
        "Called Shanice Campbell at 11",
    ],
)
def test_what_is_none(text: str) -> None:
    assert heard(text) is None


def test_nobody_supervised_nobody_conferred_with() -> None:
    assert conferred(SAMPLE, (), "supervision with tanisha at noon") is None
