"""A question behind what it is asked for: "kid has a fever, whats the doctors number".

It asks as long as nothing before it tells an event: no hour, no other day, no verb in the past.
"""

from __future__ import annotations

import re

from bot.understand.patterns.quick import Quick
from bot.understand.wants.saying import CLOCK, Words, found, past_verb

_QUESTION = Quick(
    r"(?<!\w)(?:(?:and|but|so|y|pero) )?(?:what(?:'s| is| are)|what name"
    r"|who(?:'s| is| are| do| am i| should i)|where(?:'s| is| do| does)|when(?:'s| is)|which"
    r"|(?:can|could) (?:you|someone|somebody)|do (?:you|we) have"
    r"|(?:i )?(?:just )?need (?:her|his|their|the|a) (?!visit)"
    r"|(?:i )?(?:can't|cannot|can not|don't|do not) (?:remember|recall|find|know|have|see)|(?:i )?forgot"
    r"|cual es|quien es|donde (?:vive|esta|queda)|me das|necesito (?:su|el|la)|tienes"
    r"|no (?:se|recuerdo|me acuerdo|encuentro|tengo))(?= )"
)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:ask(?:s|ed|ing)?|tell(?:s|ing)?|told|know(?:s|ing)?|find(?:ing)? out|figure|sure|says?|said"
    r"|wonder\w*|understand|see|about|on|of|pregunt\w+|dij\w+|dec\w+|sab\w+)(?: \w+){0,2} ?$"
)
"""Before a question that somebody else asks, or answers."""
_CALLER = re.compile(
    r"(?:caller|she|he|they|someone|somebody|lady|man|woman|llama\w*) (?:\w+ )?(?:says|is saying|dice)\b"
)
_AT_THE_DOOR = Quick(
    r"(?<!\w)(?:nadie|no one|nobody)(?:'s| is| me)? (?:abre|contesta|responde|answering|opening"
    r"|picking up|home)(?!\w)"
)
_FACTS = ("phone", "address", "alerts", "worker", "supervisor", "who_at", "on_call", "next_hearing")
_NAMED = re.compile(r"(?<!\w)(?:who|name|nombre|quien|school|doctor|DOC|PRO|SCHOOLSTAFF)(?!\w)")
_MOST_BEFORE, _MOST = 14, 16


def asked_behind(words: Words) -> bool:
    """Whether a fact is asked for behind what only says why."""
    if words.past_date or words.future_date or words.alarm.crisis or words.alarm.concern:
        return False
    return any(_asks(words.text, match) for match in _QUESTION.finditer(words.text))


def _asks(text: str, match: re.Match[str]) -> bool:
    before, piece = text[: match.start()], text[match.start() :]
    if not before.strip() or len(before.split()) > _MOST_BEFORE or len(piece.split()) > _MOST:
        return False
    caller = _CALLER.match(before) is not None
    if (
        CLOCK.search(text)
        or past_verb(_AT_THE_DOOR.sub(" ", _CALLER.sub(" ", before)))
        or past_verb(piece[match.end() - match.start() :])
    ):
        return False
    if _OF_OTHERS.search(before.rstrip(" ,;")) and not (caller and before.rstrip().endswith(",")):
        return False
    return any(found("asking", key, piece) for key in _FACTS) or _NAMED.search(piece) is not None


def of_others(before: str) -> bool:
    """Whether what stands before a question makes it somebody else's ("she asked", "told me")."""
    return _OF_OTHERS.search(before.rstrip(" ,;")) is not None
