"""Greetings, thanks, a nod, talk among colleagues: words to which a nod is an answer."""

from __future__ import annotations

import re

from bot.understand.lexicon import pattern
from bot.understand.text import decoded, folded

_EMOJI_NAME = re.compile(r":[a-z0-9_+'-]+:")
_NODS = re.compile(
    r"(?<!\w)(?:yes|yeah|yep|yup|no|nope|nah|ok|okay|okey|kk?|sure|right|true|good|fine|all|set|done|copy|"
    r"noted|understood|will do|on it|got you|gotcha|so|much|very|again|then|now|team|everyone|y'?all|guys|"
    r"bot|fieldnote|man|girl|sir|maam|ma'am|morning|night|evening|afternoon|friday|monday|weekend|"
    r"test(?:ing)?|ping|si|no|bueno|bien|claro|muchas|todo|ya|igualmente|"
    r"thn?x|thanx|tks|tnx|ty(?:sm|vm)?|thanks?(?: (?:u|you|ya))?|np|grax|grac|appreciated?)(?!\w)"
)
_WORD = re.compile(r"[a-z0-9]")


def only_pleasant(text: str) -> bool:
    """Whether a message says nothing beyond a greeting, thanks, a nod, or talk among colleagues."""
    low = _EMOJI_NAME.sub(" ", folded(decoded(text)))
    if pattern("telling", "chatter").search(low):
        return True
    rest = _NODS.sub(" ", pattern("telling", "thanks").sub(" ", low))
    return _WORD.search(rest) is None
