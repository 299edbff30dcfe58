"""An event of which all but its types is known: what the rules of the types look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.agency import Agency
from bot.understand.names import Stance, Taking
from bot.understand.parts import Kind
from storage.types import Method, Outcome, Place, Relationship

TALKED = frozenset({Stance.SPOKE, Stance.CONTACTED})
MET = frozenset({Stance.SEEN, Stance.SPOKE, Stance.CONTACTED, Stance.PRESENT, Stance.STATED})
PARENTS = (Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER)
_BY_WIRE = frozenset({"call", "text_message", "email", "mail"})


@dataclass(frozen=True, slots=True)
class Event:
    """An event of which all but its types is known. `kinds` are its cues, `said` their words."""

    agency: Agency
    on: date
    text: str
    kinds: Sequence[str]
    taking: Taking
    method: Method | None
    place: Place | None
    outcome: Outcome
    said: Sequence[str] = ()

    def standing(self, *stances: Stance) -> list[str]:
        """Ids of the contacts who stand so in the event, those taking part only."""
        return [
            one
            for mention, stance in self.taking.stances
            for one in mention.ids
            if mention.kind is Kind.CONTACT and stance in stances and one in self.taking.people
        ]

    @property
    def by_wire(self) -> bool:
        """Whether it is told as a call or a message, whatever else stands in its words."""
        return next((kind for kind in self.kinds if kind != "talk"), "") in _BY_WIRE
