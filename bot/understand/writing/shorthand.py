"""Spanish as it is texted ("casa d la sra", "dijo x tel q"): written out before anything else is read.

English short forms stand in `data/spelling.toml`, for they are words wherever they stand. These letters are
words only in Spanish, so they are written out in a message that has Spanish words besides; the offsets of
what is read lead back to what was typed.
"""

from __future__ import annotations

import re

from bot.understand.patterns.lexicon import table
from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_SPANISH = Quick(
    r"(?<!\w)(?:el|la|los|las|que|con|hoy|ayer|anoche|su|sus|casa|visita|vi|vimos|hable|hablo|llame|llamo"
    r"|dijo|dice|para|por|una|del|sra|senora|mama|papa|abuela|tia|tio|fui|cuando|donde|esta|estaba|manana"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo|le|lleve|escuela|nina|nino|ninos|ninas|al|corte"
    r"|estuvo|llego|lleva|llevo|cubriendo|tengo|necesito|quiere|tiene|fue|ya|pero|porque|"
    r"audiencia|amanecio|hija|hijo|conmigo|reunion|platique|platicamos|todo|muy|mucho|ahi|aqui|paso|visto"
    r"|vista)(?!\w)"
)
_SHORT = Quick(r"(?<![\w'’/&.@-])[a-zñ]{1,8}(?![\w'’/&@-])(?=\s|[.,;:!?)]|$)")
_SINGLE_AFTER_NUMBER = frozenset("pmxct")
_ENOUGH = 2


def spanish(text: str, low: str) -> list[Change]:
    """The short forms of Spanish in `text`, each with its word; none where it is not Spanish.

    `low` is the text folded.
    """
    short: dict[str, str] = table("spelling")["short_es"]
    found = [m for m in _SHORT.finditer(low) if m.group() in short and _stands(text, m)]
    if not found or len(set(_SPANISH.findall(low))) < _ENOUGH:
        return []
    return [(m.start(), m.end(), short[m.group()]) for m in found]


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether the letters stand for the word: small, or all shouted, and no unit of a number ("4 p")."""
    if not text[match.start() : match.end()].islower() and not text.isupper():
        return False
    before = text[: match.start()].rstrip()[-1:]
    return not (before.isdigit() and match.group() in _SINGLE_AFTER_NUMBER)
