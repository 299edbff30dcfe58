"""Another family's word, told behind a contact: "spoke w Ms Lee at 2. And Ms Moss canceled tomorrow"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understand.events.clauses import Clause
from bot.understand.events.cues import HELD
from bot.understand.events.rows import another_row, calls_somebody
from bot.understand.parts import Kind

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_AND = re.compile(r"\W*(?:and|also|plus|but|then|y|e|tambien|ademas|pero)(?!\w)")
_OFF = re.compile(
    r"(?<!\w)(?:cancel\w*|called (?:off|out)|postponed|reschedul\w*|(?:can't|cannot|can not|couldn't|"
    r"won't be able to|unable to) (?:do|make|come)|(?:moved|pushed|switched|changed|shifted) (?:it|us|our|"
    r"the|her|his|their|tomorrow)|no puede|no va a poder|(?:la|lo) (?:paso|movio|cambio)|pospuso|"
    r"se cancelo)(?!\w)"
)


# "Ms Moss said …", at the head of a sentence behind a call or a visit with another family.
_SAYS = re.compile(
    r"\W*(?:(?:and|also|y|tambien) )?(?:(?:the|la|el) )?(?:CAREGIVER|PARENT|KIN) (?:also |just )?"
    r"(?:said|says|told me|reports|reported|mentioned|asked|wants|needs|dice|dijo|me dijo|quiere|"
    r"necesita)(?!\w)"
)
_FEW = 16
"""No more letters stand before the hour with which a row begins."""
_FORMAL = frozenset({*HELD, "conference", "parent_visit", "sibling_visit"})


def another_familys(clause: Clause, now: Segment) -> bool:
    """Whether a clause is the next row of a list, or a call or a word of another family than of `now`."""
    if another_row(clause, now.clauses):
        return True
    before = {case for part in now.clauses for case in part.cases}
    if not (before and clause.cases) or before & clause.cases:
        return False
    if calls_somebody(clause):
        return True
    said = _OFF.search(clause.text)
    if said is None and clause.hard and not _FORMAL & set(now.kinds):
        said = _SAYS.match(clause.text)
    if said is None or not (clause.hard or _AND.match(clause.text)):
        return False
    who = [m for m in clause.names if m.kind in (Kind.CONTACT, Kind.FAMILY) and not m.as_place]
    return any(clause.inside(m.span.start) < said.end() for m in who)


# "…, 10:30 CAREGIVER's, CHILD up from her nap": the next row begins with its hour and with somebody.
_ROW_OF = re.compile(
    r"\W*(?:(?:and|then|y|luego) )?(?:(?:at|around|about|a las?) )?§,? (?:(?:the|la|el|a|al|to|with|con) )?"
    r"[A-Z]{3,}(?:'s)?(?!\w)(?! (?:was|were|is|had|has|will|would)(?!\w))"
)


def with_another_family(clause: Clause, now: Segment) -> bool:
    """“… and was there from 4:30 with Ana": children of another family than any told of so far."""
    before = {case for part in now.clauses for case in part.cases}
    seen = any(m.kind in (Kind.CHILD, Kind.FAMILY) and not m.as_place for m in clause.names)
    told = (seen and clause.cues) or _led_by_hour(clause)
    return bool(told and before and clause.cases) and not before & clause.cases


def _led_by_hour(clause: Clause) -> bool:
    """Whether a clause begins with a clock time and somebody on file right behind it."""
    hour = next((t for t in clause.times if t.starts_at and t.role == "event" and not t.ending), None)
    if hour is None or clause.inside(hour.span.start) > _FEW:
        return False
    start, end = clause.inside(hour.span.start), clause.inside(hour.span.end)
    return _ROW_OF.match(f"{clause.text[:start]}§{clause.text[end:]}") is not None


def of_other_families(one: Segment, other: Segment) -> bool:
    """Whether two events are of families that are known and not the same."""
    mine, theirs = ({case for part in event.clauses for case in part.cases} for event in (one, other))
    return bool(mine and theirs) and not mine & theirs
