"""Who of those named in a question is not asked about: whom the sender stands in for, and who waits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understand.parts import How, Kind, NameMention
from bot.understand.writing.words import Plain

_STANDING_IN = r"cover(?:ing|ed|s)?|coverage|cubriendo|cubro|cubri|filling in|standing in|de parte"
_INSTEAD_OF = re.compile(rf"(?<!\w)(?:{_STANDING_IN})(?: for| a| de| 4| to)?\s*$")
# Beside a colleague's name a bare "for" says it too: "here for Darnell".
FOR_A_COLLEAGUE = re.compile(rf"(?<!\w)(?:{_STANDING_IN}|for|por)(?: for| a| de| 4| to)?\s*$")
_WAITS = re.compile(
    r"\s*(?:,? ?(?:who )?(?:(?:is|are|'s|'re|esta|estan) (?:\w+ )?)?"
    r"(?:on the (?:other )?(?:line|phone)"
    r"|(?:holding|waiting|calling|asking|here|outside|downstairs|with me)(?!\w)"
    r"|en (?:la|el) (?:otra )?(?:linea|telefono)|esperando|aqui)"
    r"|(?:just )?(?:called|needs|wants)(?: me)?(?: \w+)? (?:to know|asking|about (?:it|this|her|him|them)))"
)
_OWNS = re.compile(r"(?:'?s)? (?:own |new |old )?")
_TALKS = frozenset({Kind.CONTACT, Kind.STAFF})


def asked_about(mentions: Sequence[NameMention], plain: Plain) -> list[NameMention]:
    """Those whom a question may mean: "foster father is on the other line" waits for the answer.

    "Krystal's attorney" is the attorney alone. Where nobody else is named all are meant.
    """
    owners = {one.span for one, other in pairwise(mentions) if _only_owns(one, other, plain)}
    meant = [
        each
        for each in mentions
        if each.span not in owners and (each.kind not in _TALKS or not _beside(each, plain))
    ]
    return meant or list(mentions)


def _only_owns(one: NameMention, other: NameMention, plain: Plain) -> bool:
    """“Krystal's attorney”: an adult beside whose name stands who is asked for by a role."""
    adults = one.kind is Kind.CONTACT and other.kind is Kind.CONTACT and one.how is not How.ROLE
    if not adults or other.how is not How.ROLE or not other.ids or set(one.ids) & set(other.ids):
        return False
    between = plain.text[plain.from_raw(one.span.end) : plain.from_raw(other.span.start)]
    return _OWNS.fullmatch(between) is not None


def _beside(mention: NameMention, plain: Plain) -> bool:
    start, end = plain.from_raw(mention.span.start), plain.from_raw(mention.span.end)
    if mention.kind is Kind.STAFF:
        return _INSTEAD_OF.search(plain.text[max(0, start - 24) : start]) is not None
    return _WAITS.match(plain.text, end) is not None
