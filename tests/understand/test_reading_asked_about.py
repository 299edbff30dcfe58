"""Who is named in a question and not asked about."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Subject
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
MAYA_CAMPBELL, HOPE, PETTWAY, WEXLER, ESTRADA, KEVIN = "P0003", "P0005", "K0016", "K0013", "K0009", "S006"


def asked(text: str) -> Subject:
    sent = datetime(2026, 11, 12, 18, 10, tzinfo=TZ)
    subject = read(SAMPLE, staff_id="S005", text=text, sent_at=sent, tz=TZ).subject
    assert subject is not None
    return subject


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("need a quick summary on Maya Campbell, Norma Estrada is on the other line", MAYA_CAMPBELL),
        ("summary on hope hall pls, ms pettway is holding", HOPE),
        ("allergies for Hope Hall? Sharon Pettway is waiting", HOPE),
        ("resumen de Hope Hall, Sharon Pettway está en la línea", HOPE),
    ],
)
def test_who_waits_for_the_answer_is_not_asked_about(text: str, child: str):
    assert asked(text).children == (child,)
    assert asked(text).people == ()


def test_whom_the_sender_stands_in_for_is_not_asked_about():
    subject = asked("im covering for Kevin O'Rourke, need the address of hope's foster mom")
    assert (subject.children, subject.people, subject.staff) == ((HOPE,), (PETTWAY,), ())
    assert asked("number for Wexler, covering for Kevin O'Rourke").people == (WEXLER,)
    assert asked("number for Wexler, covering for Kevin O'Rourke").staff == ()


def test_who_is_named_alone_is_asked_about():
    assert asked("who covers for Kevin O'Rourke").staff == (KEVIN,)
    assert asked("covering for Kevin O'Rourke, who is his supervisor").staff == (KEVIN,)
    assert asked("number for Norma Estrada").people == (ESTRADA,)
