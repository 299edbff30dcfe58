"""Where an event took place, by the words of its own clauses (READING, "Place and method")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.understand.agency import Agency
from bot.understand.clauses import Clause
from bot.understand.cues import cue_pattern
from bot.understand.lexicon import table
from bot.understand.parts import Kind, NameMention
from bot.understand.quick import Quick
from bot.understand.text import folded
from storage.types import Place, PlacementType, Relationship

_AT = re.compile(
    r"(?<!\w)(?:at|to|from|in|by|inside|outside|en|a|de|over at|visited|left|near)(?: the| la| el| su|"
    r" his| her| their| our)?\s*$"
)
_CONTENT = re.compile(
    r"(?<!\w)(?:about|re|sobre|says?|said|doing|does|likes?|wants?|misses|attends?|grades?|well|good|"
    r"bad|better|starts?|back) (?:\w+ ){0,3}$"
)
_TOPIC = re.compile(
    r"(?<!\w)(?:platic\w+|habl\w+|convers\w+|talk\w*|chatt?\w*|spoke|discuss\w*) (?:\w+ ){0,2}?"
    r"(?:de|del|sobre|about|regarding) (?:\w+ ){0,2}$"
)
# “After I left the office I swung by …": where she came from.
_LEFT = re.compile(
    r"(?<!\w)(?:left|leaving|leave|on my way (?:to|from)|back (?:to|at)|(?:before|after) (?:going|heading) "
    r"(?:back )?to|"
    r"sali de|saliendo de|de regreso a)(?: (?:the|my|our|la|mi))? *$"
)
# "Dr Patel appt Thurs": told of, and still to come.
_COMING_UP = re.compile(
    r" (?:is |on |set |for |this |next )*(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|tomorrow|next|\d{1,2}/\d)"
)
# "School starts at 8:15", "tengo que llamar a la escuela": spoken of, and nobody was there.
_ACTS = re.compile(
    r" (?:just |still |also )?(?:starts?|started|called|calls|says?|said|wants?|wanted|needs?|sent|emailed|"
    r"texted|asked|asks|reports|reported|suspended|will|won't|has not|hasn't|keeps)(?!\w)"
)
_TO_CALL = re.compile(
    r"(?<!\w)(?:need|needs|have|has|going|want|tengo que|hay que|voy a|will|must|should|to) (?:to )?(?:\w+ )?"
    r"(?:call|email|contact|text|follow up with|llamar|escribir|hablar con)"
    r"(?: (?:the|a|his|her|su|la|al))* ?$"
)
_ELSEWHERE = re.compile(
    r"(?:[A-Z]{3,}|he|she|they|mom|dad|(?:both )?(?:kids|children|boys|girls)|los ninos|las ninas|"
    r"the \w+|el|ella) (?:was|were|is|are|had|has|at|in|en|stayed|"
    r"esta|estaba|went|goes|works)(?!\w)"
)
_IN = re.compile(
    r"(?<!\w)(?:at|to|in|inside|outside|by|visited|en|a|left|"
    r"(?:picked|pick|picking|got|collected) (?:CHILD |her |him |them |the kids )?"
    r"(?:up )?(?:CHILD |her |him |them )?(?:from|at))(?: the| la| el)?\s*$"
)
_NO_MORE = (
    r"(?=\s*(?:$|[,.;:!?)]|\d|"
    r"(?:at|on|from|with|for|today|this|yesterday|in|to|and|re|last|hs|ms|jhs|high|school|called|hoy|a|de"
    r"|con|"
    r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?|staff|rang|says?|said|then|now|was|were|is|by|"
    r"before|after|we|i|he|she|nobody|had|did|CHILD|CCW|SCHOOLSTAFF|DOC|ayer|el|la|para)\b))"
)
AT_COURTHOUSE = re.compile(
    r"(?<!\w)(?:(?:(?:hall|hallway|corridor|lobby|steps|cafeteria|parking lot|pasillo|elevator) "
    r"(?:at|of|in|outside|en|de)|outside(?: of)?) (?:the |la )?(?:court(?:house|room)?|corte|tribunal)|"
    r"(?:at|in) the courthouse)(?!\w)"
)
_NAMES_ONLY = re.compile(r"[ ,(-]*(?:[A-Z]{3,}(?:'s)?(?: and | y )?[ ,(-]*){0,3}")
_WHO_ONLY = re.compile(r"(?<!\w)(?:[A-Z]{3,}(?:'s)?|and|y)(?!\w)|[,/&+]")
_FEW = 2
_HEADS = re.compile(r"\W*(?:then |and |so |also )?CHILD (?:at|in|en) ")
_MINE = re.compile(r"\W*(?:and |then |so )?(?:i|we) (?:sat|stayed|was|were|waited|joined|talked|spoke)(?!\w)")
_FACILITY = (PlacementType.RESIDENTIAL,)
_FAMILY = (PlacementType.FOSTER_HOME, PlacementType.KINSHIP)
_PARENTS = (Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER)


@dataclass(frozen=True, slots=True)
class Scene:
    """What `place_of` looks at: the event's clauses, those in it, the local date."""

    agency: Agency
    on: date
    clauses: Sequence[Clause]
    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    court: bool = False
    seen: bool = True


def place_of(scene: Scene) -> Place | None:
    """The place that the words name, the strongest clause first; None where they name none."""
    if scene.court or any(AT_COURTHOUSE.search(clause.text) for clause in scene.clauses):
        return Place.COURT
    known = _organisations(scene)
    for clause in sorted(scene.clauses, key=lambda c: -_weight(c)):
        spots = [*_named(scene, clause), *_worded(scene, clause), *_organised(known, clause)]
        if spots:
            return min(spots, key=lambda spot: spot[0])[1]
    return None


def _weight(clause: Clause) -> int:
    """An event's words and time speak louder of its place than what was talked of there."""
    return 2 * bool(clause.cues) + bool(clause.times)


def _named(scene: Scene, clause: Clause) -> Iterable[tuple[int, Place]]:
    """“at Ms Thompson's”: the place is that person's home."""
    for name in clause.names:
        if name.as_place and (name.ids or name.case_ids):
            at = clause.inside(name.span.start)
            found = _home_of(scene, name)
            if found and not re.match(r".{0,40}?(?<!\w)office", clause.text[at:]):
                yield at, found


def _home_of(scene: Scene, name: NameMention) -> Place | None:
    if name.kind is Kind.CHILD:
        return _childs_home(scene, name.ids[:1])
    if name.kind is Kind.FAMILY:
        return Place.BIRTH_HOME
    if name.kind is not Kind.CONTACT:
        return None
    return home_of_contact(scene, name.ids[0])


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


def _worded(scene: Scene, clause: Clause) -> Iterable[tuple[int, Place]]:
    for key in table("cues")["place"]:
        for match in cue_pattern(f"place.{key}").finditer(clause.text):
            if _is_place(clause, match):
                found = _resolved(scene, key)
                if found:
                    yield match.start() - _edge(key), found
                    break


def _edge(key: str) -> int:
    """“ACS office” is no office of the agency: the longer phrase begins before it."""
    return 40 if key == "other" else 12 if key == "medical" else 0


def _is_place(clause: Clause, match: re.Match[str]) -> bool:
    before = clause.text[: match.start()]
    elsewhere = _ELSEWHERE.match(clause.text.strip())
    if not clause.cues and elsewhere and not _heads(clause):
        return False
    if _COMING_UP.match(clause.text[match.end() :]) and "appointment" in match.group():
        return False
    if _TO_CALL.search(before) or (_ACTS.match(clause.text[match.end() :]) and not _IN.search(before)):
        return False
    if _TOPIC.search(before) or (
        _LEFT.search(before) and match.group().endswith(("office", "agency", "oficina"))
    ):
        return False
    if _CONTENT.search(before) and not _AT.search(before):
        return False
    if clause.cues or clause.times:
        return True
    if _MINE.match(clause.text) and _AT.search(before):
        return True
    told = _WHO_ONLY.sub(" ", before)
    return len(told.split()) <= _FEW or len(clause.text.split()) <= 2 * _FEW


def _heads(clause: Clause) -> bool:
    """“CHILD at school 9 …": an event told without a verb, with its hour, and where it was."""
    return _HEADS.match(clause.text) is not None and any(t.starts_at for t in clause.times)


def _resolved(scene: Scene, key: str) -> Place | None:
    if key == "own_home":
        return _adults_home(scene) or _childs_home(scene, scene.children)
    if key == "car":
        return Place.OTHER
    if key == "own_office":
        return _office_of(scene)
    if key == "childs_home":
        return _childs_home(scene, scene.children)
    if key == "kin_home":
        return _adults_home(scene) or Place.OTHER
    if key == "foster_home":
        return _home_visit(scene)
    return Place(key)


def _home_visit(scene: Scene) -> Place | None:
    """“Home visit”, "at home": where the children live, or the adult who was visited."""
    if not scene.seen and scene.people:
        return _adults_home(scene) or Place.FOSTER_HOME
    if scene.children:
        found = _childs_home(scene, scene.children)
        parents = [p for p in scene.people if scene.agency.contacts[p].relationship in _PARENTS]
        met = any(name.kind is Kind.CHILD for clause in scene.clauses for name in clause.names)
        if parents and len(parents) == len(scene.people) and not met:
            return Place.BIRTH_HOME
        return found or Place.FOSTER_HOME
    return _adults_home(scene) or Place.FOSTER_HOME


def _office_of(scene: Scene) -> Place:
    """“In her office”: a colleague's is the agency, a therapist's is medical, a lawyer's is elsewhere."""
    kinds = {scene.agency.contacts[person].relationship for person in scene.people}
    found = {_ORGANISED.get(kind, Place.OTHER) for kind in kinds}
    return found.pop() if len(found) == 1 else Place.AGENCY


def _adults_home(scene: Scene) -> Place | None:
    homes = (home_of_contact(scene, person) for person in scene.people)
    return next((home for home in homes if home and home is not Place.RESIDENTIAL), None)


def _childs_home(scene: Scene, children: Sequence[str]) -> Place | None:
    for child in children:
        kind = scene.agency.placement_type(child, scene.on)
        if kind in _FACILITY:
            return Place.RESIDENTIAL
        if kind in _FAMILY:
            return Place.FOSTER_HOME
        if kind in (PlacementType.TRIAL_DISCHARGE, PlacementType.HOME):
            return Place.BIRTH_HOME
    return None


def _organisations(scene: Scene) -> Sequence[tuple[str, Place]]:
    """The organisations of those around the children, each with the place that it is."""
    cases = {
        scene.agency.children[child].case_id for child in scene.children if child in scene.agency.children
    }
    rows = (row for case in cases for row in scene.agency.contacts_of(case) if row.organization)
    found = ((row.organization, _ORGANISED.get(row.relationship)) for row in rows)
    return list(dict.fromkeys((name, kind) for name, kind in found if kind))


def _organised(known: Sequence[tuple[str, Place]], clause: Clause) -> Iterable[tuple[int, Place]]:
    """“at Linden House”, "at Bridgeview": the organisation of somebody around the children."""
    for name, kind in known:
        at = stands(name, clause.text)
        if at is not None and (_IN.search(clause.text[:at]) or _NAMES_ONLY.fullmatch(clause.text[:at])):
            yield at - (_edge("other") if kind is Place.OTHER else 0), kind


_ORGANISED = {
    Relationship.CHILDCARE_WORKER: Place.RESIDENTIAL,
    Relationship.SCHOOL: Place.SCHOOL,
    Relationship.DOCTOR: Place.MEDICAL,
    Relationship.THERAPIST: Place.MEDICAL,
    Relationship.ACS_WORKER: Place.OTHER,
}


_SMALL = frozenset({"of", "the", "and", "for", "de", "del", "la", "at"})


def _as_typed(head: str) -> str:
    """A name's pattern, in which full stops and apostrophes may be missing: "st brendans"."""
    return "".join(f"{re.escape(c)}?" if c in ".'" else re.escape(c) for c in head)


def stands(organisation: str, text: str) -> int | None:
    """Where the name of an organisation, or its first words, stands in folded text."""
    found = (name.search(text) for name in _ways_to_say(organisation))
    return next((match.start() for match in found if match), None)


@lru_cache(maxsize=4096)
def _ways_to_say(organisation: str) -> tuple[Quick, ...]:
    """The whole name, its first two words, its first, its initials: those that are long enough."""
    words, ways = folded(organisation).split(), []
    for size in (len(words), 2, 1):
        head = " ".join(words[:size])
        ends = _NO_MORE if size == 1 < len(words) else r"(?!\w)"
        if size <= len(words) and len(head) >= 5:
            ways.append(Quick(rf"(?<!\w){_as_typed(head)}{ends}"))
    initials = "".join(word[0] for word in words if word not in _SMALL)
    if len(initials) > 2:
        ways.append(Quick(rf"(?<!\w){re.escape(initials)}(?!\w)"))
    return tuple(ways)
