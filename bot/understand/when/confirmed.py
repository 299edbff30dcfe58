"""A visit confirmed is yet to be, unless it is said how it went: "she confirmed the visit for Thursday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.understand.when.shapes import Atom

_KINDS = ("weekday", "date", "dom", "holiday")
_PAST = ("last", "lastweek", "ago")
_WHAT = (
    r"(?:visits?|visitas?|fv|hv|meeting|reunion|conference|conferencia|cita|appointment|appt|call|llamada|it"
    r"|time|day)"
)
_COMING_TO = (
    r"(?:he|she|they|we|mom|dad|§|both|ella)(?:'s| is|'re| are| will be|'ll be)(?: (?:still|def|definitely"
    r"|also|all|both|planning on))* "
    r"(?:coming (?:to|for|in for)|at|there for|attending|making(?: it to)?)"
)
_CONFIRMED = re.compile(
    rf"(?:(?<!\w)(?:re)?confirm(?:ed|s|ing|o|a|ar|aron|amos)?(?!\w)|(?<!\w){_COMING_TO}(?!\w)"
    rf"(?=[^.!?\n]* {_WHAT}(?!\w)|[^.!?\n]*$))"
    r"(?: (?:that|que|con|with) )?(?: ?(?:the|her|his|our|my|their|your|la|el|su|sus|nuestra|mi|§|§'s))*"
    rf"(?: (?:\w+ )?{_WHAT})?(?: (?:with|w|con|to see|para ver a) (?:§|her|him|them|the kids|me|us|mom|"
    rf"dad)(?: (?:and|y) §)*)?"
    r"(?: (?:is|es|sigue|still|for|on|of|del?|el|para|this|next|at|the))* ?$"
)
_HELD = re.compile(
    r"[^.!?\n]{0,60}?(?<!\w)(?:went|was|were|happened|took place|occurred|did|had|ended|estuvo|fue|salio|"
    r"paso|hubo|never|cancel\w*|se cancelo|no show\w*)(?!\w)"
)
_ITS_HOUR = re.compile(
    rf"(?:['’]s)?(?: (?:\w+ )?{_WHAT})?(?: (?:with|w|con) [\w§]+)?(?: (?:for sure|definitely|def|again))*,? ?"
    r"(?:at|@|a las?|for|from|de)? ?$"
)


def confirmed_ahead(drafts: Sequence[Atom], text: str) -> None:
    """Makes the day that is confirmed, and the hour beside it, one yet to come."""
    for draft in drafts:
        day = draft.day
        if day is None or day.kind not in _KINDS or day.how in _PAST or draft.role == "future":
            continue
        if _CONFIRMED.search(text[max(0, draft.start - 90) : draft.start]) and not _HELD.match(
            text, draft.end
        ):
            draft.role = "future"
    for one, other in pairwise(drafts):
        hour = other.day is None and other.clock is not None and other.role == "event"
        if one.role == "future" and one.day is not None and one.clock is None and hour:
            led = _CONFIRMED.search(text[max(0, one.start - 90) : one.start])
            if led and _ITS_HOUR.fullmatch(text[one.end : other.start]):
                other.role = "future"
