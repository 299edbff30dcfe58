"""A name used as a place: "at Constance's", "went to Leonard Bell's today", "at their aunt's", "@ dads"."""

from __future__ import annotations

from bot.understand.names.message import Message
from bot.understand.names.words import is_word

_AT = frozenset("at to from near outside inside by over in casa en hasta".split())
_HOMES = frozenset(
    "home house place apt apartment hm crib casa apartamento hogar flat porch door stoop address kitchen building bldg "
    "residence spot".split()
)
_BETWEEN = frozenset("the her his their our my your his' old new foster".split())


def used_as_place(message: Message, start: int, end: int) -> bool:
    """Whether the words [start, end) stand for somebody's home and not for the person."""
    last = message.at(end - 1)
    spoken_owner = last.word.endswith("s") and not is_word(last.word)
    owner = last.possessive or spoken_owner or message.after(end - 1) in _HOMES
    if _spanish_home(message, start):
        return True
    if message.after(end - 1) in _HOMES and not message.at(end).first:
        return owner and _at(message, start)
    return owner and _at(message, start) and not _owns_next(message, end)


def _at(message: Message, start: int) -> bool:
    if message.at(start).gap.strip().endswith("@"):
        return True
    place = start
    while message.before(place) in _BETWEEN and place > start - 3:
        place -= 1
    if message.at(place).gap.strip().endswith("@"):
        return True
    before = message.before(place)
    if before == "to":
        return message.before(place, 2) in _GOING
    return before in _AT


_GOING = frozenset(
    "went go going gone drove driving over out out. came come back return returned get got walked up moved".split()
)


def _spanish_home(message: Message, start: int) -> bool:
    """ "en casa de la Sra. Polanco", "el apartamento de Rosa"."""
    place = start
    while message.before(place) in {"la", "el", "los", "su"} and place > start - 2:
        place -= 1
    return message.before(place) in {"de", "del"} and message.before(place, 2) in _HOMES


def _owns_next(message: Message, end: int) -> bool:
    """Whether the word after is what the person owns: "to Ms Lee's daughter" is no place."""
    following = message.at(end)
    if following.first or following.gap.strip() or not following.word or following.word[0].isdigit():
        return False
    return following.word in _KIN or following.word not in _AFTER_PLACE and not is_word(following.word)


_KIN = frozenset(
    "mother mom father dad sister brother daughter son kid kids child children aunt uncle grandma grandmother attorney "
    "lawyer therapist teacher worker boyfriend girlfriend husband wife school office agency birthday party class game "
    "hearing bed room phone number bf gf fm fp lg request".split()
)
_AFTER_PLACE = frozenset(
    "today tomorrow yesterday tody tmrw at on in for with w and n re by around this last".split()
)
