"""What is said over the line between the bot and its reading process, pickled: by our code for our code."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.parts import Reading
from bot.understand.two_steps import FirstSeen, ToRead
from storage.types import Roster

AGENCIES = 2
"""Rosters that the process keeps: the newest, and the one before it, for whoever has it in hand still."""


@dataclass(frozen=True, slots=True)
class Staffed:
    """The agency of this number, from here on."""

    number: int
    roster: Roster


@dataclass(frozen=True, slots=True)
class Read:
    """Have a message read, by the agency of that number."""

    job: int
    agency: int
    message: ToRead


@dataclass(frozen=True, slots=True)
class Listen:
    """Have a message listened to for danger; `first`: the job of its first reading."""

    job: int
    agency: int
    message: ToRead
    first: int


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job; `trouble`: it failed, and why."""

    job: int
    found: FirstSeen | Reading | None = None
    trouble: str = ""
