"""Where the words of what was arranged begin: "… and the 30 day conference is set for", "his visit is".

Told behind what happened, often without a comma before it. Over canonical words of either sort, the reading's
(`words.Plain`, with labels) and those of time (`when.canon`, with `§` for a name).
"""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

_NOUN = (
    r"(?:(?:visit|meeting|conference|review|conf|mtg)s?(?! (?:room|plan|notes?))|visitas?|reunion|conferencia"
    r"|junta|fv|hv|spr|ftc|ftm|cft|cftm|tdm|72 ?(?:hour|hr)s?|30 ?days?|family team (?:meeting|conference))"
)
_THEIRS = (
    "court|judicial|permanency|status|progress|school|iep|doctor|dr|dentist|dental|clinic|hospital|medical|"
    "wellness|well|college|er|therapy|annual|teacher|PERSON|DOC|PRO"
)
_NOT_THEIRS = "".join(rf"(?<!\b{word} )" for word in _THEIRS.split("|"))
_WHOSE = (
    r"(?:the|la|el|his|her|their|our|my|su|sus|a|una|next|nxt|new|proxima|nuestra|(?:(?:FAMILY|"
    r"PARENT|CAREGIVER|KIN|CHILD|§)(?:'?s)?|[A-Z]{3,}'s)|[a-z]{2,12}'s)"
)
_SORT = (
    r"(?:supervised|family|sibling|sib|make[- ]?up|home|case|team|planning|birthday|first|weekly|"
    r"service plan|"
    r"office|overnight|weekend|day|(?:~?\d+|thirty|seventy two)[ -](?:day|hour|hr|month))"
)
_ARRANGED = Quick(
    rf"(?<![\w'])(?:(?:and|y|but|so|"
    rf"pero) )?(?:(?:{_WHOSE} ){{0,3}}(?:{_SORT} ){{0,2}}{_NOT_THEIRS}{_NOUN}(?!\w)"
    r"|(?:i (?:am|will) )?(?:going to|planning to|scheduled to|will|due back to) (?:see|visit|catch)(?!\w)"
    r"|(?:(?:the|a|our|new|next) )?(?:make[- ]?up|reset|resched(?:uled|ule)?|new date|next (?:one|"
    r"time))(?!\w)"
    r"|(?:i|we) (?:will|would|could|can|'ll|are going to) (?:just )?(?:move|push|reschedule|switch|do|"
    r"make) (?:it|that|the))"
)
_UP_TO_IT = Quick(
    r"(?:[ ,:@-]|(?<!\w)(?:is|are|was|es|sera|will be|it|that|them|set|sched|scheduled|still|on|for|at|to|"
    r"until|this|next|el|la|the|los|las|los dos|con|de|para|sigue|en pie|queda|pm|am|back|both|kids|boys|"
    r"girls|ninos|twins|and|y|with|w|of|her|him|us|me|here|mom|dad|visit|conference|home|office|our|su|sus|a|"
    r"[A-Z]{3,}(?:'s)?|§(?:'?s)?|¤|~?\d[\d:/]*|wd[a-z]{3}|[a-z]{3,6}day|[ap]\.?m\.?)(?!\w))*"
)
_MOST = 60


def arranged_from(text: str, at: int) -> int | None:
    """The offset at which the words begin that arrange what is at the time at `at`; None where none do."""
    floor = max(0, at - 2 * _MOST)
    for match in reversed(list(_ARRANGED.finditer(text, floor, at))):
        if at - match.end() <= _MOST and _UP_TO_IT.fullmatch(text, match.end(), at):
            return match.start()
    return None


# "CAREGIVER rescheduled tomorrow's visit to": whose sentence it is.
_MOVES = Quick(r"(?:rescheduled|moved|pushed|switched|changed|shifted|movio|cambio|paso)(?!\w)")
_WHO_MOVES = Quick(
    r"(?:^|[.!?;\n]) ?(?:(?:and|also|then|but|y|tambien|pero) )?(?:(?:the|la|el) )?[A-Z]{3,} "
    rf"(?P<verb>(?:(?:just|had to|also|asked to|already) )*{_MOVES.pattern} )?$"
)
_I_WILL = Quick(r"(?:i|we) (?:am (?:going|planning) to|will|going to) (?:see|visit)(?!\w)")
# "CHILD i | will see thursday": who is to be seen, before the sender's own verb.
_SEEN_LATER = Quick(
    r"(?:^|[.!?;,\n] ?|(?<!\w)(?:but|and|pero) )(?P<who>(?:(?:but|and|pero) )?[A-Z]{3,}"
    r"(?:,? (?:and|&) [A-Z]{3,})?,? (?:(?:i|we) )?)$"
)


def with_subject(text: str, start: int) -> int:
    """Where the sentence begins of which words that arrange something are the verb; else `start`."""
    seen = _SEEN_LATER.search(text, max(0, start - 60), start)
    if seen is not None and _I_WILL.match(text, start - 2 if seen["who"].endswith(" i ") else start):
        return seen.start("who")
    led = _WHO_MOVES.search(text, max(0, start - 60), start)
    if led is None or not (led["verb"] or _MOVES.match(text, start)):
        return start
    return led.start() + (1 if text[led.start()] in ".!?;\n" else 0)


def arranging(left: str) -> str:
    """The words before a time, from where those of a visit arranged begin; all where none do."""
    return left[arranged_from(left, len(left)) or 0 :]
