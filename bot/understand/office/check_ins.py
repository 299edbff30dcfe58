"""A visit that somebody is on, with the time to be back by: "at the Ortiz home, back by 5". Pure.

What tells of a visit that was ("was at the Ortiz home, back by 5") is a note and no check-in; so is what
names a time that does not lie ahead within a working day's reach.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.understand.patterns.lexicon import table
from bot.understand.writing.text import evened

LONGEST = 140
REACH = timedelta(hours=10)
"""Back in more than this is said of another day, or of what was."""


@cache
def _words(key: str) -> re.Pattern[str]:
    """A pattern of data/check_ins.toml."""
    found = table("check_ins")
    whole: str = found["words"][key]
    for part, words in found["parts"].items():
        whole = whole.replace(part, words)
    return re.compile(whole)


@dataclass(frozen=True, slots=True)
class OnVisit:
    """When somebody who is on a visit says that they will be back; UTC offset as sent."""

    back_by: datetime


def on_visit(text: str, *, sent_at: datetime, tz: ZoneInfo) -> OnVisit | None:
    """The check-in that a message asks for; None where it is none."""
    words = evened(text)
    words = _words("greeting").sub("", words)
    told = len(re.findall(r"[,;.!?](?= )", words)) > 1  # a third part tells of something
    if len(words) > LONGEST or told or _words("past").search(words) or not _words("going").match(words):
        return None
    if match := _words("in").search(words):
        return _ahead(sent_at + _length(match), sent_at)
    if match := _words("at").search(words):
        return _ahead(_clock(match, sent_at.astimezone(tz)), sent_at)
    return None


def says_back(text: str) -> bool:
    """Whether the words say no more than that somebody is back."""
    return _words("back").fullmatch(evened(text)) is not None


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
