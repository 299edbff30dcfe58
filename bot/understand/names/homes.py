"""With whom the children named live, and of which case they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bot.understand.agency import Agency
from bot.understand.parts import Kind, NameMention


def homes_of(agency: Agency, mentions: Sequence[NameMention], on: date) -> frozenset[str]:
    """The contacts with whom the children named live."""
    children = {key for m in mentions if m.kind is Kind.CHILD for key in m.ids}
    placed = [agency.placement(key, on) for key in children]
    return frozenset(row.placement_contact_id for row in placed if row and row.placement_contact_id)


def cases_of(agency: Agency, mentions: Sequence[NameMention]) -> dict[str, str]:
    """The case of each child named."""
    known = agency.children
    return {key: known[key].case_id for mention in mentions for key in mention.ids if key in known}


_PARTS = re.compile(
    r"[.;!?\n]|\b(?:then|next|after that|later|luego|despu[eé]s|m[aá]s tarde)\b", re.IGNORECASE
)


def home_told(text: str, homes: Sequence[NameMention], at: int, agency: Agency) -> NameMention | None:
    """Of the families' `homes` in a message, the one of which the name that begins `at` is told.

    "At the Rentas' 3:30, Jadiel was reading. Then Ms Pabón's, Amaia and Jadiel": the home in the same part
    of the message, else the last one before it where there are several. None where none is told of.
    """
    if not homes:
        return None
    cuts = _cuts(text)
    part = bisect_left(cuts, at)
    beside = [m for m in homes if bisect_left(cuts, m.span.start) == part]
    if beside:
        return min(beside, key=lambda m: abs(m.span.start - at))
    cases = {row.case_id for m in homes if (row := agency.contacts.get(m.ids[0]))}
    return next((m for m in reversed(homes) if m.span.start < at), None) if len(cases) > 1 else None


@lru_cache(maxsize=2)
def _cuts(text: str) -> list[int]:
    """Where another part of a text begins; the last text's are kept for its many names."""
    return [found.start() for found in _PARTS.finditer(text)]
