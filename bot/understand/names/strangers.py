"""Somebody else who bears a child's or a family's name: "her friend Jaden", "the dog, Max", "Jayden Hall"."""

from __future__ import annotations

from bot.understand.names.genders import is_given
from bot.understand.names.message import Message
from bot.understand.names.roles import starts_role
from bot.understand.names.text import word_set
from bot.understand.names.words import cues, is_word

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


def is_another(message: Message, i: int) -> bool:
    """Whether the word at `i` is a first name that makes the family's name behind it one of nobody on file.

    "Saw Jayden Hall" is no visit with the Halls' Will and Hope: who it was has to be asked.
    """
    token, surname = message.at(i), message.at(i + 1)
    if i < 0 or surname.first or surname.gap.strip(" ") or token.possessive or not token.word.isalpha():
        return False
    if len(token.word) < 3 or is_word(token.word) or starts_role(token.word) or token.word in _TITLES:
        return False
    return is_given(token.word) or (message.named(i) and not token.upper)


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
