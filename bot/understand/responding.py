"""Words that lean on an emergency in hand: what was done about it ("called police"), how it goes on."""

from __future__ import annotations

import re

from bot.understand.text import decoded, folded

_LEADS = r"(?:(?:and|also|ok|okay|update|just|now|then|i|we|have|has|ive|i've|so|y|ya|luego|el|la|los) )*"
_DONE = (
    "called|phoned|rang|texted|told|spoke|talked|notified|paged|reported|filed|faxed|left|reached|tried|"
    "waiting|"
    "llame|llamamos|avise|avisamos|hable|deje|reporte|notifique"
)
_WHO = (
    "police|pd|precinct|cops?|officers?|troopers?|deputy|sheriff|detectives?|ems|emts?|paramedics?|ambulance|"
    "fire dept|firefighters?|crisis team|mobile crisis|policia|ambulancia|oficial|bomberos"
)
_GOES_ON = (
    r"(?:she|he|they|it)(?:'?s|'?re|'?d)?|still|no (?:answer|sign|word|luck|response)|nobody|nothing yet|"
    r"on (?:my|the|their) way|report (?:#|no|number|filed)|back (?:home|at|now|safe)|safe|found|located|"
    r"sigue|todavia|lleg(?:o|aron)|volvio|aparecio|regreso|esta de vuelta"
)
_RESPONDS = re.compile(rf"\W*{_LEADS}(?:{_DONE}|{_WHO}|{_GOES_ON})(?!\w)")


def responds(text: str) -> bool:
    """Whether the words begin as what somebody adds who has an emergency in hand; English and Spanish."""
    return _RESPONDS.match(folded(decoded(text))) is not None
