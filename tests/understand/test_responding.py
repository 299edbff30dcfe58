"""Words that lean on an emergency in hand, and those that do not."""

from __future__ import annotations

import pytest

from bot.understand.responding import responds


@pytest.mark.parametrize(
    "text",
    [
        "called police, report # 4471, officer ruiz",
        "ok I told the supervisor",
        "he's back, walked in at 3:05",
        "she&#39;s safe",
        "still no word",
        "ems on scene",
        "on my way",
        "ya llego la policia",
        "avise a la supervisora",
        "and left a message for mom",
        "caller hung up",
        "line went dead",
    ],
)
def test_they_lean_on_it(text: str) -> None:
    assert responds(text)


@pytest.mark.parametrize(
    "text",
    [
        "saw Maya today 4pm at school",
        "Maya ran away from the home",
        "foster mom says she cut her arm",
        "number for Maya's mother",
        "who is on call",
        "CRISIS Tobi has a knife",
        "vi a Luz hoy",
    ],
)
def test_they_do_not(text: str) -> None:
    assert not responds(text)
