"""A message as the rules of intent see it, and the small tests they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.understand.danger.alarms import Alarm
from bot.understand.patterns.lexicon import pattern

SENTENCE = re.compile(r"[.!?\n]+(?=\s|$)|¿|¡")
WORD = re.compile(r"\w[\w'-]*")
LABEL = re.compile(r"\b[A-Z]{3,}\b")
CLOCK = re.compile(
    r"\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m?\b)|\b\d{3,4} ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|"
    r"\b(?:at|@) (?:about |around )?\d{1,2}\b|\b\d{3,4} ?[-–] ?\d{3,4}\b"
)
LABEL_OF_PERSON = re.compile(r"\b(?:CHILD|PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|PERSON|FAMILY)\b")


_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?:mon|tues?|weds?|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?"
    r"|lunes|martes|miercoles|jueves|viernes|sabado|domingo)(?!\w)"
)
_MET_ABOUT = re.compile(
    r"\W*(?:meeting|reunion|conference) (?:with|con) [^.;?!]{0,60}?(?<!\w)\d[\d:]*(?: ?[ap]m?)?"
    r"[^.;?!\d]{0,30}? (?:about|re|regarding|sobre) "
)


@dataclass(frozen=True)
class Words:
    """A message as the intent rules see it.

    `future_date`, `past_date`: a day named lies so; `all_ahead`: each does; `held_first`: the first clock
    time told had come when it was sent. `weekday`: of the day of sending, Monday 0. `how_to`: the message
    only asks how one's own work is done.
    """

    text: str
    alarm: Alarm
    future_date: bool = False
    past_date: bool = False
    all_ahead: bool = False
    held_first: bool = False
    whole_agency: bool = False
    weekday: int = 0
    how_to: bool = False

    @cached_property
    def head(self) -> str:
        """The first sentence that says something, without greetings."""
        return self.sentences[0] if self.sentences else ""

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences, greetings taken off."""
        return [bare for part in SENTENCE.split(self.text) if (bare := without_filler(part))]


def matched(name: str, key: str, text: str) -> re.Match[str] | None:
    """Where words of the list `key` of `data/<name>.toml` stand first in `text`."""
    return pattern(name, key).search(text)


def found(name: str, key: str, text: str) -> bool:
    """Whether words of the list `key` of `data/<name>.toml` stand in `text`."""
    return matched(name, key, text) is not None


def without_filler(sentence: str) -> str:
    """The sentence without the greetings and fillers before it."""
    filler = pattern("asking", "filler")
    bare = sentence.strip(" ,:;-¿¡?!.*\"'")
    while match := filler.match(bare):
        bare = bare[match.end() :].lstrip(" ,:;-¿¡?!.*\"'")
    return bare


def opens(head: str) -> bool:
    """Whether a sentence begins as a question or a request does."""
    return pattern("asking", "opener").match(head) is not None


# "When I got to Ms Lee's at 2 Leo was asleep": when it was. "When did I", "when I last saw her" ask.
_SCENE = re.compile(
    r"\W*(?:(?:so|ok|okay|and|well|um|uh|then|just as|right),? )*when (?:i|we) (?!last|next|do(?!\w)|did|can|"
    r"should|have|need|had last|ever|was last)(?:\w+ )?[a-z]+"
)


def sets_a_scene(head: str, text: str) -> bool:
    """Whether a message that begins with "when" tells what the sender found there."""
    told = "?" not in text and _SCENE.match(head) is not None and past_verb(text)
    return told and (CLOCK.search(text) is not None or "," in text)


def past_verb(text: str) -> bool:
    """Whether a word tells of something that has happened."""
    return found("telling", "past", text)


def told_first(words: Words) -> bool:
    """“Visit with Leo at 1:15. I will see him Monday at 4": the first is over, though no verb says so.

    “Saw Leo at 1:15, I'll see him Monday": so is what a verb tells with its hour before the comma.
    """
    head = words.head
    if not words.all_ahead and len(words.sentences) == 1:
        first, comma, _ = head.partition(", ")
        head = first if comma and past_verb(first) else ""
    if words.all_ahead or not CLOCK.search(head):
        return False
    return not found("telling", "future", head) and not found("telling", "future_own", head)


def met_about(words: Words) -> bool:
    """“Mtg w Ms Lee 12:15 abt his schedule", once that hour had come and no day is said: it was held."""
    held = words.held_first and not words.future_date and _WEEKDAY.search(words.head) is None
    return held and _MET_ABOUT.match(words.head) is not None


def eventful(words: Words) -> bool:
    """Whether an event, or somebody of a case and what of him, is told of."""
    if found("telling", "event", words.text):
        return True
    people = len(LABEL_OF_PERSON.findall(words.text))
    if people > 1 and CLOCK.search(words.text):
        return True  # "Maya, Ms Thompson's, 3:30-4:10"
    return people > 0 and len(words.text.split()) > 3
