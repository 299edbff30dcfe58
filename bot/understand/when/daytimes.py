"""Parts of the day, `same time`, and `afterwards`."""

from __future__ import annotations

import re

from bot.understand.when.shapes import Atom, Field

_PART = re.compile(
    r"(?<![\w'])(?P<lead>(?:in the|de la|por la|en la|a la|this|that|at|early in the|late in the) )?"
    r"(?:(?:early|late|mid|first thing|temprano|very early)[ -]?(?:in the )?)?(?P<p>morning|afternoon|"
    r"evening|night|dawn)"
    r"(?!\w|'s|s\b)"
)
_GREETING = re.compile(
    r"\b(?:good|buenas?|buenos|every|each|cada|all|todas las|per|most|the other|one|over|before|until|since|"
    r"duerme toda la) $"
)
_SAME = re.compile(r"(?<!\w)(?:(?:at )?(?:the )?same (?:time|hour)|(?:a la )?misma (?:hour|hora))(?!\w)")
_AFTERWARDS = re.compile(
    r"(?<![\w'])(?:afterwards(?! de)|after(?= ?(?:[.!;\n]|$))|(?:right |just |shortly |"
    r"soon )?after (?:that|this|eso|the visit|court|"
    r"the hearing|the conference)|later(?: on)?(?= ?(?:[,.!;\n]|$| i\b| that\b))|mas tarde)(?!\w)"
)
_LOOSE = re.compile(r"(?:in the|por la|en la|that|early in the|late in the) $")


def parts_of_day(field: Field) -> list[Atom]:
    """Morning, afternoon, evening, night: `strong` where they need no day or clock beside them."""
    found = []
    for match in _PART.finditer(field.free):
        if _GREETING.search(field.free[max(0, match.start() - 18) : match.start()]):
            continue
        lead = match["lead"] or ""
        found.append(Atom(*match.span(), part=match["p"], strong=bool(_LOOSE.match(lead))))
    field.take_all([(a.start, a.end) for a in found])
    return found


def others(field: Field) -> list[Atom]:
    """`same time` (copies the earlier clock) and `afterwards` (a time of day of its own precision)."""
    same = [Atom(*m.span(), same=True) for m in _SAME.finditer(field.free)]
    field.take_all([(a.start, a.end) for a in same])
    after = [Atom(*m.span(), part="afterwards") for m in _AFTERWARDS.finditer(field.free)]
    field.take_all([(a.start, a.end) for a in after])
    return same + after
