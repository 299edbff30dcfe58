"""What a stranger's agency writes that was read wrong: worries said outright, island English, asides."""

from __future__ import annotations

import pytest

from bot.understand.alarms import alarm_of


@pytest.mark.parametrize(
    "words",
    [
        "call me when you can, i don't think they're safe",
        "i do not believe the girls are safe with him",
        "i don't feel like she is safe there tonight",
        "can't say that those kids are safe in that house",
        "i am not convinced CHILD is safe",
        "no creo que los nenes esten seguros con el",
        "no siento que CHILD este a salvo ahi",
    ],
)
def test_a_worker_who_holds_the_child_unsafe_is_worried(words):
    assert alarm_of(words).concern


@pytest.mark.parametrize(
    "words",
    [
        "i have no reason to think she isn't safe",
        "i don't think they are safe drivers over there",
        "i don't think he is safe to ride the bus alone yet",
        "they are safe and happy in the home",
        "no creo que esten seguros de la fecha",
    ],
)
def test_other_safe_things_are_no_worry(words):
    assert not alarm_of(words).concern
