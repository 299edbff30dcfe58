"""Hours of something else than the event: a day to come, a wait, an appointment before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.understand.when.shapes import Atom
from bot.understand.when.told import MADE_CONTACT

# "Waited in the car from 3 to 3:25 and then saw her at 3:30".
_WAITED = re.compile(
    r"(?<!\w)(?:wait(?:ed|ing)?|espere|esperamos)(?: (?!for\b|and\b|until\b|"
    r"til\b)[\w§']+){0,4}(?: (?:from|since|de))? $"
)
# "Called her after Leo's 11 am appointment".
_ROUND = re.compile(
    r"(?<!\w)(?:after|before|following|prior to|despues de|antes de) (?:the|his|her|their|§|§'s|la|su) $"
)
_APPOINTMENT = re.compile(
    r" (?:(?!home|hv)\w+ )?(?:appointment|appt|class|tutoring|practice|game|school|therapy|cita|clase)(?!\w)"
)
# "El martes a las 4 voy a ver a Leo", "el miércoles a las 10 tengo reunión".
_GOING = re.compile(
    r" (?:yo )?(?:(?:la |lo |le |los |las )?(?:voy|vamos) a|(?:tengo|tenemos) "
    r"(?:que|reunion|cita|visita|corte|una|un|la)|me toca)(?!\w)"
)
_MINE = re.compile(r"(?<!\w)(?:i|we|i'll|i'm|yo)(?!\w)")


def elsewhere(drafts: Sequence[Atom], text: str, starts: list[int]) -> None:
    """Makes facts of such hours; each only where the words tell plainly, the last two beside another hour."""
    for index, draft in enumerate(drafts):
        if draft.role != "event" or draft.clock is None or draft.ago is not None:
            continue
        if index and _of_day_ahead(drafts[index - 1], draft, text, starts):
            draft.role, draft.day = "reported", drafts[index - 1].day
            continue
        left = text[max(0, draft.start - 60) : draft.start]
        others = [d for d in drafts if d is not draft and d.role == "event" and d.clock and not d.ending]
        round_it = _ROUND.search(left) and _APPOINTMENT.match(text, draft.end)
        if (others and round_it) or (_WAITED.search(left) and any(_met_at(d, draft, text) for d in others)):
            draft.role = "reported"


def _of_day_ahead(day: Atom, draft: Atom, text: str, starts: list[int]) -> bool:
    """“Tomorrow he has the dentist at 10": the hour of the day to come, not of today."""
    if draft.day is not None or day.day is None or day.clock is not None or day.role == "event":
        return False
    if not (day.day.kind == "offset" and day.day.number > 0):
        return False
    same = bisect_right(starts, day.start) == bisect_right(starts, draft.start)
    between = text[day.end : draft.start]
    return same and not MADE_CONTACT.search(between) and not _MINE.search(between)


def _met_at(other: Atom, wait: Atom, text: str) -> bool:
    """Whether it is told behind the wait that somebody was met at another hour."""
    return 0 < other.start - wait.end < 90 and MADE_CONTACT.search(text[wait.end : other.start]) is not None


def i_am_going(drafts: Sequence[Atom], text: str) -> None:
    """Days to come of the weekdays before what I say that I am going to do."""
    for draft in drafts:
        day = draft.day
        bare = day is not None and day.kind == "weekday" and day.how not in {"last", "lastweek", "ago"}
        if bare and draft.role == "event" and _GOING.match(text, draft.end):
            draft.role = "future"
