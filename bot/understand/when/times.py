"""Hour ranges and single clock times in the text: what counts as one, and what is only a number."""

from __future__ import annotations

import re

from bot.understand.when.clocks import END, clock
from bot.understand.when.lists import listed
from bot.understand.when.ranges import LASTED, MOVED, STOP, UP_TO, nested, said_ranges, shared_half
from bot.understand.when.room import ROOM
from bot.understand.when.rung import A_WORD, CAME_AT, HEARD_AT, RANG_AT, THE_NUMBERED
from bot.understand.when.shapes import Atom, Clock, Field
from bot.understand.when.told import habit_before

_START = r"(?<![\w~:.$#/§'])(?<!\d-)"
_LEAD = r"(?P<lead>(?:from|between|b/w|btw|de|desde|since|entre|starting)(?: at| about)?(?: a)?(?: las?)? ?)?"
_RANGE = re.compile(
    rf"{_START}{_LEAD}(?P<a>{END})(?:(?<=\d\d\d)h(?:rs?)?)?{UP_TO} ?(?P<con>-{{1,2}}>?|>|to|until|thru|a|and|"
    rf"(?<=m )2(?= ?\d{{1,2}} ?[ap]))(?: las?)? ?(?:(?:about|at|like|right|just|almost|nearly|maybe|casi"
    rf"|como|las?) ){{0,3}}"
    rf"(?P<b>{END})(?:(?<=\d\d\d)h(?:rs?)?)?{STOP}"
)
_POINT = re.compile(rf"{_START}(?P<t>{END}){STOP}")
_CLEAR = re.compile(
    r"\d ?[:;h] ?\d\d|[ap] ?\.? ?m\b|\d[ap]\b|noon|midnight|o ?clock|en punto|quarter|cuarto|media|"
    r"(?:half|min|~?[125]?[05]) past|~[125][05]? (?:after|to|before|until|para)|(?:after|before|past) ~\d"
    r"|~?2[05] to|\d ?-?ish"
)
_SPOKEN = re.compile(r"~\d{1,2}[ -]~\d{2}")
_AT = re.compile(
    r"(?:\bat|@|\blas?|\ba las|\bde las)(?:,? ?(?:about|like|approximately|exactly|maybe|las|~|"
    r"the latest))?(?: a las)? ?$"
)
_ABOUT = re.compile(
    r"(?:\b(?:supposed|meant|due) to be|\bshould have been|"
    r"\bwas for|\bwere for|\bera para|\bset for|\bscheduled for|\bsched for|\babout|\bby|\buntil|"
    r"\bstart(?:ing|ed)|\bmust (?:have|of|ve) been|\bwanna say|\bit was going on|\bthru|\bleft|\bdone"
    r"|\bended|"
    r"\bfinished|\barrived|\bafter|\bbefore|"
    r"\bsince|\bfrom|\bnear|\blike) ?$"
)
_LISTED = re.compile(
    r"(?:\bat|@|\blas?) ?~?\d{1,2}(?::\d\d)?(?: ?[ap]\.?m)?(?:(?:, ?| and |, and |"
    r" & )(?:at )?~?\d{1,2}(?::\d\d)?)*"
    r"(?:, ?| and |, and | & )$"
)
# A loose `945` right after a contact verb and whom it reached is that call's time.
_CONTACTED = re.compile(
    r"\b(?:called|call|calls|tried|trying|tc|t/c|texted|spoke|talked|phoned|rang|saw|met|visited|again|"
    r"llame|hable|vi|visite|llamo|marco|texto|mensaje|telefono|phone|text|tel)\b(?: (?!for\b|about\b|re\b"
    r"|over\b)[\w§.'-]{1,16}){0,4} $"
)
# `at 3, I meant 4`: another hour in place of the one just said.
_MEANT = re.compile(
    r"\d(?: ?[ap]\.?m?\.?)?[ ,.;:()*-]+(?:(?:no|oops|wait|sorry|actually|ooops|whoops|perdon|digo)[ ,]+)*"
    r"(?:i meant?(?: to (?:say|type|put|write))?|make that|make it|scratch that|should (?:say|be|read)|"
    r"correction|typo|quise decir|"
    r"mejor dicho|sorry|oops|perdon|digo)[ ,:]+(?:it was |it's )?(?:las? )?$"
)
# `1615 no 1610`: said anew.
_RESAID = re.compile(
    r"(?<!\d)\d{3,4},? (?:(?:no|oops|wait|sorry|actually|i mean|rather|make that)[ ,]+){1,3}$"
)
_HOUSE = re.compile(r" [nsew]\.? [\d¤]")
# `got there about ten till four`: coming is no stretch of hours.
_CAME = re.compile(
    r"\b(?:got (?:there|here|to|in|over|out|up)|arrived|pulled (?:up|in)|came|come|showed up|made it|"
    r"walked in|was there|left|rolled (?:up|in)|it was|called (?:me|her|him|them))\b[^.!?\n\d~]{0,32}$"
)
# `the 430 visit`: an appointment known by its time.
_APPOINTED = re.compile(
    r" (?:visits?|visita|hv|fv|appts?|appointment|cita|mtg|meeting|session|sesion|call|slot|hearing|"
    r"conf|conference|pick ?up|drop ?off)\b"
)
_AN = re.compile(
    r"\b(?:owes?|owed|pays?|paid|costs?|spent|makes?|earns?|earned|saved|weighs?|debe|pesa|cuesta|gana|"
    r"an?|the|of|than|over|un|una|got|only|para|por|score|number|no|is|was|are|over|under|all|"
    r"mas de|de)\s*$"
)
_DAY_LEFT = re.compile(r"¦,? ?(?:at |@ ?)?$")
_DAY_RIGHT = re.compile(r",? ?(?:on )?¦")
# "3 to 4 here at the office".
_HERE = re.compile(r" (?:here|there|today|tonight|aqui|alli|hoy)(?!\w)")
# What stands before a bare `4-5` that is when it was held.
_HELD = re.compile(
    r"\b(?:visit|visits|visita|hv|fv|conf|conference|conferencia|mtg|meeting|session|spr|court|hearing|"
    r"supervised|supervise|saw|seen|met|f2f)\b[^.!?\n\d]{0,48}$"
)
# `saw Leo at school 9`: an hour right behind the place where somebody was met.
_PLACED = re.compile(
    r"(?:\bat|@|\ben)(?: the| his| her| their| my| la| el| su)? ?(?:school|office|home|house|agency"
    r"|court|clinic|"
    r"daycare|park|library|casa|escuela|oficina|corte|§(?:'?s)?) $"
)
# `0130 call from`, `1545 hv`: at the head of a sentence four digits need no more than words after them.
_HEAD = re.compile(r"(?:[.!?;]\s|\n ?[*•-]?|^[*•-]?|\b(?:rcvd|received|rec'd|at approx)\s)\s*$")
_NO_HOUR = re.compile(
    r" ?-?(?:of|point|time|times|different|other|school|schools|place|places|home(?! visit)|homes|end|"
    r"stage|year|a piece|apiece|tables?|desk|park|stop|station|shelter|house|person|child|spot|building|"
    r"train|doors?|per|total|"
    r"each|large|small|new|old|big|main|years?|in a|family|one|foot|inch)\b|[a-z]"
)
_HOURS_24 = re.compile(r" ?(?:hours?|hrs?|h)\b")


def times(field: Field) -> list[Atom]:
    """Ranges first, then single clock times; loose `1545` only where no plain clock time stands."""
    ranges = said_ranges(field)
    field.take_all([(a.start, a.end) for a in ranges])
    between = [a for m in _RANGE.finditer(field.free) if (a := _range(field, m))]
    field.take_all([(a.start, a.end) for a in between])
    ranges += between
    points = [a for m in _POINT.finditer(field.free) if (a := _point(field, m))]
    plain = any(
        a.strong and ":" in field.whole[a.start : a.end] and not habit_before(_left(field, a))
        for a in points + ranges
    )
    kept = [a for a in points if a.strong or not (plain or (ranges and a.end - a.start == len("330")))]
    field.take_all([(a.start, a.end) for a in kept])
    return sorted(ranges + kept, key=lambda a: a.start)


def _left(field: Field, atom: Atom) -> str:
    """The words of its sentence before a time."""
    return re.split(r"[.!?\n]", field.whole[max(0, atom.start - 80) : atom.start])[-1]


def _range(field: Field, match: re.Match[str]) -> Atom | None:
    first, last = nested(match) or (clock(match["a"].strip()), clock(match["b"].strip()))
    if first is None or last is None:
        return None
    if match["con"] in ("to", "until") and (to := _minutes_to(field, match)):
        return Atom(*match.span(), clock=to)
    if not _range_meant(field, match, first, last):
        return None
    start = match.start() if match["lead"] is not None else match.start("a")
    first, last = shared_half(first, last)
    return Atom(start, match.end(), clock=first, until=last)


def _minutes_to(field: Field, match: re.Match[str]) -> Clock | None:
    """`ten to three`, `twenty to ten`: minutes before the hour, unless `from` makes it a range."""
    count, hour = match["a"].strip(), match["b"].strip()
    if (
        match["lead"]
        or not re.fullmatch(r"~?(?:5|10|20|25)", count)
        or not re.match(r"~?\d{1,2}(?!\d| ?~|:)", hour)
    ):
        return None
    number, hours = int(count.strip("~")), int(re.findall(r"\d+", hour)[0])
    left = field.free[max(0, match.start() - 24) : match.start()]
    said_at = bool(_AT.search(left) or _ABOUT.search(left[-12:]))
    spoken = "~" in count and "~" in hour
    if match["con"] == "until":
        return _minutes_till(field, match, count, (hours - number) % 12, said_at=said_at)
    if number < 20 and not said_at and not (spoken and (hours - number) % 12 > 4):
        return None
    return clock(f"{count} to {hour}")


def _minutes_till(field: Field, match: re.Match[str], count: str, gap: int, *, said_at: bool) -> Clock | None:
    """“Got there about ten till four” is 3:50; “at 10 till 12” and "a las 10 hasta las 4" are ranges."""
    came = _CAME.search(field.free, max(0, match.start() - 40), match.start())
    came = None if came and gap < 4 and "was there" in came.group() else came  # "was there 5 til 6"
    lasted = gap >= 4 and LASTED.match(field.whole, match.end())
    if " la" in match.group() or not (came or lasted or (said_at and gap >= 4)):
        return None
    return clock(f"{count} until {re.findall(r'[0-9]+', match['b'])[0]}")


def _range_meant(field: Field, match: re.Match[str], first: Clock, last: Clock) -> bool:
    a, b, lead, con = match["a"].strip(), match["b"].strip(), match["lead"], match["con"]
    if con in {"to", "until", "a"} and MOVED.search(field.free, max(0, match.start() - 40), match.start()):
        return False
    if ">" in con and not (len(a) > 1 and len(b) > 1):
        return False  # "2 > 1" compares
    if con == "and":
        return (lead or "").startswith(("between", "b/w", "btw", "entre")) and bool(
            ROOM.match(field.free, match.end())
        )
    if con == "a" and re.search(r"^ a las? ?", field.free[match.end("a") : match.start("b")]) and not lead:
        return bool(_CLEAR.search(a))
    if con == "a" and re.search(r"[a-z]$", a) and not re.search(r"[ap]\.?m$|cuarto|media|noon", a):
        return False
    if _CLEAR.search(a) or _CLEAR.search(b) or _SPOKEN.search(a) or _SPOKEN.search(b):
        return _CLEAR.search(a) is not None or _hours_ok(first) or con != "-" or len(a) == len("1330")
    digits = [re.sub(r"\D", "", x) for x in (a, b)]
    if any(len(d) > 2 for d in digits):
        return all(len(d) > 2 for d in digits) or bool(lead) or int(min(digits, key=len)) <= 12
    gap = (last.hour - first.hour) % 12
    if not (_hours_ok(first) and _hours_ok(last)) or _NO_HOUR.match(field.free, match.end()):
        return False
    beside = bool(_DAY_LEFT.search(field.free[max(0, match.start() - 12) : match.start()]))
    room = ROOM.match(field.free, match.end()) or _HELD.search(
        field.free, max(0, match.start() - 60), match.start()
    )
    room = room or _HERE.match(field.free, match.end())
    return bool(lead) or beside or (1 <= gap <= 6 and room is not None)


def _hours_ok(found: Clock) -> bool:
    return 1 <= found.hour <= 12


def _point(field: Field, match: re.Match[str]) -> Atom | None:
    said = match["t"].strip()
    found = clock(said)
    if found is None:
        return None
    left = field.free[max(0, match.start() - 32) : match.start()]
    at = bool(_AT.search(left))
    strong = _strong(field, match, said, at=at, left=left)
    if strong is None:
        return None
    return Atom(match.start(), match.start() + len(match["t"].rstrip()), clock=found, strong=strong)


def _strong(field: Field, match: re.Match[str], said: str, *, at: bool, left: str) -> bool | None:
    """True: a clock time. False: only if nothing plainer stands in the message. None: no clock time."""
    if re.match(r"half ~?\d", said):
        beside = _DAY_LEFT.search(left) or _DAY_RIGHT.match(field.free, match.end())
        return True if at or beside or _ABOUT.search(left) else None
    if re.match(r"\d{1,2}\.\d\d", said) and not (at or re.search(r"[ap]", said) or _dotted(field, match)):
        return None
    if _CLEAR.search(said) or _SPOKEN.match(said):
        return True
    digits = re.sub(r"\D", "", said)
    if re.fullmatch(r"\d{1,2} and \d{2}", said):
        return True
    if " " in said:
        if at and re.fullmatch(r"~?(?:5|10|20|25)(?: min)? (?:of|to|past|after|before) ~?\d{1,2}", said):
            return True
        return True if at and re.search(r"(?:and|menos|con) ~?\d", said) else None
    if len(digits) > 2 and digits[0] != "1" and THE_NUMBERED.search(left):
        return None  # "el parque de la 204": a school, and no hour but one is "la"
    if len(digits) > 2:
        return _compact(field, match, digits, at=at, left=left)
    return _bare(field, match, int(digits or 0), at=at, left=left)


def _dotted(field: Field, match: re.Match[str]) -> bool:
    """`kemp called me 1.45`: right after a contact verb and whom it reached."""
    left = field.free[max(0, match.start() - 60) : match.start()]
    return bool(_CONTACTED.search(left) and ROOM.match(field.free, match.end()))


def _bare(field: Field, match: re.Match[str], hour: int, *, at: bool, left: str) -> bool | None:
    """A number of one or two digits: an hour only after `at`, or with room around it."""
    spanish = bool(re.search(r"\b(?:a |de )?las? ?$", left))
    if not 1 <= hour <= (23 if spanish else 12):
        return None
    if at:
        return None if _NO_HOUR.match(field.free, match.end()) else True
    if re.search(r"¦(?: (?:morning|afternoon|evening|night))?,? ?(?:at )?about ?$", left):
        return None if _NO_HOUR.match(field.free, match.end()) else True
    if listed(field.whole, match.start(), match.end()):
        return True
    cue = (
        _ABOUT.search(left)
        or _LISTED.search(field.whole[max(0, match.start() - 40) : match.start()])
        or _DAY_LEFT.search(left)
        or _PLACED.search(left)
        or RANG_AT.search(left)
        or CAME_AT.search(left)
        or _DAY_RIGHT.match(field.free, match.end())
        or _MEANT.search(field.whole[max(0, match.start() - 60) : match.start()])
    )
    return True if cue and ROOM.match(field.free, match.end()) else None


def _compact(field: Field, match: re.Match[str], digits: str, *, at: bool, left: str) -> bool | None:
    """`1545`, `145`: a clock time beside a day or after `at`; else loosely, on five minutes and with room."""
    beside = _DAY_LEFT.search(left) or _DAY_RIGHT.match(field.free, match.end())
    if at or beside or _HOURS_24.match(field.free, match.end()) or _ABOUT.search(left):
        return True
    if int(digits) % 5 == 0 and HEARD_AT.search(left):
        return True
    if RANG_AT.search(left) and A_WORD.match(field.free, match.end()):
        return True
    head = field.free[: match.start()] if match.start() < 32 else f"x{left}"
    if len(digits) == 4 and _HEAD.search(head) and re.match(r" (?:[a-z]|§)", field.free[match.end() :]):
        return True if digits.startswith("0") or int(digits) % 5 == 0 else None
    room = ROOM.match(field.free, match.end()) is not None
    contacted = room and _CONTACTED.search(left) and not _HOUSE.match(field.free, match.end())
    if contacted and len(digits) == 4 and int(digits) < 2400:
        return True  # "I called Joy 0158", "called me 2020"
    if re.match(r"(?:19|20)\d\d", digits) and len(digits) == 4:
        return None
    named = _APPOINTED.match(field.free, match.end()) and re.search(
        r"\b(?:the|my|his|her|our|their|for|'s) $", left
    )
    if int(digits) % 5 == 0 and named:
        return True
    if _RESAID.search(left):
        return True
    if int(digits) % 5 or _AN.search(left) or re.search(r"[a-z] ?(?:#|no\.?|num) ?$", left):
        return None
    if contacted:
        return True
    return False if len(digits) == 4 or room else None
