"""A visit that somebody is on, with the time to be back by; what tells of one that was is a note."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.understand.office.check_ins import on_visit, says_back
from tests.stock import NEW_YORK

SENT = datetime(2026, 11, 10, 15, 10, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("at the Ortiz home, back by 5", "17:00"),
        ("At the Okafor home. Should be back by 5:30pm", "17:30"),
        ("heading to Maya Okafor's foster home, should be out by 6:30", "18:30"),
        ("I'm at Ms Stone's, back in an hour", "16:10"),
        ("going into the Varga home now, done in 45 min", "15:55"),
        ("on my way to Linden St, back around 4", "16:00"),
        ("hey, home visit at Varga, back by 5", "17:00"),
        ("en casa de los Ortiz, regreso a las 5", "17:00"),
        ("voy a la casa de Okafor, vuelvo a las 5:30", "17:30"),
        ("llegando a la casa de los Varga, salgo en media hora", "15:40"),
    ],
)
def test_a_check_in(text: str, back: str) -> None:
    found = on_visit(text, sent_at=SENT, tz=NEW_YORK)
    assert found is not None
    assert f"{found.back_by.astimezone(NEW_YORK):%H:%M}" == back


@pytest.mark.parametrize(
    "text",
    [
        "was at the Ortiz home, back by 5",
        "saw Maya at the foster home, back by 5",
        "at the Ortiz home 2pm-3pm, kids fine, back at office by 3",
        "at the Ortiz home, back by 3",
        "at the Ortiz home, Luz did homework, mom calm, back by 5",
        "at school with Maya, she got a B, going home at 5",
        "got back by 5",
        "estuve en casa Ortiz, regrese a las 5",
        "at Ortiz back by 5 tomorrow",
        "seeing Maya Okafor Thursday at 3 pm",
        "back by 5",
    ],
)
def test_no_check_in(text: str) -> None:
    assert on_visit(text, sent_at=SENT, tz=NEW_YORK) is None


@pytest.mark.parametrize("text", ["I'm back", "back safe", "Back.", "estoy de vuelta", "ya regresé"])
def test_back(text: str) -> None:
    assert says_back(text)


@pytest.mark.parametrize("text", ["back by 5", "I'm back at the office, saw Maya", "back to school night"])
def test_not_back(text: str) -> None:
    assert not says_back(text)
