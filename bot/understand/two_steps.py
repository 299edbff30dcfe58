"""Reading in two steps: what a card is drawn from at once, then an ear for danger, for which nobody waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.opinion import Advisor, may_alarm
from bot.understand.parts import Reading
from bot.understand.reading import FirstReading, read, read_first


@dataclass(frozen=True, slots=True)
class ToRead:
    """A message as `read` takes it, all but the agency: fields as there."""

    staff_id: str
    text: str
    sent_at: datetime
    tz: ZoneInfo
    voice: bool = False
    nicknames: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FirstSeen:
    """The reading of the first step; `listens`: whether the second one may find danger in the message."""

    reading: Reading
    listens: bool


def first_of(agency: Agency, message: ToRead, advisor: Advisor) -> FirstReading:
    """The first step. Pure, as `read_first`."""
    return read_first(agency, advisor=advisor, **_as_told(message))


def _as_told(message: ToRead) -> dict[str, Any]:
    """The message as the arguments of `read`."""
    return {each.name: getattr(message, each.name) for each in fields(message)}


def seen(first: FirstReading) -> FirstSeen:
    """What the office needs of a first reading."""
    return FirstSeen(first.reading, may_alarm(first.by_rules))


def danger_in(agency: Agency, message: ToRead, first: FirstReading, advisor: Advisor) -> Reading | None:
    """The second step: the reading that asks about danger that only the model hears, where it hears any."""
    if not advisor.alarmed(first.words, first.by_rules, first.reading.intent):
        return None
    whole = read(agency, advisor=advisor, **_as_told(message))
    return whole if any(q.slot == "alarm" for q in whole.questions) else None
