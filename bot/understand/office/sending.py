"""“Send it back to Rosa", "mándala otra vez", "manda la de Valeria": a note that is to be sent, in words.

Words alone send nothing: the note is shown with its button.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.understand.writing.text import evened

_LEAD = (
    r"^\W*(?:(?:ok|okay|so|and|now|then|yes|yep|great|good|please|pls|just|go ahead and|can you|could you"
    r"|i want to|ready to|i'?m ready to|all good|that'?s it|done|y|ya|si|listo|bueno|ahora|entonces|por favor"
    r"|puedes|quiero|dale),? )*"
)
_PUT_RIGHT = r"(?:corrected|fixed|revised|returned|new|changed)"
_IT = (
    r"(?:it|that|this|them|these|those|both|all|(?:the|that|this|my)"
    rf" (?:(?:{_PUT_RIGHT}|last|whole) )?(?:notes?|ones?|correction|revision))"
)
_NOTE = r"(?:note|one|visit|call|correction|revision|nota|visita|llamada|correccion)"
_AGAIN = r"(?:again|back|back in|in again|over again|otra vez|de nuevo|de vuelta|nuevamente|corregid[oa]s?)"
_TO = r"(?:to|a|para) (?:(?:my|mi|la|el|ms|mr|mrs|sra?)\.? )*(?P<who>[^\W\d][\w'-]+(?: [^\W\d][\w'-]+)?)"
_WORD = r"[^\W\d][\w'-]*"
_TOPIC = rf"(?P<topic>{_WORD}(?: {_WORD})??)"
_SEND = r"(?:(?:send|turn|hand)(?: back| in)?|submit|file|re-?(?:send|submit|file))"
_MANDA = r"(?:re)?(?:envi[ae]|mand[ae]|somet[ae]|present[ae])(?:r|me)?"
_ENDS = r"now|please|pls|in|off|too|ya|por favor|tambien"
_TAIL = rf"(?: (?:{_AGAIN}|{_ENDS}))*(?: {_TO})?(?: (?:{_AGAIN}|{_ENDS}))*[.! ]*$"
_PATTERNS = tuple(
    re.compile(_LEAD + each + _TAIL)
    for each in (
        rf"{_SEND} {_IT}",
        r"(?:re-?(?:send|submit|file)|(?:send|submit)(?= (?:back|again)(?!\w)))",
        rf"{_SEND} (?:(?:the|my|that) )?{_NOTE} (?:of|on|for|about|with|re) (?:the )?{_TOPIC}",
        rf"{_SEND} (?:(?:the|my|that) )?{_TOPIC}'s(?: {_NOTE})?",
        rf"{_SEND} (?:the |my |that )?{_TOPIC} {_NOTE}",
        rf"{_MANDA}(?:l[oa]s?)",
        rf"{_MANDA} (?:(?:la|mi|esa|las|mis) notas?|esa|eso|todas?|las dos)",
        rf"{_MANDA} (?:la|lo|el|las|mi)(?: {_NOTE})? (?:de|del|sobre|con|para)(?: (?:la|el|los))? {_TOPIC}",
    )
)
_NO_TOPIC = frozenset({"it", "that", "this", "them", "the", "my", "again", "back", "in", "both", "all"})
_ANYBODY = frozenset(
    {
        "her",
        "him",
        "them",
        "ella",
        "supervisor",
        "supervisora",
        "sup",
        "boss",
        "jefa",
        "jefe",
        "reviewer",
        "review",
    }
)
_WENT_BEFORE = re.compile(
    rf"(?<!\w)(?:{_AGAIN}|{_PUT_RIGHT}|re-?(?:send|submit|file)|re(?:envi|mand)\w+)(?!\w)"
)
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Sending:
    """`again`: it went before; `to`: to whom, `topic`: by what it is called, folded, "" where not said."""

    again: bool
    to: str = ""
    topic: str = ""


def sending_of(text: str, staff: Collection[str]) -> Sending | None:
    """What is wanted, where the words want a note sent and say no more. Pure.

    `staff`: what the colleagues are called by, folded: what is to go to anybody else is no note.
    """
    words = evened(text)
    if len(words) > _LONGEST:
        return None
    for pattern in _PATTERNS:
        if found := pattern.match(words):
            said = found.groupdict()
            to, topic = said.get("who") or "", said.get("topic") or ""
            if to and not set(to.split()) <= {*_ANYBODY, *staff}:
                continue
            if set(topic.split()) & _NO_TOPIC:
                continue
            again = _WENT_BEFORE.search(words) is not None
            return Sending(again, to, topic.removesuffix("'s"))
    return None
