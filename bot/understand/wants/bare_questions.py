"""Words that can only ask, though the reading knows of no answer: "what is theme of the month".

They are no event and no part of a note: that there is no answer is said, and nothing is made of them.
"""

from __future__ import annotations

import re

from bot.understand.writing.text import evened

_LEAD = (
    r"^\W*(?:(?:also|and|so|ok|okay|wait|but|oh|hey|hi|quick question|question|y|pero|oye|entonces"
    r"|tambien)\W+)*"
)
_WHOM = r"(?:i|we|it|this|that|these|those|you|they|there|he|she)"
_OPENS = re.compile(
    _LEAD
    + r"(?:"
    + "|".join(
        (
            rf"(?:do|should|must|is|are|isn'?t|was) {_WHOM}(?!\w)",
            (
                r"(?:does|doesn'?t|whats|what's|what (?:is|are|does|do|if|about|counts|percent)|which"
                r"|whose)(?!\w)"
            ),
            (
                r"(?:why|how (?:do|does|many|much|come|often|long|is|are)|where (?:do|does|is|are|can)"
                r"|who (?:is|do|does|has|are)"
                r"|when (?:is|are|do|does|should|can))(?!\w)"
            ),
            (
                r"(?:que (?:es|significa|pasa|son)|cual(?:es)? (?:es|son)|por que|como (?:es|se|puedo"
                r"|hago)|cuant[oa]s?"
                r"|debo|deberia|tengo que)(?!\w)"
            ),
        )
    )
    + r")"
)
_TOLD = re.compile(
    r"[.;!\n]\s*\S+ \S|\d ?[ap]\.?m?\b|(?<!\w)(?:at|a las) \d|\d:\d\d|(?<!\w)(?:because|bc|porque)(?!\w)"
)
"""More than the question stands there, or an hour: it may tell of something."""
_LONGEST = 18


def only_asks(text: str) -> bool:
    """Whether the words are one question and tell of nothing. Pure."""
    words = evened(text).strip()
    if len(words.split()) > _LONGEST or _TOLD.search(words.rstrip(" ?!.")):
        return False
    return _OPENS.match(words) is not None
