"""“Drove back by at 5:45, same thing": the home that nobody opened is tried again, a visit of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.understand.events.clauses import Clause, event_times
from bot.understand.events.cues import BY_WIRE, HELD

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

AGAIN = "again"
"""The kind of an event that is an attempt made once more, beside those of the first one."""
_BACK_THERE = re.compile(
    r"\W*(?:(?:and|then|so|but|i|we|y|luego|later|finally|pero|just) ){0,3}"
    r"(?:(?:went|came|drove|swung|stopped|circled|headed|got|ran|popped|dropped|run|go|come)(?: on| right)? "
    r"(?:back|by again|again|over again|by (?:a )?(?:second|2nd|third|3rd) time|by once more)"
    r"|(?:was |were )?back (?:at|by|there|@)|returned|"
    r"(?:regrese|volvi|volvimos|regresamos|pase|fui|pasamos) ?(?:(?:otra vez|de nuevo|mas tarde|a pasar|a "
    r"las?|"
    r"como a las?))|regrese|volvi)(?!\w)"
)
_TRIED_AGAIN = re.compile(
    r"\W*(?:(?:and|then|so|but|i|we|y|luego) ){0,3}(?:tried (?:again|back|once more|a second time)"
    r"|(?:second|2nd|third|3rd) (?:try|attempt)|intente (?:otra vez|de nuevo)|segundo intento)(?!\w)"
)
_MISSED_AGAIN = re.compile(
    r"(?<!\w)(?:same(?: (?:thing|deal|story|result))?|(?:still|again) (?:nobody|no one|no answer|nothing"
    r"|empty|dark|no|not home|gone)|nobody|no one|no answer|nothing|no luck|nada|nadie|igual|lo mismo|tampoco"
    r"|todavia no)(?!\w)"
)

# "Stopped by PARENT 3pm not there".
_NOT_THERE = re.compile(r"(?:\d|\d ?[ap]m?),? (?:was )?(?:not (?:there|home)|no estaba)(?= *(?:$|[.,;]))")


def returned_to(clause: Clause, told: Sequence[Segment]) -> Segment | None:
    """The visit told before, to which nobody came, where a clause tells that it was tried again."""
    going = _BACK_THERE.match(clause.text) is not None
    if not going and not _TRIED_AGAIN.match(clause.text):
        return None
    if not any(t.starts_at for t in event_times(clause)):
        return None
    for before in reversed(told):
        wired = bool(before.ways) and before.ways <= {*BY_WIRE, "mail"}
        if not wired:
            missed = before.again or any(
                c.says("outcome.attempted") or _NOT_THERE.search(c.text) for c in before.clauses
            )
            return before if missed and before.timed and not set(HELD) & set(before.kinds) else None
        if not going:
            return None
    return None


def missed_again(text: str) -> bool:
    """Whether the words of another try say that it was as the one before."""
    return _MISSED_AGAIN.search(text) is not None
