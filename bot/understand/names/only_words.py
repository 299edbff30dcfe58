"""What says that one alone was there, or who called a visit off, over folded words; compiled once."""

from __future__ import annotations

import re

# "only Khoa home", "solo estaba Ana": the others of the family were not there.
ONLY_BEFORE = re.compile(r"\b(?:only|just|solo|solamente)(?: (?:estaba|vino|llego))? $")
# "So it was just Amir and me", ". Only Owen, Ana had …": at the head of a clause, nothing told behind.
JUST_BEFORE = re.compile(
    r"(?:^ ?|[.,;:(–-] ?|\b(?:was|its|is|so|but|with|w|w/|w/ |and|era|fue|pero|y|had|con|visit|home|hv) )"
    r"(?:just|only|solo|nomas|nada mas|solamente|unicamente)(?: (?:with|w/?|con|a|estaba|was|had))? $"
)
ALONE_AFTER = re.compile(
    r" ?(?:$|[.,;)(–-]|(?:and|&|n|y) (?:me|i|yo)\b|(?:at|@|today|this time|w|w/|with|home|there|here|en|hoy"
    r"|con|presente|bc|because|cuz|cause|porque)\b|\d)"
)
ONLY_AFTER = re.compile(
    r" ?,? (?:only\b(?= ?(?:$|[.,;)(–-]|(?:today|this time|bc|because|since|cuz|as|home|there|at|porque)\b))"
    r"|(?:was|is|being|era|estaba) (?:the|el|la) (?:only|unic[oa])\b)"
)
ONLY_SAW_BEFORE = re.compile(
    r"\b(?:only (?:saw|seen|see|met(?: with)?|got to see)|saw only"
    r"|(?:solo|solamente|nada mas) (?:vi|pude ver) a"
    r"|vi solo a) $"
)
THERE_AFTER = re.compile(
    r" ?(?:was |is |were |estaba |estuvo )?(?:home|there|here|present|in|around|at home|came|showed|attended"
    r"|en (?:la )?casa|presente|vino)\b"
)
SHORTLY_AFTER = re.compile(r" ?(?:for|briefly|quick\w*|a few|a little|\d|por|un rato|unos)\b")
CANCELLED_BEFORE = re.compile(
    r"\b(?:cancel+ed|called off|postponed|rescheduled|cancelad[oa]|pospuest[oa])"
    r" (?:by|por) (?:the |la |el )?$"
)
