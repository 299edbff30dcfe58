"""A visit that somebody is on, with the time to be back by: "at the Ortiz home, back by 5". Pure.

What tells of a visit that was ("was at the Ortiz home, back by 5") is a note and no check-in; so is a time that
does not lie ahead within a working day's reach.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.understand.text import decoded, folded

LONGEST = 140
REACH = timedelta(hours=10)
"""Back in more than this is said of another day, or of what was."""
_TAIL = (
    r"(?:(?:and |i'll be |ill be |will be |should be |be |y )*(?:back|out|done|home|off|finished|leaving)|y? ?(?:regreso"
    r"|vuelvo|salgo|termino|de vuelta|estoy de vuelta))"
)
_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>[ap]\.?m\.?)?"
_AT = re.compile(
    rf"{_TAIL} (?:by|at|before|around|about|til|till|until|a las?|para las?|antes de las?|como a las?) "
    rf"(?:{_CLOCK}|(?P<noon>noon|mediodia))(?: o'?clock)?(?: (?:tonight|this evening|today|hoy|de la (?:tarde|noche)))?"
    r"[.! ]*$"
)
_IN = re.compile(
    rf"{_TAIL} (?:in|within|en|dentro de) (?:about |around |like |como )?(?:(?P<count>\d{{1,3}}|an?|una?|half an|media) ?)"
    r"(?P<unit>minutes?|mins?|minutos?|m|hours?|hrs?|horas?|h)[.! ]*$"
)
_GREETING = re.compile(r"^(?:hi|hey|ok|hola|check[- ]?in|checking in)[,:. ]+")
_GOING = re.compile(
    r"^(?:i'm |im |i am |we're |we are |just |now |ahora |ya |me voy |"
    r"about to |leaving |estoy |ando )*(?:at|in|on my way|otw|heading|headed|going|go|driving|off to|walking|arrived"
    r"|arriving|doing|visiting|home visit|hv|fv|field visit|out in the field|en|voy|entrando|llegando|llegue|camino|saliendo|visitando|visita)"
    r"(?!\w)"
)
_PAST = re.compile(
    r"(?<!\w)(?:was|were|went|visited|saw|seen|spoke|talked|met|called|told|said|left|got back|came|had|did|fui|fuimos"
    r"|estuve|estuvimos|vi|vimos|visite|hable|hablamos|dijo|regrese|volvi|yesterday|ayer|tomorrow|manana"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thurs?(?:day)?|fri(?:day)?|saturday|sunday)(?!\w)"
)
_BACK = re.compile(
    r"(?:(?:hi|hey|ok|hola)[, ]+)?(?:i'm |im |i am |we're |ya |estoy |he )?(?:back(?: (?:safe|home|now|in the office|at"
    r" the office|in my car))?|back safe(?:ly)?|safe|all good,? (?:i'm )?back|out safe|de vuelta|de regreso|regrese|volvi"
    r"|ya regrese)[.! ]*"
)


@dataclass(frozen=True, slots=True)
class OnVisit:
    """When somebody who is on a visit says that they will be back; UTC offset as sent."""

    back_by: datetime


def on_visit(text: str, *, sent_at: datetime, tz: ZoneInfo) -> OnVisit | None:
    """The check-in that a message asks for; None where it is none."""
    words = re.sub(r"\s+", " ", folded(decoded(text))).strip()
    words = _GREETING.sub("", words)
    told = len(re.findall(r"[,;.!?](?= )", words)) > 1  # a third part tells of something
    if len(words) > LONGEST or told or _PAST.search(words) or not _GOING.match(words):
        return None
    if match := _IN.search(words):
        return _ahead(sent_at + _length(match), sent_at)
    if match := _AT.search(words):
        return _ahead(_clock(match, sent_at.astimezone(tz)), sent_at)
    return None


def says_back(text: str) -> bool:
    """Whether the words say no more than that somebody is back."""
    return _BACK.fullmatch(re.sub(r"\s+", " ", folded(decoded(text))).strip()) is not None


def _ahead(back_by: datetime | None, sent_at: datetime) -> OnVisit | None:
    return OnVisit(back_by) if back_by and timedelta(0) < back_by - sent_at <= REACH else None


def _length(match: re.Match[str]) -> timedelta:
    said = match["count"] or match.group(0).split(" in ")[-1]
    number = (
        float(said)
        if said.isdigit()
        else 0.5
        if "half" in match.group(0) or "media" in match.group(0)
        else 1.0
    )
    return timedelta(minutes=number) if match["unit"].startswith("m") else timedelta(hours=number)


def _clock(match: re.Match[str], local: datetime) -> datetime | None:
    """The next such time of the clock; without am or pm whichever half of the day comes first."""
    hour, minute = (12, 0) if match["noon"] else (int(match["hour"]), int(match["minute"] or 0))
    if hour > 23 or minute > 59:
        return None
    half = (match["half"] or "")[:1]
    hours = (
        {hour % 12 + (12 if half == "p" else 0)} if half else {hour, hour % 12 + 12} if hour <= 12 else {hour}
    )
    days = (0, 1)
    moments = [
        local.replace(hour=h % 24, minute=minute, second=0, microsecond=0) + timedelta(days=d)
        for h in hours
        for d in days
    ]
    return min((m for m in moments if m > local), default=None)
