"""Many patterns held against a text at once: those that may stand in it are told by how its words begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Generic, TypeVar

from bot.understand.patterns.quick import Quick, starts_of

_What = TypeVar("_What")


class Many(Generic[_What]):
    """Patterns, each with what it stands for. Most lists of words are met by none of a text's."""

    def __init__(self, patterns: Iterable[tuple[_What, Quick]]) -> None:
        self._all = tuple(patterns)

    def near(self, text: str) -> Iterator[tuple[_What, Quick]]:
        """Those that may stand in the text, in their order."""
        held, begins = self._by_words
        for name in begins.keys() & starts_of(text).names:
            held |= begins[name]
        while held:
            lowest = held & -held
            yield self._all[lowest.bit_length() - 1]
            held ^= lowest

    @cached_property
    def _by_words(self) -> tuple[int, dict[str, int]]:
        """The patterns as bits: those of which nothing is known, and the others by how a word begins."""
        unknown, begins = 0, dict[str, int]()
        for place, (_, pattern) in enumerate(self._all):
            if pattern.keys is None:
                unknown |= 1 << place
            for key in pattern.keys or ():
                begins[key] = begins.get(key, 0) | 1 << place
        return unknown, begins
