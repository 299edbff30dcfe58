"""“Got it", "ack", "I'm on it, calling nypd": words by which whoever was alerted takes a crisis on."""

from __future__ import annotations

import re

from bot.understand.writing.text import folded, straight

_EDGES = " .,!;:-…\"'()"
_LEADS = r"(?:(?:ok|okay|k|yes|yeah|yep|yup|thx|thanks|thank you|copy|alright|sure|si|listo|gracias)[ ,.!]+)*"
_IT = (
    r"(?:it|this|that|this one|that one|the (?:call|case|alarm|crisis|one)|"
    r"(?:\w+ ){0,2}(?:call|case|crisis|one))"
)
_TAKES = re.compile(
    rf"{_LEADS}(?:"
    rf"(?:i(?:'?ve| have)? |we(?:'?ve| have)? )?(?:got|have|saw|see|seen|read|received|took|"
    rf"take) {_IT}(?: (?:now|too))?|"
    rf"(?:i )?ack(?:'?d|ed|nowledged?|nowledging|nowledge it)?(?: {_IT})?|acknowledgement|seen|received|"
    rf"recd|"
    rf"(?:i(?:'?m| am) |im |we(?:'?re| are) )?(?:on|taking|handling|working(?: on)?|dealing with|covering|"
    rf"responding to) {_IT}|"
    rf"(?:i'?ll|ill|i will|i can|we'?ll|we will) (?:take|handle|cover|get|deal with|respond to) {_IT}|"
    r"(?:i(?:'?m| am) |im )(?:responding|taking over|here|up|awake|on my way)|on it|mine|roger(?: that)?|"
    r"10-?4|copy(?: that| all)?|"
    r"(?:ya )?(?:lo tengo|lo vi|visto|recibido|enterad[oa]|confirmado|estoy en (?:eso|ello)|"
    r"(?:yo )?me encargo|"
    r"yo lo tomo|lo tomo yo|yo me ocupo|me ocupo|es mio|acuso recibo)"
    r")(?: (?:now|thanks|thx|thank you|ty|gracias))?(?=$|[\s.,!;:…-])"
)
_GOES_ON = re.compile(
    r" ?[.,!;:…-]|[ ]*(?:(?:and|will|am|y|now) )?(?:call\w*|text\w*|phon\w+|ring\w*|going|head\w*|driving|"
    r"contact\w*|reach\w*|notify\w*|tell\w*|talk\w*|speak\w*|on my way|on the (?:phone|line|way)|will|"
    r"i'?ll|"
    r"i'?m|i am|i will|get\w*|send\w*|wak(?:e|ing)|llam\w+|voy|aviso|estoy|habl\w+|give me|thanks|thx|"
    r"thank|"
    r"who|what|where|stay|keep)(?!\w)"
)
_NODS = re.compile(
    r"(?:ok|okay|k|kk|yes|yep|yup|si|listo|👍\S*|✅|:\+1:\S*|:thumbsup:\S*|:white_check_mark:|"
    r":saluting_face:)"
)
_LONGEST = 200


def takes_on(text: str) -> bool:
    """Whether the words say that somebody has an alarm in hand; what they say beside it is a line of it."""
    if len(text) > _LONGEST:
        return False
    if nods(text):
        return True
    rest = _rest(text)
    return rest is not None and (not rest or _GOES_ON.match(rest) is not None)


def nods(text: str) -> bool:
    """Whether they are a mere nod ("ok", a thumb): that may be said to anything."""
    return _NODS.fullmatch(folded(text).strip(" .!")) is not None


def says_more(text: str) -> bool:
    """Whether they say more than that: "im on it, calling nypd now"."""
    return bool(_rest(text))


def _rest(text: str) -> str | None:
    """What stands behind the words that take it on; None where none begin it."""
    low = straight(text).strip(_EDGES)
    found = _TAKES.match(low)
    return low[found.end() :].rstrip(_EDGES) if found else None
