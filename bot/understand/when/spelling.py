"""Misspelt day words: a small, careful reach (one or two letters), and never for a word that is right."""

from __future__ import annotations

from bot.understand.names.spelling import mended
from bot.understand.when.vocabulary import DAY_CODES, FULL_DAYS, SPELLED_RIGHT

_PARTS = frozenset({"morning", "afternoon", "evening", "tonight"})
_TARGETS = (*zip(FULL_DAYS, DAY_CODES, strict=True), ("yesterday", "yesterday"), ("tomorrow", "tomorrow"))


def spelled(word: str) -> str | None:
    """The day word that `word` is a slip of, or None. Two slips only in words of eight letters or more."""
    if 6 <= len(word) <= 10 and (part := mended(word)) in _PARTS:
        return part
    if not 6 <= len(word) <= 11 or word[0] not in "mtwfsy" or word in SPELLED_RIGHT:
        return None
    if not word.endswith(("day", "dya", "ady", "dey", "row", "orw", "dy", "days", "day's")):
        return None
    for target, code in _TARGETS:
        reach = 2 if len(target) >= 8 and len(word) >= 8 else 1
        if target[0] == word[0] and slips(word, target, reach) <= reach:
            return code
    return None


def slips(a: str, b: str, reach: int) -> int:
    """Edit distance with swapped neighbours counted once; stops at reach + 1."""
    if abs(len(a) - len(b)) > reach:
        return reach + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
