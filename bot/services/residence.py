"""Whether an event took place where the children lived that day: the rule, with the roster's placements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.rules import residence as rules
from bot.understand.agency import Agency
from storage.types import Method, Place


class Event(Protocol):
    """An event's date, place, method and who took part: a reading's item or a note's content."""

    @property
    def on(self) -> date | None: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def method(self) -> Method | None: ...
    @property
    def people(self) -> Sequence[str]: ...


def at_residence(children: Sequence[str], event: Event, agency: Agency) -> bool | None:
    """True where the place is the home of every child that day; None where that cannot be known (yet)."""
    if event.method is not Method.IN_PERSON or event.on is None or not children:
        return None
    at_home = {_of_child(child, event, event.on, agency) for child in children}
    return False if False in at_home else None if None in at_home else True


def _of_child(child: str, event: Event, on: date, agency: Agency) -> bool | None:
    case = agency.children[child].case_id
    carers = [p for p in event.people if agency.contacts[p].case_id == case and agency.holds_placement(p, on)]
    return rules.at_residence(event.place, agency.placement(child, on), carers_present=carers)
