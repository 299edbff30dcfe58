"""Whether a place is shut on the day that a note gives: "yesterday", said on a Monday, was a Sunday.

A note with the wrong day is worse than one that asks; so the card says it, and blocks nothing (DOMAIN 8 for
how advice is given). Weekends alone: which holidays a school keeps nobody has on file.
"""

from __future__ import annotations

import re

from storage.records import NoteContent
from storage.types import EventType, Method, Outcome, Place

_SATURDAY = 5
_DAY_SAID = re.compile(
    r"(?<!\w)(?:sat(?:urday)?|sun(?:day)?|weekend|wknd|s[áa]bado|domingo|fin de semana)(?:s|'s)?(?!\w)",
    re.IGNORECASE,
)


def shut_that_day(content: NoteContent) -> Place | None:
    """School or court, where it was visited or held on a local weekend that the words do not name."""
    held = content.outcome not in (Outcome.CANCELLED, Outcome.PLANNED)
    if (
        content.on is None
        or content.on.weekday() < _SATURDAY
        or not held
        or _DAY_SAID.search(content.narrative)
    ):
        return None
    if EventType.COURT_APPEARANCE in content.types or content.place is Place.COURT:
        return Place.COURT
    return Place.SCHOOL if content.place is Place.SCHOOL and content.method is Method.IN_PERSON else None
