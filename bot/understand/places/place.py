"""Where an event took place, by the words of its own clauses (READING, "Place and method")."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.agency import Agency
from bot.understand.events.clauses import Clause
from bot.understand.events.cues import BY_WIRE, cue_patterns
from bot.understand.parts import Kind, NameMention
from bot.understand.places import place_words as pw
from bot.understand.places.organised import PLACE_OF, organisations, organised
from bot.understand.writing.text import folded
from storage.types import Place, PlacementType, Relationship

_FACILITY = (PlacementType.RESIDENTIAL,)
_FAMILY = (PlacementType.FOSTER_HOME, PlacementType.KINSHIP)
_WITH_ROOMS = (Place.SCHOOL, Place.RESIDENTIAL, Place.MEDICAL)
_PARENTS = (Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER)


@dataclass(frozen=True, slots=True)
class Scene:
    """What `place_of` looks at: the event's clauses, those in it, the local date.

    `opened`: the clauses that tell a meeting without a verb.
    """

    agency: Agency
    on: date
    clauses: Sequence[Clause]
    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    court: bool = False
    seen: bool = True
    opened: Sequence[Clause] = ()


def place_of(scene: Scene) -> Place | None:
    """The place that the words name, the strongest clause first; None where they name none."""
    if scene.court or any(pw.AT_COURTHOUSE.search(clause.text) for clause in scene.clauses):
        return Place.COURT
    known = organisations(scene.agency, scene.children)
    for clause in sorted(scene.clauses, key=lambda c: -_weight(scene, c)):
        named = dict(_named(scene, clause))
        theirs = [at for at, place in named.items() if place is Place.FOSTER_HOME]
        spots = [*named.items(), *_worded(scene, clause, theirs)]
        spots += _not_the_town(spots, organised(known, clause), clause.text)
        if spots:
            return _innermost(sorted(spots, key=lambda spot: spot[0]), clause.text)
    return None


_HOMES = (Place.FOSTER_HOME, Place.BIRTH_HOME)
_DRIVE_TO = re.compile(
    r"(?<!\w)(?:drove|went|headed|rode|ride|drive|trip|fui|maneje)(?: (?:all|the|way|out|over|down|up|back|"
    r"hasta))*"
    r" (?:to|a) $"
)


def _not_the_town(
    told: Sequence[tuple[int, Place]], found: Iterable[tuple[int, Place]], text: str
) -> Iterable[tuple[int, Place]]:
    """“Drove out to Sells and met her at her house", where Sells has a clinic too: the home was meant."""
    home = any(place in _HOMES for _, place in told)
    return (spot for spot in found if not (home and _DRIVE_TO.search(text[: max(spot[0], 0)])))


def _innermost(spots: Sequence[tuple[int, Place]], text: str) -> Place:
    """The first of the spots; of "the library at school", the school that it belongs to."""
    (at, first), *others = spots
    if first in (Place.COMMUNITY, Place.AGENCY):
        for start, place in others:
            if place in _WITH_ROOMS and pw.PART_OF.fullmatch(text[max(at, 0) : start]):
                return place
    return first


def _weight(scene: Scene, clause: Clause) -> int:
    """An event's words and time speak louder of its place than what was talked of there."""
    opened = any(clause is one for one in scene.opened)
    return 4 * opened + 2 * bool(clause.cues) + bool(clause.times)


_BY_TALK = ("talk", *BY_WIRE)


def _named(scene: Scene, clause: Clause) -> Iterable[tuple[int, Place]]:
    """“at Ms Thompson's”: the place is that person's home."""
    for name in clause.names:
        if name.as_place and (name.ids or name.case_ids):
            at = clause.inside(name.span.start)
            found = _home_of(scene, name)
            told = pw.MAY_GO.search(clause.text[:at]) or re.match(r".{0,40}?(?<!\w)office", clause.text[at:])
            if found and not told and not pw.set_out_from(clause.text, at):
                yield at, found


def _home_of(scene: Scene, name: NameMention) -> Place | None:
    if name.kind is Kind.CHILD:
        return childs_home(scene, name.ids[:1])
    if name.kind is Kind.FAMILY:
        return _familys_home(scene, name)
    if name.kind is not Kind.CONTACT:
        return None
    return home_of_contact(scene, name.ids[0])


def _familys_home(scene: Scene, name: NameMention) -> Place:
    """“The Deng house”: the parents', unless kin of that name has the children, or their carer was met."""
    for case in name.case_ids[:1]:
        for child in scene.agency.in_care(case, scene.on):
            lives = scene.agency.placement(child, scene.on)
            carer = lives.placement_contact_id if lives else None
            if carer and (carer in scene.people or _namesake(scene.agency, carer, case)):
                return childs_home(scene, (child,)) or Place.BIRTH_HOME
    return Place.BIRTH_HOME


def _namesake(agency: Agency, carer: str, case: str) -> bool:
    """Whether the carer bears the family's name, and no parent of that name lives apart."""
    family = folded(agency.cases[case].family_name)
    parents = (r for r in agency.contacts_of(case) if r.relationship in _PARENTS and r.id != carer)
    return folded(agency.contacts[carer].name).endswith(family) and not any(
        folded(row.name).endswith(family) for row in parents
    )


def home_of_contact(scene: Scene, contact_id: str) -> Place | None:
    """What the home of somebody on file is for the children concerned."""
    row = scene.agency.contacts[contact_id]
    if row.relationship is Relationship.CHILDCARE_WORKER:
        return Place.RESIDENTIAL
    if row.relationship in _PARENTS:
        return Place.BIRTH_HOME
    if row.relationship is Relationship.FOSTER_PARENT or scene.agency.holds_placement(contact_id, scene.on):
        return Place.FOSTER_HOME
    if row.relationship in (Relationship.KIN, Relationship.DISCHARGE_RESOURCE, Relationship.SIBLING_ADULT):
        return Place.OTHER
    return None


def _worded(scene: Scene, clause: Clause, named: Collection[int]) -> Iterable[tuple[int, Place]]:
    """The places said by their words; where those hold a carer `named`, it is her home."""
    for key, pattern in cue_patterns("place").near(clause.text):
        for match in pattern.finditer(clause.text):
            if _is_place(clause, match) and not any(match.start() < at < match.end() for at in named):
                found = _as_said(scene, match.group()) or _resolved(scene, key)
                if found:
                    yield match.start() - _edge(key), found
                    break


def _as_said(scene: Scene, words: str) -> Place | None:
    """“At the foster home", of a child in a facility: the home that was said, and not where it lives."""
    lives = childs_home(scene, scene.children) if "foster home" in words and "visit" not in words else None
    return Place.FOSTER_HOME if lives is Place.RESIDENTIAL else None


def _edge(key: str) -> int:
    """“ACS office” is no office of the agency: the longer phrase begins before it."""
    return 40 if key == "other" else 12 if key == "medical" else 0


def _is_place(clause: Clause, match: re.Match[str]) -> bool:
    before = clause.text[: match.start()]
    if match.group().startswith("from ") and pw.set_out_from(clause.text, match.start() + len("from ")):
        return False
    elsewhere = pw.ELSEWHERE.match(clause.text.strip())
    if not clause.cues and elsewhere and not _heads(clause):
        return False
    if pw.COMING_UP.match(clause.text[match.end() :]) and "appointment" in match.group():
        return False
    if pw.TO_CALL.search(before) or (pw.ACTS.match(clause.text[match.end() :]) and not pw.IN.search(before)):
        return False
    if match.group().endswith(("office", "oficina")) and pw.OFFICE_OF.match(clause.text[match.end() :]):
        return False
    if pw.OTHERS_THERE.search(before) and not pw.I_CAME_THERE.match(clause.text[match.end() :]):
        return False
    if pw.TOPIC.search(before) or (
        pw.LEFT.search(before) and match.group().endswith(("office", "agency", "oficina"))
    ):
        return False
    if pw.CONTENT.search(before) and not pw.AT.search(before):
        return False
    if pw.TALKED_OF.search(before) and all(cue.kind in _BY_TALK for cue in clause.cues):
        return False
    if clause.cues or clause.times:
        return True
    if pw.MINE.match(clause.text) and pw.AT.search(before):
        return True
    told = pw.WHO_ONLY.sub(" ", before)
    return len(told.split()) <= pw.FEW or len(clause.text.split()) <= 2 * pw.FEW


def _heads(clause: Clause) -> bool:
    """“CHILD at school 9 …": an event told without a verb, with its hour, and where it was."""
    return pw.HEADS.match(clause.text) is not None and any(t.starts_at for t in clause.times)


def _resolved(scene: Scene, key: str) -> Place | None:
    if key == "own_home":
        return adults_home(scene) or childs_home(scene, scene.children)
    if key == "car":
        return Place.OTHER
    if key == "own_office":
        return _office_of(scene)
    if key == "childs_home":
        return childs_home(scene, scene.children)
    if key == "kin_home":
        return adults_home(scene) or Place.OTHER
    if key == "foster_home":
        return _home_visit(scene)
    return Place(key)


def _home_visit(scene: Scene) -> Place | None:
    """“Home visit”, "at home": where the children live, or the adult who was visited."""
    if not scene.seen and scene.people:
        return adults_home(scene) or Place.FOSTER_HOME
    if scene.children:
        found = childs_home(scene, scene.children)
        parents = [p for p in scene.people if scene.agency.contacts[p].relationship in _PARENTS]
        met = any(name.kind is Kind.CHILD for clause in scene.clauses for name in clause.names)
        if parents and len(parents) == len(scene.people) and not met:
            return Place.BIRTH_HOME
        return found or Place.FOSTER_HOME
    return adults_home(scene) or Place.FOSTER_HOME


def _office_of(scene: Scene) -> Place:
    """“In her office”: a colleague's is the agency, a therapist's is medical, a lawyer's is elsewhere."""
    kinds = {scene.agency.contacts[person].relationship for person in scene.people}
    found = {PLACE_OF.get(kind, Place.OTHER) for kind in kinds}
    return found.pop() if len(found) == 1 else Place.AGENCY


def adults_home(scene: Scene) -> Place | None:
    """The home of the first of those taking part who has one on file."""
    homes = (home_of_contact(scene, person) for person in scene.people)
    return next((home for home in homes if home and home is not Place.RESIDENTIAL), None)


def childs_home(scene: Scene, children: Sequence[str]) -> Place | None:
    """What the home is in which the first of the children lives, by their placements."""
    for child in children:
        kind = scene.agency.placement_type(child, scene.on)
        if kind in _FACILITY:
            return Place.RESIDENTIAL
        if kind in _FAMILY:
            return Place.FOSTER_HOME
        if kind in (PlacementType.TRIAL_DISCHARGE, PlacementType.HOME):
            return Place.BIRTH_HOME
    return None
