"""A visit told by a possessive: "her 10:00 visit with Ana" is the parent's (READING, "Types")."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.agency import Agency
from bot.understand.names import Stance, Taking
from bot.understand.parts import How, Kind, NameMention, Span
from bot.understand.types.event import PARENTS

_HER_VISIT = re.compile(
    r"(?<!\w)(?:her|his|su) (?:\S+ ){0,3}?(?:visit|visita) (?:with|con) (?:CHILD|FAMILY|"
    r"(?:the )?(?:kids|twins|boys|girls|baby|children|siblings)|them|her(?! \w+'s)|him|ella|el(?!\w))"
    r"|(?<!\w)(?:she|he)(?:'s| is|'ll be| will be)(?: (?:still|def|definitely|also))* "
    r"(?:coming (?:to|for|in for)|at|there for|attending|making(?: it to)?) (?:[\w':]+ ){0,3}?"
    r"(?:visit|visitation)(?!\w)"
)


def whose_visit(text: str) -> bool:
    """Whether `text` (canonical words) tells of somebody's own visit with a child by a pronoun alone."""
    return _HER_VISIT.search(text) is not None


def with_visitor(agency: Agency, taking: Taking, person: str | None) -> Taking:
    """`taking` with the parent of before, whose visit it was; unchanged where `person` is no parent."""
    if person is None or agency.contacts[person].relationship not in PARENTS:
        return taking
    mention = NameMention(Span(0, 0), Kind.CONTACT, (person,), how=How.ROLE)
    return replace(taking, people=(person,), stances=(*taking.stances, (mention, Stance.SEEN)))


def with_its_children(taking: Taking, children: tuple[str, ...], case_ids: tuple[str, ...]) -> Taking:
    """“On Saturday she has her visit with dad": the children whom the event before was about."""
    named = any(m.kind in (Kind.CHILD, Kind.FAMILY) for m, _ in taking.stances)
    if named or not children or not set(children) <= set(taking.children or children):
        return taking
    kept = tuple(q for q in taking.questions if q.slot != "child")
    return replace(taking, children=children, case_ids=case_ids, questions=kept)
