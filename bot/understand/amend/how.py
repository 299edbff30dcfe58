"""How, where, with what outcome: what a remark says of it, and what that makes of the event's types."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.understand.agency import Agency
from bot.understand.amend.evidence import names_its_kind
from bot.understand.amend.parts import Facts
from bot.understand.amend.said import Said
from bot.understand.amend.words import words
from bot.understand.events.clauses import Clause
from bot.understand.message import Message
from bot.understand.parts import Tense
from bot.understand.patterns.lexicon import table
from bot.understand.places.place import Scene, place_of
from bot.understand.writing.text import folded
from storage.types import EventType, Method, Outcome, Place, Relationship

_FORMAL = {
    "court": EventType.COURT_APPEARANCE,
    "conference_72_hour": EventType.CONFERENCE_72_HOUR,
    "conference_30_day": EventType.CONFERENCE_30_DAY,
    "service_plan_review": EventType.SERVICE_PLAN_REVIEW,
    "case_conference": EventType.CASE_CONFERENCE,
    "sibling_visit": EventType.SIBLING_VISIT,
    "parent_visit": EventType.BIRTH_PARENT_CHILD,
}
"""Each carries its own type alone (READING, "Types")."""
_BY_RELATIONSHIP = {
    Relationship.BIRTH_MOTHER: EventType.BIRTH_PARENT_CASEWORKER,
    Relationship.BIRTH_FATHER: EventType.BIRTH_PARENT_CASEWORKER,
    Relationship.FOSTER_PARENT: EventType.CASEWORKER_FOSTER_PARENT,
    Relationship.KIN: EventType.DISCHARGE_RESOURCE,
    Relationship.SIBLING_ADULT: EventType.DISCHARGE_RESOURCE,
    Relationship.DISCHARGE_RESOURCE: EventType.DISCHARGE_RESOURCE,
    Relationship.SCHOOL: EventType.SCHOOL,
    Relationship.CHILDCARE_WORKER: EventType.CHILD_CARE_WORKER_CASEWORKER,
}

_DENIED = re.compile(r"(?:n't|(?<!\w)(?:not|no|never|didnt|wasnt))(?: \w+){0,4} $")


_BY_WAY = re.compile(
    r"(?:[,;.]|(?<!\w)(?:and|but|y|pero|con|with))(?: (?:and|but|y|pero|con|with))*"
    r" (?!it |we |i |was |in |at |on |by |not |over |fue |por )(?:[\w.'-]+ ){1,3}"
    r"(?:(?:was|were|joined|called in|dialed in|estaba|estuvo|entro|was on) ?)?"
    r"(?:(?:by|on|over|via|por|x|from) )?"
    r"(?:the |a |el |la |speaker)?$"
)
_CAME_BY_WAY = re.compile(
    r"(?<!\w)(?!(?:it|that|this|she|he|they|we|i|visit|call|meeting|court|hearing|fue|era)(?!\w))[a-z][\w.'’-]*"
    r" (?:(?:also|only|just) )?(?:appeared|joined|attended|called in|dialed in|participated|testified|came on"
    r"|aparecio|entro|participo|asistio|se conecto|se unio)(?: us| in)?(?: (?:by|via|on|over|through|por|x))?"
    r"(?: (?:the|a|el|la))? $"
)
"""“Mom appeared by video": how somebody took part, and not how it was held."""
_WAS_AT = re.compile(
    r"(?<!\w)(?:in[- ]person|face[- ]to[- ]face|en persona|presencial"
    r"|(?:at|in|en) (?:the |our |her |his |their |la |el |su |my )?(?:\w+ )?(?:office|agency|home|house"
    r"|school|court|room|oficina|agencia|casa|escuela|corte))(?!\w)"
)


def told_clauses(said: Said, message: Message) -> list[Clause]:
    """The clauses of sentences that speak of the event itself."""
    clauses = message.clauses(message.times(Tense.PAST))
    return [c for c in clauses if said.at(c.plain.raw(c.start, c.end)[1] - 1).about]


def method_said(said: Said, *, whole: bool = False) -> Method | None:
    """The way of contact that is named where the remark speaks of the event (`whole`: anywhere in it)."""
    low = folded(said.new)
    one_from_afar = False
    for method in ("in_person", "video", "text", "email", "mail", "phone"):
        for match in words(f"method.{method}").finditer(low):
            denied = _DENIED.search(low[: match.start()]) or names_its_kind(low, match.start())
            if not denied and _somebodys_way(low, match.start()):
                denied = True
                one_from_afar = one_from_afar or not _CAME_BY_WAY.search(low[: match.start()])
            if not denied and (whole or said.at(match.start()).about):
                return Method(method)
    return Method.IN_PERSON if one_from_afar else None


def _somebodys_way(low: str, start: int) -> bool:
    """“In the office, ACS by phone”: behind the event's own place somebody alone who took part from afar."""
    if _CAME_BY_WAY.search(low, 0, start):
        return True
    who = _BY_WAY.search(low, 0, start)
    return who is not None and who.end() == start and _WAS_AT.search(low, 0, who.start() + 1) is not None


def place_said(agency: Agency, clauses: list[Clause], facts: Facts, on: date) -> Place | None:
    """The place that is named."""
    return place_of(Scene(agency, on, clauses, facts.children, facts.people)) if clauses else None


def outcome_said(said: Said, *, whole: bool = False) -> Outcome | None:
    """Whether it is said to have been missed, called off, or held after all."""
    low = folded(said.new)
    for outcome in (Outcome.CANCELLED, Outcome.ATTEMPTED, Outcome.COMPLETED):
        for match in words(f"answer.{outcome.value}").finditer(low):
            if whole or said.at(match.start()).about:
                return outcome
    return None


def types_named(said: Said) -> tuple[EventType, ...]:
    """The event types that are named as the card names them; of two that overlap the first in the list."""
    low = folded(said.new)
    found: dict[EventType, tuple[int, int]] = {}
    for name in table("amending")["type"]:
        match = words(f"type.{name}").search(low)
        if match and not any(a < match.end() and match.start() < b for a, b in found.values()):
            found[EventType(name)] = match.span()
    return tuple(found)


def kinds_named(text: str) -> tuple[EventType, ...]:
    """Hearings, conferences, reviews that a question names: "a qué hora submití lo de corte"."""
    return tuple(each for each in types_named(Said.of(text)) if each in _FORMAL.values())


def formal_type(clauses: Iterable[Clause]) -> EventType | None:
    """A hearing, conference, review, supervised visit that the event is said to have been."""
    kinds = [cue.kind for clause in clauses for cue in clause.cues]
    return next((_FORMAL[k] for k in _FORMAL if k in kinds), None)


def held_so(facts: Facts, method: Method | None, place: Place | None) -> Facts:
    """The facts with what was said of method and place: only what was in person has a place."""
    if method is not None and method is not Method.IN_PERSON:
        types = tuple(t for t in facts.types if t is not EventType.FOSTER_HOME_VISIT)
        return replace(facts, method=method, place=None, types=types)
    if place is not None:
        return replace(_at(facts, place), method=Method.IN_PERSON)
    return replace(facts, method=method) if method else facts


def _at(facts: Facts, place: Place) -> Facts:
    types: tuple[EventType, ...] = tuple(t for t in facts.types if t is not EventType.FOSTER_HOME_VISIT)
    if place is Place.FOSTER_HOME and EventType.CASEWORKER_CHILD in types:
        types = (*types, EventType.FOSTER_HOME_VISIT)
    return replace(facts, place=place, types=types)


def types_with(
    agency: Agency, before: Facts, after: Facts, on: date, *, spoke: Iterable[str] = ()
) -> tuple[EventType, ...]:
    """The types once other people took part.

    An adult's type goes with the last of that sort, and comes with whom is put in their place or spoken with.
    """
    gone = {_type_of(agency, p, on) for p in before.people if p not in after.people}
    stays = {_type_of(agency, p, on) for p in after.people}
    types = [t for t in after.types if t not in gone - stays]
    swapped = len(types) < len(after.types)
    came = [p for p in after.people if p not in before.people]
    new = {_type_of(agency, p, on) for p in (came if swapped else spoke)}
    return tuple(dict.fromkeys((*types, *sorted(new))))


def _type_of(agency: Agency, contact_id: str, on: date) -> EventType:
    row = agency.contacts[contact_id]
    if row.relationship is Relationship.KIN and agency.holds_placement(contact_id, on):
        return EventType.CASEWORKER_FOSTER_PARENT
    return _BY_RELATIONSHIP.get(row.relationship, EventType.COLLATERAL)
