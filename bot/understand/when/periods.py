"""`period`: the stretch of days, or the moment, that a question or a leave is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.understand.parts import Intent, Period, Tense
from bot.understand.when.canon import canonical
from bot.understand.when.days import MONTH
from bot.understand.when.finding import LONGEST, find
from bot.understand.when.masks import COUNTS, MASKS, hide
from bot.understand.when.shapes import Field
from bot.understand.when.stretches import Bounds, Stretch, stretches

_NOW = re.compile(
    r"(?<!\w)(?:now|currently|at (?:the|this) (?:very )?moment|(?:right|just) this|this (?:very |exact )?"
    r"(?:min(?:ute)?|~2th|moment|instant)|atm|as we speak|en estos? (?:preciso |mismo )?momentos?|"
    r"actualmente|mismo)(?!\w)"
)
_WAS = re.compile(
    r"\b(?:was|were|had|estaba|estuvo|estaban|fue|took|covered|worked|lastnight|yesterday|last)\b"
)
_TO = re.compile(
    r",? ?(?:(?:thru|through|on|up) to|thru|to|until|-|al?|through|and including|hasta)"
    r"(?: and including)?(?: on)?(?: the| el)? ?"
)
_AND = re.compile(r" ?(?:,|and|n|&|\+|/|or|o)?(?: and| n)? ?(?:on )?(?:the |el )?")
_SINCE = re.compile(r"(?:since|starting(?: on)?|a partir del?|as of)(?: the| el| last)? ?(?:in |de )?$")
_UNTIL = re.compile(
    r"(?:thru|until|by|before|up to|til|antes de|no later than)(?: the| el| and including)? ?$"
)
# `fri 2/19`, `Saturday the 24th`: the date says more than its weekday.
_WEEKDAY_OF_DATE = re.compile(
    rf"(?<!\w)wd[a-z]{{3}},? (?=\d{{1,2}}/\d{{1,2}}(?![\d/]*%)|(?:{MONTH})\.? \d{{1,2}}(?!\d|:)"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th)\b)"
)
_LASTING = re.compile(r"(?P<n>~?\d{1,2}|a|an|one|una?) (?P<u>days?|weeks?)(?! (?:ago|from))\b")
_LAST_NIGHT = re.compile(r"(?<!\w)(?:last ?night|the night before)(?!\w)")
"""Why one is off, never when."""
_PAST = frozenset({Intent.FIND_NOTES, Intent.REPORT})

_D = r"\d{1,2}(?:st|nd|rd|th)?"
_SEP = r" ?(?:(?P<thru>-|to|thru|until|al?)|,|and|n|&|or)(?: the| el)? ?"
_REWRITES = (
    (re.compile(rf"(?:del? |the |el )?(?P<a>{_D}){_SEP}(?P<b>{_D}) (?:of |de )?(?P<m>{MONTH})(?!\w)"), 1),
    (re.compile(rf"(?P<m>{MONTH})\.? (?:the )?(?P<a>{_D}){_SEP}(?P<b>{_D})(?![\d/:]| ?[ap]m)"), 3),
)
_DAY_OF_MONTH = re.compile(
    rf"(?<![\w/:])(?P<d>{_D}) (?:of|de|del) (?P<m>(?:this|the|the current|next) month(?! \w*end)|month "
    rf"(?:que|"
    r"entrante)(?: viene)?)(?!\w)"
)
_MONTHS = tuple(f"mo{date(2000, n, 1):%b}".lower() for n in range(1, 13))
_NTH_WEEK = re.compile(
    r"(?:first|last|ultima|primera|~\dth|segunda|tercera) (?:full )?week (?:of|de|in) (?=mo|may)"
)
_WD = r"(?:wd[a-z]{3}|sat|sun)"
# `the 25th and 26th`, `el 3 y el 4`, `the 30th, 31st and 1st`: days of the month in a row, named once.
_DAYS_OF_MONTH = re.compile(
    rf"(?<!\w)(?:on )?(?:the|el|los|lo) (?P<a>{_D})(?P<more>(?: ?(?:,|&|/|\+|and|n|y|or|o)(?: and| y)?"
    rf"(?: on)?(?: the| el)? ?(?<![\d:]){_D})+)(?![\w:/-]| ?[ap]\.?m\b"
    r"| (?:of|de|min|hours?|days?|weeks?|grade)(?!\w))"
)
# `the 27th off`, `the 20th for a wedding`: what follows says that a day is meant.
_ONE_DAY = re.compile(
    rf"(?<!on )(?<!\w)the (?={_D} (?:off|for|because|bc|cuz|since|as|my|please|pls|if|with"
    r"|and (?:i|my))(?!\w))"
)
# `Sat + Sun`, `fri/sat/sun`: days in a row, whatever stands between them.
_ROW = re.compile(rf"(?<!\w){_WD}(?: ?(?:[+/&,-]|and|n|to|thru)? ?{_WD}(?!\w))+")
# `since the first of the month`, `desde principios de mes`: from where that month begins.
_SINCE_START = re.compile(
    r"(?<!\w)(?:since|from)(?: the| el| a)? (?:(?:~?1(?:st|th)|first|start|beginning|top|primero|principios?|"
    r"inicio) )(?:of (?:the|this)|del?(?: este)?|in the) (month|week|year|quarter)"
)
_AND_NEXT = re.compile(
    r"(?<!\w)(this|esta) (weekend|week|month) and (?:the |la |el )?next(?: one)?(?= ?(?:$|[?.!,]))"
)
_TO_NOW = re.compile(
    r"(?<!\w)(to|thru|until|-) (?:now|present|the present|(?<!month to )(?<!year to )(?<!week to )date|"
    r"la fecha)(?!\w)"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}(?:/\d{2,4})?) ?- ?(?=\d)")
_SLASHED_SHORT = re.compile(
    r"(?<![\d/])(\d{1,2})/(\d{1,2}) (thru|to|until|and|n|&) (\d{1,2})(?![\d/:]| ?[ap]m)"
)
_DASHED = re.compile(rf"(wd[a-z]{{3}}|(?:{MONTH}) ?{_D}|{MONTH}) ?- ?(?=wd|mo[a-z]{{3}})")


def period(
    text: str, *, sent_at: datetime, tz: ZoneInfo, intent: str, mask: Sequence[tuple[int, int]] = ()
) -> Period | None:
    """The period that `text` names (READING.md, "When"), in local dates of `tz`, both included.

    None: no time is named. An on-call question about a moment gives `at`. Weeks run Monday to Sunday; a
    month is the whole month;
    `since X` ends and `thru X` starts on the day of sending; `next 2 weeks` runs to the same weekday.
    `intent` says where a bare day points: notes and reports look back, the rest ahead (unless it says `was`).
    """
    said = canonical(text[:LONGEST], mask=mask).text
    if intent == Intent.PLAN_LEAVE:
        said = _LAST_NIGHT.sub(" ", said)
    sent = sent_at.astimezone(tz).date()
    tense = _tense(said, intent)
    if intent == Intent.LOOKUP_ONCALL and (
        at := _moment(text, said, sent_at=sent_at, tz=tz, tense=tense, mask=mask)
    ):
        return Period(at=at)
    try:
        bounds = _bounds(_rewritten(_of_the_month(said, sent)), sent, tense, intent)
    except (OverflowError, ValueError):
        return None
    return Period(first=bounds[0], last=bounds[1]) if bounds else None


def _tense(said: str, intent: str) -> Tense:
    if intent in _PAST or (intent == Intent.LOOKUP_ONCALL and _WAS.search(said)):
        return Tense.PAST
    return Tense.FUTURE


def _moment(
    text: str, said: str, *, sent_at: datetime, tz: ZoneInfo, tense: Tense, mask: Sequence[tuple[int, int]]
) -> datetime | None:
    """The moment an on-call question is about: now, or a clock time."""
    for mention in find(text, sent_at=sent_at, tz=tz, tense=tense, mask=mask):
        if mention.starts_at and mention.role != "reported":
            return mention.starts_at
    return sent_at if _NOW.search(said) else None


def _rewritten(said: str) -> str:
    """`jan 11-15`, `14 y 15 de diciembre`, `12/14-18` as two full days (the offsets are not needed here)."""
    said = _WEEKDAY_OF_DATE.sub("", said)
    for pattern, times in _REWRITES:
        for _ in range(times):
            said = pattern.sub(_spread, said)
    said = _SLASHED.sub(r"\1 thru ", said)
    said = _SLASHED_SHORT.sub(r"\1/\2 \3 \1/\4", said)
    said = re.sub(r"(?<!\w)between now and(?= )", "today thru", said)
    said = _SINCE_START.sub(r"since this \1", said)
    said = _DAYS_OF_MONTH.sub(_named_once, said)
    said = _ONE_DAY.sub("on the ", said)
    said = _ROW.sub(_row, said)
    said = _AND_NEXT.sub(r"\1 \2 and next \2", said)
    said = _TO_NOW.sub(r"\1 today", said)
    return _DASHED.sub(r"\1 thru ", said)


def _of_the_month(said: str, sent: date) -> str:
    """`the 25th and 26th of this month`, `el 3 del mes que viene`, with that month's name."""

    def named(match: re.Match[str]) -> str:
        later = match["m"] not in ("this month", "the month", "the current month")
        return f"{match['d']} of {_MONTHS[(sent.month - 1 + later) % 12]}"

    return _DAY_OF_MONTH.sub(named, said)


def _row(match: re.Match[str]) -> str:
    """The days of a row with `and` between them, or with the `thru` that stood there."""
    days = [word if word.startswith("wd") else f"wd{word}" for word in re.findall(_WD, match.group())]
    through = len(days) == 2 and re.search(r"-|thru|\bto\b", match.group())
    return (" thru " if through else " and ").join(days)


def _named_once(match: re.Match[str]) -> str:
    """Each day of a row with the words by which one alone is known for a day."""
    return ", ".join(f"on the {int(day)}th" for day in re.findall(r"\d{1,2}", match.group()))


def _spread(match: re.Match[str]) -> str:
    word = "thru" if match["thru"] else "and"
    return f"{match['m']} {match['a']} {word} {match['m']} {match['b']}"


def _bounds(said: str, sent: date, tense: Tense, intent: str) -> Bounds | None:
    field = Field(said)
    found = stretches(field) if intent else []
    hide(field, MASKS)
    hide(field, COUNTS)
    if not found:
        return None
    if _NTH_WEEK.search(said):
        return None
    if beside := _beside(found, said, sent, tense):
        return beside
    chain = _chain(found, said)
    alone = len(chain) == 1 or chain[1][0] == ""
    first = _single(found[0], said, sent, tense, intent) if alone else _several(chain, sent, tense)
    again = _said_again(found[len(chain) :], said, sent, first) if intent == Intent.PLAN_LEAVE else None
    return again or first


def _said_again(rest: list[Stretch], said: str, sent: date, first: Bounds | None) -> Bounds | None:
    """`off Good Friday thru that Monday, mar 26 to 29`: the same days by their dates, from the same first."""
    if not rest or not rest[0].dateish or first is None:
        return None
    chain = _chain(rest, said)
    found = chain[0][1].bounds(sent, Tense.FUTURE) if len(chain) == 1 else _several(chain, sent, Tense.FUTURE)
    return found if found and found[0] == first[0] and found[1] > first[1] else None


def _beside(found: list[Stretch], said: str, sent: date, tense: Tense) -> Bounds | None:
    """`the Friday before Labor Day`: a weekday counted from another day."""
    if len(found) < 2 or not found[0].bare:
        return None
    match = re.fullmatch(r" (before|after)(?: the)? ", said[found[0].end : found[1].start])
    anchor = found[1].bounds(sent, tense) if match else None
    if match is None or anchor is None:
        return None
    return found[0].bounds(anchor[0], Tense.PAST if match[1] == "before" else Tense.FUTURE)


def _chain(found: list[Stretch], said: str) -> list[tuple[str, Stretch]]:
    """The first stretch and those joined to it by `thru` ("to") or `and`; what stands apart is left out."""
    chain = [("", found[0])]
    for stretch in found[1:]:
        gap = said[chain[-1][1].end : stretch.start]
        word = "to" if _TO.fullmatch(gap) else "and" if _AND.fullmatch(gap) else ""
        if not word:
            break
        chain.append((word, stretch))
    return chain


def _single(stretch: Stretch, said: str, sent: date, tense: Tense, intent: str) -> Bounds | None:
    left = said[max(0, stretch.start - 30) : stretch.start]
    if intent == Intent.PLAN_LEAVE and (lasting := _lasting(stretch, said, sent)):
        return lasting
    if _SINCE.search(left) and (tense is Tense.PAST or "since " in left):
        found = stretch.bounds(sent, Tense.PAST)
        return (found[0], max(sent, found[0])) if found else None
    if _UNTIL.search(left) and tense is Tense.FUTURE:
        found = stretch.bounds(sent, Tense.FUTURE)
        return (min(sent, found[1]), found[1]) if found else None
    found = stretch.bounds(sent, tense)
    if intent == Intent.LIST_DUE and found and (found[0] - sent).days > 270:
        return stretch.bounds(sent, Tense.PAST)  # what is owed for July, asked in August
    return found


def _lasting(stretch: Stretch, said: str, sent: date) -> Bounds | None:
    """`out 3 days starting Monday`, `off two weeks from 12/7`."""
    match = _LASTING.search(said)
    start = stretch.bounds(sent, Tense.FUTURE)
    if match is None or start is None or stretch.start <= match.start() < stretch.end:
        return None
    digits = re.sub(r"\D", "", match["n"])
    count = int(digits) if digits else 1
    total = count * (7 if match["u"].startswith("week") else 1)
    return start[0], start[0] + timedelta(days=max(total, 1) - 1)


def _several(chain: list[tuple[str, Stretch]], sent: date, tense: Tense) -> Bounds | None:
    """First to last. Back: the start is the latest such day; ahead: the end is the next such date."""
    first, last = chain[0][1], chain[-1][1]
    if first.bare and last.fixed and (end := last.bounds(sent, tense)):
        start = first.bounds(end[1], Tense.PAST)
        return (start[0], end[1]) if start else None
    if all(word == "and" for word, _ in chain[1:]):
        return _cover([s for _, s in chain], sent, tense)
    if tense is Tense.FUTURE and first.dateish and last.dateish:
        end = last.bounds(sent, tense)
        start = first.bounds(end[1], Tense.PAST) if end else None
    else:
        start = first.bounds(sent, tense)
        end = last.bounds(sent if last.fixed else start[0], Tense.FUTURE) if start else None
    if start is None or end is None or end[1] < start[0]:
        return None
    return start[0], end[1]


def _cover(parts: list[Stretch], sent: date, tense: Tense) -> Bounds | None:
    """`the 14th and 15th`, `September and October`: from the earliest to the latest of them."""
    found = [b for p in parts if (b := p.bounds(sent, tense))]
    return (min(b[0] for b in found), max(b[1] for b in found)) if found else None
