"""What a supervisor asks of her unit's notes: what came in, what she decided, what is still open with whom.

Short questions alone (data/asked_unit.toml); what tells of something, or names a child, is for others. Pure.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from bot.understand.patterns.lexicon import table
from bot.understand.writing.text import evened


class UnitAsk(StrEnum):
    """What is asked for."""

    CAME_IN = "came_in"
    DID = "did"
    APPROVED = "approved"
    RETURNED = "returned"
    DECIDED = "decided"
    OPEN = "open"
    CHANGED = "changed"


_WENT = re.compile(
    r"\W*(?:(?:so|and|ok|okay|hey|but),? ){0,2}(?:has|have|hasn't|hasnt|did|didn't|didnt|was|were|is)"
    r"(?: (?!i(?!\w)|we(?!\w))[\w'-]+){1,4}? (?:been (?:out |over )?(?:to|at|by)"
    r"|(?:gone?|got|get) (?:out |over )?(?:to|by)"
    r"|seen?|visit(?:ed)?|(?:out|over) to|laid eyes on|check(?:ed)? (?:in )?on|stop(?:ped)? by)(?!\w)"
    r"|\W*(?:ya )?(?:alguien )?(?:ha|fue|fueron|visito|vio)(?: \w+)? (?:ido |visto |alguien )?(?:a|con) "
)
"""Whether somebody went to a family: asked of what is on record."""
_OF_THEM = frozenset({UnitAsk.DID, UnitAsk.CHANGED})
"""What "they" did may be a family's doing; what "everybody" did is the unit's."""
_LONGEST = 90
_PART = re.compile("<([A-Z_]+)>")
_MAYBE = re.compile(
    r"\W*(?:so|and|ok|okay|hey|hi|also|btw|please|pls|can|could|tell|show|list|y|oye|what|whats|who|which|how"
    r"|whom|where|did|do|does|has|have|is|are|any|anything|something|my|the|open|unsent|unsubmitted|returned"
    r"|approved|que|cuales|nothing|how'd|a|the|summary|recap|rundown|overview|resumen|all|see|pull|get|read|i|need"
    r"|give|dame|muestrame|ver|todas|las|notes|entries|notas)(?!\w)"
)
"""A cheap look: so such a question begins."""


@cache
def _patterns() -> tuple[tuple[UnitAsk, tuple[re.Pattern[str], ...]], ...]:
    found = table("asked_unit")
    parts: dict[str, str] = found["parts"]

    def whole(pattern: str) -> re.Pattern[str]:
        return re.compile(_PART.sub(lambda part: parts[part[1]], pattern))

    return tuple((UnitAsk(what), tuple(map(whole, each))) for what, each in found["asked"].items())


def unit_asked(text: str, *, of_somebody: bool) -> UnitAsk | None:
    """What is asked of the unit's notes; None where nothing is. `of_somebody`: a colleague is named. Pure."""
    words = evened(text)
    if len(words) > _LONGEST or _MAYBE.match(words) is None:
        return None
    for what, patterns in _patterns():
        found = next(filter(None, (each.match(words) for each in patterns)), None)
        if found and (of_somebody or _anybody(found, what)):
            return what
    return None


def asks_who_went(text: str) -> bool:
    """Whether it is asked if anybody was with a family: "has anybody been to the Tejadas". Pure."""
    words = evened(text)
    return len(words) <= _LONGEST and _WENT.match(words) is not None


def _anybody(found: re.Match[str], what: UnitAsk) -> bool:
    """Whether it is asked of nobody, or of the whole unit."""
    who, words = re.findall(r"[\w'-]+", found.groupdict().get("who") or ""), table("asked_unit")
    if who and what in _OF_THEM and not set(who[-1:]) & set(words["group"]["words"]):
        return False
    return set(who) <= set(words["anybody"]["words"])
