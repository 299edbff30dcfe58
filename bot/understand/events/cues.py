"""The words of a message that stand for an event: calls, visits, hearings, conferences (data/cues.toml)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bot.understand.labels import LABELS
from bot.understand.patterns.lexicon import table
from bot.understand.patterns.many import Many
from bot.understand.patterns.quick import Quick

_ADULTS = "|".join(label for label in LABELS if label not in ("CHILD", "FAMILY"))
_ALL = "|".join(LABELS)

HELD = ("court", "conference_72_hour", "conference_30_day", "service_plan_review", "case_conference")
"""Formal events, strongest first; each carries its own type alone."""
BY_WIRE = ("call", "text_message", "email", "mail", "video")

# "The hearing was called at 9:50": by the clerk, and nobody on the phone.
_CASE_CALLED = Quick(
    r"(?<!\w)(?:hearing|case|matter|trial|conference|review|docket|arraignment|meeting|we)"
    r"(?: (?:in|of|for|on|re) (?:the )?(?:FAMILY|CHILD)(?:'s)?(?: (?:case|matter))?)? "
    r"(?:(?:was|were|is|got|did|get|gets|being|not|wasn't|didn't|never|finally|just|first|only|actually) )+"
    r"(?P<called>called)(?! (?:me|us|him|her|them|off|out|in|back|PARENT|CAREGIVER|PRO|DOC|KIN|CHILD))(?!\w)"
)

# "Youth court this morning. They called us at 9:15": into the courtroom, and nobody on the phone.
_CALLED_IN = Quick(
    r"(?<!\w)(?:they|(?:the )?(?:clerk|judge|bailiff|deputy|court officer))(?: (?:finally|only|then|first))? "
    r"(?P<called>called) (?:us|our (?:case|names?|matter)|the case|FAMILY|my case)"
    r"(?= (?:in|up|back|around|about|(?:right )?at|first|last|before|after|\d))"
    r"(?![^.;!?\n]{0,40}(?<!\w)(?:to (?:say|tell|let|ask|confirm)|and (?:said|told)|said|phone|cell|saying))"
    r"|(?<!\w)nos (?P<llamaron>llamaron|llamo el juez|llamo la jueza)(?= (?:a las|como a|a pasar|adentro|al))"
    r"(?![^.;!?\n]{0,40}(?<!\w)(?:para (?:decir|avisar|confirmar)|dijeron|diciendo|telefono))"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One word or phrase that stands for an event; offsets into `words.Plain.text`."""

    kind: str
    start: int
    end: int
    words: str


@cache
def _order() -> dict[str, int]:
    return {kind: place for place, kind in enumerate(table("cues")["event"])}


@cache
def cue_pattern(key: str) -> Quick:
    """The pattern of `data/cues.toml` under "a.b"; in it A is any adult's label, N anybody's."""
    section, name = key.split(".")
    fragments = (with_labels(fragment) for fragment in table("cues")[section][name])
    return Quick(rf"(?<!\w)(?:{'|'.join(fragments)})(?!\w)")


@cache
def cue_patterns(section: str) -> Many[str]:
    """The patterns of a section of `data/cues.toml`, in their order."""
    return Many((name, cue_pattern(f"{section}.{name}")) for name in table("cues")[section])


def with_labels(fragment: str) -> str:
    """A fragment of a pattern with A for any adult's label and N for anybody's."""
    fragment = re.sub(r"\bPRO\b", "(?:PRO|DOC)", fragment)
    return re.sub(r"(?<!\[)\b([AN])\b", lambda m: f"(?:{_ADULTS if m.group(1) == 'A' else _ALL})", fragment)


def found(key: str, text: str) -> bool:
    """Whether a word of the list stands in `text`."""
    return cue_pattern(key).search(text) is not None


def cues_of(text: str) -> list[Cue]:
    """Every cue in `text` that may stand for an event, in order; of two that overlap the longer."""
    quiet = [match.span() for match in cue_pattern("not_event.words").finditer(text)]
    quiet = sorted(
        [*quiet, *(match.span("called") for match in _CASE_CALLED.finditer(text)), *_called_in(text)]
    )
    all_cues = [
        Cue(kind, match.start(), match.end(), match.group())
        for kind, pattern in cue_patterns("event").near(text)
        for match in pattern.finditer(text)
    ]
    return _longest((cue for cue in all_cues if not _inside(cue, quiet)), len(text))


def _called_in(text: str) -> Iterator[tuple[int, int]]:
    """Where a clerk called them in; where no clerk is named, behind words of a hearing."""
    court = cue_pattern("event.court").search(text)
    for match in _CALLED_IN.finditer(text) if court else ():
        if court and (court.start() < match.start() or not match.group().startswith(("they", "nos"))):
            yield match.span(match.lastgroup or "called")


def _inside(cue: Cue, quiet: list[tuple[int, int]]) -> bool:
    """Whether the cue stands in a quiet stretch; what opens a long one ("told me that …") is itself told."""
    place = bisect_right(quiet, cue.start, key=lambda stretch: stretch[0]) - 1
    if place < 0 or cue.end > quiet[place][1]:
        return False
    opens = quiet[place][0] == cue.start and cue.kind != "court"
    return not opens or quiet[place][1] <= len(cue.words) + cue.end


def _longest(cues: Iterable[Cue], size: int) -> list[Cue]:
    taken = bytearray(size)
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda c: (c.start - c.end, _rank(c.kind), c.start)):
        if not any(taken[cue.start : cue.end]):
            taken[cue.start : cue.end] = b"\x01" * (cue.end - cue.start)
            kept.append(cue)
    return sorted(kept, key=lambda c: c.start)


def _rank(kind: str) -> int:
    return _order()[kind]
