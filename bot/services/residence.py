"""Whether an event took place where the child lived that day (42 USC 624(f); DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.understand.agency import Agency
from storage.types import Method, Place, PlacementType

_HOMES = {
    PlacementType.FOSTER_HOME: Place.FOSTER_HOME,
    PlacementType.KINSHIP: Place.FOSTER_HOME,
    PlacementType.RESIDENTIAL: Place.RESIDENTIAL,
    PlacementType.TRIAL_DISCHARGE: Place.BIRTH_HOME,
    PlacementType.HOME: Place.BIRTH_HOME,
}


class Where(Protocol):
    """An event's date, place and method: a reading's item or a note's content."""

    @property
    def on(self) -> date | None: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def method(self) -> Method | None: ...


def at_residence(children: Sequence[str], event: Where, agency: Agency) -> bool | None:
    """True where the place is the home of every child that day; None where that cannot be known yet."""
    if event.method is not Method.IN_PERSON or event.place is None or event.on is None or not children:
        return None
    lived = [agency.placement_type(child, event.on) for child in children]
    return all(kind is not None and _HOMES[kind] is event.place for kind in lived)
