"""Patterns that look at a text only where they may stand.

A message is held against some hundreds of patterns, nearly all of them about words that it does not hold.
Where a match may stand is read off the pattern itself when it is first used: which words it must hold
(`heads`), and whether it keeps to the text's beginning or end (`edges`). The beginnings of a text's words are
gathered once for all patterns; so most are done by comparing two sets, and the others are tried at a few
places only. What is found is what `re` finds: a test holds the two against each other.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any

from bot.understand.patterns.edges import Edges, edges_of
from bot.understand.patterns.heads import LETTERS, Keys, keys_of

_WORTH = 2000
"""A text is searched at once where that takes fewer nanoseconds than to gather and compare its words."""
_LONG = 100
"""In a text of so many letters a pattern is tried only where one of its words begins."""
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_EVEN = {ord(digit): "0" for digit in "123456789"}
_Match = re.Match[str]


class Quick:
    """A pattern with the methods of `re.Pattern` that the rules use; taken apart and compiled when needed.

    A method is made when it is first asked for: where nothing is known of the pattern, it is `re`'s own.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _keys(self) -> Keys | None:
        return keys_of(self.pattern)

    @cached_property
    def _short(self) -> int:
        """A text of fewer letters is searched at once; many words cost more at each letter."""
        return _WORTH // (20 + len(self.pattern) // 10)

    @property
    def keys(self) -> frozenset[str] | None:
        """With one of these a word of every match begins; None where that cannot be told."""
        return None if self._keys is None else self._keys.keys

    @cached_property
    def _edges(self) -> Edges:
        return edges_of(self.pattern)

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern)

    @cached_property
    def match(self) -> Callable[..., _Match | None]:
        """The match that begins where the text does."""
        return self.plain.match

    @cached_property
    def fullmatch(self) -> Callable[..., _Match | None]:
        """The match that is the whole text."""
        return self.plain.fullmatch

    @cached_property
    def search(self) -> Callable[..., _Match | None]:
        """The first match, or None."""
        search, match, keys, short = self._near_the_edges(), self.plain.match, self._keys, self._short
        if keys is None:
            return search
        needed, lacks = keys.keys, keys.keys.isdisjoint
        first = keys.first and self._edges == Edges()

        def found(text: str, *bounds: int) -> _Match | None:
            if bounds or len(text) < short:
                return search(text, *bounds)
            starts = starts_of(text)
            if lacks(starts.names):
                return None
            if not first or len(text) < _LONG:
                return search(text)
            for at in starts.places(needed):
                if hit := match(text, at):
                    return hit
            return None

        return found

    def _near_the_edges(self) -> Callable[..., _Match | None]:
        """The search of `re`, where a match can be: at the beginning, or so near the end."""
        if self._edges.at_start:
            return self.plain.match
        search, reach = self.plain.search, self._edges.reach
        if reach is None:
            return search

        def found(text: str, first: int = 0, last: int = sys.maxsize) -> _Match | None:
            return search(text, max(first, min(last, len(text)) - reach), last)

        return found

    @cached_property
    def finditer(self) -> Callable[..., Iterator[_Match]]:
        """Every match, in order."""
        finditer, match, keys, short = self.plain.finditer, self.plain.match, self._keys, self._short
        if keys is None:
            return finditer
        needed, lacks, first = keys.keys, keys.keys.isdisjoint, keys.first

        def each(text: str, places: list[int]) -> Iterator[_Match]:
            done = 0
            for at in places:
                if at >= done and (hit := match(text, at)):
                    yield hit
                    done = hit.end()

        def found(text: str, *bounds: int) -> Iterator[_Match]:
            if bounds or len(text) < short:
                return finditer(text, *bounds)
            starts = starts_of(text)
            if lacks(starts.names):
                return iter(())
            return each(text, starts.places(needed)) if first and len(text) >= _LONG else finditer(text)

        return found

    def sub(self, by: str | Callable[[_Match], str], text: str) -> str:
        """The text with every match replaced."""
        return self.plain.sub(by, text) if self._may_hold(text) else text

    def split(self, text: str) -> list[str]:
        """The text cut at every match."""
        return self.plain.split(text) if self._may_hold(text) else [text]

    def findall(self, text: str) -> list[Any]:
        """The words of every match."""
        return self.plain.findall(text) if self._may_hold(text) else []

    def _may_hold(self, text: str) -> bool:
        keys = self._keys
        return keys is None or len(text) < self._short or not keys.keys.isdisjoint(starts_of(text).names)


class Starts:
    """Where the words of a text begin; `names`: with which letter, two and three, digits as "0"."""

    __slots__ = ("_at", "_even", "names")

    def __init__(self, even: str) -> None:
        names = {even[word.start() : word.start() + LETTERS] for word in _WORD.finditer(even)}
        for size in range(1, LETTERS):
            names |= {name[:size] for name in names}
        self._even, self.names = even, names
        self._at: dict[str, list[int]] | None = None

    @property
    def at(self) -> dict[str, list[int]]:
        """The places by what begins there; asked for few texts."""
        if (found := self._at) is None:
            found = self._at = {}
            for word in _WORD.finditer(self._even):
                at = word.start()
                for size in range(1, LETTERS + 1):
                    found.setdefault(self._even[at : at + size], []).append(at)
        return found

    def places(self, keys: frozenset[str]) -> list[int]:
        """Where words begin with one of these, in order; each once."""
        at, hits = self.at, keys & self.names
        if len(hits) == 1:
            return at[next(iter(hits))]
        return sorted({place for hit in hits for place in at[hit]})


@lru_cache(maxsize=256)
def starts_of(text: str) -> Starts:
    """The beginnings of a text's words."""
    return Starts(text.translate(_EVEN) if text.isascii() else _DIGIT.sub("0", text))
