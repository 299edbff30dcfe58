"""Where in Spanish dictated without a stop the next thing begins: "… bien y hoy lunes a las 3 volví a ver".

A day or an hour stands before what the sender then did, or is going to do, and what was told before has its
hour already; so the hour is not that one's ("visité a Leo a las 2 hablé con él").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.parts import TimeMention
from bot.understand.patterns.quick import Quick
from bot.understand.writing.words import Plain

_WEEKDAY = r"(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
_DAY = (
    rf"(?:hoy|ayer|anoche|antier|anteayer|manana|(?:el|este) {_WEEKDAY}(?: pasado)?)"
    rf"(?: (?:mismo|temprano|{_WEEKDAY}|(?:por|en|de) la (?:manana|tarde|noche)))*"
)
_HOUR = (
    r"(?:(?:como )?(?:a las?|al) (?:\d[\d:]*|mediodia|[a-z]{3,7})"
    r"(?: (?:y|menos) (?:\d+|[a-z]{4,8}))?"
    r"(?: (?:de|en|por) la (?:manana|tarde|noche))?)"
)
_THEN = (
    r"(?:despues|luego|mas tarde|antes(?: de eso)?|antes de ir|"
    r"(?:(?:saliendo|al salir) )?de (?:ahi|alli))"
)
_OBJECT = r"(?:(?:la|lo|le|los|las|les) )?"
_DID = (
    rf"{_OBJECT}(?:fui|volvi|regrese|visite|pase|llame|hable|recogi|lleve|supervise|tuve|mande|"
    r"estuve (?:con|en|donde)|devolvi|acompane|entregue|escribi|llegue|deje|hice|"
    r"(?:ya )?pude (?:ver|hablar)|vi(?! que))(?!\w)|me (?:llamo|reuni|escribio)(?!\w)"
)
_GOING = (
    r"(?:voy|vamos) a(?!\w)|(?:tengo|tenemos) (?:que|reunion|cita|visita|corte|una|la|otra)(?!\w)|"
    r"me toca(?!\w)|(?:vuelvo|regreso)(?!\w)"
)
_BEGINS = Quick(
    rf"(?<!\w)(?:(?:y|pero) )?(?:(?P<then>{_THEN}) )?(?:(?P<day>{_DAY}) )?(?:(?P<hour>{_HOUR}) )?(?:yo )?"
    rf"(?:{_DID}|(?P<going>{_GOING}))"
)
# "Quiere que el lunes la llame": his wish, and no day of mine.
_WISHED = re.compile(rf"(?<!\w)(?:que|si|cuando|donde)(?: (?:y|o|yo|{_DAY}|{_HOUR}))* $")
_STOP = re.compile(r"[.!?;\n]")


def statements(plain: Plain, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
    """The stretches of `plain` from such a day or hour up to the end of its verb."""
    found: set[tuple[int, int]] = set()
    text, since = plain.text, 0
    clocks = [plain.from_raw(t.span.start) for t in times if t.starts_at]
    for match in _BEGINS.finditer(text):
        led = match["day"] or match["hour"]
        if not (match["then"] or led) or _WISHED.search(text, 0, match.start()):
            continue
        last = max((m.end() for m in _STOP.finditer(text, since, match.start())), default=since)
        first = not match.start() and (match["going"] or match["hour"])
        if first or any((last if led else 0) <= clock < match.start() for clock in clocks):
            found.add(match.span())
            since = match.start()
    return found
