"""Hours of something else than the event: a day to come, a wait, an appointment before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.understand.patterns.quick import Quick
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
# "I have court for him Friday at 11", behind what happened.
_I_HAVE = Quick(
    r"(?<!\w)(?:(?:i|we) have|tengo|tenemos) (?:(?:a|an|our|the|another|una|un|otra) )?(?:\w+ ){0,2}?"
    r"(?:court|hearing|visit|meeting|conference|appointment|session|corte|audiencia|visita|cita|reunion"
    r"|conferencia)"
    r"(?: (?:for|with|on|of|de|con|para|del|the|la|el|los|las|case|family|familia|him|her|them|ella|ellos"
    r"|§|§'s))* "
    r"(?:(?:on|this|el|este) )?$"
)
# "We see him Thursday at 4", "la vemos el jueves": of the past it would be "saw", "vimos".
_WE_SEE = Quick(
    r"(?<!\w)(?:(?:i|we) (?:will )?(?:see|visit|meet|take|do)|(?:i'm|im|i am|we're|we are) (?:seeing|"
    r"visiting|meeting|taking|doing|having)) (?:(?:him|her|them|it|that|§)(?:,? (?:and )?§)*"
    r"|(?:the|a|another) (?:\w+ )?visit)"
    r"(?: (?:again|there|instead|then))?,? (?:(?:on|this) )?$"
    r"|§,? (?:(?:he|she|they) )?(?:will|is to|are to|to) be (?:seen|visited|picked up|interviewed)"
    r"(?: (?:again|then|next))? (?:on )?$"
    r"|(?<!\w)(?:i'm|im|i am|we're|we are) (?:doing|trying|having|on for)(?: (?:it|her|him))? (?:(?:on|this|"
    r"for) )*$"
    r"|(?<!\w)(?:la|lo|las|los) (?:vemos|veo|visito|visitamos|hacemos|hago)(?: (?:entonces|mejor|otra vez))? "
    r"(?:(?:el|este) )?$"
    r"|(?<!\w)(?:(?:i'm|im|i am|we're|we are) coming(?: (?:by|over|out|back))? (?:(?:on|this) )?"
    r"|(?:voy|vamos|ire|iremos|(?:quede|quedamos) (?:de|en) (?:ir|pasar)|estare) "
    r"(?:(?:por (?:su|la) casa|alla) )?"
    r"(?:el|este) )$"
)
# "This coming Friday", "el lunes que viene"; of "mom was coming Thursday" nothing is known yet.
_TO_COME = re.compile(r"(?:this )?coming |.* que viene(?!\w)")
_WAS = re.compile(r"(?<!\w)(?:was|were|been|weren't|wasn't) $")
_NEXT_WEEK = Quick(r"(?<!\w)(?:next week|proxima semana|semana (?:que viene|proxima|entrante))(?!\w)")
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


def in_that_week(drafts: Sequence[Atom], text: str, starts: list[int]) -> None:
    """“Next week: Tiana Mon 4, Alice Weds 4:30", "next Tuesday … and Wednesday …": days of the same week."""
    before: Atom | None = None
    for draft in drafts:
        day = draft.day
        if day is None or day.kind != "weekday":
            continue
        first = starts[bisect_right(starts, draft.start) - 1]
        led = before is None and _NEXT_WEEK.search(text, first, draft.start)
        goes_on = (
            before is not None
            and before.day is not None
            and before.day.how in {"next", "nextweek"}
            and before.day.number < day.number
            and bisect_right(starts, before.start) == bisect_right(starts, draft.start)
        )
        if day.how == "" and (led or goes_on):
            draft.day = replace(day, how="nextweek")
        before = draft


def i_am_going(drafts: Sequence[Atom], text: str) -> None:
    """Days to come of the weekdays before what I say that I am going to do."""
    for draft in drafts:
        day = draft.day
        bare = day is not None and day.kind == "weekday" and day.how not in {"last", "lastweek", "ago"}
        left = text[max(0, draft.start - 90) : draft.start]
        going = bare and (_GOING.match(text, draft.end) or _I_HAVE.search(left) or _WE_SEE.search(left))
        to_come = bare and _TO_COME.match(text[draft.start : draft.end]) and not _WAS.search(left)
        if (going or to_come) and draft.role == "event" and not text.startswith(" by ", draft.end):
            draft.role = "future"
