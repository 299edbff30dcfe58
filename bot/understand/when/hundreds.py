"""Hours as they are called out: "fifteen hundred", "oh nine hundred hours" are 15:00 and 9:00."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.when.tokens import Token

_HOUR = re.compile(r"~(\d{1,2})")
# "The rent is eleven hundred", "over nineteen hundred steps": an amount.
_AMOUNT_BEFORE = re.compile(
    r"\b(?:is|was|are|were|of|over|under|than|about|around|an?|only|owes?|owed|pays?|paid|costs?|spent|"
    r"makes?|made|earns?|got|gets|has|had|have|for|need|needs|scored|weighs|by|los|las|un|una) $|[$#]\s?$"
)
_AMOUNT_BEHIND = re.compile(
    r" (?:and|~\d+(?! (?:min|hour))|dollars?|bucks|points?|people|kids|children|miles?|percent|calories|"
    r"square|pounds?|feet|words|steps|days?|times|pages|milligrams?|mg|milliliters?|"
    r"a (?:month|week|year|day)|per|block|north|south|east|west|street|avenue|grams?|cases?|families|level|"
    r"lexile)\b"
)
# Below ten nobody is sure to mean an hour unless it is called like one.
_CALLED_OUT = re.compile(r"(?:\bat|\bfrom|\buntil|\bto|\bthru|¦) $")
_CALLED_ON = re.compile(r" hours?\b| (?:to|until|thru) ~")


def hundreds(tokens: list[Token]) -> list[Token]:
    """The tokens with each hour called out in hundreds written as "~15 ~00"."""
    if not any(token.text == "hundred" for token in tokens):
        return tokens
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        used = _called(tokens, at)
        if used:
            first, last = tokens[at], tokens[at + used - 1]
            out.append(Token(first.start, last.end, first.raw, f"~{int(first.text[1:]):02} ~00"))
        else:
            out.append(tokens[at])
        at += used or 1
    return out


def _called(tokens: Sequence[Token], at: int) -> int:
    """How many tokens from `at` on name an hour, or 0."""
    hour = _HOUR.fullmatch(tokens[at].text)
    texts = [token.text for token in tokens[at : at + 3]]
    if hour is None or int(hour[1]) > 23 or texts[1:] != [" ", "hundred"]:
        return 0
    before = "".join(token.text for token in tokens[max(0, at - 4) : at])
    behind = "".join(token.text for token in tokens[at + 3 : at + 9])
    if _AMOUNT_BEFORE.search(before) or _AMOUNT_BEHIND.match(behind):
        return 0
    on = _CALLED_ON.match(behind)
    if not hour[1].startswith("0") and int(hour[1]) < 10 and not (on or _CALLED_OUT.search(before)):
        return 0
    return 5 if on and behind.startswith((" hour", " hours")) else 3
