"""When a line of a crisis's timeline was: by the clock that its words begin with, else by what they tell."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.moments import utc

BEFORE = timedelta(hours=3)
"""What is told of the time before the call; earlier, the clock meant something else."""
_AHEAD = timedelta(minutes=2)
_HALF_DAY = timedelta(hours=12)
# “920 mom called": three digits before a word are a clock, except what is called, measured or lived at.
_THREE = (
    r"(?!(?:911|988|311|211|411|611|711)(?!\d))(\d)([0-5]\d)(?=[ap]m?\b|[ ,:-]+[^\W\d])"
    r"(?! ?(?:fever|degrees?|temp\w*|f|lbs?|pounds|mg|ml|percent|over|dollars?|days?|"
    r"pills?|tablets?|(?:[a-z]+ ){1,2}(?:st|street|ave|avenue|rd|road|blvd|place|pl|drive|dr|lane))\b)"
)
_CLOCK = re.compile(
    rf"\s*(?:at |a las )?(?:(\d{{1,2}})[:.h](\d{{2}})|(\d{{2}})(\d{{2}})|"
    rf"{_THREE})(?![-\d])\s*(?:([ap])\.?m\b)?",
    re.IGNORECASE,
)
# "Ncmec done 1120": only of words that are a line already. 911 or a house number is no clock.
_BARE = (
    r"(?!911(?!\d))([1-9]|1[0-2])([0-5]\d)(?=[\s,;]|$)(?!\s*(?:%|degrees|fever|temp|lbs?|pounds|mg|ml|feet|ft|"
    r"miles|dollars|bucks|people|kids|times|calls|blocks|[nsew]\b|main|street|st|ave\w*|rd|road|blvd|lane|"
    r"place|pl|number|apt)\b)"
)
_DIGITS = re.compile(
    rf".*?\b(?:done|told|notified|made|filed|reported|arrived|left|back|admitted|at|@) {_BARE}",
    re.IGNORECASE,
)
# "They found him at utica sta. 930": what the words end on, unless it counts something else.
_AT_THE_END = re.compile(
    r".*?(?P<before>[\w']+)?[\s.,;(]+(?!911)([1-9]|1[0-2])([0-5]\d)[\s.!)]*$", re.IGNORECASE | re.DOTALL
)
_COUNTS = re.compile(
    r"(?:rm|room|badge|apt|unit|ext|bed|ref|no|number|floor|report|bus|train|ps|is|call\w*|dial\w*|text\w*|weigh\w*|"
    r"temp|bp|line|code|case|id|route|car|plate|\d+)",
    re.IGNORECASE,
)
_LATELY = timedelta(hours=2)
_SAYS_WHICH = re.compile(r"\d\s*[ap]\.?m\b|yesterday|last night|ayer|anoche", re.IGNORECASE)


def entry_at(
    words: str, told: datetime | None, *, sent_at: datetime, opened_at: datetime, tz: ZoneInfo
) -> datetime:
    """The line's own time (UTC): never in the future, never long before the call; else when it was sent.

    "2:20 police there" sent at 2:31 is 2:20; "4:00 they come back" is 2:31. `told`: what the words say
    elsewhere.
    """
    for moment in (_leading(words, sent_at, tz), _bare(words, sent_at, tz), nearest(words, told, sent_at)):
        if moment is not None and utc(opened_at) - BEFORE <= moment <= utc(sent_at) + _AHEAD:
            return moment
    return utc(sent_at)


def begins_with_a_clock(words: str, *, sent_at: datetime, opened_at: datetime, tz: ZoneInfo) -> bool:
    """Whether the words are written as a line of a timeline, "2:20 police there", since about the call."""
    at = _leading(words, sent_at, tz)
    return at is not None and utc(opened_at) - BEFORE <= at


def may_begin_with_a_clock(words: str) -> bool:
    """A cheap look: whether they begin with what a clock may be."""
    return _CLOCK.match(words) is not None


def _leading(words: str, sent_at: datetime, tz: ZoneInfo) -> datetime | None:
    """The latest such clock before the message was sent."""
    found = _CLOCK.match(words)
    if found is None:
        return None
    digits, minute = found[1] or found[3] or found[5], int(found[2] or found[4] or found[6])
    if int(digits) > 23 or minute > 59:
        return None
    return _latest(_hours(digits, (found[7] or "").lower()), minute, sent_at, tz)


def _bare(words: str, sent_at: datetime, tz: ZoneInfo) -> datetime | None:
    """The same of a clock without its colon that stands behind what was done then."""
    if found := _DIGITS.match(words):
        return _latest(_hours(found[1], ""), int(found[2]), sent_at, tz)
    found = _AT_THE_END.match(words)
    if found is None or _COUNTS.fullmatch(found["before"] or "no"):
        return None
    at = _latest(_hours(found[2], ""), int(found[3]), sent_at, tz)
    return at if at is not None and at >= utc(sent_at) - _LATELY else None


def _latest(hours: set[int], minute: int, sent_at: datetime, tz: ZoneInfo) -> datetime | None:
    clocks = (
        sent_at.astimezone(tz).replace(hour=hour, minute=minute, second=0, microsecond=0) for hour in hours
    )
    days = [utc(clock - timedelta(days=ago)) for clock in clocks for ago in (0, 1)]
    return max((moment for moment in days if moment <= utc(sent_at) + _AHEAD), default=None)


def _hours(digits: str, half: str) -> set[int]:
    """The hours of the day that may be meant: both halves, unless it is said which."""
    hour = int(digits)
    if half:
        return {hour % 12 + (12 if half == "p" else 0)}
    exact = hour > 12 or (len(digits) == 2 and digits.startswith("0"))
    return {hour} if exact else {hour % 12, hour % 12 + 12}


def nearest(words: str, told: datetime | None, sent_at: datetime) -> datetime | None:
    """A clock that says nothing of morning or evening is the nearer of the two."""
    if told is None:
        return None
    later = utc(told) + _HALF_DAY
    return later if later <= utc(sent_at) and not _SAYS_WHICH.search(words) else utc(told)
