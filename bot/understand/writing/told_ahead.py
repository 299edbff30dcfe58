"""What the worker told somebody that she would do, in Spanish: "le avise que voy el jueves" parts there.

Behind "que" the visit to come would stand in the same breath as the call or text that it was told in.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_TOLD = Quick(
    r"(?<!\w)(?:avise|dije|confirme|escribi|mande|textie|textee|informe|comente|notifique|deje saber"
    r"|hice saber)(?!\w)[^.;\n]{0,70}?(?P<x> q(?:ue)?) "
    r"(?P<v>voy|vamos|ire|iremos|iria|paso|pasare|pasaria|estare|llego|vengo)"
    r"(?= (?:a ver|a visitar|por (?:su|la|el)|el |este |manana|la (?:proxima|otra)|otra vez))"
)


def told_ahead(low: str) -> Iterator[Change]:
    """Where such a telling parts, each as the comma that it is read with; `low` is the text folded."""
    for match in _TOLD.finditer(low):
        yield *match.span("x"), ","
        yield *match.span("v"), "voy"
