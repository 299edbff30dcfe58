"""The words of remarks, kept as data (`data/amending.toml`) and compiled when first asked for.

Over `text.folded` (names still stand in it), so offsets are those of what was typed.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understand.patterns.lexicon import table

FULL_STOP = r"(?<!\bms)(?<!\bmr)(?<!\bdr)(?<!\bmrs)\.(?=\s|$)"
"""A full stop that is none of a title's."""


def fragments(key: str) -> list[str]:
    """The fragments listed under `key` ("a" or "a.b")."""
    found = table("amending")
    for part in key.split("."):
        found = found[part]
    return list(found)


@cache
def words(key: str) -> re.Pattern[str]:
    """Any of the fragments under `key`, as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(fragments(key))})(?!\w)")


@cache
def little(key: str) -> frozenset[str]:
    """The words listed under `key`, which say nothing by themselves."""
    return frozenset(str(table("amending")[key]).split())


@cache
def before(key: str) -> re.Pattern[str]:
    """Any of the fragments under `key` at the end of a text, little words and a name's partner behind it."""
    little = r"(?:(?:that|a|al|que|the|el|la|los|las|her|his|su|my|both|[\w'.]{1,20} (?:and|y|&)) ){0,4}"
    return re.compile(rf"(?<!\w)(?:{'|'.join(fragments(key))})[\s:,]{{1,3}}{little}$")


@cache
def wrong() -> re.Pattern[str]:
    """Words behind which stands what was wrong."""
    return re.compile("|".join(rf"(?<!\w)(?:{fragment})" for fragment in fragments("old")))


@cache
def wrong_ends() -> re.Pattern[str]:
    """Where it ends."""
    return re.compile(rf"[,;:!?\n]|{FULL_STOP}|\s(?:{'|'.join(fragments('old_ends'))})(?!\w)")
