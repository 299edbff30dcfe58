"""“It went till 145", "we finished at 5", "duró hasta las 2": when it ended, and no more."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from bot.understand.amend.parts import Facts

_LONGEST = timedelta(hours=6)
_SAYS = "it lasted until"
_LEAD = r"\W*(?:(?:and|so|oh|ok|also|but|y|pero|actually|sorry|bueno),? ){0,2}"
_EVENT = (
    r"(?:it|that|this|we|i|they|everything|(?:the|la|el) (?:visit|call|meeting|conference|conf"
    r"|ftm|hearing|session|review|visita|llamada|reunion|conferencia|audiencia))"
)
_WENT = (
    r"(?:(?:went|ran|lasted|stayed|was|were|goes|going|kept going|duro|fue|estuv(?:e|imos)|siguio)"
    r"(?: there)? )?"
)
_ENDED = (
    r"(?:ended|finished|wrapped(?: it)? up|(?:was|were|got) (?:done|over|finished|out)|done|over|concluded"
    r"|(?<=we )left|(?<=i )left"
    r"|(?:se )?(?:acab|termin)(?:o|e|amos)|me fui|nos fuimos|(?<!se )salimos)"
)
_ABOUT = r"(?:(?:about|around|like|maybe|almost|nearly|just|como|casi|mas o menos|about like) )*"
_HOUR = r"(?:las? )?(?P<hour>\d{1,2})(?:[:.]?(?P<minute>[0-5]\d))? ?(?P<half>[ap])?\.?m?\.?(?:ish| o.?clock)?"
_TAIL = r"(?: (?:or so|ish|i think|today|hoy|de la (?:tarde|manana)|mas o menos))*"
_UNTIL = re.compile(
    rf"{_LEAD}(?:{_EVENT} )?"
    rf"(?:{_WENT}(?:up )?(?:till?|until|'til|hasta)|{_ENDED} (?:at|by|around|about|a|como a)?)"
    rf" *{_ABOUT}{_HOUR}{_TAIL}\W*"
)
_CANONICAL = re.compile(rf"{_SAYS} (\d{{1,2}}):(\d\d) ?([ap])?")


_HOURS = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    )
    for number, word in enumerate(words.split(), 1)
}
_AN_HOUR = rf"\d{{1,2}}(?![\d:])|(?:{'|'.join(_HOURS)})(?!\w)"
_FEW = {"five": 5, "ten": 10, "twenty": 20, "a quarter": 15, "quarter": 15}
_SPOKEN = re.compile(
    rf"(?P<few>(?:a )?quarter|five|ten|twenty|(?:5|10|20|25)(?= (?:past|after)))"
    rf" (?P<way>to|till?|of|before|past|after) (?P<of>{_AN_HOUR})"
    rf"|half past (?P<half>{_AN_HOUR})|(?P<noon>noon|mediodia|las doce)"
    rf"|(?:un )?cuarto para las? (?P<para>{_AN_HOUR})"
    rf"|las? (?P<y>{_AN_HOUR}) (?P<more>y media|y cuarto|menos cuarto)|(?<=las )(?P<las>{_AN_HOUR})"
)


def in_figures(low: str) -> str:
    """The same with clock times in words written in figures."""
    return _SPOKEN.sub(_figures, low)


def _figures(found: re.Match[str]) -> str:
    """“Quarter to 4" as 3:45."""
    if found["noon"]:
        return "12:00"
    word = next(found[key] for key in ("of", "half", "para", "y", "las") if found[key])
    hour = _HOURS.get(word) or int(word)
    if found["las"]:
        return f"{hour}"
    if found["few"]:
        minutes, less = _FEW.get(found["few"]) or int(found["few"]), found["way"] not in ("past", "after")
    else:
        minutes = 30 if found["half"] or found["more"] == "y media" else 15
        less = found["more"] == "menos cuarto" or bool(found["para"])
    return f"{(hour - 2) % 12 + 1}:{60 - minutes:02}" if less else f"{hour}:{minutes:02}"


def until_alone(low: str) -> str | None:
    """The folded words in one wording of the rules' own, where they tell an end and no more."""
    found = None if "?" in low else _UNTIL.fullmatch(in_figures(low.strip()))
    if found is None or not 1 <= int(found["hour"]) <= 24:
        return None
    return f"{_SAYS} {found['hour']}:{found['minute'] or '00'} {found['half'] or ''}".strip()


def minutes_until(low: str, facts: Facts, sent_at: datetime) -> int | None:
    """How long it was then, in whole minutes; None: no end is told that fits. `sent_at` is in the zone."""
    told = _CANONICAL.fullmatch(low)
    if told is None or facts.starts_at is None or sent_at.tzinfo is None:
        return None
    start = facts.starts_at.astimezone(sent_at.tzinfo)
    hours = (
        {int(told[1]) % 12 + 12 * (told[3] == "p")}
        if told[3]
        else {int(told[1]) % 24, (int(told[1]) + 12) % 24}
    )
    ends = (start.replace(hour=each, minute=int(told[2])) for each in hours)
    lengths = sorted(each - start for each in ends if timedelta(0) < each - start <= _LONGEST)
    if not lengths or start + lengths[0] > sent_at:
        return None
    return int(lengths[0].total_seconds()) // 60
