"""Who reviews in one's stead, as a supervisor says it: "Riley reviews for me Dec 1-5"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.office.leave import named_in
from bot.understand.office.reviewing_words import hands_over_reviews
from bot.understand.parts import Intent
from bot.understand.when.periods import period
from bot.understand.writing.text import folded


@dataclass(frozen=True, slots=True)
class Stead:
    """Who was named (several where a name fits several), for which local days, both included."""

    named: tuple[str, ...]
    first: date | None
    last: date | None


def stead_of(agency: Agency, staff_id: str, text: str, *, sent_at: datetime, tz: ZoneInfo) -> Stead | None:
    """What the words say of reviewing in one's stead; None where they say nothing of it. Pure."""
    words = folded(text).replace("’", "'")
    named = named_in(agency, staff_id, words)
    if not hands_over_reviews(words, to_somebody=bool(named)):
        return None
    days = period(text, sent_at=sent_at, tz=tz, intent=Intent.PLAN_LEAVE)
    first = days.first if days else None
    return Stead(named, first, days.last or first if days else None)
