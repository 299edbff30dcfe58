"""A look-up's reason said in words: the button's own ("crisis call", "medical"), or "its for placement"."""

from __future__ import annotations

import re

from bot.understand.writing.text import decoded, folded

_LEADS = (
    r"(?:(?:its|it's|it is|for|por|para|es|a|an|the|una?|la|el|reason|razon|because|bc|cuz|this is|just|"
    r"ok|yes|"
    r"si)[ ,:]+)*"
)
_TAIL = r"(?: (?:reason|reasons|matter|issue|pls|please|thx|thanks|por favor))*\W*"
_REASONS = {
    "crisis": r"crisis(?: call)?|llamada de crisis",
    "placement": r"(?:re)?placement(?: (?:change|move|call))?|colocacion|ubicacion",
    "medical": r"medical(?: (?:call|question))?|doctor|hospital|er|medic[oa]",
    "police": r"police(?: or court| call)?|court(?: (?:call|hearing))?|policia(?: o corte)?|corte|tribunal",
    "other": r"other(?: reason)?|otr[oa](?: razon)?",
}
_READ = {key: re.compile(rf"\W*{_LEADS}(?:{words}){_TAIL}") for key, words in _REASONS.items()}
_LONGEST = 60


def reason_in(text: str) -> str | None:
    """The key of the reason that is all that the words say; None where they say anything else."""
    low = folded(decoded(text)) if len(text) <= _LONGEST else ""
    return next((key for key, words in _READ.items() if words.fullmatch(low)), None)
