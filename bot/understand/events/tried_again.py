"""Attempts at several hours told in one breath: “called at 4:35 and 4:50, no answer”."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.events.clauses import event_times
from bot.understand.events.cues import BY_WIRE
from bot.understand.events.segments import Segment
from bot.understand.item_words import ONCE_MORE
from bot.understand.parts import Item
from bot.understand.patterns.quick import Quick
from bot.understand.when import EventTime
from storage.types import Method, Outcome

# Of a visit: two hours that stand beside each other, and are not the two ends of one.
_TWO_HOURS = Quick(
    r"(?<!\w)(?:at|@|a las?) ?\d[\d:]*(?: ?[ap]m?)?(?: (?:today|hoy|yesterday|ayer|this morning))?,? "
    r"(?:and|&|y|then|luego)(?: (?:then|again|back|once more|otra vez|de nuevo|luego))*"
    r"(?: (?:at|@|a las?))? ?\d"
)
# "Three calls today: 9:05, 11:40 and 2:15": as many as there are hours.
_COUNTED = Quick(
    r"(?<!\w)(?P<n>[2-9]|two|three|four|five|six|dos|tres|cuatro|cinco|seis) (?:\w+ ){0,2}?(?:calls"
    r"|texts|emails"
    r"|voicemails|messages|attempts|tries|llamadas|mensajes|intentos|textos|correos)(?!\w)"
)
_NUMBERS = dict(zip(("two", "three", "four", "five", "six"), range(2, 7), strict=True))
_NUMBERS |= dict(zip(("dos", "tres", "cuatro", "cinco", "seis"), range(2, 7), strict=True))
_ONE_STAY = re.compile(r"(?<!\w)(?:between|until|till|stayed|entre|hasta)(?!\w)")


def tried_again(segment: Segment, first: Item, when: EventTime) -> list[Item]:
    """The attempts after the first: each with its own hour is an item."""
    clocks = {t.starts_at for clause in segment.clauses for t in event_times(clause) if t.starts_at}
    if not _several(segment, first) and not _counted(segment, len(clocks)):
        return []
    others = sorted(clock for clock in clocks if clock != when.starts_at)
    return [replace(first, starts_at=clock, on=clock.date(), minutes=None) for clock in others]


def _several(segment: Segment, first: Item) -> bool:
    missed = first.outcome is Outcome.ATTEMPTED
    if any(kind in BY_WIRE for kind in segment.kinds):
        return missed or ONCE_MORE.search(segment.text) is not None
    if not missed or first.method is not Method.IN_PERSON or _ONE_STAY.search(segment.text):
        return False
    return _TWO_HOURS.search(segment.text) is not None


def _counted(segment: Segment, hours: int) -> bool:
    """Whether so many calls are told as there are hours."""
    said = _COUNTED.search(segment.text) if any(kind in BY_WIRE for kind in segment.kinds) else None
    return said is not None and (_NUMBERS.get(said["n"]) or int(said["n"])) == hours
