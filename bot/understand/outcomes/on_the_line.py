"""A child who came to the phone in a call with an adult: "she put him on and we talked" (READING)."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.names import Stance, Taking
from bot.understand.parts import How, Kind, NameMention, Span

_HIM = r"(?:CHILD|him|her|them|the (?:kids?|boys?|girls?|children|baby))"
_PHONE = r"(?:the |her |his )?(?:phone|line|cell|speaker|call)"
_CAME_ON = re.compile(
    rf"(?<!\w)(?:put|puts|got|brought|had) {_HIM}(?: and {_HIM})? (?:right "
    rf"|briefly )?on(?: {_PHONE})?(?! (?:a|an|her|his)\b)"
    rf"|(?<!\w)(?:handed|passed|gave|turned) (?:me )?{_PHONE} (?:over )?to {_HIM}"
    rf"|(?<!\w)(?:handed|passed|gave) {_HIM} {_PHONE}"
    rf"|(?<!\w)(?:let|lets|allowed) me (?:to )?(?:talk|speak|chat)(?: (?:to|with))? {_HIM}"
    rf"|CHILD (?:(?:then|also|even|briefly) )?(?:got|came|hopped|jumped|was put|joined) on(?: {_PHONE}| with"
    rf"| and| too|$)"
    rf"|CHILD (?:took|grabbed) {_PHONE}"
    rf"|(?<!\w)(?:also |then |and )(?:spoke|talked|chatted) (?:briefly )?(?:to|with) {_HIM}(?: too"
    rf"| as well| also| briefly)"
    r"|(?<!\w)me (?:paso|puso|comunico|dejo hablar)(?: con| a| al)? (?:CHILD|la nina|el nino|los ninos|ella"
    r"|el)"
    r"|(?<!\w)(?:puso|paso) (?:a|al) (?:CHILD|nino|la nina) (?:al|en el|por) telefono"
    r"|CHILD (?:se puso|tomo|agarro) (?:al|el) telefono"
)
# "In the office, the grandmother on the phone": one was on a line, the meeting was not.
_ONE_ON_A_LINE = re.compile(
    r"(?:(?<!\w)(?:and|with|plus|y|con)|[,;.]) (?:the |her |his |their |la |el )?(?:[A-Z]{3,}|[a-z]{3,7})"
    r"(?: (?:was|were|joined|came|called|is|estaba|estuvo))?(?: us| in)? (?:(?:on|by|over|via|por) "
    r"(?:the |speaker ?|el )?(?:phone|telephone|speakerphone|line|cell|telefono)|called in|dialed in)(?!\w)"
)
_NOT = re.compile(r"(?<!\w)(?:not|n't|no|never|wouldn't|refused to|can i|asked to) (?:\w+ )?$")


def with_child_on_line(taking: Taking, text: str, *, wired: bool) -> Taking:
    """`taking` with the one child of a call (`wired`) spoken with, where `text` says who came on."""
    said = _CAME_ON.search(text) if wired else None
    if said is None or _NOT.search(text[: said.start()]):
        return taking
    named = {m.ids for m, _ in taking.stances if m.kind is Kind.CHILD and len(m.ids) == 1}
    ids = next(iter(named)) if len(named) == 1 else taking.children
    if not ids or (len(ids) > 1 and "them" not in said.group()):
        return taking
    mention = NameMention(Span(0, 0), Kind.CHILD, ids, how=How.ROLE)
    return replace(taking, stances=(*taking.stances, (mention, Stance.SPOKE)))


def one_on_a_line(text: str) -> bool:
    """Whether one of those at a meeting is told to have been on the phone: the others met."""
    return _ONE_ON_A_LINE.search(text) is not None
