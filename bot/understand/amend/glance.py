"""What words say of themselves, whatever draft they are about: cheap, and no draft is looked at."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.understand.amend import answers
from bot.understand.amend.evidence import has_subject
from bot.understand.amend.parts import Amendment, Facts, Wish
from bot.understand.amend.said import Said
from bot.understand.amend.taking import speaks_of_alone
from bot.understand.amend.topic import submits
from bot.understand.amend.until import until_alone
from bot.understand.amend.words import words
from bot.understand.patterns.lexicon import pattern
from bot.understand.wants.intents import LOOKUPS
from bot.understand.wants.leaning import drops, length_alone
from bot.understand.writing.text import decoded, folded

_WANTED = (*LOOKUPS, "on_call", "report", "due", "notes_noun", "notes_verb", "calendar")
LONGEST = 4_000
_WAY = re.compile(
    r"(?<!\w)(?:by|over|via|on|por|x)(?: the| el)? (?:tele)?(?:phone|text|e-?mail|fono|correo|mensaje)(?!\w)"
    r"(?! (?:number|for))"
)
_DOUBT = 16
_WISHED = 9
"""A wish about the whole note is short; in a longer text the words tell something."""
ANSWER = 8
"""Words of an answer that says nothing beside it."""


@lru_cache(maxsize=64)
def said_of(text: str) -> Said:
    """The words cut; of a bare length ("like 45 min", "quick 15") or end ("we went till 5") that alone."""
    plain = decoded(text[:LONGEST])
    low = folded(plain)
    return Said.of(length_alone(low) or until_alone(low) or plain)


def may_concern(text: str, *, tells_of_somebody: bool = False) -> bool:
    """Whether a message can be about an earlier card at all: by its first words, or because it is short.

    `tells_of_somebody`: by itself it tells what happened and with whom; then its first words must point back.
    """
    said = said_of(text)
    first = said.sentences[0]
    if (
        said.strong
        or first.adds
        or first.states
        or wish_of(said) is not None
        or doubts(said)
        or submits(said)
    ):
        return True
    raised = any(
        words(key).search(said.low, first.start, first.end) for key in ("raised_after", "raised_before")
    )
    if raised:
        return True  # "and Maya came up too, she's been late": of the talk told before
    short = said.count <= ANSWER or answers.begins_with_answer(said) or answers.begins_with_way(said)
    return short and (first.fragment or not tells_of_somebody or speaks_of_alone(said))


def at_best(text: str) -> Amendment:
    """What the words can be at most, for a draft that they would fit in every way: no draft is looked at."""
    said = said_of(text)
    first, wish = said.sentences[0], wish_of(said)
    return Amendment(
        Facts(),
        answered=("any",),
        strong=said.strong or wish is not None or doubts(said) or submits(said) is not None,
        led=said.led,
        states=first.states,
        adds=first.adds,
        fragment=all(s.fragment for s in said.sentences),
        pointed=True,
        evidence=1,
        subject=has_subject(said.low),
        wish=wish,
        wants=wants_fact(said),
        presence=True,
        changed=_at_best_changed(said),
    )


def _at_best_changed(said: Said) -> tuple[str, ...]:
    if said.count > ANSWER:
        return ()
    if speaks_of_alone(said):
        return ("seen_alone",)
    who = ("there_after", "there_before", "not_there_after", "not_there_before")
    return ("people",) if any(words(key).search(said.low) for key in who) else ()


def wish_of(said: Said) -> Wish | None:
    """What is wanted of the whole note, where that is all that is said."""
    if drops(said.low):
        return Wish.DISCARD
    if said.count > _WISHED:
        return None
    low = said.low.strip(" .,!?")
    for wish in Wish:
        found = words(f"wish.{wish.value}")
        whole = wish in (Wish.DISCARD, Wish.SUBMIT)
        if found.fullmatch(low) if whole else found.search(low):
            return wish
    return None


def doubts(said: Said) -> bool:
    """“Not sure if it was Friday or Thursday": it may be wrong, and what holds is not said."""
    return said.count <= _DOUBT and words("doubts").match(said.low.lstrip(" ,.")) is not None


def wants_fact(said: Said) -> bool:
    """Whether a fact is asked for; "by phone" tells a way, and asks for no number."""
    low = _WAY.sub(" ", said.low)
    return any(pattern("asking", key).search(low) for key in _WANTED)


def corrects_alone(text: str) -> bool:
    """“Sorry I mean Isabella": a few words that begin as a correction, and ask for nothing."""
    said = said_of(text)
    alone = said.led and said.count <= ANSWER and all(one.fragment for one in said.sentences)
    return alone and "?" not in text and not wants_fact(said)
