"""Hours written with an h, as in French and in the army: "17h", "10h à 11h30", "today at 9h".

An h alone is also how long something took ("2h with her", "8h shift"). It is an hour of the clock from 13 on,
behind a word that asks for an hour, and in a stretch of two of which one has its minutes or is past six.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_NO_HOUR = (
    r"(?![\w:/+])(?! ?(?:ago|away|shifts?|per|notice|holds?|drives?|trips?|late|straight|of|in|conf\w*|"
    r"meeting|review|removal|supervis\w+|delay|eval\w*|visit|visits|a (?:day|week|month)|and (?:a"
    r" )?half)(?!\w))"
)
_HEAD = r"(?<![\w.:/$-])"
_DAYS = (
    r"today|tdy|yesterday|yest|tomorrow|tmrw|(?:mon|tues|wednes|thurs|fri|satur|sun)day|hier|aujourd'hui"
    r"|hoy|ayer"
    r"|this (?:am|morning|afternoon|evening)"
)
_STRETCH = Quick(
    rf"{_HEAD}(?P<a>(?:[7-9]|1\d|2[0-3])h(?:[0-5]\d)?|[1-6]h[0-5]\d) ?(?:-|–|to|a|till|until) ?"
    rf"(?P<b>(?:[1-9]|1\d|2[0-3])h(?:[0-5]\d)?){_NO_HOUR}"
)
_LATE = Quick(rf"{_HEAD}(?P<a>(?:1[3-9]|2[0-3])h(?:[0-5]\d)?){_NO_HOUR}")
_ASKED_FOR = Quick(
    rf"(?<!\w)(?:at|@|around|by|vers|from|a(?: las?)?|{_DAYS}) (?P<a>(?:[7-9]"
    rf"|1[0-2])h(?:[0-5]\d)?){_NO_HOUR}"
    r"(?! (?:with|w|con|avec|together|total|long))"
)
# The French day before such an hour. "Avant-hier" is left to be asked about, its hour with it.
_DAY = Quick(
    r"(?<!avant )(?<!avant-)(?<!\w)(?P<day>hier|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche)"
    r"(?=(?: matin| soir| apres-midi)? (?:(?:a|vers|de|des) )?\d{1,2}h)"
)
_IN_ENGLISH = {
    "hier": "yesterday",
    "aujourd'hui": "today",
    "lundi": "Monday",
    "mardi": "Tuesday",
    "mercredi": "Wednesday",
    "jeudi": "Thursday",
    "vendredi": "Friday",
    "samedi": "Saturday",
    "dimanche": "Sunday",
}


def letter_hours(low: str) -> Iterator[Change]:
    """Each such hour with its minutes behind a colon; `low` is the text folded."""
    if "h" not in low:
        return
    if "avant-hier" in low or "avant hier" in low:
        return
    for match in _DAY.finditer(low):
        yield *match.span("day"), _IN_ENGLISH[match["day"]]
    for pattern in (_STRETCH, _LATE, _ASKED_FOR):
        for match in pattern.finditer(low):
            for part in match.groupdict():
                hour, minute = match[part].split("h")
                yield *match.span(part), f"{hour}:{minute or '00'}"
