"""A note that is wanted back, or after which it is asked: "can I get it back?", "did it go through?"."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.understand.writing.text import evened


class After(StrEnum):
    """What is wanted: a discarded note, one that was sent, or word whether it arrived."""

    DISCARDED = "discarded"
    SENT = "sent"
    ARRIVED = "arrived"


_LEAD = (
    r"^\W*(?:(?:hmm|hm|oh|no|wait|ok|okay|sorry|oops|hi|hey|so|and|actually|please|pls|ay|espera|perdon)\W+)*"
)
_IT = (
    r"(?:it|that|this|them|that one|(?:the|that|my) (?:\w+ )?(?:one|note|draft|card)|(?:la|mi|esa) nota|eso)"
)
_DISCARD = r"(?:discard|delete|trash|drop|scrap|erase|throw (?:away|out)|get rid of|borrar|descartar)"
_END = r"(?:[,.;!? ]+(?:please|pls|por favor|again|now|somehow|then|at all))*\W*$"
_BACK = rf"(?:(?:can|could|may|how (?:do|can)) (?:i|you|we) )?(?:get|have|bring|put|restore) {_IT} back"
_DROPPED = r"(?:discard|delet|trash|dropp|scrapp|eras|threw (?:away|out))(?:e?d)?"
_BRING = (
    rf"(?:(?:can|could) (?:i|you|we) )?(?:bring|get|put) back"
    rf" (?:{_IT}|(?:the )?(?:last )?(?:one|note|draft))(?: (?:that )?(?:i|we) (?:just )?{_DROPPED})?"
    rf"|(?:undo|reverse) (?:the |my |that )?discard"
    r"|(?:recupera|trae|devuelve|regresa)(?:r|me)?(?: de vuelta)? (?:la|lo|esa|el|ese)(?: nota| borrador)?"
    r" que (?:borre|descarte|elimine|quite|tire)"
)
_MEANT_NOT = (
    rf"(?:i )?(?:did ?n'?t|did not|never) (?:mean|want|wanna|intend) (?:to )?{_DISCARD}(?: {_IT})?"
    rf"|i {_DISCARD}(?:e?d|ped)? (?:{_IT} by (?:mistake|accident)|the wrong (?:one|note|draft))"
    rf"|(?:un-?discard|undelete|restore|recover)(?: {_IT})?"
    r"|no (?:la |lo )?quer(?:ia|ia yo) (?:borrar|descartar)(?:l[oa]| eso)?"
)
_RECOVER = (
    r"(?:(?:la|lo) )?(?:puedo|como|se puede|quiero) (?:la |lo |puedo )?(?:recuper(?:ar|o)|traer)(?:l[oa])?"
    r"(?: de vuelta)?"
)
_ASK_FOR = (
    rf"(?:(?:can|could|would) (?:you|i) )?ask (?:(?!for)\S+ ){{0,2}}?for {_IT} back"
    rf"|(?:how (?:do|can) i |can i )?(?:pull|take|call|get) {_IT} back (?:from \S+(?: \S+)?|after .+)"
    r"|(?:pide|pidele|puedes pedir)(?:me)?(?: a \S+)?(?: que)?(?: me)?(?: la)? (?:devuelva"
    r"|de vuelta)(?: la nota)?"
)
_ARRIVED = (
    rf"(?:did|has|have) (?:{_IT}|my notes?|they) (?:\w+ )??(?:go|goes|gone|went|make it|get|got|send|sent)"
    r"(?: (?:through|in|over|out|sent|submitted|there))?(?: to (?:my )?\S+)?"
    rf"|(?:did|has) (?!mom|dad|mother|father|grand|he |i |we |you |mama|papa)\S+ (?:\w+ )??(?:get"
    rf"|gotten|got|receive|received|see|seen) (?:{_IT}|my notes?)"
    rf"|(?:is|was) {_IT} (?:\w+ )??(?:sent|submitted|in|filed|through|received)"
    r"|(?:ya )?(?:se (?:mando|envio|fue)|llego|le llego)(?: a \S+)?(?: mi nota| la nota)?"
)
_SAYS_DISCARDED = re.compile(rf"(?<!\w)(?:{_DROPPED}|un-?discard|undelete|discard|borr|descart|elimin)")
_PATTERNS = (
    (
        After.DISCARDED,
        re.compile(
            rf"{_LEAD}(?:(?:{_MEANT_NOT})(?:[,.;]? (?:and |so )?(?:{_BACK}|{_RECOVER}))?|{_BACK}"
            rf"|{_BRING}|{_RECOVER}){_END}"
        ),
    ),
    (After.SENT, re.compile(rf"{_LEAD}(?:{_ASK_FOR}){_END}")),
    (After.ARRIVED, re.compile(rf"{_LEAD}(?:{_ARRIVED}){_END}")),
)
_LONGEST = 90


def says_discarded(text: str) -> bool:
    """Whether the words themselves say that it was discarded: then no note that was sent is meant. Pure."""
    return _SAYS_DISCARDED.search(evened(text)) is not None


def wanted_back(text: str) -> After | None:
    """What the words want of a note that is out of hand; None: nothing of the kind. Pure."""
    words = evened(text)
    if len(words) > _LONGEST:
        return None
    return next((wish for wish, pattern in _PATTERNS if pattern.match(words)), None)
