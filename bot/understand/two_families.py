"""Another family's visit called off, told behind a contact: "spoke w Ms Lee at 2. And Ms Moss canceled"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.understand.clauses import Clause
from bot.understand.parts import Kind

if TYPE_CHECKING:
    from bot.understand.segments import Segment

_AND = re.compile(r"\W*(?:and|also|plus|but|then|y|e|tambien|ademas|pero)(?!\w)")
_OFF = re.compile(
    r"(?<!\w)(?:cancel\w*|called (?:off|out)|postponed|reschedul\w*|(?:can't|cannot|can not|couldn't|"
    r"won't be able to|"
    r"unable to) (?:do|make|come)|(?:moved|pushed|switched|changed|shifted) (?:it|us|our|the|her|his|their|"
    r"tomorrow)|"
    r"no puede|no va a poder|(?:la|lo) (?:paso|movio|cambio)|pospuso|se cancelo)(?!\w)"
)


def another_familys_off(clause: Clause, now: Segment) -> bool:
    """Whether a clause tells that somebody of another family than those of `now` called something off."""
    said = _OFF.search(clause.text)
    if said is None or not (clause.hard or _AND.match(clause.text)):
        return False
    before = {case for part in now.clauses for case in part.cases}
    who = [m for m in clause.names if m.kind in (Kind.CONTACT, Kind.FAMILY) and not m.as_place]
    theirs = any(clause.inside(m.span.start) < said.start() for m in who)
    return theirs and bool(before and clause.cases) and not before & clause.cases


def of_other_families(one: Segment, other: Segment) -> bool:
    """Whether two events are of families that are known and not the same."""
    mine, theirs = ({case for part in event.clauses for case in part.cases} for event in (one, other))
    return bool(mine and theirs) and not mine & theirs
