"""A round of visits told in one breath: "saw Leo at Ms Lee's 4:15-5, Ana at Ms Osei's 5:25. both spoke".

The next child with a place and an hour of its own is the next visit, though no verb is said again; what "both
foster mothers" said is said of each visit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.understand.agency import Agency
from bot.understand.events.clauses import Clause, event_times
from bot.understand.parts import Item, Kind
from storage.types import EventType, Method, Outcome

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_A_VISIT = frozenset({"visit", "talk", "theme"})
_NEXT = re.compile(
    r"\W*(?:(?:and|then|also|later|next|luego|despues|y|a|al|after that),? ){0,3}"
    r"(?:CHILD|FAMILY)(?:(?:,| and| y|,? &| n)? (?:a )?CHILD){0,3}"
    r"(?: (?:also|alone|over|by (?:him|her)self|today|hoy))?,? "
    r"(?:at|in|en|with|con|from|same|next|home|a las?|\d|donde|mismo|the same|[a-z]+ [a-z]+ \d)(?!\w*n't)"
)
_ADULTS = (
    r"(?:CAREGIVER|KIN|(?:foster |kinship |resource )?(?:parents|mothers|moms|dads|fathers|families|homes)"
    r"|caregivers|fms|fps|caretakers|ladies|women|aunts|grandmas|grandmothers|(?:los )?adults|senoras"
    r"|madres(?: \w+)?|mamas|tias|abuelas|cuidadoras)"
)
_SPOKE = (
    r"(?:said|say|says|spoke|talked|told|tell|met|sat|report|reported|(?:me |nos )?(?:dijeron|dicen|hablaron"
    r"|platicaron|contaron|comentaron))(?!\w)"
)
_EACH = r"(?<!\w)(?:both|each|all|las dos|los dos|ambas|ambos|las tres|todas)"
_BOTH_SPOKE = re.compile(
    rf"{_EACH} (?:(?:of )?(?:the|las|los) )?{_ADULTS} (?:also )?{_SPOKE}"
    rf"|{_EACH} (?:also )?{_SPOKE}[^.;\n]{{0,40}}(?<!\w)(?:kids|children|CHILD|boys|girls|ninos|ninas)(?!\w)"
)


def next_child(clause: Clause, now: Segment) -> bool:
    """Whether a clause without a verb tells the next visit: another child, and an hour of its own."""
    if clause.cues or not set(now.kinds) <= _A_VISIT or not _NEXT.match(clause.text):
        return False
    if not any(t.starts_at for t in event_times(clause)):
        return False
    mine = {one for name in clause.names if name.kind is Kind.CHILD for one in name.ids}
    before = {one for c in now.clauses for name in c.names if name.kind is Kind.CHILD for one in name.ids}
    return not mine & before


def with_both_heard(items: Sequence[Item], agency: Agency, text: str, on: date) -> list[Item]:
    """The visits to several homes, each with its own carer where `text` says that both of them spoke."""
    homes = [_carers(item, agency, on) for item in items]
    if sum(map(bool, homes)) < 2 or not _BOTH_SPOKE.search(text):
        return list(items)
    return [_heard(item, home) if home else item for item, home in zip(items, homes, strict=True)]


def _carers(item: Item, agency: Agency, on: date) -> tuple[str, ...]:
    """Who has the children of a visit that was held at their home; nobody for what else is told."""
    if item.method is not Method.IN_PERSON or item.outcome is not Outcome.COMPLETED:
        return ()
    if EventType.FOSTER_HOME_VISIT not in item.types:
        return ()
    lives = (agency.placement(child, on) for child in item.children)
    return tuple(dict.fromkeys(one.placement_contact_id for one in lives if one and one.placement_contact_id))


def _heard(item: Item, carers: tuple[str, ...]) -> Item:
    types = tuple(sorted({*item.types, EventType.CASEWORKER_FOSTER_PARENT}))
    return replace(item, people=carers, types=types)
