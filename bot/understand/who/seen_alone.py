"""Which of an event's children were seen alone: whom the words that say so name, else all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.events.clauses import Clause
from bot.understand.item_words import ALONE, LEFT_ALONE
from bot.understand.parts import Kind

_WITH = re.compile(r" (?:with|w|con) (?:a )?(?=CHILD)")
_JOINT = re.compile(r"(?:,|,? (?:and|y|e|&|\+))? $|,? ?(?:and|y|e|&|\+) $")
# "Maya seen alone", "Maya was spoken with 1:1": the name stands right before.
_NEAR = 5
"""Words between a name and the word for being alone."""


def seen_alone(clauses: Sequence[Clause], children: Sequence[str]) -> tuple[str, ...]:
    """Those of `children` of whom a clause says so; where it names none of them, all.

    “Hv Mateo and Maya at 2, Maya seen alone" is Maya alone, "…, seen alone" both.
    """
    found: set[str] = set()
    for clause in clauses:
        kept = LEFT_ALONE.sub(lambda match: " " * len(match.group()), clause.text)
        for match in ALONE.finditer(kept):
            named = _named(clause, match.start(), match.end()) & set(children)
            if not named:
                return tuple(children)
            found |= named
    return tuple(child for child in children if child in found)


def _named(clause: Clause, start: int, end: int) -> set[str]:
    """The children whose names stand right before or behind the words."""
    names = [(clause.inside(n.span.start), n) for n in clause.names if n.kind is Kind.CHILD]
    if _WITH.match(clause.text, end):
        behind = [n for at, n in names if at >= end]
        return set(behind[0].ids) if behind else set()
    before = [(at, n) for at, n in names if at < start]
    group: set[str] = set()
    point = start
    for at, name in reversed(before):
        between = clause.text[at + len("CHILD") : point]
        if (group and not _JOINT.fullmatch(between)) or len(between.split()) > _NEAR:
            break
        group |= set(name.ids)
        point = at
    return group
