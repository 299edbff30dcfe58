"""“hv Dariel weds 4p”: a visit put down with its weekday and hour, and nothing that happened, is to come."""

from __future__ import annotations

import re

from bot.understand.saying import CLOCK, past_verb

_VISIT = re.compile(
    r"(?<!\w)(?:(?:home|sibling|supervised|family|school|office|make ?up) visit|visit|hv|fv|visita|"
    r"team meeting|ftc|ftm|"
    r"conference|conferencia|reunion|spr|service plan review)(?!\w)"
)
_WEEKDAY = re.compile(
    r"(?<!last )(?<!past )(?<!\w)(?:mon|tues?|weds?|thurs?|thur|fri|sat|sun|monday|tuesday|wednesday|"
    r"thursday|friday|"
    r"saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?!\w)(?! pasado| last)"
)
_TOLD = re.compile(
    r"(?<!\w)(?:min|mins|minutes|hr|hrs|minutos|today|yesterday|yest|hoy|ayer|ago|no show|cancel\w*|"
    r"late|went|ok|okay|well|"
    r"good|fine|home|present|there|both|all|no|not|nobody|tc|call|text|\d{1,2}/\d{1,2})(?!\w)"
)
_HOUR = re.compile(r"(?<!\w)\d{3,4} ?(?:[ap]\.?m\.?|[ap])(?!\w)")
_MOST = 9


def noted_ahead(text: str) -> bool:
    """Whether a message is a visit's name, whom it is with, a bare weekday and an hour, and nothing else."""
    rest = _VISIT.sub(" ", text)
    if (
        len(text.split()) > _MOST
        or len(rest) == len(text)
        or _TOLD.search(rest)
        or re.search(r"[.;] \w", text)
    ):
        return False
    return bool(_WEEKDAY.search(text) and (CLOCK.search(text) or _HOUR.search(text))) and not past_verb(rest)
