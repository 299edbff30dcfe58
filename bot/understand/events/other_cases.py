"""Children of another family whom the words only name beside a visit: "saw Maya. Jaden will need a coat".

An event is one family's, unless the words put two into it: a list, a verb for each, a home that they share.
A name that is a word as well ("the amber light") stands out by the same test.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.understand.agency import Agency
from bot.understand.events.clauses import Clause, holding
from bot.understand.names import Stance, Taking
from bot.understand.parts import Kind, NameMention
from storage.types import Relationship

_HOUSEHOLD = frozenset(
    {Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER, Relationship.FOSTER_PARENT, Relationship.KIN}
)
_SURE = frozenset({Stance.SEEN, Stance.SPOKE, Stance.CONTACTED})
_TOO = re.compile(
    r"(?:CHILD(?:'s)?,? ?|FAMILY,? ?|(?<!\w)(?:also|and|then|plus|with|y|e|n|tambien|luego|next|both)"
    r"(?: (?:the|a|to|with|con|saw|met))* |[&+/] ?)$"
)
_THERE = re.compile(
    r"(?:'s)?,? (?:(?:was|were|is|are|estaba|tambien|also|both) )*(?:there|present|here|too|also|as well"
    r"|home|joined|seen|playing|came (?:along|too|in)|sat|in (?:the|his|her) (?:room|house)|tambien|ahi|alli"
    r"|presente)(?!\w)"
)


def without_other_cases(agency: Agency, taking: Taking, clauses: Sequence[Clause], on: date) -> Taking:
    """`taking` of the families it is about: no child of another only named, every child whose carer spoke."""
    return _with_theirs(agency, _without_named(agency, taking, clauses, on), clauses, on)


def _with_theirs(agency: Agency, taking: Taking, clauses: Sequence[Clause], on: date) -> Taking:
    """“Called Ms Lee re Ana's glasses and Ms Moss re Leo's trip”: two families, and each has children in it.

    Where a child was met it stays as it is: who is only with somebody's children need not be met with them.
    """
    cases = {agency.children[one].case_id for one in taking.children if one in agency.children}
    met = any(m.kind is Kind.CHILD and s in _SURE for m, s in taking.stances)
    if not cases or met:
        return taking
    near = {agency.contacts[one].name for case in cases for one in _household(agency, case)}
    others = [
        row
        for one in taking.people
        if (row := agency.contacts.get(one)) and row.relationship in _HOUSEHOLD
        if row.case_id not in cases and row.name not in near
    ]
    named = {one for c in clauses for m in c.names if m.kind is Kind.CHILD for one in m.ids}
    more: list[str] = []
    for row in others:
        theirs = row.child_ids or agency.in_care(row.case_id, on)
        more += [one for one in theirs if one in named] or theirs
    if not more:
        return taking
    children = tuple(dict.fromkeys((*taking.children, *more)))
    return replace(
        taking,
        children=children,
        case_ids=tuple(dict.fromkeys((*taking.case_ids, *(r.case_id for r in others)))),
    )


def _household(agency: Agency, case: str) -> list[str]:
    return [row.id for row in agency.contacts_of(case) if row.relationship in _HOUSEHOLD]


def _without_named(agency: Agency, taking: Taking, clauses: Sequence[Clause], on: date) -> Taking:
    sure = {
        one
        for m, s in taking.stances
        if m.kind is Kind.CHILD and s in _SURE and len(m.ids) == 1
        for one in m.ids
    }
    theirs = {agency.children[one].case_id for one in sure}
    aside = _cases_aside(agency, taking, clauses)
    if not sure or not theirs or not aside - theirs:
        return taking
    homes = {agency.placement(one, on) for one in sure}
    carers = {home.placement_contact_id for home in homes if home and home.placement_contact_id}
    named = _people_named(agency, carers)
    kept = tuple(
        one
        for one in taking.children
        if one in sure
        or agency.children[one].case_id not in aside - theirs
        or _shares_home(agency, one, named, on)
    )
    cases = {agency.children[one].case_id for one in kept}
    return replace(
        taking, children=kept, case_ids=tuple(c for c in taking.case_ids if c in cases) or taking.case_ids
    )


def _cases_aside(agency: Agency, taking: Taking, clauses: Sequence[Clause]) -> set[str]:
    """The cases of those whom the words name without putting them into the event."""
    found: set[str] = set()
    for mention, stance in taking.stances:
        if stance is Stance.STATED and not _put_in(mention, clauses):
            found |= _cases_of(agency, mention)
    return found


def _cases_of(agency: Agency, mention: NameMention) -> set[str]:
    if mention.kind is Kind.FAMILY:
        return set(mention.case_ids) if not mention.plural else set()
    if mention.kind is not Kind.CHILD:
        return set()
    return {agency.children[one].case_id for one in mention.ids if one in agency.children}


def _put_in(mention: NameMention, clauses: Sequence[Clause]) -> bool:
    """Whether the clause lists the name, gives it a time of its own or says that the child was there."""
    clause = holding(clauses, mention)
    if clause is None:
        return True
    at = clause.inside(mention.span.start)
    after = re.sub(r"^[A-Z]+", "", clause.text[at:])
    return bool(_TOO.search(clause.text[:at]) or _THERE.match(after)) or any(
        t.starts_at for t in clause.times[1:]
    )


def _people_named(agency: Agency, carers: set[str]) -> set[str]:
    return {agency.contacts[key].name for key in carers if key in agency.contacts}


def _shares_home(agency: Agency, child: str, names: set[str], on: date) -> bool:
    """Whether the child lives with one of those: a foster home has a row in each of its cases."""
    home = agency.placement(child, on)
    row = agency.contacts.get(home.placement_contact_id or "") if home else None
    return row is not None and row.name in names
