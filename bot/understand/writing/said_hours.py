"""Days and hours as Spanish texts them, and as its speakers say them in English, in the words of time.

"El mierc 4pm", "7 menos 20", "10 pa las 4", "hasta pasaditas las 3", "a las 16 horas"; "at the 3", "at 5 and
half". Each is written as a weekday in full, or as an hour with its minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_WEEKDAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_COUNTED = (
    "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
    "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte",
    "veintiuna", "veintidos", "veintitres",
)  # fmt: skip
_NUMBERS = {word: value for value, word in enumerate(_COUNTED, 1)} | {
    "veinticinco": 25, "treinta": 30, "media": 30, "half": 30, "cuarto": 15, "quarter": 15,
}  # fmt: skip
_H = r"(?:1[0-2]|0?[1-9]|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)"
_M = r"(?:un cuarto|cuarto|cinco|diez|quince|veinte|veinticinco|0?5|1[05]|2[05])"
_PART = r"(?:morning|afternoon|evening|night)"
_HEAD = r"(?<![\w.:/$#-])"
# What stands behind an hour and its minutes: no noun that they would count.
_ROOM = (
    r"(?=\.?(?: *(?:$|[.,;:!?)\n])| (?:(?:minutos )?(?:de la|en|con|y|pero|que|porque|hoy|ayer|donde|no|nadie"
    r"|por|para|a|fui|vi|llegue|hable|llame|pase|me|le|la|lo|los|las|ella|el|todo|ambos|estuve|visite|aqui"
    r"|i|we|she|he|they|the|in|of|with|for|and|but|today|yesterday|nobody|at|to|on|when|because)(?!\w)"
    r"| ?[ap]\.?m)))"
)
_NO_SEA = r"(?= (?:pasado|que viene|\d|a las?|en la (?:manana|tarde|noche)|al mediodia))"
_DAY = Quick(
    r"(?<!\w)(?:el|este|del|al|pasado|proximo|para el|hasta el) "
    rf"(?P<a>lun|mart|mie|mierc?|mierco|juev?|viern?|vie|sab|dom|mar{_NO_SEA})(?!\w)\.?"
    r"|(?<![\w'’/.-])(?P<b>lun|mart|mie|mierc?|juev?|viern|vie)\.?"
    r"(?= (?:pasado|que viene|\d{1,2}(?::?\d\d)?(?: ?[ap]\.?m?)?(?!\w)|a las?|en la (?:manana|tarde|noche)))"
)
_DAY_BEFORE = Quick(r"(?:(?<=^)|(?<=\n)|(?<=[.;] ))before yesterday(?=,| (?:at|in|i|we|around|about|night) )")
_LESS = Quick(rf"{_HEAD}(?P<h>{_H}) menos (?P<m>{_M}){_ROOM}")
_MINUS = Quick(
    rf"(?<!\w)(?:at|from|to|around|until|till|by) (?:the )?(?P<h>{_H}) (?:less|minus) "
    rf"(?P<m>(?:a )?quarter|{_M}){_ROOM}"
)
_PAST = Quick(
    rf"(?<!\w)(?:at|from|to|around|about|until|till|by|since) (?:the )?(?P<h>{_H}) and "
    rf"(?P<m>(?:a )?(?:half|quarter)|15|[2-5][05]){_ROOM}"
)
_CON = Quick(rf"(?<=las )(?P<h>{_H}) con (?P<m>{_M}){_ROOM}")
# "De 3 a 4 y 10": the end of a stretch.
_END = Quick(
    rf"(?<!\w)(?:de|desde|entre)(?: las?)? {_H}(?:(?: y | menos )(?:media|{_M}|\d\d)|:\d\d)?(?: ?[ap]\.?m)? "
    rf"(?:a|hasta)(?: las?)? (?P<h>{_H}) y (?P<m>[0-5]\d|media|{_M}){_ROOM}"
)
_TO_GO = Quick(
    rf"(?<!las )(?<!la )(?<!de )(?<!dia ){_HEAD}(?P<left>falta(?:ndo|ban|n) )?"
    rf"(?P<m>{_M}(?<!cuarto)) (?:minutos )?(?:para|pa|p)['’]? las? (?P<h>{_H}){_ROOM}"
)
# "Cambiamos la visita del jueves 10 para las 4": another hour, and no minutes before it.
_MOVED = Quick(
    r"(?<!\w)(?:cambi\w+|movi\w+|mover\w*|pas(?:o|amos|aron|ar|arla)|repro\w+|pospu\w+|aplaz\w+|lunes|martes"
    r"|miercoles|jueves|viernes|sabado|domingo)(?!\w)[^.;\n]{0,50}$"
)
_OF_DAY = Quick(
    r"(?<=las )(?P<h>\d{1,2}|[a-z]{4,12})(?: y (?P<m>[0-5]\d|media|cuarto|quince|treinta))? "
    r"(?:horas|hrs?|hs)(?!\w)\.?"
)
_SORT_OF = Quick(
    r"(?<!\w)(?<!diabetes )(?<!sangre )(?<!de )(?<!un )(?<!el )(?<!visa )(?<!licencia )(?P<x>tipo )"
    rf"(?=(?:[3-9]|1[0-2])(?: y (?:media|cuarto))?{_ROOM})"
)
_MIDDAY = Quick(r"(?<!\w)(?:al?|hasta el|para el|pal) (?P<x>medio dia)(?!\w)")
_EARLY = Quick(r"(?<!\w)(?P<x>a primera hora)(?! de)(?!\w)")
_ODDLY_PAST = Quick(
    r"(?<!\w)(?:hasta|a) (?P<x>(?:como |casi )?(?:pasad(?:it)?as?|despuesito de|poco despues de) )"
    rf"(?=las? {_H}(?!\w))"
)
_SINCE = Quick(
    rf"(?<!\w)(?P<x>desde) las? {_H}(?: y (?:media|cuarto|\d\d))?(?: ?[ap]m)? "
    r"(?:por|durante) (?:una?|dos|\d|como|media|casi)"
)
_THE = Quick(rf"(?<!\w)(?:at|around|since|until|till)(?P<x> the) {_H}(?::\d\d)?{_ROOM}")
_THE_SURELY = Quick(
    rf"(?<!\w)(?:from|about|by|to)(?P<x> the) {_H}(?::\d\d)?(?= (?:in|of) the {_PART}| ?[ap]\.?m(?!\w)"
    r"| o['’]? ?clock| (?:to|until|till)(?: the)? \d)"
)
_THE_END = Quick(rf"(?<!\w)from (?:the )?{_H}(?::\d\d)? to(?P<x> the) {_H}{_ROOM}")
_OF_PART = Quick(rf"{_HEAD}(?:1[0-2]|0?[1-9])(?::\d\d)? (?P<x>of) the {_PART}(?!\w)")

# "Hablamos las dos": the two of us, and no hour.
_US_TWO = Quick(
    r"(?<!\w)[a-z]{3,}mos(?P<x> l[oa]s (?:dos|tres|cuatro))(?= *(?:$|[.,;!)]|juntas|juntos|sobre|de|con|un))"
)

_HOURS = ((_LESS, -1), (_MINUS, -1), (_PAST, 1), (_CON, 1), (_END, 1))
_PLAIN = (
    (_SORT_OF, "a las "), (_MIDDAY, "mediodia"), (_EARLY, "temprano en la manana"), (_ODDLY_PAST, ""),
    (_SINCE, "a"), (_THE, ""), (_THE_SURELY, ""), (_THE_END, ""), (_OF_PART, "in"),
    (_US_TWO, ""),
)  # fmt: skip


def said_hours(low: str) -> Iterator[Change]:
    """What is said so, each with how it is written; `low` is the text folded."""
    for match in _DAY.finditer(low):
        group = match.lastgroup or "a"
        full = next(day for day in _WEEKDAYS if day.startswith(match[group][:3]))
        yield match.start(group), match.end(), full
    for match in _DAY_BEFORE.finditer(low):
        yield *match.span(), "the day before yesterday"
    for pattern, sign in _HOURS:
        for match in pattern.finditer(low):
            yield match.start("h"), match.end("m"), _clock(match, sign)
    for match in _TO_GO.finditer(low):
        if not _MOVED.search(low, max(0, match.start() - 70), match.start()):
            yield *match.span(), "a las " * bool(match["left"]) + _clock(match, -1)
    for match in _OF_DAY.finditer(low):
        hour = _number(match["h"])
        if 7 <= hour <= 23:
            yield *match.span(), f"{hour}:{_number(match['m'] or '0'):02}"
    for pattern, written in _PLAIN:
        for match in pattern.finditer(low):
            yield *match.span("x"), written


def _clock(match: re.Match[str], sign: int) -> str:
    """The hour with its minutes: "7 menos 20" is 6:40."""
    at = _number(match["h"]) * 60 + sign * _number(match["m"])
    return f"{at // 60 or 12}:{at % 60:02}"


def _number(said: str) -> int:
    word = said.rsplit(maxsplit=1)[-1]
    return int(word) if word.isdigit() else _NUMBERS.get(word, 0)
