"""Dangers told in words that stand near each other: a lock and a pantry, sleeping and the garage.

`data/dangers.toml` names each class of danger; what it holds is said there. A class is tried only where
one of the literal beginnings of its words stands in the text: a message about none of them costs little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.understand.lexicon import compiled, table

_SENTENCE_END = re.compile(r"[.;!?\n](?=\s|$)")
_MACRO = re.compile(r"<([A-Z]+)>")
_LITERAL = re.compile(r"[a-z' ]*")
_NOT = re.compile(
    r"\b(?:not|no|never|no longer|instead of|rather than|nor|ni|nunca)(?: (?:in|on|the|a|en|el|la))*$"
)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Danger:
    """One class: any of `say`, or each of `near` in one sentence at most `within` words apart."""

    crisis: bool
    say: tuple[str, ...]
    near: tuple[tuple[str, ...], ...]
    within: int
    ordered: bool
    supposed: bool
    calm: tuple[str, ...]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in `text` this danger is told, what is calm about it left out."""
        for start, end in (*_found(self.say, text), *self._pairs(text)):
            if not self.calm or not _calm_beside(self.calm, text, start, end):
                yield start, end

    def _pairs(self, text: str) -> list[tuple[int, int]]:
        """Where one of each list stands beside what was found of the lists before it."""
        spans = _found(self.near[0], text) if self.near else []
        for side in self.near[1:]:
            others = _found(side, text) if spans else []
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


def _danger(row: dict[str, object]) -> Danger:
    near = row.get("near", [])
    assert isinstance(near, list)
    return Danger(
        crisis=row["level"] == "crisis",
        say=_written_out(row.get("say", [])),
        near=tuple(_written_out(side) for side in near),
        within=int(str(row.get("within", 6))),
        ordered=bool(row.get("ordered", False)),
        supposed=bool(row.get("supposed", False)),
        calm=_written_out(row.get("calm", [])),
    )


def _written_out(fragments: object) -> tuple[str, ...]:
    assert isinstance(fragments, list)
    macros: dict[str, str] = table("dangers")["macros"]
    out = []
    for one in fragments:
        fragment = str(one)
        while _MACRO.search(fragment):
            fragment = _MACRO.sub(lambda match: macros[match[1]], fragment)
        out.append(fragment)
    return tuple(out)


def _found(fragments: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    if not fragments or not _may_stand(fragments, text):
        return []
    return [match.span() for match in compiled(fragments).finditer(text)]


def _may_stand(fragments: tuple[str, ...], text: str) -> bool:
    stems = _stems(fragments)
    return not stems or any(stem in text for stem in stems)


@cache
def _stems(fragments: tuple[str, ...]) -> tuple[str, ...]:
    """The literal beginnings of the fragments; none where one has none that is long enough to tell."""
    stems = [_stem(fragment) for fragment in fragments]
    return tuple(dict.fromkeys(stems)) if all(len(stem) >= _SHORTEST for stem in stems) else ()


def _stem(fragment: str) -> str:
    match = _LITERAL.match(fragment)
    literal = match[0] if match else ""
    # A letter before "?" or "{" may be missing.
    return literal[:-1] if fragment[len(literal) : len(literal) + 1] in ("?", "{", "*") else literal


def _calm_beside(calm: tuple[str, ...], text: str, start: int, end: int) -> bool:
    left = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    cut = _SENTENCE_END.search(text, end)
    return bool(_found(calm, text[left : cut.start() if cut else len(text)]))
