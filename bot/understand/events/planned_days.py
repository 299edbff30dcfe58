"""Plans for several days in one breath: "Tuesday FTM on the Fosters and Wednesday I take JT to court"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.understand.events.clauses import Clause, event_times
from bot.understand.parts import Kind, NameMention, TimeMention
from bot.understand.writing.words import Plain

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_AND = r"(?:and|y|n|then|also|luego|despues|&)"
_JOINT = re.compile(rf"[,;.] (?:{_AND} )*| (?:{_AND} )+")
_SOMEBODY = frozenset({Kind.CHILD, Kind.FAMILY})
_BY_ME = re.compile(
    r"(?<!\w)(?:i|we|i'm|im|we're|call|calling|see|meet|visit|llamo|llamar|veo|ver|visito|voy|tengo)(?!\w)"
)
_NO_PLAN = re.compile(
    r"\W*(?:(?:and|y|but|pero|because|so) )*(?:(?:his|her|their|the|su|el|la) )?"
    r"(?:PARENT|CAREGIVER|KIN|PRO|DOC|PERSON|he|she|they|ella) "
    r"(?:is|are|has|can|will|va|viene|esta|puede|wants)(?!\w)"
)
"""“…, his grandma is coming Friday": what others do."""


def days_apart(
    plain: Plain, mentions: Sequence[NameMention], times: Sequence[TimeMention]
) -> set[tuple[int, int]]:
    """The stretches of `plain` with which the plan for another day and for somebody else begins."""
    told = [t for t in times if t.role == "event" and (t.on or t.starts_at)]
    days = [t for t in told if t.day_said and t.on]
    found: set[tuple[int, int]] = set()
    for one, other in pairwise(days):
        begin = plain.from_raw(other.span.start)
        ends = [plain.from_raw(t.span.end) for t in told if one.span.start <= t.span.start < other.span.start]
        if one.on == other.on or not ends:
            continue
        joint = _JOINT.match(plain.text, ends[-1])
        if joint is None or joint.end() > begin:
            continue
        until = _next_day(plain, days, other)
        named = [plain.from_raw(m.span.start) for m in mentions if m.kind is not Kind.STAFF]
        if any(joint.end() <= at < until for at in named) and any(at < joint.start() for at in named):
            found.add((joint.start(), begin))
    return found


def _next_day(plain: Plain, days: Sequence[TimeMention], this: TimeMention) -> int:
    """Where the next day said behind this one begins, or the text ends."""
    after = (plain.from_raw(t.span.start) for t in days if t.span.start > this.span.start)
    return next(after, len(plain.text))


def planned_then(clause: Clause, now: Segment) -> bool:
    """Whether a clause plans something for another day, with another child or by a verb of its own."""
    mine = {t.on for t in event_times(clause) if t.on and t.day_said}
    if not mine or not now.days or mine & now.days or _NO_PLAN.match(clause.text):
        return False
    before = {i for part in now.clauses for name in part.names for i in name.ids or name.case_ids}
    named = [name for name in clause.names if not set(name.ids or name.case_ids) & before]
    mine_to_do = bool(clause.cues or _BY_ME.search(clause.text))
    return any(name.kind in _SOMEBODY or mine_to_do for name in named)
