"""A message in the words the rules know, with the way back to the letters that were typed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.names.spelling import canonical
from bot.understand.writing.text import folded

_TOKEN = re.compile(
    r"w/o?(?=\W|$|[A-Za-z])|[a-z]/[a-z](?![\w/])|rec'd|ext'd|re:|e\.r\.|[a-z0-9]+(?:['-][a-z]+)*|[@&+]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """The message in canonical words: `text`, and for each of its letters where it came from."""

    text: str
    starts: tuple[int, ...]
    at: tuple[int, ...]
    length: int

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the message as typed behind [start, end) of `text`."""
        return self.to_raw(start), self.to_raw(end, end=True)

    def to_raw(self, offset: int, *, end: bool = False) -> int:
        """The typed offset behind one of `text`; inside a replaced word its start, or its end if asked."""
        piece = bisect_right(self.starts, offset - 1 if end and offset else offset) - 1
        if piece < 0:
            return 0
        exact = piece % 2 == 0  # pieces alternate: kept as typed, replaced
        into = offset - self.starts[piece]
        following = self.at[piece + 1] if piece + 1 < len(self.at) else self.length
        if exact:
            return min(self.at[piece] + into, following)
        return following if end else self.at[piece]

    def from_raw(self, offset: int) -> int:
        """The offset in `text` of a typed one; inside a replaced word its start."""
        piece = max(bisect_right(self.at, offset) - 1, 0)
        following = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if piece % 2 == 0:
            return min(self.starts[piece] + offset - self.at[piece], following)
        return self.starts[piece]


def plain(text: str, names: Sequence[tuple[int, int, str]] = ()) -> Plain:
    """Decoded `text` in canonical words; each (start, end, LABEL) of `names` stands as its label."""
    low = folded(text)
    replaced = _replacements(low, sorted(names))
    pieces: list[str] = []
    starts: list[int] = []
    at: list[int] = []
    size = position = 0
    for start, end, word in replaced:
        for piece, origin in ((low[position:start], position), (word, start)):
            starts.append(size)
            at.append(origin)
            pieces.append(piece)
            size += len(piece)
        position = end
    starts.append(size)
    at.append(position)
    pieces.append(low[position:])
    return Plain("".join(pieces), tuple(starts), tuple(at), len(text))


def _replacements(low: str, names: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    position = 0
    for start, end, label in (*names, (len(low), len(low), "")):
        if start < position:
            continue
        for match in _TOKEN.finditer(low, position, start):
            word = canonical(match.group())
            if word != match.group():
                out.append((match.start(), match.end(), _spaced(low, match.end(), word)))
        if label:
            out.append((start, end, label))
        position = end
    return out


def _spaced(low: str, end: int, word: str) -> str:
    """“w/mom” and "@school" need the blank that their sign stood for."""
    return word + " " if end < len(low) and (low[end].isalnum()) else word
