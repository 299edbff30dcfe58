"""A name in a message that nobody on file bears: what a worker may call somebody of her own."""

from __future__ import annotations

from datetime import date

from bot.understand.agency import Agency
from bot.understand.names import find_names, view_for
from bot.understand.names.message import Message
from bot.understand.names.roles import starts_role
from bot.understand.names.text import Style
from bot.understand.names.words import cues, is_word

_TOLD_OF = frozenset(
    {"saw", "seen", "met", "visited", "visit", "with", "vi", "visite", "con", "to", "on", "for"}
)


def unknown_name(agency: Agency, staff_id: str, text: str, on: date) -> str | None:
    """The one such name as written; None where there is none, or more than one: then nobody can tell."""
    message = Message.of(text, voice=False)
    taken = [(m.span.start, m.span.end) for m in find_names(text, view_for(agency, staff_id, on), on=on)]
    found: dict[str, str] = {}
    for i, token in enumerate(message.tokens):
        inside = any(start <= token.start < end for start, end in taken)
        if not inside and _like_a_name(message, i):
            found.setdefault(token.word, text[token.start : token.end])
    return next(iter(found.values())) if len(found) == 1 else None


def _like_a_name(message: Message, i: int) -> bool:
    """Capitalised inside a sentence, or in a message without capitals right behind "saw"."""
    token = message.at(i)
    if len(token.word) < 2 or not token.word.isalpha() or message.unit(i) or token.upper:
        return False
    if token.word in cues("months") or message.place_name(i) or starts_role(token.word):
        return False
    behind = message.before(i) in _TOLD_OF
    if is_word(token.word):  # "saw Nene", which in Spanish is a word
        return message.named(i) and behind
    return message.named(i) or (behind and message.style is Style.LOWER)
