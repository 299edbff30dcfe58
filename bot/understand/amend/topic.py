"""Which note words name: "scratch that hope one", "submit the ftm", "actually owen was 1230".

What is named so is no correction of the draft on the table: whoever is not on it is on another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

from bot.understand.agency import Agency
from bot.understand.amend.how import types_named
from bot.understand.amend.parts import Facts, Wish
from bot.understand.amend.said import Said
from bot.understand.amend.whose import NO_NAME, WORD, whose_hour
from bot.understand.writing.text import folded

_NOTE = r"(?:crisis |crisis call )?(?:one|note|draft|card|entry|log|write ?up|nota|borrador)"
_THAT_ONE = re.compile(
    r"(?:(?<!\w)(?:the|that|this|my|to|al|en) |^\W*(?=[\w'.-]+ one (?:is|was)(?!\w)))"
    rf"{NO_NAME}({WORD}(?: {WORD})??)(?:'s)? {_NOTE}(?!\w)"
)
"""“That hope one", "the will hall note"."""
_SUBMIT = re.compile(
    r"(?:(?:ok|okay|yes|yep|now|and|please|pls|go ahead and|can you|could you|just)[, ]+){0,3}"
    rf"(?:submit|send(?: (?:in|off))?|file|turn in|hand in) (?:(?:the|that|my) )?{NO_NAME}"
    rf"({WORD}(?: {WORD})??)(?:'s)?(?: (?:{_NOTE}|visit|call))?(?: (?:in|off|now|please|pls|too))*"
)
_ABOUT = r"(?:about|on|for|of|with|re|de|del|sobre|con)"
_SUBMIT_ABOUT = re.compile(
    r"(?:(?:ok|okay|si|ya|y|yes|now|and|please|pls|por favor|can you|puedes)[, ]+){0,3}"
    r"(?:submit|send(?: (?:in|off))?|file|turn in|hand in|(?:envia|manda|presenta|somete)(?:r|me)?)"
    rf" (?:(?:the|that|my|la|el|lo|esa|ese|mi) )?(?:(?:{_NOTE}|visita|visit|llamada|call) )?{_ABOUT}"
    rf" (?:(?:the|la|el|los|las) )?{NO_NAME}({WORD}(?: {WORD})??)"
    r"(?: (?:in|off|now|please|pls|too|ya|por favor|tambien))*"
)
"""“Manda la de Valeria", "submit the one about Maya"."""
_SHORTEST = 3


class Match(IntEnum):
    """How a draft stands to what is named: another is meant, not known, its words say it, it is on it."""

    ANOTHER = -1
    UNKNOWN = 0
    SAID = 1
    NAMED = 2


def named_in(said: Said) -> str | None:
    """What the words name a note by, folded; None where they name none."""
    if match := _THAT_ONE.search(said.low):
        return _bare(match[1])
    span = whose_hour(said)
    return _bare(said.low[slice(*span)]) if span else None


def submits(said: Said) -> str | None:
    """What a note to be sent is named by ("submit the ftm"); None where more, or something else, is said."""
    low = said.low.strip(" .,!")
    match = _SUBMIT.fullmatch(low) or _SUBMIT_ABOUT.fullmatch(low)
    return _bare(match[1]) if match else None


def wish_for(said: Said, wish: Wish | None) -> tuple[str | None, Wish | None]:
    """What a note is named by, and what is wanted of it."""
    sent = submits(said) if wish is None else None
    if sent:
        return sent, Wish.SUBMIT
    # "He brought the doctor's note": what puts nothing right names no note of one's own.
    return (named_in(said) or _of_whom(said, wish), wish) if said.strong or wish else (None, None)


_OF_WHOM = re.compile(r"(?:one|note|draft|card|entry|log|lo) (?:about|on|for|of|with|re|de|del|sobre) (.+)")


def _of_whom(said: Said, wish: Wish | None) -> str | None:
    """“Discard the one about Maya”."""
    match = _OF_WHOM.search(said.low.strip(" .,!")) if wish is not None else None
    return _bare(" ".join(match[1].split()[:2])) if match else None


def matches(agency: Agency, drafts: Sequence[Facts], topic: str, staff_id: str) -> list[Match]:
    """How each draft stands to what is named: where it is one of them, others are not."""
    found = [_match(agency, facts, topic) for facts in drafts]
    best = max(found, default=Match.UNKNOWN)
    others = best > Match.UNKNOWN or _is_of_my_cases(agency, topic, staff_id)
    return [m if m == best > Match.UNKNOWN or not others else Match.ANOTHER for m in found]


def _match(agency: Agency, facts: Facts, topic: str) -> Match:
    words = topic.split()
    names = set(names_on(agency, facts))
    if all(w in names for w in words) or set(types_named(Said.of(topic))) & set(facts.types):
        return Match.NAMED
    there = set(re.findall(r"\w+", folded(facts.words)))
    return Match.SAID if all(w in there and len(w) >= _SHORTEST for w in words) else Match.UNKNOWN


def names_on(agency: Agency, facts: Facts) -> Iterator[str]:
    """Every word of the names that a draft's card shows."""
    rows = [agency.children[c] for c in facts.children if c in agency.children]
    for child in rows:
        yield from folded(f"{child.first_name} {child.last_name} {child.nickname or ''}").split()
    for person in facts.people:
        yield from folded(agency.contacts[person].name).split()
    if facts.case_id and facts.case_id in agency.cases:
        yield from folded(agency.cases[facts.case_id].family_name).split()


def _is_of_my_cases(agency: Agency, topic: str, staff_id: str) -> bool:
    """Whether it names a child, or a family, of the sender's own caseload, or a kind of event."""
    if types_named(Said.of(topic)):
        return True
    mine = {c.id for c in agency.roster.cases if c.primary_worker_id == staff_id}
    words, names = topic.split(), set[str]()
    for child in agency.roster.children:
        if child.case_id in mine:
            names |= set(folded(f"{child.first_name} {child.last_name}").split())
            names |= set(folded(agency.cases[child.case_id].family_name).split())
    return all(w in names for w in words)


def _bare(words: str) -> str:
    return " ".join(w.removesuffix("'s") for w in words.split())
