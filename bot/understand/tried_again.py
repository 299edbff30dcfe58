"""Attempts at several hours told in one breath: “called at 4:35 and 4:50, no answer”."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.clauses import event_times
from bot.understand.cues import BY_WIRE
from bot.understand.item_words import ONCE_MORE
from bot.understand.parts import Item
from bot.understand.quick import Quick
from bot.understand.segments import Segment
from bot.understand.when import EventTime
from storage.types import Method, Outcome

# Of a visit: two hours that stand beside each other, and are not the two ends of one.
_TWO_HOURS = Quick(
    r"(?<!\w)(?:at|@|a las?) ?\d[\d:]*(?: ?[ap]m?)?(?: (?:today|hoy|yesterday|ayer|this morning))?,? "
    r"(?:and|&|y|then|luego)(?: (?:then|again|back|once more|otra vez|de nuevo|luego))*"
    r"(?: (?:at|@|a las?))? ?\d"
)
_ONE_STAY = re.compile(r"(?<!\w)(?:between|until|till|stayed|entre|hasta)(?!\w)")


def tried_again(segment: Segment, first: Item, when: EventTime) -> list[Item]:
    """The attempts after the first: each with its own hour is an item."""
    if not _several(segment, first):
        return []
    clocks = {t.starts_at for clause in segment.clauses for t in event_times(clause) if t.starts_at}
    others = sorted(clock for clock in clocks if clock != when.starts_at)
    return [replace(first, starts_at=clock, on=clock.date(), minutes=None) for clock in others]


def _several(segment: Segment, first: Item) -> bool:
    missed = first.outcome is Outcome.ATTEMPTED
    if any(kind in BY_WIRE for kind in segment.kinds):
        return missed or ONCE_MORE.search(segment.text) is not None
    if not missed or first.method is not Method.IN_PERSON or _ONE_STAY.search(segment.text):
        return False
    return _TWO_HOURS.search(segment.text) is not None
