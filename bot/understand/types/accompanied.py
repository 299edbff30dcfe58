"""Whether the worker was with the child at the child's own appointment: it is seen too (READING, "Types").

"Sitting in a child's therapy" and "driving a child to the dentist" tell of the professional; the child
stands in them only as the one whose appointment it is.
"""

from __future__ import annotations

import re

from bot.understand.parts import Kind
from bot.understand.types.event import Event
from storage.types import Outcome

_SESSION = (
    r"(?:therapy|session|appointment|check ?-?up|physical|dentist|dental|doctor|medical|eye|psych\w*|"
    r"probation|po|shots?|vaccines?|immuni[sz]ations?|labs|bloodwork|x-?rays?|sports physical|counsel\w+|"
    r"evaluation|intake|exam|meeting|mtg|terapia|cita|sesion|consulta|dentista)"
)
_ITS = re.compile(
    r"CHILD,? (?:in |at |had )?(?:therapy|counseling|(?:therapy |counseling )?session|terapia|sesion) "
    r"(?:with|con) (?:[a-z.]+ )?(?:PRO|DOC|PERSON)|"
    rf"(?<!\w)(?:CHILD(?:'s)?|her|his|their) (?:[\w-]+ ){{0,2}}?{_SESSION}(?!\w)"
    rf"|(?<!\w){_SESSION} (?:\w+ )?(?:with|for|of|con|de|para) (?:CHILD|him|her)(?!\w)"
    rf"|CHILD (?:to|a) (?:su |the |her |his |la |el )?(?:[\w-]+ )?(?:{_SESSION}|PRO|DOC|PERSON)(?!\w)"
)
_I_WENT = re.compile(
    r"(?<!\w)(?:i|we) (?:\w+ )?(?:went|sat in|sat there|was (?:in|on|there|with|present)|were (?:in|there)"
    r"|attended|joined|drove|took|brought|hauled|carried|ran|accompanied|rode|stayed)(?!\w)"
    r"|(?:^|[.,;] ?)(?:also )?(?:went|sat in|attended|joined|drove|took|brought|accompanied)(?!\w)"
    r"|(?<!\w)(?:me|i) (?:and|n|with|con) (?:CHILD|him|her|PRO|DOC|PERSON)(?!\w)|CHILD and (?:i|me)(?!\w)"
    r"|(?<!\w)(?:with|and) me(?!\w)|(?<!\w)(?:fui|asisti|acompane|entre|estuve|lleve|la lleve"
    r"|lo lleve|conmigo)(?!\w)"
)
_THERE_TOO = re.compile(
    r"(?<!\w)(?:with|to|and|lleve a|acompane a|con) (?:CHILD|her|him)(?!\w)|(?<!\w)(?:sat in"
    r"|i was (?:in|on|there)|(?:i|we) (?:drove|took|hauled|carried|brought|ran) (?:him|her|them)(?! (?:a|"
    r"an|the|"
    r"some|his|her|out)(?!\w)))"
)
_NOT_ME = re.compile(
    r"(?<!\w)(?:i|we) (?:did not|didn't|could not|couldn't) (?:go|attend|sit|join)|(?<!\w)without me(?!\w)"
)


def at_own_appointment(event: Event) -> bool:
    """The child's appointment was kept with the worker there."""
    named = any(m.kind is Kind.CHILD and m.ids for m, _ in event.taking.stances)
    if event.outcome is not Outcome.COMPLETED or not named or event.by_wire or _NOT_ME.search(event.text):
        return False
    mine = _I_WENT.search(event.text)
    return bool(_ITS.search(event.text) and mine and _THERE_TOO.search(event.text))
