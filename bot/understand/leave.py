"""Who is off and who covers, as a plan of leave says it: "off Dec 21 thru Jan 4, Kevin covers"."""

from __future__ import annotations

import re

from bot.understand.agency import Agency
from bot.understand.reviewing_words import hands_over_reviews
from bot.understand.staff_names import named
from bot.understand.text import folded
from storage.types import Role

_COVERS = re.compile(
    r"(?<!\w)(?:cover(?:s|ed|ing|age)?|backup|back up|fill(?:s|ing)? in|stand(?:s|ing)? in|step(?:s|ping)? in"
    r"|has my|have my|takes? my|taking my|watch(?:es|ing)? my|handl(?:es|ing) my|will (?:take|have|watch)"
    r"|cubr\w+|cobertura|reemplaz\w+|suplente|se encarga|se queda con)(?!\w)"
)

_I_COVER = re.compile(
    r"(?<!\w)(?:i'?m|i am|i'?ll(?: be)?|i will(?: be)?|i|yo)(?: \w+)? (?:cover\w*|cubro|fill\w* in)(?!\w)"
)
_COVERED = re.compile(
    r"(?<!\w)(?:(?:i|we) (?:was|were|had been|have been|'ve been)(?: just| only)? covering|(?:i|we) covered"
    r"|(?:estaba|estuve) cubriendo)(?!\w)"
)
_IS_OFF = (
    r"(?:'?s)?(?: (?:is|will be|was|are|gonna be|going to be|called|calls|calling|has|takes?|taking|needs?|"
    r"wants?|esta|estara|va a estar|tiene|toma))* (?:(?:out|off|away|gone|sick|ooo|ill)(?!\w)|"
    r"(?:in|out) sick|on (?:\w+ )?(?:leave|vacation|pto|holiday)|"
    r"(?:a |the )?(?:\w+ )?(?:vacation|pto|days? off|leave|licencia|vacaciones)|(?:[\w/-]+ ){1,4}off(?!\w)|"
    r"de (?:vacaciones|licencia)|enferm[oa]|fuera)"
)
"""Behind a name: that person is not at work."""
_MINE = re.compile(
    r"^\W*(?:off|out|pto|ooo|vacation|leave|taking|need|request\w*|libre|vacaciones)(?!\w)|"
    r"(?<!\w)(?:i'?m|i am|i'?ll be|i will be|i|me|estoy|estare|voy a)(?: (?!cover|cubr)\w+){0,3}? "
    r"(?:off|out|away|gone|sick|ooo|on (?:\w+ )?leave|on vacation|vacaciones|libre|licencia)(?!\w)"
)
"""The sender's own leave, whoever else is away."""
_WHILE = re.compile(
    r"(?<!\w)(?:while|when|as|during|mientras|cuando)(?: i'?m| i am| i'?ll be| yo)?"
    r"(?: \w+){1,3}"
)
"""Leave that is spoken of as known: "Patricia reviews for me while I'm off"."""
_CLAUSE = re.compile(r"[.,;!?\n]+ ?")
_REVIEWING = frozenset({Role.SUPERVISOR, Role.DIRECTOR})


def off_of(agency: Agency, staff_id: str, text: str) -> tuple[str, ...]:
    """Ids of the colleagues of whom the words may say that they are off: then it is not the sender's leave.

    Several fit where a first name is shared; nobody where the words speak of the sender's own days. Pure.
    """
    words = folded(text).replace("\u2019", "'")
    if _MINE.search(words):
        return ()
    return tuple(sorted(named(agency, staff_id, words, _IS_OFF)))


def says_i_cover(text: str) -> bool:
    """Whether the sender is told to cover: "marisol is out today, im covering". Pure."""
    return _I_COVER.search(folded(text)) is not None


def says_i_covered(text: str) -> bool:
    """Whether the sender stood in for somebody: that is over, and no leave. Pure."""
    return _COVERED.search(folded(text)) is not None


def covering_of(agency: Agency, staff_id: str, text: str) -> tuple[str, ...]:
    """Ids of those on staff whom the words may name as covering; several fit where a first name is shared.

    Nobody unless the words speak of covering: of the cases, or, where others' notes are the sender's to
    review, of the reviews. The whole name counts before the first or last one alone. Pure.
    """
    words = folded(text).replace("\u2019", "'")
    me = agency.staff.get(staff_id)
    reviews = me is not None and me.role in _REVIEWING and any(map(hands_over_reviews, _clauses(words)))
    return named_in(agency, staff_id, words) if reviews or _COVERS.search(words) else ()


def _clauses(words: str) -> list[str]:
    return _CLAUSE.split(words)


def says_own_leave(text: str) -> bool:
    """Whether the sender tells of days off of her own, and does not only name them as known ones. Pure."""
    words = folded(text).replace("\u2019", "'")
    return _MINE.search(_WHILE.sub(" ", words)) is not None


def named_in(agency: Agency, staff_id: str, words: str) -> tuple[str, ...]:
    """Ids of those on staff, but for that person, whom the folded words may name. Pure."""
    return tuple(sorted(named(agency, staff_id, words)))
