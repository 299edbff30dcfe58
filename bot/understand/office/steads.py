"""Who stands in for whom, as it is asked: "who has my desk", "am I covering for Kim", "Kim is out, right"."""

from __future__ import annotations

import re

from bot.understand.agency import Agency
from bot.understand.office.leave import named_in
from bot.understand.writing.text import evened, folded

_DAYS = (
    r"today|tomorrow|this|next|the|weeks?|weekend|month|in|on|from|to|thru|through|until|till|and"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?|\d{1,2}(?:/\d{1,2})?(?:st|nd|rd|th)?"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*"
    r"|(?:thanksgiving|christmas|xmas|new year'?s?|labor day|memorial day|easter)(?: week| day)?"
    r"|(?:la )?(?:proxima|esta) semana|hoy|manana"
)
_AWAY = (
    r"(?:out sick|sick|out|off|away|gone|ooo|out of (?:the )?office"
    r"|on (?:\w+ )?(?:leave|vacation|pto|holiday))"
)
_WHILE = rf"(?:while|when|once|as long as) (?:i'?m|i am|i'?ll be|s?he'?s|they'?re|\w+ is) {_AWAY}"
_SURELY = r"right|correct|yes|no|or not|true|isn'?t s?he"
_WHEN = rf"(?:[ ,-]*(?:{_DAYS}|{_WHILE}|{_SURELY}|again|then|still|now|please|pls)(?!\w))*\W*$"
"""When, or surely so, and no more: who writes more tells something."""
_MINE = (
    r"(?:my (?:desk|notes?|cases?|case ?load|team|unit|kids|children|famil(?:y|ies)|queue|reviews?|people"
    r"|workers?|stuff|visits|approvals)(?:'?s? (?:notes?|reviews?|cases))?|for me|me)"
)
_STANDS = (
    r"(?:has|have|had|got|gets|takes?|does|is taking|will (?:take|have|cover|review|approve|watch|do)"
    r"|(?:is )?(?:covering|reviewing|watching|doing|handling|standing in|filling in|approving)"
    r"|covers?|reviews?|approves|handles|watches|stands in|fills in|signs off on|cubre|revisa|tiene)"
)
_OFF = r"(?:leave|time off|pto|vacation|days? off|licencia|vacaciones)"
_SO = r"^(?:so |ok |and |hey |quick )?"
_ASKS_MINE = tuple(
    re.compile(_SO + pattern + _WHEN)
    for pattern in (
        rf"(?:who|whos|who's|quien)(?: all)? ?{_STANDS}(?: for)? {_MINE}",
        rf"(?:whos|who's|who is) (?:got|covering|reviewing|watching)(?: for)? {_MINE}",
        rf"who (?:do|does|will) {_MINE} (?:go|get sent|be sent|report) to",
        rf"(?:is|does|will|has) (?!it|this|that|mom|dad)\S+ (?:still )?(?:take|{_STANDS})(?: for)? {_MINE}",
        rf"(?:(?:show|see|what'?s|check|view|ver) )?(?:me )?(?:my|mi|mis) {_OFF}(?: (?:plans?|dates|days))?",
        rf"(?:when|is|are)(?:'?s)? (?:is |are )?my {_OFF}(?: (?:in|on file|confirmed|approved|set))?",
        r"(?:when |what days? )?am i (?:off|out|away|on leave|on vacation)",
    )
)
_COVERS = (
    r"(?:cover|stand in|fill in|review|back up|watch|(?:cover|stand|fill|review|back|watch)ing(?: in| up)?)"
)
_THEIRS = r"(?:'?s (?:desk|notes|cases|team|unit|queue|reviews|workers|kids))?"
_DO_THEY = r"(?:am i|will i be|do i|is \S+|who'?s|who is|who|does \S+) (?:still )?"
_ASKS = rf"{_DO_THEY}(?:{_COVERS}s?|has|have|takes?|got)"
_THEM = r"(?:her|him|them|it|(?:her|his|their) (?:desk|cases|kids|notes|reviews|team|unit|visits))"
_THEN_WHO = (
    rf"(?:[ ,.;-]*(?:{_DAYS}|{_SURELY}))*[ ,.;-]+(?:so |and |y )?"
    rf"(?:who(?:'s|s| is| will| would)?|quien)(?: all)? "
    rf"(?:{_STANDS}|{_COVERS}|(?:la |lo )?(?:cubre|reemplaza))(?: for)?(?: {_THEM})?"
)
_NAMED_TO = r"(?:reviewers?|cover|coverage|back[- ]?up|stand[- ]?in|delegate|substitute|suplente)"
_THEIRS_OFF = rf"(?:(?:[ ,-]*(?:while|when|once) (?:s?he|they)(?:'s|s|'re| is| are)? {_AWAY}))?"
_OF_THEM = (
    (
        rf"{_SO}NAME(?:'?s| is| will be| esta)? (?:{_AWAY}|fuera|de (?:vacaciones|licencia)"
        rf"|enferm[oa]){_THEN_WHO}{_WHEN}"
    ),
    (
        rf"{_SO}(?:who|whos|who's|who is|quien es)(?: is)? (?:the |el |la )?{_NAMED_TO} (?:for|of|de"
        rf"|para) NAME"
        rf"{_THEIRS_OFF}{_WHEN}"
    ),
    rf"{_SO}(?:who|whos|who's|who is) NAME(?:'?s)? {_NAMED_TO}{_THEIRS_OFF}{_WHEN}",
    (
        rf"{_SO}(?:who|whos|who's|who is|who will|quien)(?: all)? (?:{_STANDS}"
        rf"|{_COVERS})(?: for)?(?: a)? NAME{_THEIRS}"
        rf"{_THEIRS_OFF}{_WHEN}"
    ),
    rf"{_SO}{_ASKS}(?: for)? NAME{_THEIRS}{_WHEN}",
    rf"{_SO}(?:is|when is|whens|when's|how long is|until when is) NAME (?:{_AWAY}|back){_WHEN}",
    rf"{_SO}when (?:does|will|is) NAME (?:get|come|be|coming) back{_WHEN}",
)
_TOLD_AWAY = rf"{_SO}NAME(?:'?s| is| will be)? {_AWAY}{_WHEN}"
_SURE = re.compile(rf"(?:\?|(?<!\w)(?:{_SURELY}))\W*$")


def stead_asked(agency: Agency, staff_id: str, text: str) -> str | None:
    """Of whom the words ask who stands in, or when they are off: an id of staff; None: they don't. Pure."""
    words = evened(text)
    if len(words) > 110:
        return None
    if any(pattern.match(words) for pattern in _ASKS_MINE):
        return staff_id
    asked = [*_OF_THEM, *([_TOLD_AWAY] if _SURE.search(words) else [])]
    for found in named_in(agency, staff_id, words):
        name = _called(agency.staff[found].name)
        if any(re.match(pattern.replace("NAME", name), words) for pattern in asked):
            return found
    return None


def _called(name: str) -> str:
    """The whole name, the first or the last one."""
    parts = folded(name).split()
    return "(?:" + "|".join(re.escape(each) for each in (folded(name), parts[0], parts[-1])) + ")"
