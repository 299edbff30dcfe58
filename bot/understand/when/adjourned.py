"""Times behind "adjourned": of the hearing that was held, or the date that was set for the next one."""

from __future__ import annotations

import re

from bot.understand.when.shapes import Atom

# "Court got adjourned today, we were there 9:30 to 9:45": of the hearing itself, and of no date set for it.
_ADJOURNED = re.compile(r"(?:adjourned|adj|adjd|adj'd|aplaz[a-z]+|pospuso|continued)")
_SET_FOR = re.compile(r" ?(?:to|un?til|till|for|on|a|al|hasta|para)\b")
_WE_WERE = re.compile(
    r"[^.!?\n]{0,20}[,;.] ?(?:(?:and|but|y|pero) )?(?:(?:i|we) )?(?:was|were|waited|there|stayed|left|"
    r"sat|from|i|we|estuv[a-z]+|esper[a-z]+|de)\b"
)


def of_the_hearing(draft: Atom, cue: str, behind: str) -> bool:
    """Whether a time behind "adjourned" tells when the hearing was, for which no new day is said before."""
    if not _ADJOURNED.fullmatch(cue) or _SET_FOR.match(behind):
        return False
    day = draft.day
    if day is not None:
        return day.kind == "offset" and day.number <= 0
    return draft.until is not None or _WE_WERE.match(behind) is not None
