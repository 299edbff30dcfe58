"""Somebody else who bears a child's name: "her friend Jaden", "a boy named Will", "the dog, Max"."""

from __future__ import annotations

from bot.understand.names.message import Message
from bot.understand.names.text import word_set
from bot.understand.names.words import cues

_NAMED = word_set("named nammed llamado llamada")
_CALLED = word_set("called llama llaman")
# "It was the kid called Maya who …" is told of a child on file only with the child's own article.
_SOME = word_set("a an another some other new un una otro otra one this")
_PEOPLE = word_set(
    "boy girl kid child guy teen teenager man woman student peer resident youth baby person nino nina chico "
    "chica muchacho muchacha senor senora hombre mujer joven"
)
# A cousin in care is named like one: "saw Maya and her cousin Jaden".
_COUSINS = word_set("cousin primo prima")
_AND = word_set("and n y with w")
_TITLES = word_set("ms mrs mr mister teacher coach principal professor maestra maestro sra sr srta")
_REACH = 7


def is_stranger(message: Message, i: int) -> bool:
    """Whether the words before the name at `i` say that it is somebody the agency has no record of."""
    before = message.at(i - 1).word if not message.at(i).first else ""
    if not before:
        return False
    if before in cues("strangers") and message.at(i).gap.strip() in {"", ","}:
        return not message.at(i - 1).possessive
    if before in _TITLES:
        return True
    if before in _COUSINS:
        return not {message.before(i, 2), message.before(i, 3)} & _AND
    if before in _NAMED:
        return _somebody(message, i - 1)
    if before in _CALLED:
        return _somebody(message, i - 1) or message.before(i, 2) == "se"
    return False


def _somebody(message: Message, i: int) -> bool:
    """Whether the words up to `i` speak of one of whom nothing is known yet: "a boy at school named"."""
    for place in range(i - 1, max(i - _REACH, -1), -1):
        word = message.at(place).word
        if word in cues("strangers"):
            return True
        if word in _PEOPLE and message.before(place) in _SOME:
            return True
        if word in _PEOPLE and message.before(place, 2) in _SOME:  # "a new girl"
            return True
        if message.at(place + 1).first:
            return False
    return False
