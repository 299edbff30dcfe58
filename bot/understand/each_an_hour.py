"""“Saw Maya at 3 and Leo at 5": two children in one sentence, each with an hour, are two events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understand.clauses import Clause
from bot.understand.parts import Kind, NameMention, TimeMention
from bot.understand.words import Plain

_JOINT = re.compile(r"[,&+]? ?(?:(?:and|then|y|n|luego|&|\+) )*(?:a )?")
_NEXT = re.compile(r"\W*(?:(?:and|then|y|n|luego) )*(?:a )?(CHILD|FAMILY)(?!\w)")
# Between a name and its hour: where it was, and nothing that somebody did.
_WHERE = re.compile(
    r"(?:CHILD|FAMILY)(?: (?:at|@|in|en|a|from|on)(?: [\w']+){0,4}?)?(?: (?:at|@|from|a las?|around))? ?"
)
_OF_CHILDREN = (Kind.CHILD, Kind.FAMILY)


def hours_of_each(
    plain: Plain, mentions: Sequence[NameMention], times: Sequence[TimeMention]
) -> set[tuple[int, int]]:
    """The stretches of `plain` from a further child's name up to its hour, the joining words with it."""
    told = [t for t in times if t.role == "event" and t.starts_at and not t.ending]
    hours = [(plain.from_raw(t.span.start), plain.from_raw(t.span.end)) for t in told]
    if len(hours) < 2:
        return set()
    found: set[tuple[int, int]] = set()
    for one, other in pairwise(m for m in mentions if m.kind in _OF_CHILDREN):
        start, begin = plain.from_raw(one.span.start), plain.from_raw(other.span.start)
        mine = [end for h, end in hours if start < h < begin]
        theirs = next((h for h, _ in hours if h > begin), None)
        if not mine or theirs is None or _ids(one) == _ids(other):
            continue
        if _JOINT.fullmatch(plain.text[mine[-1] : begin].lstrip(" ")) and _WHERE.fullmatch(
            plain.text, begin, theirs
        ):
            found.add((mine[-1], theirs))
    return found


def _ids(mention: NameMention) -> tuple[str, ...]:
    return mention.ids or mention.case_ids


def another_at_its_hour(clause: Clause, told: Sequence[Clause]) -> bool:
    """Whether a clause without a verb goes on with another child and another hour than those `told`."""
    led, hour = _NEXT.match(clause.text), next((t for t in clause.times if t.starts_at), None)
    if clause.cues or led is None or hour is None:
        return False
    if not _WHERE.fullmatch(clause.text, led.start(1), clause.inside(hour.span.start)):
        return False
    before = {_ids(name) for part in told for name in part.names if name.kind in _OF_CHILDREN}
    mine = {_ids(name) for name in clause.names if name.kind in _OF_CHILDREN}
    return bool(before and mine) and not before & mine
