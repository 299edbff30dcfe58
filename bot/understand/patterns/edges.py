"""Where in a text a pattern can stand at all: at its beginning only, or only so near its end.

Half of the rules' patterns look at what stands right before a name or right after it: they end with "$" or
begin with "^". `re` tries them at every letter all the same, and again for each name of a long message.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from re import _parser  # type: ignore[attr-defined]  # the only parser of these patterns there is
from typing import Any

_Item = tuple[Any, Any]
_BEGINNINGS, _ENDS = ("AT_BEGINNING", "AT_BEGINNING_STRING"), ("AT_END", "AT_END_STRING")
_FAR = 2000
"""A match that may be longer than this may as well be anywhere."""


@dataclass(frozen=True, slots=True)
class Edges:
    """`at_start`: every match begins where the text does; `reach`: so near its end, if that can be told."""

    at_start: bool = False
    reach: int | None = None


def edges_of(pattern: str) -> Edges:
    """The edges that every match of a pattern keeps to."""
    parsed = _parser.parse(pattern)
    if parsed.state.flags & _parser.SRE_FLAG_MULTILINE:
        return Edges()
    items, longest = list(parsed), int(parsed.getwidth()[1])
    # "$" may stand before a last line break.
    reach = longest + 1 if longest < _FAR and _keeps_to(items, _ENDS, -1) else None
    return Edges(_keeps_to(items, _BEGINNINGS, 0), reach)


def _keeps_to(items: Sequence[_Item], edges: tuple[str, ...], place: int) -> bool:
    """Whether a stretch begins (ends) with the text's edge, whichever way it is gone through."""
    if not items:
        return False
    name, held = str(items[place][0]), items[place][1]
    if name == "AT":
        return str(held) in edges
    if name == "SUBPATTERN":
        return not held[1] and _keeps_to(list(held[3]), edges, place)
    return name == "BRANCH" and all(_keeps_to(list(branch), edges, place) for branch in held[1])
