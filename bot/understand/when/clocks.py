"""Clock times as said, one at a time: what a stretch of canonical text means as a time of day."""

from __future__ import annotations

import re

from bot.understand.when.shapes import Clock

N = r"~?\d{1,2}"
HALF = r"(?: ?(?:[ap]m\b|[ap] ?\. ?m\b\.?|[ap] m\b)(?!')|[ap]\b(?![/'.]\w))"
QUARTER = r"(?:(?:a |un )?(?:quarter|cuarto)|half|~?\d{1,2}(?: min)?)"
CORE = (
    rf"(?:(?:faltando |faltaban |faltan )?{QUARTER} (?:past|to|after|before|of|until|til|para la|"
    rf"para las) (?:la |las )?{N}"
    rf"|{QUARTER} (?:past|to|after|before) (?:noon|midnight)"
    rf"|half {N}|{N} (?:and|menos|con) (?:un |~1 )?(?:cuarto|media|quarter|half|~\d{{1,2}})"
    rf"|(?<=las )\d{{1,2}} and (?:\d{{2}}|5(?= ?[ap]\.?m\b))|(?<=la )1 and \d{{2}}"
    rf"|\d{{1,2}} ?[:;] ?\d{{2}}(?::\d{{2}})?|"
    rf"\d{{1,2}}\.\d{{2}}|\d{{1,2}}h\d{{2}}|~\d{{1,2}}[ -]~\d{{2}}"
    rf"|\d{{3,4}}|noon|midnight|{N})"
)
END = rf"(?:{CORE}(?: ?(?:oclock|o clock|en punto))?{HALF}?(?:[- ]?ish)?)"

_HALF = re.compile(r"(?<=[\d~ .])([ap])(?: ?\.? ?m)?\.?(?:[- ]?ish)?$")
_PAST = re.compile(
    rf"(?:falta\w+ )?(?P<q>{QUARTER}) (?P<w>past|to|after|before|of|until|til|para la|para las) (?:la |"
    rf"las )?~?(?P<h>\d{{1,2}})$"
)
_OF_TWELVE = re.compile(rf"(?P<q>{QUARTER}) (?P<w>past|to|after|before) (?P<at>noon|midnight)$")
_SPANISH = re.compile(
    r"~?(?P<h>\d{1,2}) (?P<w>and|menos|con) (?:un |~1 )?(?P<q>cuarto|media|quarter|half|~?\d{1,2})$"
)
_DIGITS = re.compile(r"~?(?P<h>\d{1,2})(?: ?[:;.h] ?|[ -]~)(?P<m>\d{2})(?::\d{2})?$")
_HALF_HOUR = re.compile(r"half ~?(?P<h>\d{1,2})$")


def clock(said: str) -> Clock | None:
    """The time of day that `said` (a match of END) means, or None where there is no such time."""
    half = _HALF.search(said)
    core = said[: half.start()] if half else said
    core = re.sub(r"(?:[- ]?ish| ?oclock| ?o clock| ?en punto)$", "", core.strip()).strip()
    found = _core(core)
    if found is None or half is None:
        return found
    return _halved(found, half[1])


def _core(core: str) -> Clock | None:
    if core in {"noon", "midnight"}:
        return Clock(12, 0, "pm", True) if core == "noon" else Clock(0, 0, "am", True, True)
    if (match := _PAST.match(core)) or (match := _SPANISH.match(core)):
        return _relative(match)
    if match := _OF_TWELVE.match(core):
        return _beside_twelve(match)
    if match := _HALF_HOUR.match(core):
        return _valid(int(match["h"]), 30)
    if match := _DIGITS.match(core):
        return _valid(int(match["h"]), int(match["m"]), leading=core.startswith("0"))
    digits = core.replace("~", "")
    if not digits.isascii() or not digits.isdigit():
        return None
    return compact(digits) if len(digits) > 2 else _valid(int(digits), 0)


def compact(digits: str) -> Clock | None:
    """`1545`, `330`: hours and minutes run together; from 13 on, or with a leading 0, 24 hours are meant."""
    return _valid(int(digits[:-2]), int(digits[-2:]), leading=digits.startswith("0"))


def _valid(hour: int, minute: int, *, leading: bool = False) -> Clock | None:
    if hour > 23 or minute > 59:
        return None
    return Clock(hour, minute, None, hour > 12 or hour == 0 or (leading and hour < 10))


def _relative(match: re.Match[str]) -> Clock | None:
    """Quarter past three, twenty to ten, cuatro menos cuarto."""
    hour, word = int(match["h"]), match["w"]
    if not 1 <= hour <= 12:
        return None
    minutes = _minutes(match["q"])
    if not 0 < minutes < 60:
        return None
    if word in {"past", "after", "and", "con"}:
        return Clock(hour, minutes)
    return Clock((hour - 1) or 12, 60 - minutes)


def _beside_twelve(match: re.Match[str]) -> Clock | None:
    """Half past midnight, quarter to noon."""
    minutes = _minutes(match["q"])
    if not 0 < minutes < 60:
        return None
    twelve = 12 * 60 if match["at"] == "noon" else 24 * 60
    total = twelve + (minutes if match["w"] in {"past", "after"} else -minutes)
    return Clock(total // 60 % 24, total % 60, None, exact=True)


def _minutes(said: str) -> int:
    if "quarter" in said or "cuarto" in said:
        return 15
    if "half" in said or "media" in said:
        return 30
    return int(re.sub(r"\D", "", said) or 0)


def _halved(found: Clock, letter: str) -> Clock | None:
    """With am or pm: `15:30 pm` keeps its 24 hours, `0:30 pm` is no time."""
    half = f"{letter}m"
    if found.hour > 12 or found.midnight:
        return found
    if found.hour == 0:
        return found if half == "am" else None
    return Clock(found.hour, found.minute, half)


def with_half(found: Clock, half: str | None) -> Clock:
    """The same time with a half of the day that was said elsewhere; what is exact stays."""
    if half is None or found.exact or found.half:
        return found
    return Clock(found.hour, found.minute, half)


def hour24(found: Clock) -> tuple[int, int]:
    """Hour and minute on the 24-hour clock; unsaid halves by READING: 7–11 morning, 12–6 afternoon."""
    if found.exact:
        return found.hour, found.minute
    half = found.half or ("am" if 7 <= found.hour <= 11 else "pm")
    return found.hour % 12 + (12 if half == "pm" else 0), found.minute
