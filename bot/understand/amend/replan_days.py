"""On which day a visit is to be, told by the day it was planned for: "the day after", "move it to Tuesday".

A bare weekday said about a plan of a later week is that week's: "move it to Tuesday" of a plan for Monday the
16th is no Tuesday before it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.understand.parts import TimeMention

_COUNTS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "un": 1, "una": 1, "two": 2, "dos": 2, "couple": 2, "three": 3,
    "tres": 3, "four": 4, "cuatro": 4,
}  # fmt: skip
_COUNT = rf"(?P<count>{'|'.join(_COUNTS)}|[1-9])"
_AFTER = r"earlier|sooner|before|antes|later|after|mas tarde|despues"
SHIFT = re.compile(
    r"(?<!\w)(?:(?:push|mov|bump|slid|shift|delay|postpon)(?:e|es|ed|ing)?|(?:pasa|mueve|corre|atrasa|aplaza|"
    r"adelanta)(?:r|mos)?(?:la|lo)?)(?:(?: (?!to(?!\w))[^\W\d][\w'-]*){0,5}?)"
    r"(?: (?P<way>back|out|off|up|ahead|forward|earlier))? (?:by |por )?(?:a (?=couple))?"
    rf"{_COUNT}(?: of)?(?: more)? (?P<unit>weeks?|wks?|days?|hours?|hrs?|"
    r"semanas?|dias?|horas?)(?: (?P<after>earlier|sooner|later|antes|mas tarde|despues))?(?! ago)(?!\w)"
)
"""“Push Winnie a week": by how much a plan is put off."""
_BESIDE_ITS_DAY = re.compile(
    r"(?<!\w)(?:(?:(?:the|that|al|el|la) )?(?:(?:very )?(?:next|following) (?P<next>day)"
    r"|(?:following) (?P<following>week)|(?P<unit>day|dia|week|wk|semana) "
    r"(?P<way>after|before|siguiente|despues|antes|anterior)(?: that| de eso)?)"
    rf"|{_COUNT} (?P<units>days?|dias?|weeks?|wks?|semanas?) (?P<far>{_AFTER})(?: that)?)"
    r"(?! (?:tomorrow|manana|yesterday|ayer|pasado|of|de|el|la|the|his|her|my|our|[a-z]+'s)(?!\w))(?!\w)"
)
"""“The day after", "al día siguiente", "two days later": counted from the plan's own day."""
_SAME_NEXT_WEEK = re.compile(
    r"(?<!\w)(?:(?:at |on )?(?:the )?same (?:day|time)(?:,? (?:and |same )?(?:day|"
    r"time))?,? (?:but )?next (?:week|wk)"
    r"|next (?:week|wk),? (?:but )?(?:(?:at |on )?(?:the )?same (?:day|time)(?: and time)?)"
    r"|(?:a la |el )?mism[oa] (?:dia|hora)(?: y (?:a la misma )?hora)?,? (?:de )?la (?:proxima semana|"
    r"semana (?:que viene|proxima))"
    r"|la (?:proxima semana|semana (?:que viene|proxima)),? (?:a la |el )?mism[oa] (?:dia|"
    r"hora)(?: y (?:a la misma )?hora)?)"
    r"(?!\w)"
)
_EARLIER = re.compile(r"up|ahead|earlier|sooner|before|antes|anterior")
_WEEKDAY = re.compile(
    r"(?<!\w)(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?!\w)"
)
_NOT_BARE = re.compile(
    r"(?<!\w)(?:this|next|nxt|coming|last|past|today|este|esta|proxim[oa]|que viene|pasado)(?!\w)"
    r"|(?<!\w)(?:the )?\d{1,2}(?:st|nd|rd|th)(?!\w)|\d{1,2}[/-]\d|(?<!\w)(?:jan|feb|mar|apr|may|june?|"
    r"july?|aug|sept?|oct|"
    r"nov|dec)[a-z]*\.? \d|\d{1,2} de "
)
_BEFORE = 10
_SOONER = re.compile(
    r"(?<!\w)(?:(?:mov|bump|push|slid|shift)(?:e|ed|ing)? (?:\w+ ){1,4}?(?:up|ahead|forward)(?!\w)|"
    r"earlier|sooner|"
    r"adelant\w+|antes)(?!\w)"
)
_LATER = re.compile(
    r"(?<!\w)(?:push(?:ed|ing)?|postpon\w+|delay\w*|put(?:ting)? (?:it |that |this )?off|later|back|"
    r"aplaz\w+|atras\w+|"
    r"pospon\w+|despues)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """A day told by the plan's own: how many days from it, and where the words stand."""

    days: int
    span: tuple[int, int]


def beside_its_day(low: str, on: date | None, today: date) -> Beside | None:
    """“The day after", "same time next week": how far from `on`, the plan's day."""
    if on is None:
        return None
    if same := _SAME_NEXT_WEEK.search(low):
        monday = today - timedelta(days=today.weekday())
        meant = monday + timedelta(days=7 + on.weekday())
        return Beside((meant - on).days, same.span()) if meant != on else None
    match = _BESIDE_ITS_DAY.search(low)
    if match is None:
        return None
    unit = match["next"] or match["following"] or match["unit"] or match["units"]
    far = 1 if unit.startswith("d") else 7
    count = (_COUNTS.get(match["count"]) or int(match["count"])) if match["count"] else 1
    back = _EARLIER.fullmatch(match["way"] or match["far"] or "")
    return Beside(-count * far if back else count * far, match.span())


def in_its_week(
    times: Sequence[TimeMention], low: str, on: date | None, today: date
) -> list[TimeMention] | None:
    """The times with a bare weekday taken for one by the plan's day; None: it can't be known.

    Of a plan for a later week it is that week's, or with "push" the first one behind it, with "earlier" the
    last one before it; one before the plan's day that is only named may be of either week.
    """
    if on is None:
        return list(times)
    found: list[TimeMention] = []
    for one in times:
        if not one.on or not one.day_said or not _is_bare(low, one):
            found.append(one)
            continue
        day = _meant(one.on, on, today, low)
        if day is None:
            return None
        starts_at = one.starts_at + (day - one.on) if one.starts_at else None
        found.append(replace(one, on=day, starts_at=starts_at))
    return found


def _is_bare(low: str, one: TimeMention) -> bool:
    around = low[max(0, one.span.start - _BEFORE) : one.span.end + _BEFORE]
    return _WEEKDAY.search(low, one.span.start, one.span.end) is not None and not _NOT_BARE.search(around)


def _meant(read: date, on: date, today: date, low: str) -> date | None:
    """The day that a bare weekday means, which by itself is `read`, the next one after `today`."""
    ahead = (read.weekday() - on.weekday()) % 7
    if _SOONER.search(low):
        day = on + timedelta(days=ahead - 7) if ahead else on
        return day if day > today else None
    if _LATER.search(low):
        return on + timedelta(days=ahead)
    week = today + timedelta(days=6 - today.weekday())
    if on <= week:
        return read
    same = on + timedelta(days=read.weekday() - on.weekday())
    return same if same >= on else None


def shifted(on: date, at: time | None, shift: re.Match[str]) -> tuple[date, time | None] | None:
    """The day and hour so much later as was said, or earlier; without an hour it can't be told by hours."""
    count = _COUNTS.get(shift["count"]) or int(shift["count"])
    if any(way and _EARLIER.fullmatch(way) for way in (shift["way"], shift["after"])):
        count = -count
    if shift["unit"].startswith("h"):
        if at is None:
            return None
        moment = datetime.combine(on, at) + timedelta(hours=count)
        return moment.date(), moment.time()
    days = count if shift["unit"].startswith("d") else count * 7
    return on + timedelta(days=days), at
