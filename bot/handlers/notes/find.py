"""Notes asked for: what was recorded before, as a list with Read."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.posting import answer_with
from bot.handlers.talk import Said
from bot.services.desk import Desk
from bot.services.lookups.finding import find_notes, living_with, own_work
from bot.understand.amend.how import kinds_named
from bot.understand.office.asked_unit import asks_who_went
from bot.understand.parts import Intent
from bot.understand.wants.asking import asks_own_work
from bot.understand.writing.text import folded
from bot.views.drawn import Drawn
from bot.views.notes.found import found_card, own_card
from storage.types import EventType

_FOR_FAMILY = re.compile(
    r"(?<!\w)(?:for|on|about|with|para|de|sobre)(?: the| los| la familia)? ([\w'-]+?)(?:'?s)?(?!\w)"
)


def hang(gallery: Gallery) -> None:
    """Hang the drawer of the list."""
    gallery.hang("found", draw)


def asked(said: Said) -> None:
    """A message asks for the notes on somebody."""
    subject, period = said.reading.subject, said.reading.period
    # Where several fit the name the notes on all of them are listed, each with its case: nothing is guessed.
    fitting = [i for q in said.reading.questions for i in q.candidates]
    named = [*((*subject.children, *subject.people) if subject else ()), *fitting]
    details: dict[str, Any] = {"named": named}
    if not named:
        named = _family_named(said)
        details = {"named": named}
    if not named and asks_own_work(said.text):
        details = {"own": True, "types": list(kinds_named(said.text))}
    if period and period.first:
        details |= {"from": str(period.first), "to": str(period.last or period.first)}
    answer_with(said.visit, "found", details, key=said.ts, channel=said.channel)


def went_asked(said: Said) -> bool:
    """Whether it is asked if anybody was with a family that is named; the notes on them answer it then."""
    subject = said.reading.subject
    if said.thread_ts or said.reading.intent is not Intent.LOOKUP or subject is None or subject.wants:
        return False
    named = [*subject.children, *(i for q in said.reading.questions for i in q.candidates)]
    if not named or not asks_who_went(said.text):
        return False
    days = said.days(Intent.FIND_NOTES)
    details: dict[str, Any] = {"named": named}
    if days and days.first:
        details |= {"from": str(days.first), "to": str(days.last or days.first)}
    answer_with(said.visit, "found", details, key=said.ts, channel=said.channel)
    return True


def _family_named(said: Said) -> list[str]:
    """The children of a family of the sender's that is named alone: "what did i put for hall today"."""
    agency, visit = said.visit.agency, said.visit
    words = folded(said.text)
    found = _FOR_FAMILY.findall(words)
    today = said.sent_at.astimezone(ZoneInfo(visit.actor.timezone)).date()
    own = (agency.cases[each] for each in agency.caseload(visit.actor.id, today).case_ids) if found else ()
    cases = [each for each in own if folded(each.family_name) in found]
    return [child.id for case in cases for child in agency.children_of(case.id)]


def draw(desk: Desk, wanted: Wanted) -> Drawn:
    """The notes within the person's reach, newest first."""
    details = wanted.details
    first, last = (date.fromisoformat(details[k]) if k in details else None for k in ("from", "to"))
    if details.get("own"):
        types = [EventType(each) for each in details.get("types") or ()]
        return own_card(own_work(desk, first=first, last=last, types=types), desk.policy.zone)
    named = details.get("named") or ()
    children = tuple(i for i in named if i in desk.agency.children)
    people = tuple(i for i in named if i in desk.agency.contacts)
    found = find_notes(desk, children=children, people=people, first=first, last=last)
    if not (found or children) and (there := living_with(desk, people)):
        found = find_notes(desk, children=there, people=(), first=first, last=last)
    return found_card(found, desk.policy.zone)
