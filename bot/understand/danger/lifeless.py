"""What dies and is no child: a phone, a car, the line, a pet. Nobody is to be told of a death for it."""

from __future__ import annotations

import re
from functools import cache

from bot.understand.patterns.lexicon import pattern, table
from bot.understand.patterns.quick import Quick

_DYING = Quick(
    r"(?<!\w)(?:dead|died|dying|dies|killed|kills|killing|passed away|deceased|murio|murieron|fallecio"
    r"|muert[oa]s?)(?!\w)"
)
_STILL = (
    r"(?:(?:is|was|were|are|r|just|also|had|has|almost|nearly|abt|about|went|goes|going|gone|be|been|being|now"
    r"|all|both|basically|totally|completely|already|finally|got|kept|keeps|apparently|prob|probably|must|have"
    r"|again|on (?:me|him|her|us|them)|off|low|low (?:and|n)|off (?:and|n)|suddenly|se|le|les|me|nos|esta"
    r"|estaba|ya|que|tambien) ){0,4}"
)
_OWNER = r"(?: de (?:(?:la|el|su|mi) )?[\w']+(?: [\w']+)?)?"
_DEAD_BESIDE = (
    r"end|air|zone|spot|weight|tired|serious|set|silent|silence|quiet|asleep|sleep|wrong|broke|drunk|sober|beat"
    r"|bolt|last|center|bugs?|roach\w*|flies|squirrel|raccoon|pigeon|even|against"
)
# "Found him in the car dead": where somebody was, and no thing that died.
_WHERE = re.compile(
    r"(?<!\w)(?:in|inside|near|by|under|behind|beside|from|of|off|at|on|en)(?: [\w']+){0,2} $"
)
# "Baby n grandma died": the child too.
_JOINED = re.compile(r"(?<!\w)(?:and|n|&|y|e|plus) (?:(?:the|his|her|their|su|el|la) )?$")


def without_lifeless(text: str) -> str:
    """The folded text without what it tells of things and animals that died; as long as before."""
    return _blanked(_of_things(), text, _WHERE) if _DYING.search(text) else text


def without_grown_dead(text: str) -> str:
    """The folded text without grown relatives who died, unless a child is named in one breath."""
    return _blanked(_of_grown(), text, _JOINED) if _DYING.search(text) else text


def unreal(text: str, end: int) -> bool:
    """“Wishes she was dead", "could have died": nobody has; `end`, where the word of death ends."""
    words = " ".join(text[:end].split()[-6:])
    return any(match.end() == len(words) for match in pattern("incidents", "unreal").finditer(words))


@cache
def _of_things() -> Quick:
    thing = "(?:" + "|".join(table("incidents")["lifeless"]) + ")"
    died = r"(?:dead|died|dying|dies|passed away|murio|murieron|muert[oa]s?)"
    return Quick(
        rf"(?<!\w){thing}(?:'?s)?{_OWNER} {_STILL}{died}(?!\w)"
        rf"|(?<!\w)(?:se )?(?:(?:le|les|me|nos) )?(?:murio|murieron) (?:ya )?(?:el|la|los|las|sus?|mi|una?)"
        rf" {thing}(?!\w)"
        rf"|(?<!\w)dead (?:{thing}|{_DEAD_BESIDE})(?!\w)"
        rf"|(?<!\w)kill(?:ed|s|ing) (?:(?:the|his|her|my|their|our) )?(?:time|it|{thing})(?!\w)"
        rf"|(?<!\w){thing} (?:[\w%']+ ){{0,5}}?(?:n|and|then|but|cuz|so) (?:then )?(?:it|that)"
        r" (?:just |also |has )?died(?!\w)"
    )


@cache
def _of_grown() -> Quick:
    grown = "(?:" + "|".join(table("incidents")["grown"]) + ")"
    return Quick(
        rf"(?<!\w){grown}(?:'?s)? {_STILL}(?:dead|died|passed away|deceased|killed|fallecio|murio)(?!\w)"
        rf"|(?<!\w)(?:murio|fallecio) (?:su|el|la|mi) {grown}(?!\w)"
    )


def _blanked(words: Quick, text: str, unless: re.Pattern[str]) -> str:
    for match in list(words.finditer(text)):
        if not unless.search(text[: match.start()]):
            text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    return text
