"""Greetings, thanks, a nod, talk among colleagues: words to which a nod is an answer."""

from __future__ import annotations

import re

from bot.understand.patterns.lexicon import pattern
from bot.understand.writing.text import decoded, folded

_EMOJI_NAME = re.compile(r":[a-z0-9_+'-]+:")
_NODS = re.compile(
    r"(?<!\w)(?:yes|yeah|yep|yup|no|nope|nah|ok|okay|okey|kk?|sure|right|true|good|fine|all|set|done|copy|"
    r"noted|understood|will do|on it|got you|gotcha|so|much|very|again|then|now|team|everyone|y'?all|guys|"
    r"bot|fieldnote|man|girl|sir|maam|ma'am|morning|night|evening|afternoon|friday|monday|weekend|"
    r"everybody|all of you|a tod[oa]s|"
    r"ladies|fam|folks|friends?|too|byee*|ttyl|test(?:ing)?|ping|si|no|bueno|bien|claro|muchas|todo|ya|igualmente|"
    r"thn?x|thanx|tks|tnx|ty(?:sm|vm)?|thanks?(?: (?:u|you|ya))?|np|grax|grac|appreciated?)(?!\w)"
)
_DAY = (
    r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?|weekend|wknd|tomorrow|tmrw|tmw|later|then"
    r"|soon|next week|(?:in )?the (?:am|morning)|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana"
    r"|luego|finde|fin de semana|(?:la )?semana que viene|day|night|one|evening|afternoon|break|holidays?"
)
_GREETS = re.compile(
    r"(?<!\w)(?:(?:happy|feliz|merry|buen|tgif|have an? (?:\w+ ){0,2}?|enjoy (?:your|the|ur)"
    r"|que tengan? (?:\w+ ){0,2}?|(?:yay|finally|woohoo) it'?s"
    r"|(?:let'?s |we'?ll |i'?ll |will )?(?:see|talk|chat|speak|catch)(?: (?:to|with))?"
    r"(?: (?:you|u|ya|yall|y'all))?(?: (?:all|guys|both))?(?: on)?|nos (?:vemos|hablamos)(?: el)?"
    rf"|hasta(?: el)?|bye (?:till|until)) ?(?:{_DAY})|tgif)(?!\w)"
)
"""A wish or a goodbye with a day in it, which is nobody's date."""
_WORD = re.compile(r"[a-z0-9]")


def only_pleasant(text: str) -> bool:
    """Whether a message says nothing beyond a greeting, thanks, a nod, or talk among colleagues."""
    low = _EMOJI_NAME.sub(" ", folded(decoded(text)))
    if pattern("telling", "chatter").search(low):
        return True
    rest = _NODS.sub(" ", pattern("telling", "thanks").sub(" ", low))
    return _WORD.search(rest) is None


def greets_with_a_day(text: str) -> bool:
    """“Happy Friday everyone", "thanks, talk tomorrow": a day is said, and nothing beside the greeting."""
    low = _EMOJI_NAME.sub(" ", folded(decoded(text)))
    rest = _GREETS.sub(" ", low)
    return rest != low and only_pleasant(rest)
