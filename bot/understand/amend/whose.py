"""Whose hour is put right: "actually owen was 1230", "will's was yesterday"."""

from __future__ import annotations

import re

from bot.understand.amend.hours import hour_of_somebody
from bot.understand.amend.said import Said, blanked

NO_NAME = (
    r"(?!(?:last|latest|first|second|third|other|same|whole|wrong|right|new|old|previous|next|newest|only|"
    r"older|younger|little|big|baby|two|three|both|all|this|that|my|it)(?!\w))"
)
WORD = r"[^\W\d][\w.-]*"
_WHEN = (
    r"(?:\d|noon|midnight|half past|quarter|yesterday|yest|today|tonight|last |"
    r"this (?:morning|afternoon|week)|(?:mon|tues?|wed|wednes|thurs?|fri|sat|satur|sun)(?:day)?(?!\w))"
)
_WAS_WHEN = re.compile(
    rf"\W*(?:(?:the|that|my|la de|lo de|el de) )?{NO_NAME}"
    rf"(?!(?:it|that|this|she|he|they|we|visit|call|meeting|time|date|day|which|there)(?!\w))"
    rf"({WORD}(?: {WORD})??)(?:'s)?(?: (?P<note>one|visit|note|call|vm))? "
    r"(?:was|is|were|wasn't|was not|should be|should have been|should say|fue|era)"
    rf" (?:(?:at|on|from|around|like|about|by|more like|actually|really|just|a las?|de) ?)*{_WHEN}"
)
"""“Owen was 1230", "will's was yesterday": of whose note the hour is put right."""


def whose_hour(said: Said) -> tuple[int, int] | None:
    """Where somebody is named whose event's hour is put right: of them nothing else is said."""
    match = _match(said)
    return match.span(1) if match else None


def _match(said: Said) -> re.Match[str] | None:
    match = _WAS_WHEN.match(said.low, said.sentences[0].start) if said.strong else None
    return match if match and (said.led or said.olds or match["note"] or hour_alone(said)) else None


def hour_alone(said: Said) -> bool:
    """“Owen was 315 to 4”: an hour of somebody, and no word that something was wrong."""
    first = said.sentences[0]
    return not said.led and hour_of_somebody(said.low, first.start, first.end)


_NOT_BEHIND = re.compile(r"[ ,]*(?:and )?(?:not|no|instead of|en vez de)\W*$", re.IGNORECASE)
"""“Owen was 445, not 415": what was wrong is blanked, its "not" is left."""


_TRAILING = re.compile(r"[ ,]*(?:actually|sorry|i mean|my bad|en realidad|perdon|perdón)\W*$", re.IGNORECASE)


def of_the_event(said: Said) -> str:
    """What is said to hold, without whose event it is said of."""
    match = _match(said)
    new = said.new
    if match:
        new = blanked(new, ((match.start(), match.end("note") if match["note"] else match.end(1)),))
    new = _TRAILING.sub("", new) if match else new
    return _NOT_BEHIND.sub("", new) if said.olds else new
