"""What a revision changed in a note's words: added in bold, taken out struck through."""

from __future__ import annotations

import difflib
import re

from bot.views.blocks import Block, clean, context, quotes

_MOST_WORK = 400_000
"""Pairs of pieces compared at most: a window must open within three seconds of the tap."""
_MOST_CHANGES = 300
_SHORT = 2
"""An unchanged run of so few words between two changes is shown as changed too: else it reads as salad."""
_WORDS, _SENTENCES = re.compile(r"\S+\s*|\s+"), re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")


def differences(old: str, new: str) -> list[Block]:
    """The new words with what was added and taken out; empty where nothing was.

    Word by word; for long texts or many changes by sentence; where even that would be too much, both whole.
    """
    if not old or old == new:
        return []
    for pieces in (_WORDS, _SENTENCES):
        before, after = pieces.findall(old), pieces.findall(new)
        if len(before) * len(after) > _MOST_WORK:
            continue
        elements = _changes(before, after)
        if len(elements) <= _MOST_CHANGES:
            quote: Block = {"type": "rich_text_quote", "elements": elements}
            key = context("*What changed*: added in bold, ~taken out~ struck through.")
            return [key, {"type": "rich_text", "elements": [quote]}]
    return [context("*Changed throughout.* Before:"), *quotes(old)]


def _changes(before: list[str], after: list[str]) -> list[Block]:
    elements: list[Block] = []
    for old, new, changed in _runs(before, after):
        if changed:
            gap = " " if old and new and not (old[-1].isspace() or new[0].isspace()) else ""
            elements += [_styled(old, strike=True), _styled(gap), _styled(new, bold=True)]
        else:
            elements.append(_styled(new))
    return [e for e in elements if e["text"]]


def _runs(before: list[str], after: list[str]) -> list[tuple[str, str, bool]]:
    """(old words, new words, whether they differ), with changes that stand close put together."""
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    runs: list[tuple[str, str, bool]] = []
    for n, (kind, a, b, c, d) in enumerate(codes):
        between = 0 < n < len(codes) - 1 and b - a <= _SHORT
        changed = kind != "equal" or between
        old, new = "".join(before[a:b]), "".join(after[c:d])
        if changed and runs and runs[-1][2]:
            runs[-1] = (runs[-1][0] + old, runs[-1][1] + new, True)
        else:
            runs.append((old, new, changed))
    return runs


def _styled(text: str, **style: bool) -> Block:
    on = {name: True for name, wanted in style.items() if wanted}
    return {"type": "text", "text": clean(text)} | ({"style": on} if on else {})
