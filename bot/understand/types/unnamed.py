"""Those spoken with whom no name tells: "relief staff told me", "a nurse said" (READING, "Types")."""

from __future__ import annotations

import re

from bot.understand.events.cues import found
from bot.understand.names import Stance
from bot.understand.names.roles import roles
from bot.understand.places.organised import stands
from bot.understand.types.event import Event
from bot.understand.types.sorts import SORTS, type_with
from storage.types import EventType, Method, Outcome, Place

_POLICE = re.compile(
    r"(?<!\w)(?:police|cops|judge|clerk|[a-z]{0,4}pd|patrol|dispatch(?:er)?|fire department|ambulance"
    r"|bomberos|precinct|pct|sheriff'?s?|deput(?:y|ies)|policia|detective|officer|"
    r"scr|hotline|acs|dcfs|cps|hospital|911|ems|(?:mobile|crisis|emergency) (?:crisis|response|unit|"
    r"team)(?: team| unit)?|rescue|fire dept|poison control|988|abuse line|central registry|"
    r"linea (?:de )?(?:abuso|crisis)|dcf|probation|county|nurse|doctor|clinic|therapist|lawyer|attorney|dls|"
    r"afc|law guardian|abogad[oa]|terapeuta|medic[oa]|caseworker|pharmac(?:y|ist|ies)|farmacia|"
    r"dent(?:al|ist)|orthodontist|optometrist|landlord|housing|shelter|insurance|medicaid|social security|"
    r"ssa|ssi|wic|snap|dmv|dhs|casa|cab company|transport(?:ation)? (?:company|office|unit)|summer camp|"
    r"camp (?:director|office)|interpreter service)(?!\w)"
)
# "The attendance clerk at CHILD's school", "the school secretary".
_OF_SCHOOL = re.compile(
    r"(?<!\w)(?:clerk|secretary|nurse|officer|aide|receptionist|coach|monitor|social worker|office|staff)"
    r" (?:at|from|of|over at) (?:CHILD(?:'s)?|the|his|her|their) (?:\w+ )?school(?!\w)"
    r"|(?<!\w)school (?:\w+ )?(?:clerk|secretary|nurse|officer|aide|receptionist|office)(?!\w)"
)
# "Dr Rao's office called": whoever answered there, and not the doctor.
_OFFICE = re.compile(
    r"(?<!\w)(?:(?:the )?(?:DOC|PRO)(?:'s|s'?)? (?:\w+ )?(?:office|front desk|receptionist|secretary"
    r"|assistant|nurse|practice|consultorio|clinica)|(?:consultorio|oficina|clinica) (?:de la |del "
    r"|de )(?:DOC|PRO)|receptionist|court (?:clerk|counselor|officer|liaison)|paralegal)(?!\w)"
)
_SCHOOL = re.compile(
    r"(?<!\w)(?:schools?|teacher|principal|guidance|counselor|iep|maestr[oa]|escuela|daycare)(?!\w)"
)
_SCHOOL_CALLED = re.compile(
    r"\W*(?:the |la |su |her |his |their )?(?:school|teacher|principal|escuela|maestr[oa]|daycare) (?:\w+ "
    r")?(?:called|rang"
    r"|phoned|texted|emailed|me llamo|llamo)(?!\w)"
)
_FROM = re.compile(
    r"(?:^|(?<!\w)(?:from|by|with|called|to|at|de|con|a|texted|emailed|and|y)(?: the| la| el)?)\s*$"
)
_SAID = (
    r"(?: [a-z]+){0,2}? (?:told (?:me|us)|tells me|says?|said|reports?|reported|stated|explained|updated me|"
    r"showed me|let me know|me (?:dijo|conto|informo|explico)|dice|dijo)(?!\w)"
)
_WITH = (
    r"(?:spoke|talked|met|sat|chatted|checked in|spoken|talk|hable|platique|hablamos)"
    r"(?: [a-z]+)? (?:with|to|w|con)(?: (?:him|her|them|CHILD))?(?:,? (?:and|y|plus)(?: then| also| with"
    r"| to)?)? (?:the |her |his |their |a |an |some |la |el |su |una? )?(?:[\w-]+ ){0,2}?"
)
_STAFF = (
    r"(?:staff|counselors?|worker|house ?parents?|aide|shift (?:lead|supervisor)|cottage parents?|milieu|"
    r"personal)"
)
_MEDICS = (
    r"(?:nurses?|doctor|social worker|dentist|hygienist|physician|pediatrician|specialist|surgeon|resident|"
    r"attending|therapist|psychiatrist|clinician|enfermer[ao]|doctora?|dentista|trabajadora social)"
)
_TEACHERS = (
    r"(?:teachers?|principal|counselor|dean|secretary|social worker|psychologist|coach|aide|front office|"
    r"guidance|para|nurse|PERSON|maestr[oa]|director[a]?|consejer[oa]|profesora?)"
)
_SORTS = {
    Place.RESIDENTIAL: (_STAFF, EventType.CHILD_CARE_WORKER_CASEWORKER),
    Place.MEDICAL: (_MEDICS, EventType.COLLATERAL),
    Place.SCHOOL: (_TEACHERS, EventType.SCHOOL),
}
_PATTERNS = {
    place: (
        re.compile(
            rf"(?<!\w)(?<!no )(?:the |her |his |their |la |el |su )?(?:[\w-]+ )?{who}{_SAID}"
            rf"|(?<!\w){_WITH}{who}(?!\w)"
        ),
        kind,
    )
    for place, (who, kind) in _SORTS.items()
}
_NOT = re.compile(
    r"(?<!\w)(?:did not|didn't|could not|couldn't|no|never|not) (?:\w+ )?(?:speak|talk|see|meet|hable|hablo)"
)


def spoken_with(event: Event) -> set[EventType]:
    """The type of a talk with somebody of the place who is not on file, where the words tell of one."""
    found = _PATTERNS.get(event.place) if event.place else None
    if found is None or event.method is not Method.IN_PERSON or event.outcome is not Outcome.COMPLETED:
        return set()
    pattern, kind = found
    return {kind} if pattern.search(event.text) and not _NOT.search(event.text) else set()


def somewhere_else(event: Event) -> set[EventType]:
    """Somebody not on file: a facility's or school's staff, the police, an agency."""
    if any(q.slot != "child" for q in event.taking.questions):
        return set()
    if not found("event.call", event.text) and event.method is None and "talk" not in event.kinds:
        return set()
    known = _of_organisation(event) or _of_a_role(event)
    if known:
        return known
    school, police = _SCHOOL.search(event.text), _POLICE.search(event.text)
    if school and (police is None or _SCHOOL_CALLED.match(event.text) or _OF_SCHOOL.search(event.text)):
        return {EventType.SCHOOL}
    return {EventType.COLLATERAL} if police or _OFFICE.search(event.text) else set()


def _of_a_role(event: Event) -> set[EventType]:
    """“Alan's teacher called", where none is on file: the type that such people have."""
    told = (Stance.CONTACTED, Stance.SPOKE)
    said = {role for m, s in event.taking.stances if (role := m.role) and not m.ids and s in told}
    sorts = {SORTS.get(sort) for role in said for sort in roles()[role].relationships}
    return {kind for kind in sorts if kind} if len(sorts) == 1 else set()


def _of_organisation(event: Event) -> set[EventType]:
    """“Linden House called”: nobody by name, but the type that its people have."""
    cases = {event.agency.children[child].case_id for child in event.taking.children}
    rows = [row for case in cases for row in event.agency.contacts_of(case) if row.organization]
    named = [
        row
        for row in rows
        if (at := stands(row.organization, event.text)) is not None and _FROM.search(event.text[:at])
    ]
    return {kind for row in named[:1] if (kind := type_with(event.agency, row.id, event.on))}
