"""Times behind "adjourned": of the hearing that was held, or the date that was set for the next one."""

from __future__ import annotations

import re

from bot.understand.patterns.quick import Quick
from bot.understand.when.shapes import Atom

# "Court got adjourned today, we were there 9:30 to 9:45": of the hearing itself, and of no date set for it.
_ADJOURNED = re.compile(r"(?:adjourned|adj|adjd|adj'd|aplaz[a-z]+|pospuso|continued)")
_SET_FOR = re.compile(r" ?(?:to|un?til|till|for|on|a|al|hasta|para)\b")
_WE_WERE = re.compile(
    r"[^.!?\n]{0,20}[,;.] ?(?:(?:and|but|y|pero) )?(?:(?:i|we) )?(?:was|were|waited|there|stayed|left|"
    r"sat|from|i|we|estuv[a-z]+|esper[a-z]+|de)\b"
)

# "Regresamos el 9 de junio", "we go back June 9": in what tells of a hearing, the day of the next one.
_HEARD = re.compile(r"\b(?:corte|court|audiencia|hearing|juez[a]?|judge)\b")
_BACK_ON = re.compile(
    r"(?:^|[^\w'])(?:(?:regresamos|regresan|volvemos|vuelven|nos toca(?: regresar| volver)?|hay que "
    r"(?:regresar|"
    r"volver))(?: a (?:la )?(?:corte|audiencia))?(?: (?:hasta|para))?(?: el)?|(?:we(?:'re| are)?|"
    r"they(?:'re| are)"
    r"?|everybody) (?:(?:go|come|be|due|all) )*back(?: (?:in|to|before) (?:court|the judge))?"
    r"(?: (?:on|again))?) ?$"
)

# "They'll try her again Friday": the visit that was called off, whoever speaks of it.
TRIED_AGAIN = Quick(
    r"(?:they )?(?:they'll|theyll|will|are going to|going to) (?:try(?: (?:it|her|him|them|this|that|the "
    r"visit|"
    r"§))? again|make (?:it|this|that|the visit) up|do (?:it|this|that) over|reschedule it)\b"
)


def back_in_court(before: str) -> bool:
    """Whether what stands before a day makes it the day on which a hearing that was told goes on."""
    return _BACK_ON.search(before) is not None and _HEARD.search(before) is not None


def of_the_hearing(draft: Atom, cue: str, behind: str) -> bool:
    """Whether a time behind "adjourned" tells when the hearing was, for which no new day is said before."""
    if not _ADJOURNED.fullmatch(cue) or _SET_FOR.match(behind):
        return False
    day = draft.day
    if day is not None:
        return day.kind == "offset" and day.number <= 0
    return draft.until is not None or _WE_WERE.match(behind) is not None
