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
