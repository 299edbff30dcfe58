"""Organisations around the children as places: "at Linden House", "Bridgeview 9:15" (READING, "Place")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.understand.agency import Agency
from bot.understand.events.clauses import Clause
from bot.understand.patterns.quick import Quick, starts_of
from bot.understand.places import place_words as pw
from bot.understand.writing.text import folded
from storage.types import Place, Relationship

PLACE_OF = {
    Relationship.CHILDCARE_WORKER: Place.RESIDENTIAL,
    Relationship.SCHOOL: Place.SCHOOL,
    Relationship.DOCTOR: Place.MEDICAL,
    Relationship.THERAPIST: Place.MEDICAL,
    Relationship.ACS_WORKER: Place.OTHER,
}
_LONGER = 40
"""“ACS office” is no office of the agency: the longer phrase begins before it."""


def organisations(agency: Agency, children: Sequence[str]) -> Sequence[tuple[str, Place]]:
    """The organisations of those around the children, each with the place that it is."""
    cases = {agency.children[child].case_id for child in children if child in agency.children}
    rows = (row for case in cases for row in agency.contacts_of(case) if row.organization)
    found = ((row.organization, PLACE_OF.get(row.relationship)) for row in rows)
    return list(dict.fromkeys((name, kind) for name, kind in found if kind))


def organised(known: Sequence[tuple[str, Place]], clause: Clause) -> Iterable[tuple[int, Place]]:
    """“at Linden House”, "at Bridgeview": the organisation of somebody around the children."""
    for name, kind in known:
        at = stands(name, clause.text)
        if (
            at is not None
            and not _in_town(name, clause.text, at)
            and (
                pw.IN.search(clause.text[:at])
                or pw.NAMES_ONLY.fullmatch(clause.text[:at])
                or _NEXT_STOP.fullmatch(clause.text[:at])
            )
        ):
            yield at - (_LONGER if kind is Place.OTHER else 0), kind


# "Then Bright Oaks 5:30 for Leo": the next place of a round.
_NEXT_STOP = re.compile(r"\W*(?:and |y )?(?:then|next|luego|despues|after that|finally|also|later|and|y),? ")
# "At the diner in Collins", where Collins has a school too: the town. Its gym is the school's.
_ROOM = (
    r"gym(?:nasium)?|cafeteria|library|office|room|class(?:room)?|hall(?:way)?|lobby|unit|cottage|auditorium|"
    r"playground|conference|meeting|lunch|visit|court|desk|campus|biblioteca|oficina|salon|patio"
)
_AT_A_SPOT = Quick(
    rf"(?<!\w)(?:at|en) (?:the|a|an|el|la|un|una) (?!(?:[\w'’&-]+ ){{0,2}}(?:{_ROOM})(?!\w))"
    r"(?:[\w'’&-]+ ){1,4}(?:in|en) $"
)


def _in_town(organisation: str, text: str, at: int) -> bool:
    """Whether the one word of its name that stands there is the town's."""
    return not text.startswith(folded(organisation), at) and _AT_A_SPOT.search(text[:at]) is not None


_SMALL = frozenset({"of", "the", "and", "for", "de", "del", "la", "at"})


def _as_typed(head: str) -> str:
    """A name's pattern, in which full stops and apostrophes may be missing: "st brendans"."""
    return "".join(f"{re.escape(c)}?" if c in ".'" else re.escape(c) for c in head)


def stands(organisation: str, text: str) -> int | None:
    """Where the name of an organisation, or its first words, stands in folded text."""
    ways, needed = _ways_to_say(organisation)
    if needed is not None and needed.isdisjoint(starts_of(text).names):
        return None
    found = (name.search(text) for name in ways)
    return next((match.start() for match in found if match), None)


@lru_cache(maxsize=4096)
def _ways_to_say(organisation: str) -> tuple[tuple[Quick, ...], frozenset[str] | None]:
    """The whole name, its first two words, its first, its initials: those that are long enough.

    With these, the letters with one of which a word of each begins, if they can be told.
    """
    words, ways = folded(organisation).split(), []
    for size in (len(words), 2, 1):
        head = " ".join(words[:size])
        ends = pw.NO_MORE if size == 1 < len(words) else r"(?!\w)"
        if size <= len(words) and len(head) >= 5:
            ways.append(Quick(rf"(?<!\w){_as_typed(head)}{ends}"))
    initials = "".join(word[0] for word in words if word not in _SMALL)
    if len(initials) > 2:
        ways.append(Quick(rf"(?<!\w){re.escape(initials)}(?!\w)"))
    keys = [way.keys for way in ways]
    known = [one for one in keys if one is not None]
    return tuple(ways), frozenset().union(*known) if len(known) == len(keys) else None
