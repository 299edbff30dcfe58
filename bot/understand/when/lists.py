"""A day told as a list: "Mon: 9:30 Leo at mom's. 11 Ana + Ida at Ms Lee's, 1 hr. 1:30 called Ms Osei".

Its head may name the day of sending, which is then today; an hour that leads an entry needs no "at".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.understand.parts import Tense
from bot.understand.when.shapes import Atom, Day

_HEADED = re.compile(r"\W*wd[a-z]{3} ?(?:[:–-]|\n)")
_BEGINS = re.compile(r"(?:[.!?;]\s+|\n\s*[*•-]?\s*|: ?)$")
_SOMEBODY = re.compile(
    r" ?[-–:]? ?§(?:(?:,? (?:and|y|n|&|\+) ?|, ?|/)§)*(?! (?:kids?|children|boys|girls|siblings|family|"
    r"nin[oa]s)\b)"
)
_DONE = re.compile(
    r" (?:called|texted|emailed|saw|met with|visited|spoke (?:to|with)|tc|hv|home visit|llame|vi a|visite|"
    r"hable con) "
)
_CLOCK_LED = re.compile(
    r"(?:^|[.!?;]\s+|\n\s*[*•-]?\s*|: ?|(?:wd[a-z]{3}|"
    r"today) ?[-–,]? ?)\d{1,2}:\d\d(?: ?[ap]\.?m?\.?)? (?=[a-z§])"
)
_NOON = 12


def listed(text: str, start: int, end: int) -> bool:
    """Whether a bare number [start, end) leads an entry of a list, of which another has a plain clock."""
    if not _BEGINS.search(text, max(0, start - 6), start):
        return False
    return bool(_SOMEBODY.match(text, end) or _DONE.match(text, end)) and _CLOCK_LED.search(text) is not None


def headed_today(drafts: Sequence[Atom], text: str, sent: datetime, tense: Tense) -> list[Atom]:
    """The drafts, the weekday at the head of a list being today where it is the day of sending.

    Told before noon the list of a whole day is last week's.
    """
    out = list(drafts)
    day = out[0].day if out else None
    if (
        tense is not Tense.PAST
        or day is None
        or day.kind != "weekday"
        or day.how
        or day.number != sent.weekday()
    ):
        return out
    several = sum(1 for draft in out if draft.timed) > 1
    if several and sent.hour >= _NOON and _HEADED.match(text) and out[0].start <= 2:
        out[0] = replace(out[0], day=Day("offset", 0))
    return out
