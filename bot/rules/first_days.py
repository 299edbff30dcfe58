"""The contacts owed in the first 30 days of a placement (18 NYCRR 441.21)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.moments import DAY, end_of_day
from bot.rules.policy import Policy
from bot.rules.visits import (
    Standing,
    VisitFacts,
    counts_for_caretaker,
    counts_for_child,
    counts_for_parent,
    standing,
)


@dataclass(frozen=True, slots=True)
class FirstDays:
    """How a placement's first days stand; `due` (UTC) is the end of the last of them."""

    first: date
    last: date
    due: datetime
    child: Standing
    child_at_placement: Standing
    parent: Standing
    caretaker: Standing

    @property
    def met(self) -> bool:
        """Whether everything owed has happened."""
        return all(each.met for each in (self.child, self.child_at_placement, self.parent, self.caretaker))


def first_days_last(starts_on: date, *, policy: Policy) -> date:
    """The last of a placement's first 30 days; the day of placement is the first."""
    return starts_on + (policy.visits.first_days - 1) * DAY


def first_days(
    notes: Iterable[VisitFacts],
    child_id: str,
    case_id: str,
    starts_on: date,
    *,
    policy: Policy,
    parents: bool = True,
    caretaker: bool = True,
) -> FirstDays:
    """How the contacts of a placement that began on `starts_on` stand.

    At least two in person with the child, one of them at the placement; twice with the parents, once with
    the caretaker (the profile's figures; the last three *confirm*). Nothing is owed with parents or a
    caretaker where nobody is on file (`parents`, `caretaker` False).
    """
    every = tuple(notes)
    owed, last = policy.visits, first_days_last(starts_on, policy=policy)
    seen = [note for note in every if counts_for_child(note, child_id, policy=policy)]
    at_home = [note for note in seen if note.at_residence]
    parent = [note for note in every if counts_for_parent(note, case_id, policy=policy)]
    carer = [note for note in every if counts_for_caretaker(note, child_id, case_id, policy=policy)]
    return FirstDays(
        first=starts_on,
        last=last,
        due=end_of_day(last, policy.zone),
        child=standing(seen, starts_on, last, required=owed.first_days_child),
        child_at_placement=standing(at_home, starts_on, last, required=owed.first_days_at_placement),
        parent=standing(parent, starts_on, last, required=owed.first_days_parent if parents else 0),
        caretaker=standing(carer, starts_on, last, required=owed.first_days_caretaker if caretaker else 0),
    )
