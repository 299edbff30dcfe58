"""“Just Nia, Malik was at karate": of the children on a note one was there, and the other elsewhere."""

from __future__ import annotations

import re

from bot.understand.names.words import is_word

_ONLY_ONE = re.compile(
    r"(?:(?:it was|i saw|saw|i|era|fue|vi a?|with|con) )?(?:just|only|solo|solamente|nada mas|nomas)"
    r"(?: (?:with|saw|it was|con|a|vi a))? ([^\W\d][\w'’-]+)"
    r"(?: (?:was )?(?:there|home|here|present)| estaba(?: ahi)?)?"
    r"(?:[,;.–-]+ ?| ?(?:because|bc|since|porque) )"
)
_ELSEWHERE = re.compile(
    r"(?:'s)?,? (?:(?:was|were|is|are|had gone|stayed|estaba|andaba|esta|se quedo)(?: still)?"
    r" (?:at|in|out|away|with|on|off|sick|asleep|sleeping|not|home|gone|absent|en|con|de|fuera|enferm\w+)"
    r"|(?:was|were)(?:n't|nt) |had |has |went |stayed |(?:didn't|did not|couldn't) (?:come|make|show|go)"
    r"|at |out |tenia |tiene |fue a"
    r"|no (?:vino|estaba|fue|llego))"
)
_OTHER = re.compile(rf"(?<=\w)(?:{_ELSEWHERE.pattern})")
_ITS_TIME = re.compile(r"\d|(?<!\w)(?:today|yesterday|tonight|hoy|ayer|anoche|\w+day|noon)(?!\w)")


def only_one(text: str, low: str, start: int, end: int) -> int | None:
    """Where the words about the other one begin, where they tell no day or hour; None: it is not so said."""
    found = _ONLY_ONE.match(low, start, end)
    if found is None or _ITS_TIME.search(low, start):
        return None
    name = text[slice(*found.span(1))]
    named = name[:1].isupper() or not is_word(found[1])
    return found.end() if named and _OTHER.search(low, found.end()) else None


def is_elsewhere(rest: str) -> bool:
    """Whether the words behind a name say that its bearer was somewhere else."""
    return _ELSEWHERE.match(rest) is not None
