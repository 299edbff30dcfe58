"""What a message wants of the rota: "can someone take my Thursday night", "swap my 24th with Robin's 26th".

Pure: words, staff and time in, a wish out; whose shift begins on which of the days is for the rota to say. A
message that tells of a family is none: nothing is read here in which an event or a child's name stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.office.staff_names import named, parts_of
from bot.understand.parts import Tense
from bot.understand.patterns.lexicon import table
from bot.understand.when import find
from bot.understand.writing.text import decoded, folded

LONGEST = 200
"""A wish of this kind is a line; a longer message tells of something."""


class Wish(StrEnum):
    """What is wanted of the rota."""

    OFFER = "offer"
    TAKE = "take"
    SWAP = "swap"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class ShiftWish:
    """The wish, the local days that were named in their order, and the members of staff."""

    wish: Wish
    days: tuple[date, ...] = ()
    staff: tuple[str, ...] = ()


_PART = re.compile("WEEKDAY|SOMEONE|POLITE|TAKES|SHIFT|DAY|ONE|MY")
_TILL = re.compile(r"(?<!\w)(?:til|until|till|thru|hasta) (?:\d|the am|morning|las \d)")
"""“Kim has it til 9": the shift is not named, nor a day."""
_GREETING = re.compile(r"^(?:hi|hey|hello|hola|please|por favor|ok)[, ]+|[.! ]+$")


@cache
def _words(key: str) -> re.Pattern[str]:
    """The fragments of a section of data/shifts.toml ("one": a shift or a day) as whole words."""
    found = table("shifts")
    whole = "ONE" if key == "one" else "|".join(found[key]["words"])
    for _ in range(3):  # a part may hold parts
        whole = _PART.sub(lambda part: str(found["parts"][part.group()]), whole)
    return re.compile(rf"(?<!\w)(?:{whole})(?!\w)")


_MENTION = re.compile(r"<@(\w+)(?:\|[^>]*)?>")
_OWNED = re.compile(r"(?i)(?<=\w)'s(?= )")
_NUMBER = re.compile(
    r"(?<![\w/:])(?:(?<=del )|(?=\d{1,2}(?:st|nd|rd|th)))(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w/:])"
)
_WEEK = timedelta(days=7)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed|thu|fri|sat|sun|lun|mart|mi[eé]rc|juev|viern|s[aá]b|dom)\w*")
_WEEKEND = re.compile(r"(?P<next>next |proximo )?(?:weekend|fin de semana)")


def shift_wish(
    agency: Agency, staff_id: str, text: str, *, sent_at: datetime, tz: ZoneInfo
) -> ShiftWish | None:
    """The wish that a message has of the rota; None where it has none."""
    words = folded(decoded(text)).strip()
    if len(words) > LONGEST or not (_words("one").search(words) or _TILL.search(words)):
        return None
    if _words(Wish.MINE).fullmatch(_GREETING.sub("", words)):
        return ShiftWish(Wish.MINE, _days(text, sent_at, tz))
    if _words("family").search(words):
        return None
    staff = named(agency, staff_id, folded(_MENTION.sub(lambda m: _of_slack(agency, m.group(1)), text)))
    staff = staff or named(agency, staff_id, words, r"'?s(?!\w)")  # "wandas sick", "kims shift"
    labelled = _labelled(folded(decoded(_MENTION.sub(" STAFF ", text))), agency, staff)
    for wish in (Wish.SWAP, Wish.OFFER, Wish.TAKE):
        if _words(wish).search(labelled):
            tonight = not _words("one").search(words)  # "til 9" names an hour of the shift that runs
            return ShiftWish(wish, () if tonight else _days(text, sent_at, tz), staff)
    return None


def _days(text: str, sent_at: datetime, tz: ZoneInfo) -> tuple[date, ...]:
    """The days named, in their order; "Kim's Friday", "my 24th" and a weekend are days to come.

    "My Tuesday", said on a Tuesday, may be tonight or in a week: both, tonight first.
    """
    bare, today = _OWNED.sub("  ", decoded(text)), sent_at.date()
    mentions = find(bare, sent_at=sent_at, tz=tz, tense=Tense.FUTURE)
    found = [(each.span.start, each.on) for each in mentions if each.on is not None and each.on >= today]
    found += [(at, today) for at, day in found if day == today + _WEEK and _WEEKDAY.match(bare[at:].lower())]
    known = [range(each.span.start, each.span.end) for each in mentions if each.on is not None]
    words = folded(bare)
    numbers = (m for m in _NUMBER.finditer(words) if not any(m.start() in span for span in known))
    found += [(m.start(), day) for m in numbers if (day := _next(int(m["day"]), today))]
    for match in _WEEKEND.finditer(words):
        saturday = today + timedelta(days=max(5 - today.weekday(), 0) + (7 if match["next"] else 0))
        found += [(match.start(), saturday), (match.start(), saturday + timedelta(days=1))]
    return tuple(dict.fromkeys(day for _, day in sorted(found)))


def _next(number: int, today: date) -> date | None:
    """The next day of that number in a month, today included; None where there is no such day soon."""
    ahead = (today + timedelta(days=n) for n in range(60))
    return next((day for day in ahead if day.day == number), None)


def _of_slack(agency: Agency, user: str) -> str:
    member = agency.by_slack(user)
    return member.name if member else ""


def _as_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(folded(name))}(?!\w)")


def _labelled(words: str, agency: Agency, staff: tuple[str, ...]) -> str:
    """The words with every name of somebody on staff replaced, the whole ones first."""
    names = [agency.staff[i].name for i in staff] + [p for i in staff for p in parts_of(agency.staff[i])]
    for name in names:
        words = _as_word(name).sub("STAFF", words)
    words = words.replace("staff ", "STAFF ") if " STAFF " not in words and "staff" in words else words
    return re.sub(r"\s+", " ", words.replace("’", "'")).strip()
