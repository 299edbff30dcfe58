"""Which reports a crisis may call for, by its words: a checklist is offered, nothing is concluded."""

from __future__ import annotations

import re

from bot.understand.danger.lifeless import unreal, without_grown_dead, without_lifeless
from bot.understand.patterns.lexicon import pattern
from bot.understand.writing.text import folded

KINDS = ("death", "missing_child", "abuse", "serious_injury")
_BEFORE = 3


def incidents_in(text: str) -> tuple[str, ...]:
    """Keys of `rules.incidents.Incident` that the words tell, the gravest first; denied ones do not count.

    A death is no injury as well, nor is what somebody did to a child.
    """
    low = without_lifeless(folded(text).replace("’", "'"))
    told = tuple(kind for kind in KINDS if _tells(low, kind))
    return tuple(k for k in told if k != "serious_injury" or not {"death", "abuse"} & set(told))


def harms_self(text: str) -> bool:
    """Whether a child is told to be a danger to himself: 988 or mobile crisis, no hotline by itself."""
    low = folded(text).replace("’", "'")
    return any(pattern(*key).search(low) for key in (("alarm", "selfharm"), ("incidents", "self_harm")))


def _tells(text: str, kind: str) -> bool:
    negation = pattern("incidents", "not")
    if kind == "death":
        text = without_grown_dead(text)
    found = [match for match in pattern("incidents", kind).finditer(text) if not _of_a_thing(text, match)]
    if kind == "serious_injury" and pattern("incidents", "illness").search(text):
        found = [match for match in found if not pattern("incidents", "treated").fullmatch(match.group())]
    if kind == "death":
        found = [match for match in found if not unreal(text, match.end())]
    return any(not negation.search(" ".join(text[: m.start()].split()[-_BEFORE:])) for m in found)


def _of_a_thing(text: str, match: re.Match[str]) -> bool:
    """“Smoke detector missing", "his glasses are missing": no child is."""
    if not match.group().startswith("missing"):
        return False
    return any(
        thing.start() < match.start() < thing.end() for thing in pattern("incidents", "things").finditer(text)
    )
