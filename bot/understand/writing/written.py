"""A text written out as the rules read it, with the way back to what was typed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.understand.parts import Mark, Reading, Span
from bot.understand.writing.called_rows import called_rows
from bot.understand.writing.dead_lines import dead_lines
from bot.understand.writing.headed_calls import headed_calls
from bot.understand.writing.headed_games import headed_games
from bot.understand.writing.island_english import island_english
from bot.understand.writing.letter_hours import letter_hours
from bot.understand.writing.nobody_there import nobody_there
from bot.understand.writing.numbered_rows import day_rows, row_hours, rows_apart
from bot.understand.writing.off_and_on import off_and_on
from bot.understand.writing.planned_rows import planned_rows
from bot.understand.writing.said_hours import said_hours
from bot.understand.writing.second_english import second_english
from bot.understand.writing.shorthand import spanish
from bot.understand.writing.telegraphed import telegraphed
from bot.understand.writing.text import folded
from bot.understand.writing.told_ahead import told_ahead
from bot.understand.writing.tries import tries
from bot.understand.writing.visit_hours import visit_hours
from bot.understand.writing.wording import Change, reworded


@dataclass(frozen=True, slots=True)
class Written:
    """A text written out, with the way back.

    `starts` and `at` pair the edges of its pieces with the typed ones.
    """

    text: str
    starts: tuple[int, ...] = ()
    at: tuple[int, ...] = ()

    def back(self, offset: int) -> int:
        """The offset, as typed, behind one of the text written out."""
        if not self.starts:
            return offset
        piece = bisect_right(self.starts, offset) - 1
        following = self.at[piece + 1] if piece + 1 < len(self.at) else None
        exact = self.at[piece] + offset - self.starts[piece]
        return exact if following is None else min(exact, following)

    def as_typed(self, reading: Reading) -> Reading:
        """The reading with every span over what was typed."""
        if not self.starts:
            return reading
        items = tuple(
            replace(item, spans=tuple((self.back(a), self.back(b)) for a, b in item.spans))
            for item in reading.contacts
        )
        return replace(reading, contacts=items, marks=tuple(self._mark(mark) for mark in reading.marks))

    def _mark(self, mark: Mark) -> Mark:
        if mark.span is None:
            return mark
        return replace(mark, span=Span(self.back(mark.span.start), self.back(mark.span.end)))


def written_out(text: str) -> Written:
    """Decoded `text` in the rules' own words where it has others, Spanish shorthand written out."""
    text = rows_apart(text)
    low = folded(text)
    rows = [*headed_calls(low), *dead_lines(low), *headed_games(low), *telegraphed(low)]
    rows += [
        *called_rows(low),
        *row_hours(low),
        *day_rows(low),
        *planned_rows(low),
        *letter_hours(low),
        *visit_hours(low),
        *said_hours(low),
    ]
    rows += [*nobody_there(low), *second_english(low), *island_english(low), *off_and_on(low)]
    return _with(text, [*spanish(text, low), *tries(low), *told_ahead(low), *rows, *reworded(text, low)])


def _with(text: str, changes: Iterable[Change]) -> Written:
    """`text` with the changes made, the earlier and longer first where two touch the same letters."""
    pieces: list[str] = []
    starts, at = [0], [0]
    position = size = 0
    for start, end, words in sorted(changes, key=lambda change: (change[0], -change[1])):
        if start < position:
            continue
        pieces += [text[position:start], words]
        size += start - position + len(words)
        position = end
        starts += [size - len(words), size]
        at += [start, end]
    pieces.append(text[position:])
    return Written("".join(pieces), tuple(starts), tuple(at)) if len(at) > 1 else Written(text)
