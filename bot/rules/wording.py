"""Advice on wording before a note is submitted (DOMAIN 8): never a block, never a rewrite.

The words stand in data/wording.toml. What a worker puts as an opinion, what somebody else is said to have
said, and words in quotation marks raise nothing; nor do "denies" and "no SI".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "data" / "wording.toml"
SENTENCE_END = re.compile(r"(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)[.!?]+(?=\s|$)|[\n;]", re.IGNORECASE)
QUOTED = re.compile(r"[\"“«][^\"”»\n]{1,400}[\"”»]")
STRAIGHT = str.maketrans("’‘", "''")


class Advises(StrEnum):
    """What an advice is about; PART2 suggests the tag that keeps a note out of lookups."""

    JUDGEMENT = "judgement"
    STATE_AS_FACT = "state_as_fact"
    CONCLUSION = "conclusion"
    RUMOUR = "rumour"
    DIAGNOSIS = "diagnosis"
    REPORTER = "reporter"
    PART2 = "part2"


@dataclass(frozen=True, slots=True, order=True)
class Advice:
    """One place in the narrative, [start, end), and one sentence about it."""

    start: int
    end: int
    about: Advises
    sentence: str


@dataclass(frozen=True, slots=True)
class _Rule:
    about: Advises
    sentence: str
    pattern: re.Pattern[str]
    silenced_by: re.Pattern[str] | None


def advise(narrative: str) -> tuple[Advice, ...]:
    """The advices on a narrative in order of place, at most one a place and kind; the text is not changed."""
    return _found(narrative, frozenset(Advises) - {Advises.PART2})


def suggests_part2(narrative: str) -> tuple[Advice, ...]:
    """The words that suggest substance-use treatment (42 CFR Part 2); the author decides on the tag."""
    return _found(narrative, frozenset({Advises.PART2}))


def _found(narrative: str, kinds: frozenset[Advises]) -> tuple[Advice, ...]:
    text = narrative.translate(STRAIGHT)  # one character for one: the places stay the same
    quoted = [match.span() for match in QUOTED.finditer(text)]
    rules = [rule for rule in _rules() if rule.about in kinds]
    return tuple(
        sorted({a for s in _sentences(text) for rule in rules for a in _hits(rule, text, s, quoted)})
    )


def _hits(
    rule: _Rule, text: str, sentence: tuple[int, int], quoted: list[tuple[int, int]]
) -> Iterator[Advice]:
    if rule.silenced_by and rule.silenced_by.search(text, *sentence):
        return
    for match in rule.pattern.finditer(text, *sentence):
        inside = any(start <= match.start() < end for start, end in quoted)
        if not inside or rule.about in {Advises.REPORTER, Advises.PART2}:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Advice(start, match.end(), rule.about, rule.sentence)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The [start, end) of each sentence; "Dr." and the like end none."""
    start = 0
    for match in SENTENCE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


@cache
def _rules() -> tuple[_Rule, ...]:
    data = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    near: dict[str, list[str]] = data.pop("near")
    return tuple(_rule(Advises(name), table, near) for name, table in data.items())


def _rule(about: Advises, table: dict[str, Any], near: dict[str, list[str]]) -> _Rule:
    silent = [each for name in table["silent_near"] for each in near[name]]
    return _Rule(about, table["sentence"], _any_of(table["patterns"]), _any_of(silent) if silent else None)


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """One expression for all, each between word boundaries."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
