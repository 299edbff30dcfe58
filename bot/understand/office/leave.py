"""Who is off and who covers, as a plan of leave says it: "off Dec 21 thru Jan 4, Kevin covers"."""

from __future__ import annotations

import re

from bot.understand.agency import Agency
from bot.understand.danger.alarms import alarm_of
from bot.understand.office.reviewing_words import hands_over_reviews
from bot.understand.office.staff_names import named
from bot.understand.patterns.lexicon import pattern
from bot.understand.patterns.quick import Quick
from bot.understand.writing.text import folded
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
_OWN_KIN = Quick(
    r"(?<!\w)(?:my|mi|mis)(?: (?:own|other|older|younger|little|big|baby|late|poor|dear|propi[oa]))?"
    r" (?:PARENT|KIN|PERSON|DOC|PRO)(?:'s)?(?!\w)"
)
"""“My dad" where days off are asked for: the sender's own, and nobody of a case."""
_OWN_TROUBLE = Quick(
    r"(?<!\w)(?:my|mi) (?:\w+ )?(?:PARENT|KIN|PERSON|uncle|aunt|husband|wife|partner|fiancee?|boyfriend"
    r"|girlfriend|son|daughter|father|mother|(?:mother|father|sister|brother) in law|spos[oa]|marido|mujer"
    r"|hij[oa]|herman[oa])(?!\w)[^.;,!?\n]*"
)
"""What befell the sender's own; "my kid" may be one of her caseload."""
_DAYS_OFF = re.compile(
    r"(?:(?:i|we|can i|could i|may i|if i could) )?(?:(?:will|would|'ll|'d) )?(?:need|want|like|have|get|take"
    r"|necesito|quiero|pido)(?: to (?:take|have|get|be))? (?:(?!time|list)[\w/,-]+ ){1,5}?"
    r"(?:off|libres?)(?!\w)(?! (?:on|of|my (?:list|plate)|the (?!week|next|first|last|whole|\d)) )"
)
"""“I need Friday off to go to court”: days off asked for, whatever they are for."""
_OF_A_CASE = re.compile(r"\b(?:CHILD|PARENT|CAREGIVER|KIN|SCHOOLSTAFF|CCW|PERSON|FAMILY)\b")
_CASEWORK = Quick(
    r"(?<!\w)(?:visits?|visitas?|hv|fv|(?<!my )(?<!mi )(?<!mis )(?:kids?|children|siblings|ninos)|"
    r"famil(?:y|ies) (?!emergency|leave|reunion)|clients?|foster|supervised|transport\w*)(?!\w)"
)
_REVIEWING = frozenset({Role.SUPERVISOR, Role.DIRECTOR})


def off_of(agency: Agency, staff_id: str, text: str) -> tuple[str, ...]:
    """Ids of the colleagues of whom the words may say that they are off: then it is not the sender's leave.

    Several fit where a first name is shared; nobody where the words speak of the sender's own days. Pure.
    """
    words = folded(text).replace("\u2019", "'")
    if _MINE.search(words):
        return ()
    return tuple(sorted(named(agency, staff_id, words, _IS_OFF)))


def without_own_kin(text: str) -> str:
    """The labelled words without the sender's own parents and kin, on whose account days off are taken."""
    return _OWN_KIN.sub(" ", text)


def plainly_own_leave(text: str) -> bool:
    """Whether labelled words ask for the sender's own days off and speak of nobody's case. Pure.

    “Out Friday, my daughter gets married": what the day is for is told of no visit.
    """
    words = without_own_kin(text)
    if _OF_A_CASE.search(words) or _CASEWORK.search(words):
        return False
    return pattern("telling", "own_leave").search(words) is not None


def wants_days_off(head: str) -> bool:
    """Whether a sentence asks for days off by its first verb. Pure."""
    return _DAYS_OFF.match(head) is not None


def own_trouble_alone(text: str) -> bool:
    """Whether the danger that labelled words tell of befell the sender's own, and is why she is off. Pure."""
    rest = _OWN_TROUBLE.sub(" ", text)
    if rest == text or not plainly_own_leave(rest):
        return False
    alarm = alarm_of(rest)
    return not (alarm.crisis or alarm.concern)


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
