"""Whether a message is told for the record or for a crisis that goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.handlers.talk import Said
from bot.understand.danger.responding import tells_on
from bot.understand.parts import Intent
from storage.types import Method

_LATE_EVENING = timedelta(hours=12)
"""What happened on the evening before is still the same night's."""


def is_note(said: Said) -> bool:
    """A visit with its time, or what was on another day, is told for the record and not for the crisis.

    So is what was done for several families.
    """
    if said.reading.intent is Intent.LOG_CONTACT and len(_families(said)) > 1:
        return True
    told = said.reading.contacts[0] if said.reading.contacts else None
    if said.reading.intent is not Intent.LOG_CONTACT or told is None or not (told.types and told.children):
        return False
    visit = told.method is Method.IN_PERSON and bool(told.starts_at or told.minutes or told.part_of_day)
    return visit or (told.on is not None and told.on < (said.sent_at - _LATE_EVENING).date())


def _families(said: Said) -> set[str]:
    """The families of whom contacts with an hour or a length are told."""
    agency = said.visit.agency
    whole = (i for i in said.reading.contacts if i.types and (i.starts_at or i.minutes))
    return {agency.children[c].case_id for item in whole for c in item.children}


def own_hour(said: Said) -> datetime | None:
    """The hour of an ordinary contact, with whom it was told: "ms Lee 9a 5 min about Leo's glasses"."""
    told = said.reading.contacts[0] if said.reading.contacts else None
    if said.reading.intent is not Intent.LOG_CONTACT or told is None or not (told.types and told.children):
        return None
    return told.starts_at


def happened(said: Said) -> bool:
    """Whether it tells of something that happened, and of no visit with its hour."""
    told = said.reading.contacts[0] if said.reading.contacts else None
    if said.reading.intent is not Intent.LOG_CONTACT or told is None:
        return False
    return not (told.method is Method.IN_PERSON and (told.starts_at or told.minutes))


def others_plan(said: Said) -> bool:
    """“Fm will pick her up at 7": what somebody is to do, of nobody who is named; no visit of one's own."""
    items = said.reading.contacts
    named = any(item.children or item.people for item in items)
    return said.reading.intent is Intent.PLAN_VISIT and not named and tells_on(said.text)
