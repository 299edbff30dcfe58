"""The parent a missed visit was to be with, though only his absence names him (READING, "Who")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.events.cues import HELD
from bot.understand.names import Stance, Taking
from bot.understand.parts import Kind
from bot.understand.types.event import PARENTS
from storage.types import Outcome

_THEIRS = re.compile(
    r"(?<!home )(?<!school )(?<!\w)(?:for|to|at|missed|of) (?:\w+ ){0,3}(?:visit|visita|visitation)(?!\w)"
    r"|PARENT (?:was|is) (?:supposed|due|scheduled|set|meant) to (?:visit|see|meet|come)"
    r"|PARENT no (?:llego|vino|aparecio|se presento)(?: a la visita)?"
)
# "The FAMILY visit got called off, PARENT couldn't come": hers, for nobody else's reason is told.
# "Visit cancelled, PARENT has a migraine": whose illness it is, hers it was to be.
_PARENT_ILL = re.compile(
    r"(?<!\w)PARENT (?:has|had|is (?:down )?with|got|tiene|tenia|esta con) (?:an? |the |una? |la |el"
    r" )?(?:bad |really )*"
    r"(?:migraine|headache|flu|covid|fever|cold|stomach \w+|toothache|tooth ?ache|strep|pneumonia|cramps"
    r"|migrana"
    r"|gripe|gripa|fiebre|catarro)(?!\w)"
)
_FAMILYS = re.compile(
    r"(?<!\w)FAMILY (?:\w+ ){0,2}(?:visit|visitation)(?!\w)(?!.*(?:CAREGIVER|KIN|PERSON))"
    r"|(?<!\w)(?:visit|visitation|visita)(?: [^.;,\n]{0,48})? (?:between|entre) [^.;\n]{0,60}PARENT(?!\w)",
    re.DOTALL,
)


def with_missed(agency: Agency, taking: Taking, outcome: Outcome, kinds: Sequence[str], text: str) -> Taking:
    """“Supervised visit for Leo at 3. Mom did not attend": an attempt lists those it was to be with.

    A hearing that was held lists nobody who did not come.
    """
    taking = _without_no_shows(taking, outcome, kinds)
    if taking.people or not taking.children:
        return taking
    off = (
        outcome is Outcome.CANCELLED
        and "sibling_visit" not in kinds
        and (
            _FAMILYS.search(text)
            or (("parent_visit" in kinds or "visit" in kinds) and _PARENT_ILL.search(text))
        )
    )
    if not off and (
        outcome is not Outcome.ATTEMPTED or ("parent_visit" not in kinds and not _THEIRS.search(text))
    ):
        return taking
    awaited = (Stance.ABSENT, Stance.ABOUT, Stance.STATED)
    away = [m for m, stance in taking.stances if m.kind is Kind.CONTACT and stance in awaited]
    parents = [
        m.ids[0] for m in away if len(m.ids) == 1 and agency.contacts[m.ids[0]].relationship in PARENTS
    ]
    return replace(taking, people=tuple(dict.fromkeys(parents))) if parents else taking


def _without_no_shows(taking: Taking, outcome: Outcome, kinds: Sequence[str]) -> Taking:
    """“Court at 2, adjourned, mom no show": a hearing that was held lists nobody who did not come."""
    first = next((kind for kind in kinds if kind != "talk"), "")
    if outcome is not Outcome.COMPLETED or first not in (*HELD, "conference") or not taking.people:
        return taking
    contacts = [(set(m.ids), stance) for m, stance in taking.stances if m.kind is Kind.CONTACT]
    absent = {one for ids, stance in contacts if stance is Stance.ABSENT for one in ids}
    there = {one for ids, stance in contacts if stance is not Stance.ABSENT for one in ids}
    people = tuple(one for one in taking.people if one not in absent - there)
    return taking if people == taking.people else replace(taking, people=people)
