"""Spanish as it is texted ("casa d la sra", "dijo x tel q"): written out before anything else is read.

English short forms stand in `data/spelling.toml`, for they are words wherever they stand. These letters are
words only in Spanish, so they are written out in a message that has Spanish words besides; the offsets of
what is read lead back to what was typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from bot.understand.lexicon import table
from bot.understand.parts import Mark, Reading, Span
from bot.understand.text import folded

_SPANISH = re.compile(
    r"(?<!\w)(?:el|la|los|las|que|con|hoy|ayer|anoche|su|sus|casa|visita|vi|vimos|hable|hablo|llame|llamo"
    r"|dijo|"
    r"dice|para|por|una|del|sra|senora|mama|papa|abuela|tia|tio|fui|cuando|donde|esta|estaba|manana|lunes|"
    r"martes|miercoles|jueves|viernes|sabado|domingo|le|lleve|escuela|nina|nino|ninos|ninas|al|corte"
    r"|estuvo|llego|lleva|llevo|cubriendo|tengo|necesito|quiere|tiene|fue|ya|pero|porque|"
    r"audiencia|amanecio|hija|hijo|conmigo|reunion|platique|platicamos|todo|muy|mucho|ahi|aqui|paso|visto"
    r"|vista)(?!\w)"
)
_SHORT = re.compile(r"(?<![\w'’/&.@-])[a-zñ]{1,8}(?![\w'’/&@-])(?=\s|[.,;:!?)]|$)")
_SINGLE_AFTER_NUMBER = frozenset("pmxct")
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Written:
    """A text written out, with the way back.

    `starts` and `at` pair the edges of its pieces with the typed ones.
    """

    text: str
    starts: tuple[int, ...] = ()
    at: tuple[int, ...] = ()

    def back(self, offset: int) -> int:
        """The offset, as typed, behind one of the text written out."""
        if not self.starts:
            return offset
        piece = bisect_right(self.starts, offset) - 1
        following = self.at[piece + 1] if piece + 1 < len(self.at) else None
        exact = self.at[piece] + offset - self.starts[piece]
        return exact if following is None else min(exact, following)

    def as_typed(self, reading: Reading) -> Reading:
        """The reading with every span over what was typed."""
        if not self.starts:
            return reading
        items = tuple(
            replace(item, spans=tuple((self.back(a), self.back(b)) for a, b in item.spans))
            for item in reading.contacts
        )
        return replace(reading, contacts=items, marks=tuple(self._mark(mark) for mark in reading.marks))

    def _mark(self, mark: Mark) -> Mark:
        if mark.span is None:
            return mark
        return replace(mark, span=Span(self.back(mark.span.start), self.back(mark.span.end)))


def written_out(text: str) -> Written:
    """`text` with the short forms of Spanish written out; as it is where it is not Spanish."""
    low = folded(text)
    short: dict[str, str] = table("spelling")["short_es"]
    found = [m for m in _SHORT.finditer(low) if m.group() in short and _stands(text, m)]
    if not found or len(set(_SPANISH.findall(low))) < _ENOUGH:
        return Written(text)
    pieces: list[str] = []
    starts, at = [0], [0]
    position = size = 0
    for match in found:
        word = short[match.group()]
        pieces += [text[position : match.start()], word]
        size += match.start() - position + len(word)
        position = match.end()
        starts += [size - len(word), size]
        at += [match.start(), position]
    pieces.append(text[position:])
    return Written("".join(pieces), tuple(starts), tuple(at))


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether the letters stand for the word: small, and no unit of the number before them ("4 p")."""
    if not text[match.start() : match.end()].islower():
        return False
    before = text[: match.start()].rstrip()[-1:]
    return not (before.isdigit() and match.group() in _SINGLE_AFTER_NUMBER)
