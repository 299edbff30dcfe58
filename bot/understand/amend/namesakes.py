"""“No, the other Maya", "it was Ms Lee who called": the child of that name in another family is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.understand.amend.how import types_with
from bot.understand.amend.parts import Facts
from bot.understand.amend.remark import Remark, Sender
from bot.understand.amend.who import Part
from bot.understand.amend.world import only_cases
from bot.understand.parts import Kind, Question
from bot.understand.writing.text import folded

_OTHER = re.compile(
    r"(?<!\w)(?:(?:the |my |la |el |mi )?(?:other|otra|otro)|(?:the )?wrong|not (?:that|this)"
    r"|no (?:es |era )?es[ae])"
    r" (?:(?:little|big|girl|boy|kid|nina|nino) )?(?P<name>[^\W\d_][\w'-]*)"
)
_OTHER_ONE = re.compile(
    r"\W*(?:(?:no|nope|wait|sorry|oops|it was|it's|that was|i meant?|fue|era|es|con|with|perdon)[, ]+)*"
    r"(?:the other one|la otra|el otro)(?:,? (?:sorry|perdon))?\W*"
)
_IT_WAS = re.compile(
    r"\W*(?:(?:no|nope|wait|sorry|oops|actually|perdon)[, ]+)*"
    r"(?:it|that|this|she|he|the (?:caller|one who \w+)|fue|era|quien \w+ (?:fue|era))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Other:
    """The facts with the namesake; or, where several have the name, the question which."""

    facts: Facts
    asks: tuple[Question, ...] = ()


def the_other(remark: Remark, sender: Sender) -> Other | None:
    """What the words make of a draft whose child has another one's name; None: they say nothing of it."""
    facts = remark.facts
    if len(facts.children) != 1:
        return None
    child = facts.children[0]
    if who := _whose_carer(remark, child):
        return Other(_with_person(remark, facts, *who))
    if not _says_other(remark, child):
        return None
    others = _namesakes(remark, child, sender.staff_id)
    if len(others) == 1:
        return Other(_in_her_place(remark, facts, others[0], sender))
    empty = replace(facts, children=(), people=(), case_id=None, seen_alone=())
    return Other(empty, (Question("child", others),)) if others else None


def _names(remark: Remark, child: str) -> set[str]:
    row = remark.agency.children[child]
    return {folded(name) for name in (row.first_name, row.nickname or "") if name}


def _says_other(remark: Remark, child: str) -> bool:
    low = remark.said.low
    if _OTHER_ONE.fullmatch(low):
        return True
    return any(match["name"].removesuffix("'s") in _names(remark, child) for match in _OTHER.finditer(low))


def _namesakes(remark: Remark, child: str, staff_id: str) -> tuple[str, ...]:
    """Those of her name on the sender's caseload; where there is none, in the agency."""
    agency, names = remark.agency, _names(remark, child)
    alike = [c.id for c in agency.roster.children if c.id != child and folded(c.first_name) in names]
    mine = [c for c in alike if agency.cases[agency.children[c].case_id].primary_worker_id == staff_id]
    return tuple(mine or alike)


def _in_her_place(remark: Remark, facts: Facts, other: str, sender: Sender) -> Facts:
    """The event about the namesake, with those of her own family whom the words name."""
    agency, case_id = remark.agency, remark.agency.children[other].case_id
    family = only_cases(agency, [case_id], sender.staff_id)
    named = sender.message(family, facts.words).mentions if facts.people else ()
    adults = (m for m in named if m.kind is Kind.CONTACT and not m.as_place and len(m.ids) == 1)
    people = tuple(dict.fromkeys(m.ids[0] for m in adults))
    alone = (other,) if facts.seen_alone else ()
    return replace(facts, children=(other,), case_id=case_id, people=people, seen_alone=alone)


def _whose_carer(remark: Remark, child: str) -> tuple[str, str] | None:
    """The one adult who is said to have been it, and the namesake in whose family she is."""
    agency, facts, cast = remark.agency, remark.facts, remark.cast
    meant = cast.people(Part.MEANT)
    if len(meant) != 1 or len(facts.people) != 1 or cast.children(Part.MEANT):
        return None
    if not _IT_WAS.match(remark.said.low):
        return None
    if agency.contacts[meant[0]].case_id == facts.case_id:
        return None
    theirs = agency.children_meant(meant[0], remark.on)
    alike = [c for c in theirs if folded(agency.children[c].first_name) in _names(remark, child)]
    return (meant[0], alike[0]) if len(alike) == 1 else None


def _with_person(remark: Remark, facts: Facts, person: str, child: str) -> Facts:
    case_id = remark.agency.contacts[person].case_id
    after = replace(facts, people=(person,), children=(child,), case_id=case_id, seen_alone=())
    return replace(after, types=types_with(remark.agency, facts, after, remark.on, spoke=()))
