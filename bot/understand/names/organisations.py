"""Organisations on file named in a message: "Palo Verde House" names nobody called Palo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.understand.agency import Agency
from bot.understand.names.message import Message
from bot.understand.names.text import Style, split_name
from bot.understand.names.words import cues, is_word, phrases

_Names = Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Organisations:
    """The organisations of an agency's contacts as they may stand in one message, by their first word."""

    message: Message
    names: _Names

    @classmethod
    def of(cls, agency: Agency, message: Message) -> Organisations:
        """Made for a message; the names are gathered once for an agency."""
        return cls(message, agency.kept("organisations", lambda: _names(agency)))

    def end(self, i: int) -> int:
        """Behind the organisation or park named from the word at `i` on; `i` where none is."""
        found = max(
            (self._reach(i, words) for words in self.names.get(self.message.at(i).word, ())), default=0
        )
        if found > 1:
            return i + found
        return i + 2 if self._unknown_place(i) else i

    def _reach(self, i: int, words: tuple[str, ...]) -> int:
        """How many of the name's words the text has from `i` on, none across a sentence's end."""
        size = 0
        while size < len(words) and self.message.at(i + size).word == words[size]:
            if size and not self.message.at(i + size).close:
                break
            size += 1
        return size

    def _unknown_place(self, i: int) -> bool:
        """As in "at Prospect Park": a capitalised word that is no name before one of a place."""
        token, following = self.message.at(i), self.message.at(i + 1)
        if self.message.style is not Style.CASED or not token.cap or token.first or token.possessive:
            return False
        if following.word != "park" or not (following.close and following.cap):
            return False
        return self.message.before(i) in _BEFORE_PLACES and token.word not in cues("titles") | _TITLES


_BEFORE_PLACES = frozenset({"at", "in", "to", "from", "near", "en", "al", "the", "el", "around"})
_TITLES = frozenset({"ms", "mr", "mrs", "dr"})


def _names(agency: Agency) -> _Names:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in {row.organization for row in agency.contacts.values() if row.organization}:
        words = split_name(name)
        if len(words) > 1 and not (len(words) == 2 and is_word(words[0]) and words[1] in cues("kids")):
            found.setdefault(words[0], []).append(words)
    for words in phrases("chains"):
        found.setdefault(words[0], []).append(words)
    return {first: tuple(rows) for first, rows in found.items()}
