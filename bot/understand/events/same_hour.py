"""“Saw Leo Monday and Wednesday at 4”: one hour told for several days, an event on each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from bot.understand.events.clauses import event_times
from bot.understand.events.segments import Segment
from bot.understand.parts import Item, TimeMention
from bot.understand.when import EventTime
from bot.understand.writing.words import Plain

_AND = re.compile(r",? ?(?:and|&|y|n|\+)(?: (?:then|again|also|luego))? ?(?:(?:on|el|the) )*")
_COMMA = re.compile(r", ?(?:(?:on|el|the) )*")
_BETWEEN = re.compile(r"(?<!\w)(?:between|entre|from|either|since|de|desde) (?:el )?$")


def on_other_days(segment: Segment, first: Item, when: EventTime) -> list[Item]:
    """The events on the days said before the one that has the hour, in the order told."""
    if when.starts_at is None or not segment.kinds:
        return []
    days: list[TimeMention] = []
    for clause in segment.clauses:
        for one in event_times(clause):
            if one.starts_at == when.starts_at and days:
                led = days[-1].on != one.on and _joined(clause.plain, days[-1], one, _AND)
                at = when.starts_at.timetz()
                found = [datetime.combine(day.on, at) for day in days if day.on and led]
                return [replace(first, starts_at=start, on=start.date()) for start in found]
            alone = one.day_said and one.on and not (one.starts_at or one.part_of_day or one.minutes)
            if not alone or (days and not _joined(clause.plain, days[-1], one, _COMMA)):
                days = []
            if alone and not _BETWEEN.search(clause.plain.text[: clause.plain.from_raw(one.span.start)]):
                days.append(one)
    return []


def _joined(plain: Plain, one: TimeMention, other: TimeMention, joint: re.Pattern[str]) -> bool:
    """Whether nothing but a comma, before the last of them "and", stands between two days."""
    return (
        joint.fullmatch(plain.text, plain.from_raw(one.span.end), plain.from_raw(other.span.start))
        is not None
    )
