"""Two hours of one stretch: what is written as its start and its end, and what only looks so."""

from __future__ import annotations

import re

from bot.understand.when.clocks import END, clock
from bot.understand.when.shapes import Atom, Clock, Field

STOP = r"(?![\w%/~])(?!:\d)(?!-\d)(?!\.\d)(?!'\w)"
# "Start 4:00 end 4:45", "inicio: 3:00, fin: 3:45".
_FROM_TO = re.compile(
    rf"(?<!\w)(?:(?:visit |time )?start(?:ed)?|began?|(?:time )?in|arr(?:v|iv(?:al|ed?))?|inicio|entrada|"
    rf"llegada)(?: time| at|:| -|"
    rf" @){{0,2}} ?(?P<a>{END}) ?[,;/.-]? ?(?:and |y |& )?(?:(?:visit |time )?(?:end(?:ed)?|stop(?:ped)?|"
    rf"finish(?:ed)?)|(?:time )?out|left|dep(?:art(?:ed|ure)?)?|fin|salida)(?: time| at|:| -|"
    rf" @){{0,2}} ?(?P<b>{END}){STOP}"
)
# "From 4 up to 4:45", "3:15, to 4".
UP_TO = r"(?:(?: ?,| -|\))(?= (?:up )?(?:to|until) ~?\d))?(?: up(?= (?:to|until)))?"
# "Quarter to five till twenty past": the next such minute.
_HALF_PAST = re.compile(
    rf"(?<![\w~:.$#/§'-])(?P<a>{END}) ?(?:-|to|until)(?: about| like)? (?P<q>half|(?:a )?quarter|~?(?:5|10"
    rf"|20|25))"
    r" past(?! ~?\d| noon| midnight)(?!\w)"
)
_QUARTERS = {"half": 30, "quarter": 15, "a quarter": 15}
# "10 till 3, 40 min": with its length behind it that is an hour, and no stretch.
LASTED = re.compile(r",? ?(?:for )?(?:about )?(?:~?\d{1,3} ?min|half (?:an )?hour|(?:an|~?1) hour)(?!\w)")
_LONGEST = 4
"""Hours that a stretch told so may last: "from ten to five to three" is no hour at ten."""
# "Moved our 3:00 to 4:15" is no range.
MOVED = re.compile(
    r"(?<!\w)(?:moved|pushed|bumped|switched|changed|shifted|moving|pushing|movio|movimos|cambio|cambiamos)"
    r"(?: (?!to\b|from\b)[\w§']+){0,4} $"
)


def said_ranges(field: Field) -> list[Atom]:
    """The stretches whose ends are told in words: "start 4:00 end 4:45", "quarter to five till half past"."""
    found = (match for pattern in (_FROM_TO, _HALF_PAST) for match in pattern.finditer(field.free))
    return [stretch for match in found if (stretch := _stretch(match))]


def _stretch(match: re.Match[str]) -> Atom | None:
    first = clock(match["a"].strip())
    last = _past(first, match["q"]) if "q" in match.groupdict() else clock(match["b"].strip())
    if first is None or last is None:
        return None
    first, last = shared_half(first, last)
    return Atom(match.start(), match.end(match.lastgroup or 0), clock=first, until=last)


def _past(first: Clock | None, said: str) -> Clock | None:
    """The next hour of which so many minutes are past, behind `first`."""
    if first is None:
        return None
    minute = _QUARTERS.get(said) or int(said.strip("~"))
    hour = first.hour if minute > first.minute else first.hour % 12 + 1
    return Clock(hour, minute, first.half if hour == first.hour else None, first.exact and hour == first.hour)


_NESTED = re.compile(r"(?P<h>~?\d{1,2}) to (?P<to>~?(?:5|10|20|25)(?: min)?)$")


def nested(match: re.Match[str]) -> tuple[Clock, Clock] | None:
    """`from two to ten to three`: an hour, and an end told as minutes before one; else None."""
    found, last = _NESTED.match(match["a"].strip()), match["b"].strip()
    if found is None or match["con"] != "to" or not re.fullmatch(r"~?\d{1,2}", last):
        return None
    first, until = clock(found["h"]), clock(f"{found['to']} to {last}")
    if first is None or until is None or (until.hour - first.hour) % 12 > _LONGEST:
        return None
    return first, until


def shared_half(first: Clock, last: Clock) -> tuple[Clock, Clock]:
    """`9:30–10:15 AM`, `11-12:30 pm`, `5p-5:45`: one half of the day said for both ends."""
    if first.half is None and last.half and not first.exact and not last.exact:
        order = (first.hour % 12, first.minute) <= (last.hour % 12, last.minute)
        other = "am" if last.half == "pm" else "pm"
        first = Clock(first.hour, first.minute, last.half if order else other)
    return first, last
