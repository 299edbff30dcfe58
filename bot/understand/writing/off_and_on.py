"""The new day of a visit that was off, told in one breath: "she cancelled on me today so now its Friday 3pm".

Without a comma, and without a word of moving, the new day would be taken for that of the visit that was off.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_OFF = (
    r"(?<!\w)(?:had to cancel|cancel(?:ar|l?ed|l?ing|o|aron|ada|amos|e)|called (?:off|out)|"
    r"no[- ]?show(?:ed)?|stood me up|"
    r"fell through"
    r"|did not happen|didn't happen|didnt happen|no pude ver(?:l[oa]s?)?|no se pudo)(?!\w)"
)
_ON = (
    r"(?:(?:now )?(?:it'?s|it is|it'?ll be|it will be|that'?s|he'?s|she'?s|they'?re|we'?re|we are|he is|"
    r"she is|they are)"
    r"(?: now)?(?: (?:going to be|gonna be))?(?: (?:on|set|back on|moved|down))?(?: (?:for|on|to))?)"
)
_DAY = (
    r"(?:(?:this |next )?(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?|tomorrow|tmrw|"
    r"the \d{1,2}(?:st|nd|rd|th)"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{1,2}|\d{1,2}/\d{1,2})(?!\w)"
)
_HOUR = r"(?= (?:at |@ ?|around )?\d| same time| noon|,? instead| now)"
_ENGLISH = Quick(
    rf"{_OFF}[^.;?!\n]{{0,70}}?(?P<x>,? (?:(?:and |but )?so (?:{_ON}) (?={_DAY})|(?:(?:and|so|but|"
    rf"then) )*now (?:{_ON}) (?={_DAY})"
    rf"|(?:and |but |then )?(?:{_ON}) (?={_DAY}{_HOUR})))"
)
_SPANISH = Quick(
    rf"{_OFF}[^.;?!\n]{{0,70}}?(?P<x>,? (?:(?:y|asi que|pero|entonces|pues) )*(?:(?:ahora|ya) )?(?:es|"
    rf"sera|seria|quedo|queda|quedamos"
    r"|la (?:dejamos|pasamos|movimos|cambiamos))(?: ahora)?(?: (?:para|en))? )"
    r"(?=(?:el |este |el proximo )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?!\w)|el \d|"
    r"manana(?!\w))"
)


def off_and_on(low: str) -> Iterator[Change]:
    """Where the new day begins, as the words that it is read with; `low` is the text folded."""
    for match in _ENGLISH.finditer(low):
        yield *match.span("x"), ", rescheduled for "
    for match in _SPANISH.finditer(low):
        yield *match.span("x"), ". quedamos para "
