"""What the names package hands to the assembly beside `NameMention`: how somebody stands in an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.understand.parts import Mark, NameMention, Question


class Stance(StrEnum):
    """How the words around a name put that person into the event."""

    SEEN = "seen"
    """Object of seeing or meeting, in a with-phrase, or in a list of those present."""
    SPOKE = "spoke"
    """Says, told, reports, sat with, talked to: somebody who spoke or was spoken with."""
    CONTACTED = "contacted"
    """Called, texted, e-mailed, wrote to or the one who did so."""
    PRESENT = "present"
    """There, in the room, in court, on the line; nothing said of speaking."""
    ABSENT = "absent"
    """Not there, at work, at practice, not seen."""
    ABOUT = "about"
    """Only talked about, asked about, or the one something is for."""
    OWNER = "owner"
    """Possessor of something that is no place ("mom's attorney", "Mays bed")."""
    PLACE = "place"
    """Only the place ("at Ms Thompson's")."""
    STATED = "stated"
    """Named, and the words say no more."""


@dataclass(frozen=True, slots=True)
class Taking:
    """Who took part in one event (READING, "Who").

    `children` and `people` are ids in the roster's sense; `case_ids` the cases concerned. `questions` holds
    at most the root slot: `child` (candidates are child ids) or `person` (candidates are contact ids);
    the slot's ids are then left out. `marks` say what was assumed (fuzzy spelling, a role, off the caseload).
    `stances` pairs each mention of the event with how it stands in it, in text order.
    """

    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    marks: tuple[Mark, ...] = ()
    stances: tuple[tuple[NameMention, Stance], ...] = ()
