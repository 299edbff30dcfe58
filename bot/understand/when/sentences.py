"""Where the sentences of a text in canonical words start."""

from __future__ import annotations

import re
from bisect import bisect_right

# The sign first and what must not stand before it after that: a look-behind at every letter is dear.
_SENTENCE = re.compile(
    r"[.!?](?=\s|$|[a-z]{2})(?<!\b(?:mr|ms|dr|sr|st|re)[.!?])(?<!\b(?:mrs|sra)[.!?])(?<![ap]\.m[.!?])|\n|;|•"
    r"| - (?=(?:i|we|then|saw|met|visited|called|phoned|texted|left|tried|spoke|talked|tc|hv|"
    r"supervised|home visit)\b)"
    r"|(?<=[ap]\.m)\.(?= (?:i|he|she|we|they|fm|mom|dad|ms|mr|mrs|dr|spoke|called|saw|met|visited|"
    r"then|no|next|the|hoy|la|el|llame|vi|visite)\b)"
)


def clause(text: str, at: int, starts: list[int]) -> str:
    """The words of the same sentence before canonical offset `at` (at most 110 characters)."""
    return text[max(starts[bisect_right(starts, at) - 1], at - 110) : at]


def sentences(text: str) -> list[int]:
    """The offsets at which sentences start."""
    return [0, *(m.end() for m in _SENTENCE.finditer(text))]


# "… antes de eso a las ~3 pase por", "and a las ~4 vi a": dictated without a stop, an hour and what I did.
_DID = (
    r"(?:la |lo |le |los |las |les )?(?:fui|vi|visite|pase|llame|hable|recogi|lleve|supervise|tuve|mande|"
    r"estuve (?:con|en|donde)|escribi|devolvi|(?:ya )?pude|volvi|regrese|llegue|deje|hice)(?!\w)"
)
_MY_DAY = r"(?:today|yesterday|(?:el |este )?wd[a-z]{3}),?"
_CLOCK = (
    r"(?:como )?a las? ~?\d[\d:]*(?: and (?:media|cuarto|~?\d+)| menos ~?\w+)?"
    r"(?: (?:de|en|por) la \w+| en punto| ?[ap]m)?"
)
_MY_HOUR = re.compile(
    r"(?<!\w)(?<!que )(?:(?:and|pero) )?(?:(?:despues|luego|antes de eso|mas tarde|afterwards),? )?(?:yo )?"
    rf"(?:(?:{_MY_DAY} ){{0,2}}{_CLOCK} |(?:today|yesterday)(?: {_MY_DAY})? )(?:yo )?{_DID}"
)


def statements(text: str) -> list[int]:
    """`sentences`, and where in words without a stop somebody's next hour begins with what she did."""
    return sorted({*sentences(text), *(m.start() for m in _MY_HOUR.finditer(text))})
