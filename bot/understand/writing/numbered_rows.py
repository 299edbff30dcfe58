"""A numbered list told on one line: "1) 9a Alan at school 2) 11 Laila at home" has a row for each number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.understand.names.text import word_set
from bot.understand.names.words import is_word

if TYPE_CHECKING:
    from bot.understand.writing.wording import Change

_MARK = re.compile(
    r"(?:^|(?<=\s))(?:(?P<bracket>\(?)(?P<number>\d{1,2})\)|#(?P<sharp>\d{1,2})[:.)]?|"
    r"(?P<dotted>\d{1,2})\.)(?=\s+\S)"
)

_LED = re.compile(r"\s+\d{1,2}(?::?\d\d|:\d\d ?[ap]|(?= ?[ap]\.?m?\b))", re.IGNORECASE)

_HEAD = r"(?:^|\n)\s*(?:\(?\d{1,2}\)|#\d{1,2}[:.)]?|\d{1,2}\.)\s+"
# "1) 9a Alan": a row that begins with its hour; then the "11" of "2) 11 Laila" is one too.
_TIMED = re.compile(rf"{_HEAD}(?:\d{{1,2}}:?\d\d|\d{{1,2}}(?::\d\d)? ?[ap]m?)(?!\w)")
_BARE = re.compile(rf"{_HEAD}(?P<hour>1[0-2]|[1-9]) (?P<next>[a-z]+)(?!\w)")


def rows_apart(text: str) -> str:
    """`text` with a line's end for the blank before each number of a list; of the same length.

    A list counts from one: an age in brackets, an hour or an address does not.
    """
    if "1" not in text or "2" not in text:
        return text
    letters = list(text)
    for key in ("number", "sharp", "dotted"):
        for mark in _counted(text, key):
            if mark.start() and text[mark.start() - 1] in " \t":
                letters[mark.start() - 1] = "\n"
            if key == "dotted" and _LED.match(text, mark.end()):
                letters[mark.end() - 1] = ")"  # A stop would end the sentence before its hour.
    return "".join(letters)


def _counted(text: str, key: str) -> list[re.Match[str]]:
    """The marks of one kind that count on from one; none where there is no second."""
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if mark[key] is not None and int(mark[key]) == len(found) + 1:
            found.append(mark)
    return found if len(found) > 1 else []


def row_hours(low: str) -> Iterator[Change]:
    """The hours of rows beside others that begin with theirs: "2) 11 Laila" behind "1) 9a Alan"."""
    if not _TIMED.search(low):
        return
    for match in _BARE.finditer(low):
        if not is_word(match["next"]):
            yield *match.span("hour"), f"{match['hour']}:00"


# "My day: 9 phone w/ Ms Lee, 11 Leo @ Cedar House, 4:30 phone": hours alone, each at the head of its row.
_HEADS = re.compile(
    r"(?:^|[:,;\n]) ?(?:- )?(?P<hour>1[0-2]|[1-9])(?P<minute>:\d\d)?(?: ?[ap]\.?m?\.?)? "
    r"(?P<next>[a-z@][\w/]*)"
)
_COUNTED = word_set(
    "min mins minute minutes kid kids child children hour hours hr hrs day days week weeks of more boys "
    "girls visit visits call calls time times siblings year years yo yrs note notes text texts email emails "
    "other others or and to dias horas ninos ninas visitas llamadas minutos veces de am pm a p blocks miles "
    "people staff adults parents sessions months mo am's y"
)
_FEWEST = 3
_DAWN = 7
"""A bare hour before it is one of the afternoon."""


def day_rows(low: str) -> Iterator[Change]:
    """The hours that stand alone in a list of the day, which go on from morning to evening as its rows do."""
    for line in re.finditer(r"[^.\n]+(?:\n[^.\n]+)*", low):
        rows = [m for m in _HEADS.finditer(low, *line.span()) if m["next"] not in _COUNTED]
        hours = [(int(m["hour"]) + 12 * (int(m["hour"]) < _DAWN), m["minute"] or "") for m in rows]
        if len(rows) < _FEWEST or hours != sorted(set(hours)):
            continue
        for row in rows:
            if not row["minute"] and low[row.end("hour")] == " ":
                yield *row.span("hour"), f"{row['hour']}:00"
