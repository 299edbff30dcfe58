"""Whether a message is told for the record or for a crisis that goes on."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.handlers.talk import Said
from bot.rules.timeline import nearest
from bot.services.crisis.named import families_of
from bot.understand.danger.responding import goes_on, tells_on
from bot.understand.parts import Intent, Item
from bot.understand.writing.text import straight
from storage.types import Method, Outcome

_LATE_EVENING = timedelta(hours=12)
"""What happened on the evening before is still the same night's."""
_FEW = 4
_LATELY = timedelta(hours=3)
_VISITED = re.compile(
    r"(?<!\w)(?:visit\w*|saw|seen|met|hv|h/v|fhv|f2f|face to face|in person|home contact|observed|stopped by|"
    r"vi|vimos|visita\w*|visite|en persona)(?!\w)"
)


def is_note(said: Said) -> bool:
    """A visit with its time, or what was on another day, is told for the record and not for the crisis.

    So is what was done for several families. "Got him, uber w Curtis back 105am" is no visit of one's own.
    """
    if said.reading.intent is Intent.LOG_CONTACT and len(_families(said)) > 1:
        return True
    told = said.reading.contacts[0] if said.reading.contacts else None
    if said.reading.intent is not Intent.LOG_CONTACT or told is None or not (told.types and told.children):
        return False
    visit = told.method is Method.IN_PERSON and bool(told.starts_at or told.minutes or told.part_of_day)
    visit = visit and not _in_passing(said, told)
    return visit or (told.on is not None and told.on < (said.sent_at - _LATE_EVENING).date())


def _in_passing(said: Said, told: Item) -> bool:
    """Whether it tells how something goes on just now, with no word of a visit and no length of one."""
    at = own_hour(said)
    lately = at is not None and said.sent_at - _LATELY <= at
    return lately and not told.minutes and goes_on(said.text) and not _VISITED.search(straight(said.text))


def _families(said: Said) -> set[str]:
    """The families, plainly named, of whom contacts with an hour or a length are told."""
    agency = said.visit.agency
    whole = (i for i in said.reading.contacts if i.types and (i.starts_at or i.minutes))
    told = {agency.children[c].case_id for item in whole for c in item.children}
    return told & families_of(agency, said.reading, said.text).plainly


def own_hour(said: Said) -> datetime | None:
    """The hour of an ordinary contact, with whom it was told: "ms Lee 9a 5 min about Leo's glasses".

    Where it says neither am nor pm the nearest before the message: who has a crisis on hand tells of now.
    """
    told = said.reading.contacts[0] if said.reading.contacts else None
    if said.reading.intent is not Intent.LOG_CONTACT or told is None or not (told.types and told.children):
        return None
    return nearest(said.text, told.starts_at, said.sent_at)


def happened(said: Said) -> bool:
    """Whether it tells of something that happened, and of no visit with its hour."""
    told = said.reading.contacts[0] if said.reading.contacts else None
    if said.reading.intent is not Intent.LOG_CONTACT or told is None:
        return False
    visit = told.method is Method.IN_PERSON and bool(told.starts_at or told.minutes)
    return not visit or _in_passing(said, told)


def whole(said: Said) -> bool:
    """Whether it tells an event, and is no mere answer to what a note asks ("fm called me")."""
    tried = any(item.outcome is Outcome.ATTEMPTED for item in said.reading.contacts)
    return happened(said) and (tried or len(said.text.split()) > _FEW)


def others_plan(said: Said) -> bool:
    """“Fm will pick her up at 7": what somebody is to do, of nobody who is named; no visit of one's own."""
    items = said.reading.contacts
    named = any(item.children or item.people for item in items)
    return said.reading.intent is Intent.PLAN_VISIT and not named and tells_on(said.text)
