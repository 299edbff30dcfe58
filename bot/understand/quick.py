"""Patterns that look at a text only where one of their words begins.

A message is held against some hundreds of patterns, nearly all of them about words that it does not hold.
What a pattern needs is known beforehand (`heads`), the beginnings of a text's words are gathered once for all
of them; so most patterns are done by comparing two sets, and the others are tried at a few places only. What
is found is what `re` finds: a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.understand.heads import LETTERS, Keys, keys_of

_SHORT = 24
"""A text of fewer letters is searched before its words are gathered."""
_BEGINNING = re.compile(r"(?<!\w)\w")
_DIGIT = re.compile(r"\d")


class Quick:
    """A pattern with the methods of `re.Pattern` that the rules use; taken apart and compiled when needed."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _keys(self) -> Keys | None:
        return keys_of(self.pattern)

    @property
    def keys(self) -> frozenset[str] | None:
        """With one of these a word of every match begins; None where that cannot be told."""
        return None if self._keys is None else self._keys.keys

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The first match, or None."""
        if bounds or len(text) < _SHORT or (keys := self._keys) is None:
            return self.plain.search(text, *bounds)
        starts = starts_of(text)
        if keys.keys.isdisjoint(starts.names):
            return None
        if not keys.first:
            return self.plain.search(text)
        match = self.plain.match
        for at in starts.places(keys.keys):
            if found := match(text, at):
                return found
        return None

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        if bounds or len(text) < _SHORT or (keys := self._keys) is None:
            return self.plain.finditer(text, *bounds)
        starts = starts_of(text)
        if keys.keys.isdisjoint(starts.names):
            return iter(())
        return self._each(text, starts.places(keys.keys)) if keys.first else self.plain.finditer(text)

    def _each(self, text: str, places: list[int]) -> Iterator[re.Match[str]]:
        match, done = self.plain.match, 0
        for at in places:
            if at >= done and (found := match(text, at)):
                yield found
                done = found.end()

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return self.plain.sub(by, text) if self._may_hold(text) else text

    def split(self, text: str) -> list[str]:
        """The text cut at every match."""
        return self.plain.split(text) if self._may_hold(text) else [text]

    def findall(self, text: str) -> list[str]:
        """The words of every match."""
        return self.plain.findall(text) if self._may_hold(text) else []

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The match that begins where the text does."""
        return self.plain.match(text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """The match that is the whole text."""
        return self.plain.fullmatch(text, *bounds)

    def _may_hold(self, text: str) -> bool:
        keys = self._keys
        return keys is None or len(text) < _SHORT or not keys.keys.isdisjoint(starts_of(text).names)


@dataclass(frozen=True, slots=True)
class Starts:
    """Where the words of a text begin, by their first letter, two and three; `names`: by which."""

    at: dict[str, list[int]]
    names: frozenset[str]

    def places(self, keys: frozenset[str]) -> list[int]:
        """Where words begin with one of these, in order; each once."""
        hits = keys & self.names
        if len(hits) == 1:
            return self.at[next(iter(hits))]
        return sorted({at for hit in hits for at in self.at[hit]})


@lru_cache(maxsize=64)
def starts_of(text: str) -> Starts:
    """The beginnings of a text's words; digits as "0"."""
    found: dict[str, list[int]] = {}
    even = _DIGIT.sub("0", text)
    for word in _BEGINNING.finditer(text):
        at = word.start()
        for size in range(1, LETTERS + 1):
            found.setdefault(even[at : at + size], []).append(at)
    return Starts(found, frozenset(found))
