"""Who is met where: at a foster home its own people, at a school its staff, at a parent's home the parents.

Of 831 visits to foster homes in the labelled messages two had a guest, each told to have come. So whoever
does not belong to the place is only told of ("Dr Desai put her on albuterol", "wants to call Ms Ward"),
unless words say that this person was there, or that the worker spoke with this person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.events.clauses import Clause, holding
from bot.understand.names import Stance, Taking
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick
from bot.understand.types.event import MET, PARENTS
from storage.types import EventType, Method, Outcome, Place, Relationship

_HOME = {Relationship.FOSTER_PARENT, Relationship.KIN}
_EITHER = {Relationship.DISCHARGE_RESOURCE, Relationship.SIBLING_ADULT, Relationship.OTHER}
_OWN = {
    Place.FOSTER_HOME: _HOME | _EITHER,
    Place.BIRTH_HOME: {*PARENTS} | _EITHER | {Relationship.KIN},
    Place.SCHOOL: {Relationship.SCHOOL, Relationship.OTHER},
    Place.RESIDENTIAL: {Relationship.CHILDCARE_WORKER, Relationship.THERAPIST, Relationship.DOCTOR}
    | {Relationship.OTHER},
}
# Held with whoever is asked to it, wherever that is.
_GATHERED = {"conference", "court", "parent_visit", "sibling_visit"}
_MEETING = Quick(
    r"(?<!\w)(?:meetings?|mtgs?|iep|cse|conf|conference|review|reunion|junta|team|cft|ftm|spr)(?!\w)"
)
_ROW = (
    r"(?:(?:'s)?(?:,| and|,? y| &) (?:the |his |her |su |la |el )?[A-Z]{3,})*"
    r"(?:, (?:the|her|his|a|la|el) (?:[\w']+ ){0,2}?[A-Za-z]+,)?"
)
_THERE = Quick(
    rf"{_ROW},? (?:who |which )?(?:(?:was|were|is|are|had|also|too|both|all|already|just|even|then|me|nos)"
    r" ){0,3}(?:there|here|present|visiting|over(?! the)|around|joined|joins|stopped (?:by|in|over)"
    r"|at (?:CHILD's|the|his|her|their|our) (?:\w+ )?(?:school|office|agency|shelter|visit|meeting)"
    r"|dropped (?:by|in)|showed up|came (?!to (?:court|the)|home (?:late|from))|arrived|walked in|sat|"
    r"met (?:me|us)"
    r"|attended|participated|in the (?:room|house|home|kitchen|living room)|acompan\w+|estuvo|estaba|vino"
    r"|llego|presente|on (?:speaker|the (?:phone|line)|video|zoom|facetime|teams)|by (?:phone|video)"
    r"|(?:and|y|&) (?:i|me|yo|us)(?!\w))"
)
_WITH_ME = Quick(
    r"(?:^|[.;,:(] ?|(?<!\w)(?:i|we|then|and|also|yo|y|luego|where|just|me|n|but) )(?:(?:also|then|just|"
    r"later|briefly"
    r"|got to) )?(?:met|saw|spoke|talked|chatted|sat|visited|called|texted|emailed|rang|phoned|t/?c|lvm|hable"
    r"|platique|vi|llame|salude|conoci|introduced (?:to|myself to)|joined by|left (?:a )?(?:message|vm|"
    r"voicemail))"
    r"(?: (?:briefly|also|again|up|down|in))*(?: (?:with|to|w/?|con|a|by|for|on))?"
    r"(?: (?:both|the|her|his|their|la|el|su))* ?$"
)
# "Her mom called while I was there and I spoke with her".
_THEN_SPOKE = Quick(
    r"[^.!?\n]{0,60}(?<!\w)(?:and|so|y|,) ?(?:i|we|yo) (?:\w+ ){0,2}?(?:spoke|talked|chatted|met|sat|hable"
    r"|platique) (?:with|to|w/?|con) (?:her|him|them|both|ella|el|ellos)(?!\w)"
)
_BESIDE = Quick(
    r"(?<!\w)(?:with|w/?|con|and|&|plus|along with|together with)(?: (?:the|her|his|their|la|el|su))? ?$"
)
# "Next appt w", "talks with", "starts with": not the one with whom the worker came.
_NOT_BESIDE = Quick(
    r"(?<!\w)(?:appts?|appointments?|citas?|sessions?|sesion(?:es)?|visits?|visitas?|calls?|llamadas?|contact"
    r"|meetings?|therapy|terapia|f/u|follow[- ]?up|eval|evaluation|check[- ]?up|intake|review|time|"
    r"weekends?|overnights?"
    r"|talk(?:s|ing|ed)?|speak(?:s|ing)?|spoke|start(?:s|ed|ing)?|work(?:s|ing|ed)?|liv(?:e|es|ing)|"
    r"text(?:s|ing)?"
    r"|facetim\w+|discuss\w*|check(?:s|ing)?|meet(?:s|ing)?|be|stay(?:s|ing)?|go(?:es|ing)?|home|play(?:s|"
    r"ing)?"
    r"|hablar|hablo|viv(?:ir|en?|ia)|se qued(?:o|a)|siguen?|quedan?|estar|ir|schedul\w+|set up|due|scheduled)"
    r"(?: (?:today|again|soon|more|back|up|is|on|\w+day|at \d[\d:]*))* (?:with|w/?|con)(?: (?:the|her|his|"
    r"their|la|el|su))? ?$"
)
_NEAR = 90
_VISITS = ({EventType.BIRTH_PARENT_CHILD}, {EventType.SIBLING_VISIT})
_FAMILY = {*PARENTS} | {Relationship.DISCHARGE_RESOURCE, Relationship.SIBLING_ADULT}


def family_alone(agency: Agency, people: Sequence[str], types: Sequence[EventType]) -> tuple[str, ...]:
    """Whom a family's visit is with: its parents and grown siblings, not who drove the children there."""
    if set(types) not in _VISITS:
        return tuple(people)
    return tuple(one for one in people if agency.contacts[one].relationship in _FAMILY)


def without_outsiders(
    agency: Agency,
    taking: Taking,
    clauses: Sequence[Clause],
    kinds: Sequence[str],
    how: tuple[Method | None, Outcome, Place | None],
) -> Taking:
    """`taking` without the adults who do not belong to the visit's place and whom nothing brings there."""
    method, outcome, place = how
    if method is not Method.IN_PERSON or outcome is not Outcome.COMPLETED or place not in _OWN:
        return taking
    if _GATHERED & set(kinds[:1]) or (
        place is not Place.FOSTER_HOME and any(_MEETING.search(c.text) for c in clauses)
    ):
        return taking
    away = {one for one in taking.people if agency.contacts[one].relationship not in _OWN[place]}
    away |= {
        one for one in taking.people if place is Place.FOSTER_HOME and _of_another_home(agency, taking, one)
    }
    for mention, stance in taking.stances if away else ():
        if mention.kind is Kind.CONTACT and stance in MET and _brought(mention, clauses):
            away -= set(mention.ids)
    if not away:
        return taking
    stances = tuple(
        (m, Stance.ABOUT if m.kind is Kind.CONTACT and set(m.ids) <= away else stance)
        for m, stance in taking.stances
    )
    return replace(taking, people=tuple(one for one in taking.people if one not in away), stances=stances)


def _of_another_home(agency: Agency, taking: Taking, person: str) -> bool:
    """Whether with this carer children live of whom none was met: a brother's foster mother."""
    row = agency.contacts[person]
    theirs = set(row.child_ids) if row.relationship in _HOME else set[str]()
    return bool(theirs and taking.children) and not theirs & set(taking.children)


def _brought(mention: NameMention, clauses: Sequence[Clause]) -> bool:
    """Whether the words beside a name bring that one to the place, or to the worker."""
    clause = holding(clauses, mention)
    if clause is None:
        return True
    at = clause.inside(mention.span.start)
    before, label = clause.text[:at], re.match(r"[A-Z]*", clause.text[at:])
    behind = clause.start + at + (label.end() if label else 0)
    after = clause.plain.text[behind : behind + _NEAR]  # "Ms Finch, the therapist, came": over commas too
    if _THERE.match(after) or _WITH_ME.search(before) or _THEN_SPOKE.match(after):
        return True
    return _BESIDE.search(before) is not None and not _NOT_BESIDE.search(before)
