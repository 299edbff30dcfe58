"""A name taken back for another: "saw Ana, excuse me, Leo", "Mrs Roy, sorry, Mrs Lee" (READING, "When")."""

from __future__ import annotations

import re

_WITHDRAWN = re.compile(
    r"[\s,.;:?(–—-]*(?:(?:no|nope|oops|whoops|wait|sorry|my mistake|my bad|my apologies|excuse me"
    r"|pardon(?: me)?|i mean|i meant|make"
    r" that|scratch that|strike that|correction|rather|actually|er|uh|um|perdon|perdona|disculpa|digo"
    r"|mejor dicho"
    r"|quiero decir|espera|me equivoque|not (?:him|her)|wrong (?:kid|name|one|child))[\s,.;:–—-]+)+"
    r"(?:(?:it|that) was (?:with )?|(?:it's|that's|its|thats) |i (?:saw|called|met) |saw |called |met "
    r"|with |w/ ?|w |for |to |con |a |era |fue "
    r"(?:con |a )?)?(?:the |la |el )?"
)


def taken_back(gap: str) -> bool:
    """Whether the words between two names say that the second stands for the first; `gap` is folded."""
    return len(gap) < 60 and _WITHDRAWN.fullmatch(gap) is not None and not gap.startswith(" no ")
