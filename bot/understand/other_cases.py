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
from bot.understand.clauses import Clause, holding
from bot.understand.names import Stance, Taking
from bot.understand.parts import Kind, NameMention

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
    """`taking` without the children of cases that are only named beside those of whom something is told."""
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
