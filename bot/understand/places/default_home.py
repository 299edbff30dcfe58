"""Where somebody was met when no words name a place: with the one with whom the child lives, at home.

"Saw Ana with Ms Lee today at 4" was at Ms Lee's; a full fridge or an unannounced visit is seen at a home.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.events.clauses import Clause, event_times
from bot.understand.events.cues import HELD
from bot.understand.events.verbless import blanked, names_a_place
from bot.understand.names import Stance, Taking
from bot.understand.names.words import is_word
from bot.understand.outcomes.doorstep import turned_away, without_door
from bot.understand.parts import Kind
from bot.understand.patterns.quick import Quick
from bot.understand.places.place import Scene, adults_home, childs_home
from bot.understand.types.called_on import met_at_home
from bot.understand.types.event import MET
from storage.types import Place, PlacementType, Relationship

_ELSEWHERE = frozenset({*HELD, "conference", "parent_visit", "sibling_visit"})
_AT_A_HOME = re.compile(
    r"(?<!\w)(?:unannounced|announced visit|fridge|refrigerator|smoke (?:detector|alarm)s?|cabinets|pantry|"
    r"(?:home|house|place|apartment|apt|casa|apartamento) (?:is |was |very |looks? |looked |estaba |"
    r"esta )*(?:clean|tidy|messy|neat|cluttered|limpi[oa])|clean (?:home|house|place|apartment)|"
    r"(?:bed)?rooms? (?:is |was |were |are )?(?:seen|checked|clean|tidy|neat|inspected)|food in (?:the )?"
    r"(?:home|house|kitchen)|(?:let|invited) (?:me|us) in(?:side)?|stopped by to see|came to the door|"
    r"(?:visited|visite a) (?:the |la |el )?(?:CAREGIVER|PARENT)(?! (?:with|in|at)(?!\w))|"
    r"(?:was|were) (?:in|home) when (?:i|we) (?:came|got|arrived|stopped)|"
    r"had (?:CHILD|him|her|them|the kids) over(?! (?:the|to))|"
    r"sleeping arrangements?|refri(?:gerador)?|nevera|recamaras?|detectores? de humo"
    r"|sin (?:previo )?aviso)(?!\w)"
)


_BY_THE_FAMILY = re.compile(r"(?<!\w)(?:by|at|to|over) (?:the )?(?P<who>[a-z]{4,}s)(?!\w)")
# Outside of that home, or where somebody else was: neither is another place.
_YARD = re.compile(
    r"(?:out )?(?:in|on|en) (?:the|el|la) (?:(?:front|back|side) )?(?:yard|porch|driveway|patio)(?!\w)"
    r"|(?:[A-Z]{3,}|kids|children|boys|girls|both)(?: (?:was|were|is|are|still|both|all|away|estaba))*"
    r" (?:at|in|en)"
    r" (?:school|daycare|day ?camp|camp|class|church|aftercare|track|band|football|soccer|basketball|baseball"
    r"|dance|karate|tutoring|la escuela|clase|practica|trabajo)(?: (?:and|or|y) \w+)?(?!\w)"
    r"|[A-Z]{3,} (?:(?:was|is|still) )*at (?:work|practice|(?:his|her|the) (?:job|store|practice|game))(?!\w)"
)
_HERE = re.compile(
    r"(?<!\w)(?:i am|i'm|im|we are|estoy|estamos)(?: \w+)? (?:here|there|aqui|alli|con ellos|with them)(?!\w)"
    r"|(?<!\w)(?:emergency room|hospital|clinic|court|ambulance)(?!\w)"
)


def default_home(scene: Scene, taking: Taking, kinds: Sequence[str]) -> Place | None:
    """The home that an event in person took place in, where the words name no other place."""
    if _ELSEWHERE & set(kinds) or _somewhere(scene.clauses) or _here(scene.clauses):
        return None
    all_there = any(met_at_home(clause.text) for clause in scene.clauses)
    if (all_there or _child_met(taking)) and (home := _with_carer(scene)):
        return home
    if _child_met(taking) and (home := _with_carer_about(scene, taking)):
        return home
    if not any(_AT_A_HOME.search(clause.text) or turned_away(clause.text) for clause in scene.clauses):
        return None
    return adults_home(scene) if scene.people else childs_home(scene, scene.children)


def _child_met(taking: Taking) -> bool:
    return any(m.kind in (Kind.CHILD, Kind.FAMILY) and stance in MET for m, stance in taking.stances)


def _with_carer(scene: Scene) -> Place | None:
    """The home of the children of whom somebody who takes part is the carer."""
    for child in scene.children:
        lives = scene.agency.placement(child, scene.on)
        if lives is None:
            continue
        staff = lives.placement_type is PlacementType.RESIDENTIAL and any(
            scene.agency.contacts[p].relationship is Relationship.CHILDCARE_WORKER for p in scene.people
        )
        if staff or lives.placement_contact_id in scene.people:
            return childs_home(scene, (child,))
    return None


# "Ms Lee was asleep on the couch", "on the phone in the kitchen": in the home, and no part of the visit.
_ABOUT_THE_HOUSE = Quick(
    r"(?:CAREGIVER|PARENT|KIN|CCW)(?: (?:was|is|stayed|still|also|had gone|went|estaba|se quedo|back"
    r"|mostly)){0,2} (?:asleep|sleeping|napping|in bed|(?:up|down)stairs|cooking|cleaning|showering"
    r"|doing laundry"
    r"|dormid[oa]|durmiendo|arriba|cocinando|(?:on (?:the |her |his )?phone )?(?:in|on|out on|en|to) (?:the"
    r"|her|his"
    r"|another|la|el|su) (?:\w+ )?(?:kitchen|bedroom|shower|bath(?:room)?|couch|porch|basement|room|bed|yard"
    r"|cocina|cuarto|sala|patio|bano|sofa))(?!\w)"
)


def _with_carer_about(scene: Scene, taking: Taking) -> Place | None:
    """The home of the children whose carer was somewhere about the house while they were met."""
    if not any(_ABOUT_THE_HOUSE.search(clause.text) for clause in scene.clauses):
        return None
    away = {one for m, s in taking.stances if m.kind is Kind.CONTACT and s is Stance.ABSENT for one in m.ids}
    for child in scene.children:
        lives = scene.agency.placement(child, scene.on)
        if lives is not None and lives.placement_contact_id in away:
            return childs_home(scene, (child,))
    return None


def _here(clauses: Sequence[Clause]) -> bool:
    """“I am here with them now”: where the event told before was, or an emergency."""
    return any(_HERE.search(clause.text) for clause in clauses if clause.cues or event_times(clause))


def _somewhere(clauses: Sequence[Clause]) -> bool:
    """Whether the clauses that tell the event say where it was, though in words that nobody knows."""
    told = [clause for clause in clauses if clause.cues or event_times(clause)]
    return any(names_a_place(_without_family(without_door(blanked(clause)))) for clause in told)


def _without_family(text: str) -> str:
    """“Went by the Kowalskys": a surname that nobody knows is the home of those who were met there."""
    text = _YARD.sub(" ", text)
    return _BY_THE_FAMILY.sub(lambda m: m[0] if is_word(m["who"]) or is_word(m["who"][:-1]) else " ", text)
