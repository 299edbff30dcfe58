"""What an amendment is made of: a draft's facts, and what somebody's words make of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.understand.parts import Mark, Question
from storage.types import EventType, Method, Outcome, Place


class Wish(StrEnum):
    """What is wanted of the whole note; never done by words alone."""

    SPLIT = "split"
    WORDS = "words"
    DISCARD = "discard"
    SUBMIT = "submit"


@dataclass(frozen=True, slots=True)
class Facts:
    """A draft as its card shows it. The fields are named as in a note's content."""

    types: tuple[EventType, ...] = ()
    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seen_alone: tuple[str, ...] = ()
    on: date | None = None
    starts_at: datetime | None = None
    minutes: int | None = None
    part_of_day: str | None = None
    time_unknown: bool = False
    method: Method | None = None
    outcome: Outcome | None = None
    place: Place | None = None
    case_id: str | None = None
    words: str = ""
    asked: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """What words say about one draft.

    `after`: its facts with the words taken in. `answered`: slots of open questions that they answer; `asks`:
    new questions that they raise ("the aunt was there", and there are two). `strong`: they say themselves
    that something was wrong, `led`: with their first words; `states`: they speak of the event ("it was …"),
    `adds`: they add to it, `fragment`: they are no sentence; `pointed`: they are about an earlier card, not
    about a new event. `evidence`: they name what stands on this draft, or (negative) what cannot be on it;
    `leans`: the same of the kind of contact, the day, a pronoun. `denies`: they say that who or what stands
    on it is wrong; `strays`: that somebody is wrong who stands elsewhere. `subject`: an event by its kind or
    its people is what they speak of ("the call with Ms Lee was …").
    `presence`: they say who was there, or was not.
    `kept`: they say more than an answer does and belong to the note's words. `unclear`: something is to be
    changed, but not what. `another`: they name another note than this one. `chatter`: thanks, and nothing
    for the record; `wants`: a fact is asked for.
    """

    after: Facts
    answered: tuple[str, ...] = ()
    asks: tuple[Question, ...] = ()
    marks: tuple[Mark, ...] = ()
    strong: bool = False
    led: bool = False
    states: bool = False
    adds: bool = False
    fragment: bool = False
    pointed: bool = False
    kept: bool = True
    evidence: int = 0
    leans: int = 0
    subject: bool = False
    denies: bool = False
    strays: bool = False
    wish: Wish | None = None
    unclear: bool = False
    another: bool = False
    two_families: bool = False
    chatter: bool = False
    wants: bool = False
    presence: bool = False
    changed: tuple[str, ...] = field(default=())
    """The fields of `Facts` that differ from before."""
