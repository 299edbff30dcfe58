"""A question to the bot behind what is told; and last sentences that ask it nothing."""

from __future__ import annotations

import pytest

from bot.understand.asked_last import asked_last


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Met Laila today at 3. What's her lawyer's number again?", "What's her lawyer's number again?"),
        ("saw owen 4pm at ms daleys. whos on call tonight", "whos on call tonight"),
        ("called alan's school at 2, no answer\nwhats the principals name", "whats the principals name"),
        (
            "vi a Laila hoy a las 2. cual es el numero de su abogado? gracias",
            "cual es el numero de su abogado?",
        ),
        ("seeing winnie thursday at 10. whats ms huangs address", "whats ms huangs address"),
    ],
)
def test_the_last_sentence_asks(text: str, asked: str):
    assert asked_last(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "whats ms huangs address",
        "saw hope at 2. she asked when she can go home?",
        "Saw Owen at 4 today. Ms Daley told me who the new doctor is.",
        "visit with hope 3pm. all good?",
        "saw alan at 4. How he got the number wrong at 3:15 is a mystery",
    ],
)
def test_nothing_is_asked_of_the_bot(text: str):
    assert asked_last(text) is None
