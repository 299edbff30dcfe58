"""Days as said: dates, weekdays, yesterday, the 14th, a holiday."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understand.when.holidays_us import NAMES
from bot.understand.when.shapes import Atom, Day, Field
from bot.understand.when.vocabulary import DAY_CODES, MONTH_CODES

_SHORT = {"sat": 5, "sab": 5, "sun": 6, "dom": 6}
WEEKDAY = r"wd(?:mon|tue|wed|thu|fri|sat|sun)"
_COMPANY = (
    r"(?:(?<=on )|(?<=last )|(?<=this )|(?<=next )|(?<=since )|(?<=thru )|(?<=until )|(?<=el )|"
    r"(?<=from )|(?<=every )|(?<=am )|(?<=pm )|(?<=\dp )|(?<=\da )|(?<=\.m\. )|(?<=\d\d\d ))"
)
_AFTER_SHORT = (
    r"(?= ?,? ?(?:\d|~|@|(?:around|about|abt|by) ?[\d~]|at (?:like |about |around )?[\d~]|morning|afternoon|"
    r"evening|night|[ap]\.?m\b|\(\d|[.,;:!?)]|noon|last|this past)|-| ?$)"
)
_ANYDAY = (
    rf"(?:{WEEKDAY}|(?:^|(?<=\n)|(?<=[.!?] ))(?:sat|sun|sab|dom)(?= ?[:-] )|(?:{_COMPANY}(?:sat|sun|sab|"
    rf"dom)\b(?! (?:with|w|down|in|on|through|thru)\b)|"
    r"(?<!he )(?<!she )(?<!they )(?<!i )(?<!the )(?<!we )(?<!who )(?<!just )(?<!and )(?<!kids )"
    rf"\b(?:sat|sun|sab|dom)\b{_AFTER_SHORT}))"
)
MONTH = r"(?:mo(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|may|mar)"
_DOM = r"~?\d{1,2}(?:st|nd|rd|th|o|ro)?"
_YEAR = r"(?:,? (?:de |del |of )?(?P<y>20\d\d|~?20 ~?\d\d|'\d\d)(?![\w:]))?"

ISO = re.compile(r"(?<![\w-])(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)(?:t(?=\d))?")
MONTH_DAY = re.compile(
    rf"(?<!\w)(?P<mo>{MONTH})\.?,? ?(?:the |"
    rf"el )?(?P<d>{_DOM}){_YEAR}(?![\w/])(?!:\d)(?! ?[ap]\.?m\b)(?!\.\d)(?! times| visits)"
)
DAY_MONTH = re.compile(
    rf"(?<![\w:/.])(?:the |el )?(?P<d>{_DOM}) ?(?:of |de |del mes de |"
    rf"-)?(?P<mo>{MONTH})\b{_YEAR}(?! ~?\d{{1,2}}(?:st|nd|rd|th)?(?![\w:/]))"
)
NUMERIC = re.compile(
    r"(?<![\w~/:.$-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?:(?P=s)(?P<y>\d{4}|"
    r"\d{2}))?(?![\w/])(?!-\d)(?!:\d)(?!\.\d)"
)
_RELATIVE = re.compile(
    r"(?<![\w'])(?P<dby>dby|(?:the )?day before yesterday|antes de yesterday)(?!\w)"
    r"|(?P<dat>(?:the )?day after tomorrow|last tomorrow)(?!\w)"
    r"|(?P<lastnight>lastnight|last night|yesterday night|yesterday (?:en|por|in|at) (?:la )?night)(?!\w)"
    r"|(?P<tonight>tonight|this night|esta night|today (?:en|por|in|at) (?:la )?night)(?!\w)"
    r"|(?P<part>(?:this|earlier this) (?P<p>morning|afternoon|evening|dawn|noon|[ap]\.?m\b\.?))(?!\w)"
    r"|(?P<yesterday>yesterday)(?: (?P<yp>morning|afternoon|evening|[ap]\.?m\b\.?))?(?!\w)"
    r"|(?P<today>today)(?!\w)|(?P<tomorrow>tomorrow)(?!\w)"
)
_OFFSETS = {"dby": -2, "dat": 2, "yesterday": -1, "today": 0, "tomorrow": 1, "part": 0, "tonight": 0}
_WEEKDAY = re.compile(
    rf"(?<!\w)(?:(?P<ago>(?:(?:a|1|~1) )?week ago (?:from |last |on )?|"
    rf"~?2 (?=wd[a-z]{{3}} (?:ago|back)))(?=wd)|(?P<on>(?:a|1|~1) week from )(?=wd)"
    rf"|(?P<lw>(?:last week|the week last)(?: on|'s)?,? (?:el )?)(?=wd)|(?P<nw>next week(?: on)?,? )(?=wd)"
    rf"|(?P<how>last|this past|this last|this coming|this|next|coming|past)(?: |"
    rf"(?=wd)))?(?P<wd>{_ANYDAY})(?:\.(?! (?:today|yesterday|tonight|tomorrow|this|last)\b))?(?!\w)"
    rf"(?P<post> (?:of |de (?:la )?)?(?:last week|the week last|week last|before last|this week|"
    rf"next week|last|next|que viene|que paso)| (?:ago|back)(?= |,|\.|$))?"
)
# "… no llegó el lunes. Hoy vi a": the dot ends the sentence, and the two days are not one.
_STOP = re.compile(r"\. (?:today|yesterday|tonight|tomorrow|lastnight|this)\b")
_BARE_DOM = re.compile(
    r"(?<!\w)(?P<lead>(?:on|of|by|since|until|thru|from|for|night of|y|and|to)? ?(?:the|el|el day|day)) "
    r"(?P<d>~?\d{1,2}(?:st|nd|rd|th)|(?<=el )\d{1,2}|(?<=el day )\d{1,2})(?![\w:/-])"
    r"(?: (?:of|de) (?:the|this|el|este) month)?(?! (?:of|time|one|couple|few|half|part|bit|thing|"
    r"visit|floor|grade|pct|"
    r"precinct|child|kid|attempt|day|week|month|hour|min|street|st|ave|avenue|birthday|call|"
    r"and(?! (?:i|we|she|he|they|got|left|no|was|had|it|then|her|his|spoke|saw|met|talked|nobody|both|all|"
    r"voicemail)\b)|party|ward|conf|district|circuit|session|generation|person|year|quarter|degree|amendment|"
    r"anniversary|hearing|in a row)\b)"
)
_WEEKDAY_DOM = re.compile(
    r"(?<!\w)(?P<wd>wd(?:mon|tue|wed|thu|fri|sat|sun)),? (?:el )?(?:day )?(?P<d>\d{1,2})"
    r"(?= a las?\b| at \d| @ ?\d|,? (?:a las?|at) ~?\d|,? de (?:este|esta|this|next)|,? (?:a la )?misma "
    r"hou?ra?|,? (?:at the )?same time)"
    r"|(?<!\w)(?P<wd2>wd(?:mon|tue|wed|thu|fri|sat|sun)),? (?P<d2>\d{1,2}(?:st|nd|rd|th))(?!\w)"
    r"(?! (?:grade|grader|floor|street|st|ave|avenue|period|visit|birthday)\b)"
)
_WEEKDAY_DOM_LOOSE = re.compile(
    r"(?<!\w)(?P<wd>wd(?:mon|tue|wed|thu|fri|sat|sun)),? (?:the |"
    r"el )?(?:day )?(?P<d>\d{1,2})(?![\w:/-])(?! ?[ap]\.?m)"
)
_LISTED_DOM = re.compile(
    r"(?:(?<=, )|(?<=and )|(?<=to )|(?<=thru )|(?<=- ))(?P<d>\d{1,2}(?:st|nd|rd|th))(?!\w)"
    r"(?! (?:of|floor|grade|street|ave|visit|time|precinct|child)\b)"
)
_NAMES = "|".join(sorted(NAMES, key=len, reverse=True))
_HOLIDAY = re.compile(
    r"(?<!\w)(?P<lead>(?:on|since|until|by|thru|for|about|over|at) )?"
    rf"(?:(?:the |el )?day (?P<rel>before|after|antes de|despues de) )?(?P<name>{_NAMES})(?!\w)"
)


def days(field: Field, *, loose: bool = False) -> list[Atom]:
    """All days in the text, in order, taken from the field; `loose` (questions): a holiday's name will do."""
    found: list[Atom] = []
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Field], Atom | None]], ...] = (
        (_WEEKDAY_DOM_LOOSE if loose else _WEEKDAY_DOM, _weekday_dom),
        (ISO, _iso), (DAY_MONTH, _named), (MONTH_DAY, _named), (NUMERIC, _numeric), (_RELATIVE, _relative),
        (_WEEKDAY, _weekday), (_BARE_DOM, _dom), *(((_LISTED_DOM, _listed_dom),) if loose else ()),
        (_HOLIDAY, _any_holiday if loose else _holiday),
    )  # fmt: skip
    for pattern, build in readers:
        atoms = [atom for m in pattern.finditer(field.free) if (atom := build(m, field))]
        field.take_all([(a.start, a.end) for a in atoms], "¦")
        found += atoms
    return sorted(found, key=lambda a: a.start)


def _weekday_dom(match: re.Match[str], _field: Field) -> Atom | None:
    """`el jueves 11`: a day of the month with its weekday as a check."""
    ordinal = match.groupdict().get("d2")
    number = _number(ordinal or match["d"])
    weekday = match["wd2"] if ordinal else match["wd"]
    return (
        Atom(*match.span(), day=Day("dom", number, weekday=DAY_CODES.index(weekday)))
        if 1 <= number <= 31
        else None
    )


def _number(word: str) -> int:
    digits = "".join(c for c in word if c.isdigit())
    return int(digits or 0)


def _iso(match: re.Match[str], _field: Field) -> Atom | None:
    return _dated(match, int(match["m"]), int(match["d"]), int(match["y"]))


def _named(match: re.Match[str], field: Field) -> Atom | None:
    code = match["mo"]
    if code in {"may", "mar"} and not _month_meant(match, field):
        return None
    month = MONTH_CODES.index(code if code.startswith("mo") else f"mo{code}") + 1
    return _dated(match, month, _number(match["d"]), _year(match["y"]))


def _month_meant(match: re.Match[str], field: Field) -> bool:
    """`may 5` is a date; in `may 5kg` it is not."""
    after = field.whole[match.end() : match.end() + 2]
    return match["d"][-1].isalpha() or not after or after[0] in " ,.;:!?)\n"


def _year(word: str | None) -> int | None:
    if not word:
        return None
    number = _number(word)
    return number if number > 99 else 2000 + number


def _dated(match: re.Match[str], month: int, day: int, year: int | None) -> Atom | None:
    if (
        not (1 <= month <= 12 and 1 <= day <= 31)
        or (month in {4, 6, 9, 11} and day == 31)
        or (month == 2 and day > 29)
    ):
        return None
    return Atom(match.start(), match.end(), day=Day("date", day, month, year))


def _numeric(match: re.Match[str], field: Field) -> Atom | None:
    first, second, year = int(match["a"]), int(match["b"]), _year(match["y"])
    if match["s"] != "/" and year is None and not _dashed_date(match, field):
        return None
    if first > 12:
        return _dated(match, second, first, year)
    atom = _dated(match, first, second, year)
    if atom is None and match["s"] == "/" and 1 <= first <= 12 and 29 <= second <= 31:
        return Atom(*match.span(), day=Day("invalid"))
    if atom and second <= 12 and atom.day:
        atom.day = Day("date", second, first, year, swapped=True)
    return atom


_CLOCK_NEXT = re.compile(r",? ?(?:at |@ ?|a las )?\d{1,2}(?:[:.]\d\d| ?[ap]\.?m?\b)|,? ?(?:at |@ ?)?\d{4}\b")
_AT_NEXT = re.compile(r",? ?(?:at |@ ?|a las )~?\d{1,2}(?![\d/])")
_HARD_DAY = re.compile(r"\b(?:today|yesterday|tonight|wd[a-z]{3}|lastnight|dby)\b|\d/\d")


def _dashed_date(match: re.Match[str], field: Field) -> bool:
    """`11-9` may be a date or an hour range: a date before a clock time, or where no hours run so."""
    if match["s"] == ".":
        left = field.free[max(0, match.start() - 4) : match.start()]
        behind = _CLOCK_NEXT.match(field.free, match.end()) or _AT_NEXT.match(field.free, match.end())
        return bool(behind) and not left.endswith(("at ", "@ ", "las "))
    first, second = int(match["a"]), int(match["b"])
    if _CLOCK_NEXT.match(field.free, match.end()):
        return True
    if first > 12 or second > 12:
        return second <= 31 and first <= 31 and not _HARD_DAY.search(field.free)
    return (second - first) % 12 > 4 and not _HARD_DAY.search(field.free)


def _relative(match: re.Match[str], _field: Field) -> Atom:
    kind = match.lastgroup
    kind = "part" if kind == "p" else "yesterday" if kind == "yp" else kind
    part = match["p"] or match["yp"]
    if kind == "lastnight":
        return Atom(*match.span(), day=Day("lastnight"), part="night")
    if kind == "tonight":
        part = "night"
    part = {"am": "morning", "pm": "afternoon", "noon": "afternoon"}.get((part or "").replace(".", ""), part)
    return Atom(*match.span(), day=Day("offset", _OFFSETS[kind or "today"]), part=part)


def _weekday(match: re.Match[str], field: Field) -> Atom | None:
    code = match["wd"]
    number = DAY_CODES.index(code) if code in DAY_CODES else _SHORT[code]
    if _habit(match, field):
        return None
    if code == "wdwed" and re.match(
        r" (?:like|be|have|need|love|go|to|all)\b", field.whole[match.end() :][:8]
    ):
        return None
    post = (match["post"] or "").strip()
    how = (
        "ago"
        if match["ago"]
        else "weekon"
        if match["on"]
        else "lastweek"
        if match["lw"]
        else "nextweek"
        if match["nw"]
        else ""
    )
    how = how or {
        "this past": "last",
        "this last": "last",
        "past": "last",
        "this coming": "",
        "coming": "",
    }.get(match["how"] or "", match["how"] or "")
    start, end = match.span()
    end -= _STOP.match(field.whole, end - 1) is not None
    return Atom(start, end, day=Day("weekday", number, how=how or _post(post)))


def _post(post: str) -> str:
    for ending, how in (
        ("this week", "this"), ("next week", "nextweek"), ("before last", "ago"), ("last week", "lastweek"),
        ("week last", "lastweek"), ("last", "last"), ("paso", "last"), ("next", "next"), ("viene", ""),
    ):  # fmt: skip
        if post.endswith(ending):
            return how
    return ""


_EVERY = re.compile(
    r"\b(?:every|each|los|todos los|cada|most|all) (?:other )?$|(?:easter|good|black|palm|cyber|ash) $"
)


def _habit(match: re.Match[str], field: Field) -> bool:
    left = field.whole[max(0, match.start() - 24) : match.start()]
    return bool(_EVERY.search(left))


def _listed_dom(match: re.Match[str], _field: Field) -> Atom | None:
    number = _number(match["d"])
    return Atom(*match.span(), day=Day("dom", number)) if 1 <= number <= 31 else None


def _dom(match: re.Match[str], field: Field) -> Atom | None:
    number, lead = _number(match["d"]), match["lead"].split()[0]
    before = field.whole[max(0, match.start() - 8) : match.start()]
    bare = lead in {"the", "day"} and not re.search(rf"{WEEKDAY},? ?$", before)
    follows = re.match(
        r" ?(?:$|[,.;:!?)\n@]|\d{1,2}(?::| ?[ap]\.?m?\b)|and (?:got|left|no|she|he|they|i|we)\b|at\b|"
        r"thru\b|until\b|to\b|from\b|morning|night)",
        field.whole[match.end() :],
    )
    if not 1 <= number <= 31 or (bare and not follows):
        return None
    start = match.start("d") if lead not in {"the", "el", "day"} else match.start()
    return Atom(start, match.end(), day=Day("dom", number))


def _holiday(match: re.Match[str], field: Field) -> Atom | None:
    """In a log or plan a holiday is a date only as `on Thanksgiving`, or where a time of day follows."""
    after = field.whole[match.end() : match.end() + 14]
    if not (match["rel"] or (match["lead"] or "").startswith("on")) and not re.match(
        r",? (?:at|@|\d|~|morning|day |eve|night)", after
    ):
        return None
    return _any_holiday(match, field)


_SIDES = {"befor": -1, "antes": -1, "after": 1, "despu": 1}


def _any_holiday(match: re.Match[str], _field: Field) -> Atom:
    beside = _SIDES[match["rel"][:5]] if match["rel"] else 0
    start = match.start("rel" if beside else "name")
    return Atom(start, match.end(), day=Day("holiday", beside, name=NAMES[match["name"]]))
