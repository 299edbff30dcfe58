"""A note to be put aside and what is told behind it: "discard the tang one, she called me back 430"."""

from __future__ import annotations

import re

from bot.understand.patterns.lexicon import pattern
from bot.understand.wants.leaning import drops
from bot.understand.writing.text import folded

_BEHIND = re.compile(r"\s*(?:[,.;:!\n]+|-+|–|—)\s*(?=\w)")
_NAMES_ONE = re.compile(
    r"(?<!\w)(?:one|note|draft|card|entry|log|nota|borrador|lo)"
    r"(?= (?:about|on|for|of|from|with|re|de|del|sobre|con)(?!\w)|\W*$)"
)
_SAYS_HOW_IT_WAS = re.compile(r"(?:and |y )?(?:it|that|this|fue|era|eso)(?!\w)")


def parted(text: str) -> tuple[str, str] | None:
    """The wish to drop a note that is named, and what is told behind it; None where no more is told."""
    low = folded(text)
    if drops(low) or len(low) != len(text):
        return None
    wish = pattern("amending", "wish.discard").match(low)
    behind = _BEHIND.match(low, wish.end()) if wish else None
    if wish is None or behind is None or not _NAMES_ONE.search(low[: wish.end()]):
        return None
    if _SAYS_HOW_IT_WAS.match(low, behind.end()):
        return None
    return text[: wish.end()], text[behind.end() :]
