"""The contacts owed each month and in a placement's first days, worked out from the roster (DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.rules.first_days import first_days_last
from bot.rules.moments import DAY, end_of_day
from bot.rules.months import Month
from bot.rules.reminders import Kind
from bot.rules.visits import owes_visit
from bot.services.duties.duty import Duty, World
from storage.types import CaseFile, Child, Placement, PlacementType, Relationship

KEPT = 10
"""Days for which what was not done in its month stays on the list: a visit of the 30th may be told later."""
PARENTS = frozenset({Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER})
IN_CARE_OF_OTHERS = frozenset({PlacementType.FOSTER_HOME, PlacementType.KINSHIP, PlacementType.RESIDENTIAL})
"""Placements that have a caretaker and first days: a home with a parent has neither."""


@dataclass(frozen=True, slots=True)
class _Month:
    """A month, its bounds and name worked out once for twenty thousand children."""

    name: str
    first: date
    last: date
    end: datetime
    day: date
    """The day of it on which it is asked where the children live."""
    opens: bool
    carers: set[str] = field(default_factory=set)
    """With whom somebody owes a talk already."""


def contacts_owed(world: World) -> Iterator[Duty]:
    """For every open case that has somebody to see to it: visits, parents, caretakers, first days.

    Who cares for children of several families is owed one talk a month all the same, by the first's worker.
    """
    months = _months(world)
    for case in world.cases:
        owner = world.owner(case)
        if owner is None:
            continue
        for month in months:
            yield from _month(world, case, owner, month)
        for child in world.agency.children_of(case.id):
            yield from _first_days(world, child, owner)


def _months(world: World) -> list[_Month]:
    """The present month, and in its first days the one before."""
    today = world.today
    found = dict.fromkeys((Month.of(today), Month.of(today - KEPT * DAY)))
    return [
        _Month(str(m), m.first, m.last, _end_of(m.last, world), min(today, m.last), today in m) for m in found
    ]


def _month(world: World, case: CaseFile, owner: str, month: _Month) -> Iterator[Duty]:
    owed, name, opens = world.policy.visits, month.name, month.opens
    children = [
        c
        for c in world.agency.children_of(case.id)
        if owes_visit(month, entered=c.entered_care_on, left=c.left_care_on)
    ]
    needed = max(owed.child_per_month, case.visits_per_month)
    for child in children if needed else ():
        left = child.left_care_on
        due = month.end if left is None else _end_of(min(left, month.last), world)
        yield Duty(Kind.VISIT, child.id, name, owner, due, needed, opens)
    if children and owed.parent_per_month and has_parents(world, case.id):
        yield Duty(Kind.PARENT_CONTACT, case.id, name, owner, month.end, owed.parent_per_month, opens)
    if owed.caretaker_per_month:
        carers = (_caretaker(world, c, month.day) for c in children)
        for carer in dict.fromkeys(each for each in carers if each and each not in month.carers):
            month.carers.add(carer)
            yield Duty(Kind.CARETAKER_CONTACT, carer, name, owner, month.end, owed.caretaker_per_month, opens)


def _end_of(day: date, world: World) -> datetime:
    return _end(day, world.policy.zone.key)


@cache
def _end(day: date, zone: str) -> datetime:
    return end_of_day(day, ZoneInfo(zone))


def has_parents(world: World, case_id: str) -> bool:
    """Whether a birth parent is on file; where none is (rights ended, died), nobody can be met."""
    return any(each.relationship in PARENTS for each in world.agency.contacts_of(case_id))


def _caretaker(world: World, child: Child, day: date) -> str | None:
    """The contact with whom the child lives that day; None at home, or where nobody is named."""
    lived = _lives(world, child, day)
    found = lived.placement_contact_id if lived else None
    return found if found in world.agency.contacts else None


def _lives(world: World, child: Child, day: date) -> Placement | None:
    if child.left_care_on is not None and child.left_care_on < day:
        return None
    lived = world.agency.placement(child.id, day)
    return lived if lived and lived.placement_type in IN_CARE_OF_OTHERS else None


def _first_days(world: World, child: Child, owner: str) -> Iterator[Duty]:
    """The present placement's first 30 days (18 NYCRR 441.21), while they last and a little longer."""
    lived = _lives(world, child, world.today)
    began = lived.starts_on if lived else None
    if began is None or began > world.today:
        return
    last = first_days_last(began, policy=world.policy)
    if world.today > last + KEPT * DAY:
        return
    due, opens = _end_of(last, world), world.today <= last
    yield Duty(Kind.FIRST_DAYS, child.id, began.isoformat(), owner, due, _needed(world, child), opens)


def _needed(world: World, child: Child) -> int:
    owed = world.policy.visits
    parents = owed.first_days_parent if has_parents(world, child.case_id) else 0
    carer = owed.first_days_caretaker if _caretaker(world, child, world.today) else 0
    return owed.first_days_child + owed.first_days_at_placement + parents + carer
