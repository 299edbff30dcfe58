"""Dangers told in words that stand near each other: a lock and a pantry, sleeping and the garage.

`data/dangers.toml` names each class of danger; what it holds is said there. A class is tried only where
one of the literal beginnings of its words stands in the text: a message about none of them costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from bot.understand.patterns.lexicon import compiled, table
from bot.understand.patterns.quick import Quick, starts_of

_SENTENCE_END = re.compile(r"[.;!?\n](?=\s|$)")
_MACRO = re.compile(r"<([A-Z]+)>")
_LITERAL = re.compile(r"[A-Za-z' ]*")
_CHOICE = re.compile(r"\(\?:([A-Za-z' |]+)\)(?![?*{])")
_NOT = re.compile(
    r"\b(?:not|no|never|no longer|instead of|rather than|nor|ni|nunca)(?: (?:in|on|the|a|en|el|la))*$"
)
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Fragments:
    """Fragments of patterns as whole words, those that begin with letters kept under their first three."""

    begun: dict[str, tuple[tuple[str, Quick], ...]]
    others: Quick | None

    @classmethod
    def of(cls, fragments: Iterable[str]) -> Fragments:
        """Sort them by what they begin with."""
        stems: dict[str, list[str]] = {}
        others: list[str] = []
        for fragment in fragments:
            begins = _stems(fragment)
            for stem in begins:
                stems.setdefault(stem, []).append(fragment)
            if not begins:
                others.append(fragment)
        begun: dict[str, tuple[tuple[str, Quick], ...]] = {}
        for stem, some in stems.items():
            begun[stem[:3]] = (*begun.get(stem[:3], ()), (stem, compiled(tuple(some))))
        return cls(begun, compiled(tuple(others)) if others else None)

    def keys(self) -> frozenset[str] | None:
        """With one of these a word begins wherever any of them stands; None where that cannot be told."""
        others = self.others.keys if self.others else frozenset[str]()
        return None if others is None else others | self.begun.keys()

    def found(self, text: str) -> list[tuple[int, int]]:
        """Where any of them stands."""
        found = [match.span() for match in self.others.finditer(text)] if self.others else []
        names = starts_of(text).names
        if names.isdisjoint(self.begun):
            return found
        for begin in self.begun.keys() & names:
            for stem, fragment in self.begun[begin]:
                at = text.find(stem)
                while at >= 0:
                    if match := fragment.match(text, at):
                        found.append(match.span())
                    at = text.find(stem, at + 1)
        return found


@dataclass(frozen=True, slots=True)
class Danger:
    """One class: any of `say`, or each of `near` in one sentence at most `within` words apart.

    `calm`: what makes it harmless, in the same sentence; `across`: words over its sentence's beginning.
    `asks`: no alarm of itself, but the worker is asked whether it is one.
    """

    crisis: bool
    asks: bool
    say: Fragments
    near: tuple[Fragments, ...]
    within: int
    ordered: bool
    supposed: bool
    calm: Fragments
    across: Fragments

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in `text` this danger is told, what is calm about it left out."""
        for start, end in (*self.say.found(text), *self._pairs(text)):
            if not _calm_beside(self.calm, text, start, end) and not _calm_across(self.across, text, start):
                yield start, end

    def _pairs(self, text: str) -> list[tuple[int, int]]:
        """Where one of each list stands beside what was found of the lists before it."""
        spans = self.near[0].found(text) if self.near else []
        for side in self.near[1:]:
            others = side.found(text) if spans else []
            spans = [
                (min(one[0], other[0]), max(one[1], other[1]))
                for one in spans
                for other in others
                if self._beside(text, one, other)
            ]
        return spans

    def _beside(self, text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
        if one[0] <= other[0] and other[1] <= one[1]:
            return True  # The same words may stand for a later list too.
        first, second = sorted((one, other))
        between = text[first[1] : second[0]]
        if (self.ordered and first is not one) or _NOT.search(between.rstrip()):
            return False
        return (
            first[1] <= second[0]
            and len(between.split()) <= self.within
            and not _SENTENCE_END.search(between)
        )


@cache
def dangers() -> tuple[Danger, ...]:
    """The classes of `data/dangers.toml`, their macros written out."""
    return tuple(_danger(one) for one in table("dangers")["danger"])


def dangers_near(text: str) -> list[Danger]:
    """Those of which the words may stand in `text`; most texts hold words of a few."""
    lists, needed = _needed()
    held = lists.unknown
    for name in starts_of(text).names & lists.begins.keys():
        held |= lists.begins[name]
    return [danger for danger, ways in needed if any(way & held == way for way in ways)]


@dataclass(slots=True)
class _Lists:
    """Lists of words as the bits of a number, so that a text is held against all of them at once."""

    begins: dict[str, int] = field(default_factory=dict)
    """By how a word begins: the lists that may hold it."""
    unknown: int = 0
    """The lists of which that can't be told."""
    count: int = 0

    def add(self, words: Fragments) -> int:
        """The bit of one more list."""
        bit, keys = 1 << self.count, words.keys()
        self.count += 1
        if keys is None:
            self.unknown |= bit
        for key in keys or ():
            self.begins[key] = self.begins.get(key, 0) | bit
        return bit


@cache
def _needed() -> tuple[_Lists, tuple[tuple[Danger, tuple[int, ...]], ...]]:
    """Each class with the lists that it takes: of `say` one is enough, of `near` it takes a word of each."""
    lists = _Lists()
    needed = tuple(
        (danger, tuple(sum(map(lists.add, way)) for way in ((danger.say,), danger.near) if way))
        for danger in dangers()
    )
    return lists, needed


def _danger(row: dict[str, object]) -> Danger:
    near = row.get("near", [])
    assert isinstance(near, list)
    return Danger(
        crisis=row["level"] == "crisis",
        asks=row["level"] == "ask",
        say=_written_out(row.get("say", [])),
        near=tuple(_written_out(side) for side in near),
        within=int(str(row.get("within", 6))),
        ordered=bool(row.get("ordered", False)),
        supposed=bool(row.get("supposed", False)),
        calm=_written_out(row.get("calm", [])),
        across=_written_out(row.get("across", [])),
    )


def _written_out(fragments: object) -> Fragments:
    assert isinstance(fragments, list)
    macros: dict[str, str] = table("dangers")["macros"]
    out = []
    for one in fragments:
        fragment = str(one)
        while _MACRO.search(fragment):
            fragment = _MACRO.sub(lambda match: macros[match[1]], fragment)
        out.append(fragment)
    return Fragments.of(out)


def _stems(fragment: str) -> tuple[str, ...]:
    """The letters a fragment may begin with; none where they are too few to tell."""
    if match := _CHOICE.match(fragment):
        stems = tuple(match[1].split("|"))
    else:
        found = _LITERAL.match(fragment)
        literal = found[0] if found else ""
        # A letter before "?" or "{" may be missing.
        loose = fragment[len(literal) : len(literal) + 1] in ("?", "{", "*")
        stems = (literal[:-1] if loose else literal,)
    return stems if all(len(stem) >= _SHORTEST for stem in stems) else ()


def _calm_across(across: Fragments, text: str, start: int) -> bool:
    return any(left <= start < right for left, right in across.found(text))


def _calm_beside(calm: Fragments, text: str, start: int, end: int) -> bool:
    left = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    cut = _SENTENCE_END.search(text, end)
    return bool(calm.found(text[left : cut.start() if cut else len(text)]))
