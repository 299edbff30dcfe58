"""A meeting of one person with the worker to which that one did not come: an attempt, and no conference.

"Leo no show for office meeting 3:30": a conference is held though one of those asked stays away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.understand.events.cues import HELD
from bot.understand.patterns.quick import Quick

if TYPE_CHECKING:
    from bot.understand.events.segments import Segment

_STOOD_UP = Quick(
    r"(?<!\w)(?:CHILD|PARENT|CAREGIVER|KIN),? (?:(?:was|is|a|just|again|fue) ){0,3}"
    r"(?:no[- ]?show(?:ed|s)?|(?:did not|didn't|didnt|never|no) (?:show(?:ed)?(?: up)?|come|came"
    r"|appear(?:ed)?|make it|made it|turn(?:ed)? up|vino|llego|se presento|aparecio)|stood (?:me|us) up"
    r"|missed|blew off|falto)"
    r"(?: (?:again|today|yesterday|at all|hoy|ayer))*,? ?(?:(?:for|to|at|a|para) )?"
    r"(?:(?:our|my|an?|office|agency|nuestra|mi|una) ){1,3}(?:[\d:]+(?: ?[ap]m?)? )?"
    r"(?:meeting|appointment|check[- ]?in|session|reunion|cita)(?! (?:about|to plan|on the case))(?!\w)"
)


def did_not_come(text: str) -> bool:
    """“PARENT missed our 3:30 appointment": one person's meeting with the worker, who stayed away."""
    return _STOOD_UP.search(text) is not None


def stood_up(found: Sequence[Segment]) -> None:
    """Takes such a meeting for a visit that was to be."""
    for segment in found:
        if "conference" not in segment.kinds or set(HELD) & set(segment.kinds):
            continue
        if did_not_come(segment.text):
            segment.kinds[:] = dict.fromkeys("visit" if k == "conference" else k for k in segment.kinds)
            for clause in segment.clauses:
                clause.cues[:] = [
                    replace(cue, kind="visit") if cue.kind == "conference" else cue for cue in clause.cues
                ]
