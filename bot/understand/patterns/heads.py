"""With which letters the words begin that a pattern must find, read off the pattern itself.

Most of the rules' patterns are about words that most messages do not hold. What a match must hold is told
here as a set of keys, each the first one to three letters of a word: where no word of a text begins with one
of them, the pattern cannot match. Digits stand as "0". The standard library's own parser takes the pattern
apart; whatever is not understood here counts as "may be anything": a key is never wrong, only missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from re import _parser  # type: ignore[attr-defined]  # the only parser of these patterns there is
from typing import Any

LETTERS = 3
"""So many letters of a word make a key."""
_MOST = 600
"""More keys than these would be looked for in vain: nearly every text has one."""
_RARE = {1: 40, 2: 6, 3: 1}
"""How much more often a key of so many letters is met."""
_WORD = re.compile(r"\w")
_EDGES = ("AT_BOUNDARY", "AT_BEGINNING", "AT_BEGINNING_STRING")
"""Where these hold, no letter stands before a letter that follows."""
_Item = tuple[Any, Any]
_Heads = frozenset[tuple[str, bool]]
"""How a stretch of a pattern may begin, and whether what follows it in the pattern comes next."""
_ANYTHING: _Heads = frozenset({("", False)})
_NOTHING: _Heads = frozenset({("", True)})


@dataclass(frozen=True, slots=True)
class Keys:
    """One of `keys` begins a word of every match; `first`: the first word of every match."""

    keys: frozenset[str]
    first: bool


def keys_of(pattern: str) -> Keys | None:
    """The keys of a pattern, None where nothing can be told."""
    parsed = _parser.parse(pattern)
    if parsed.state.flags & (re.IGNORECASE | re.VERBOSE | re.ASCII):
        return None
    items = list(parsed)
    whole = _begins_word(items)
    first = _named(_heads(items)) if whole else None
    if first is not None:
        return Keys(first, first=True)
    needed = _needed(items, at_word=whole)
    return Keys(needed, first=False) if needed is not None else None


def _begins_word(items: Sequence[_Item]) -> bool:
    """Whether a match can begin only where no letter stands before it."""
    for item in items:
        if _is_bare(item):
            if _ends_word(item, at_word=False):
                return True
            continue
        name, held = str(item[0]), item[1]
        if name == "SUBPATTERN":
            return _begins_word(list(held[3]))
        return name == "BRANCH" and all(_begins_word(list(branch)) for branch in held[1])
    return False


def _is_bare(item: _Item) -> bool:
    """Whether an item takes no letters: it only looks at what stands around."""
    name, held = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return all(_is_bare(inside) for inside in held[3])
    if name == "BRANCH":
        return all(_is_bare(inside) for branch in held[1] for inside in branch)
    return name in ("AT", "ASSERT", "ASSERT_NOT")


def _named(heads: _Heads) -> frozenset[str] | None:
    """The heads as keys where all of them begin with a letter."""
    if len(heads) > _MOST or not all(head and _WORD.match(head) for head, _ in heads):
        return None
    return frozenset(head for head, _ in heads)


def _heads(items: Iterable[_Item]) -> _Heads:
    """How a stretch may begin, up to as many letters as a key has."""
    found = _NOTHING
    for item in items:
        going_on = [head for head, goes_on in found if goes_on]
        if not going_on:
            break
        after = _heads_of(item)
        found = frozenset(one for one in found if not one[1]) | {
            _joined(head, more, goes_on=goes_on) for head in going_on for more, goes_on in after
        }
        if len(found) > _MOST:
            return _ANYTHING
    return found


def _joined(head: str, more: str, *, goes_on: bool) -> tuple[str, bool]:
    whole = head + more
    return whole[:LETTERS], goes_on and len(whole) < LETTERS


def _heads_of(item: _Item) -> _Heads:
    name, held = str(item[0]), item[1]
    if name == "LITERAL":
        letter = chr(held)
        return frozenset({("0" if letter.isdecimal() else letter, True)})
    if name == "IN":
        return _any_of(held)
    if name == "BRANCH":
        return frozenset().union(*(_heads(branch) for branch in held[1]))
    if name == "SUBPATTERN":
        return _ANYTHING if held[1] else _heads(held[3])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inside = held
        once = _heads(inside)
        if most != 1:
            once = frozenset((head, False) for head, _ in once)
        return once if least else once | _NOTHING
    if name == "ATOMIC_GROUP":
        return _heads(held)
    return _NOTHING if name in ("AT", "ASSERT", "ASSERT_NOT") else _ANYTHING


def _any_of(held: Sequence[_Item]) -> _Heads:
    """The letters of a [class], if they are few."""
    letters: set[str] = set()
    for kind, what in held:
        if str(kind) == "LITERAL":
            letters.add(chr(what))
        elif str(kind) == "RANGE" and what[1] - what[0] <= 26:  # a to z
            letters |= {chr(code) for code in range(what[0], what[1] + 1)}
        elif str(kind) == "CATEGORY" and str(what) == "CATEGORY_DIGIT":
            letters.add("0")
        else:
            return _ANYTHING
    return frozenset(("0" if letter.isdecimal() else letter, True) for letter in letters)


def _needed(items: Sequence[_Item], *, at_word: bool) -> frozenset[str] | None:
    """Keys of which every match of a stretch has one, the rarest that can be told."""
    best: frozenset[str] | None = None
    for place, item in enumerate(items):
        choices = [_named(_heads(items[place:])) if at_word else None, _needed_of(item, at_word=at_word)]
        for keys in choices:
            if keys is not None and (best is None or _frequent(keys) < _frequent(best)):
                best = keys
        at_word = _ends_word(item, at_word=at_word)
    return best


def _needed_of(item: _Item, *, at_word: bool) -> frozenset[str] | None:
    name, held = str(item[0]), item[1]
    if name == "SUBPATTERN":
        return None if held[1] else _needed(list(held[3]), at_word=at_word)
    if name == "ASSERT":
        return _needed(list(held[1]), at_word=at_word and held[0] > 0)
    if name in ("MAX_REPEAT", "MIN_REPEAT") and held[0]:
        return _needed(list(held[2]), at_word=False)
    if name != "BRANCH":
        return None
    found = [_needed(list(branch), at_word=at_word) for branch in held[1]]
    keys = frozenset().union(*(one for one in found if one is not None))
    return keys if len(keys) <= _MOST and all(one is not None for one in found) else None


def _frequent(keys: frozenset[str]) -> int:
    # A role ("CHILD") stands in nearly every message.
    return sum(_RARE[1 if key.isupper() else len(key)] for key in keys)


def _ends_word(item: _Item, *, at_word: bool) -> bool:
    """Whether no letter can stand before a letter that follows the item."""
    name, held = str(item[0]), item[1]
    if name == "LITERAL":
        return not _WORD.match(chr(held))
    if name == "IN":
        return _holds_no_letter(held)
    if name == "AT":
        return at_word or str(held) in _EDGES
    if name == "ASSERT":
        return at_word or (held[0] < 0 and _all_end(list(held[1]), at_word=False))
    if name == "ASSERT_NOT":
        return at_word or (held[0] < 0 and _is_any_letter(list(held[1])))
    if name == "SUBPATTERN":
        return _all_end(list(held[3]), at_word=at_word)
    if name == "BRANCH":
        return all(_all_end(list(branch), at_word=at_word) for branch in held[1])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return (at_word or held[0] > 0) and _all_end(list(held[2]), at_word=False)
    return False


def _all_end(items: Sequence[_Item], *, at_word: bool) -> bool:
    for item in items:
        at_word = _ends_word(item, at_word=at_word)
    return at_word


def _is_any_letter(items: Sequence[_Item]) -> bool:
    return (
        len(items) == 1
        and str(items[0][0]) == "IN"
        and str(items[0][1][0][0]) != "NEGATE"
        and any(str(kind) == "CATEGORY" and str(what) == "CATEGORY_WORD" for kind, what in items[0][1])
    )


def _holds_no_letter(held: Sequence[_Item]) -> bool:
    """Whether a [class] holds signs and blanks only."""
    if str(held[0][0]) == "NEGATE":
        return any(str(what) == "CATEGORY_WORD" for kind, what in held[1:] if str(kind) == "CATEGORY")
    return all(
        (str(kind) == "LITERAL" and not _WORD.match(chr(what)))
        or (str(kind) == "CATEGORY" and str(what) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"))
        for kind, what in held
    )
