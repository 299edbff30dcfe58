"""“Saw Leo sat at Ms Lee's": behind a verb and whom it reached "sat" is Saturday and no second verb."""

from __future__ import annotations

import re

from bot.understand.when.shapes import Atom, Day, Field

_MET = re.compile(
    r"(?<!\w)(?:saw|seen|met(?: with| w)?|visited|visit|hv|fv|h/v|supervised|called|texted|emailed|tc|t/c"
    r"|spoke (?:with|to|w)|talked (?:with|to|w)|vi a|visite a|llame a|hable con)(?: (?:the|my|both|la|el))? "
    r"(?:(?:ms|mr|mrs|dr|miss|dona|don|sra)\.? )?§"
    r"(?:(?: and| y| n| &|,)? (?!and\b|y\b|who\b|while\b|he\b|she\b)[§a-z'.]+){0,3}? "
    r"(?P<day>sat|sab|sun|dom)"
    r"(?= ?$| (?:at|in|with|w|w/|con|en|re|about|no|for|@|afternoon|morning)(?!\w))"
    r"(?! (?:with|w) (?:his|her|their|a|the) (?!§))(?! in on| in the (?:chair|car|room|back|corner|waiting)"
    r"| at the (?:table|desk|computer|counter))"
)
# "Sat was 11 to 1230": of Saturday's visit.
_WAS = re.compile(
    r"\W*(?:(?:no|ok|actually|sorry|oops|and|y|perdon),? )?(?P<day>sat|sab|sun|dom)(?= (?:was|fue)(?!\w))"
)
_DAYS = {"sat": 5, "sab": 5, "sun": 6, "dom": 6}


def weekend_days(field: Field) -> list[Atom]:
    """The weekend's days so said, taken from the field; where another day stands none is looked for."""
    if "¦" in field.free:
        return []
    match = _WAS.match(field.whole) or _MET.search(field.whole)
    found = [Atom(*match.span("day"), day=Day("weekday", _DAYS[match["day"]]))] if match else []
    field.take_all([(a.start, a.end) for a in found], "¦")
    return found
