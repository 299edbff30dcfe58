"""The bare hour behind a visit's shorthand, its length told as well: "hv 11 Leo at Ms Lee's 30 min".

A number there is also how many were seen or which visit it was; so it is an hour only where none other stands
in the sentence and where no noun follows that it would count.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_COUNTED = (
    r"(?:(?:min|hr|hour|hora|day|week|month|time|kid|child|boy|girl|sib|brother|sister|bab|teen|twin|youth|visit"
    r"|call|note|famil|nin[oa]|herman|hij|year|yr)\w*"
    r"|homes?|y/?o|more|other|new|foster|of|for|x|in|this|today|yesterday|per|late|early|am|pm|a|p|de|or|to|till"
    r"|until|and|y)(?!\w)"
)
_VISIT = Quick(
    r"(?:(?<=^)|(?<=\n)|(?<=[.;] ))(?:today |yesterday |yest |hoy |ayer )?"
    r"(?:hv|h/v|home visit|visita)(?P<gap> )"
    rf"(?P<hour>1[0-2]|[1-9]) (?!{_COUNTED})(?=[a-z])"
    r"(?=[^.;\n]*(?<![\w:])\d{1,3} ?(?:min|hr|hour|hora))"
    r"(?![^.;\n]*(?:\d:\d\d|\d ?[ap]\.?m?(?!\w)|(?<!\w)(?:at|@|from|till|until|a las?) \d"
    r"|\d ?[-–] ?\d|\d{3}))"
)


def visit_hours(low: str) -> Iterator[Change]:
    """Each such hour with an "at" before it; `low` is the text folded."""
    for match in _VISIT.finditer(low):
        yield match.start("gap"), match.end("gap"), " at "
