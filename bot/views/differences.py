"""What a revision changed in a note's words: added in bold, taken out struck through."""

from __future__ import annotations

import difflib
import re

from bot.views.blocks import Block, clean, context, quotes

_MOST_WORK = 400_000
"""Pairs of pieces compared at most: a window must open within three seconds of the tap."""
_MOST_CHANGES = 300
_WORDS, _SENTENCES = re.compile(r"\s+|\S+"), re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")


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
            key = context("*Added* in bold, ~taken out~ struck through:")
            return [key, {"type": "rich_text", "elements": [quote]}]
    return [context("Changed throughout. *Now:*"), *quotes(new), context("*Before:*"), *quotes(old)]


def _changes(before: list[str], after: list[str]) -> list[Block]:
    elements: list[Block] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind in {"delete", "replace"}:
            elements.append(_styled("".join(before[a:b]), strike=True))
        if kind != "delete":
            elements.append(_styled("".join(after[c:d]), bold=kind != "equal"))
    return [e for e in elements if e["text"]]


def _styled(text: str, **style: bool) -> Block:
    on = {name: True for name, wanted in style.items() if wanted}
    return {"type": "text", "text": clean(text)} | ({"style": on} if on else {})
