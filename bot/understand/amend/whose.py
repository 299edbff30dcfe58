"""Whose hour is put right: "actually owen was 1230", "will's was yesterday"."""

from __future__ import annotations

import re

from bot.understand.amend.said import Said

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
    r"(?:was|is|were|should be|should have been|should say|fue|era)"
    rf" (?:(?:at|on|from|around|like|about|by|more like|actually|really|just) ?)*{_WHEN}"
)
"""“Owen was 1230", "will's was yesterday": of whose note the hour is put right."""


def whose_hour(said: Said) -> tuple[int, int] | None:
    """Where somebody is named whose event's hour is put right: of them nothing else is said."""
    match = _WAS_WHEN.match(said.low, said.sentences[0].start) if said.strong else None
    return match.span(1) if match and (said.led or said.olds or match["note"]) else None
