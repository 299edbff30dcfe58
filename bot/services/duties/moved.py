"""Which families a change of the roster concerns, so that a moved case costs no look at all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.understand.agency import Agency
from storage.types import Child, Contact, Hearing

MANY = 500
"""Beyond so many families, looking at all of them costs hardly more."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Families:
    """Cases, and whatever a duty towards these families may be about: `subjects` are ids of any kind."""

    cases: frozenset[str]
    subjects: frozenset[str]


def families_between(before: Agency, after: Agency) -> Families | None:
    """The families that a change touched; None where all has to be looked at.

    That is so where staff, leave or the rota changed, on which much else hangs, or where very much did.
    Records are compared by identity (`storage.queries.roster_reader` keeps those that did not change).
    """
    if not _same_office(before, after):
        return None
    touched = frozenset(_touched(before, after))
    if len(touched) > MANY:
        return None
    cases = touched
    while more := _sharing_carers(before, after, cases) - cases:
        cases |= more
    return Families(cases, cases | _subjects(before, cases) | _subjects(after, cases))


def _same_office(before: Agency, after: Agency) -> bool:
    old, new = before.roster, after.roster
    return (old.staff, old.leaves, old.shifts) == (new.staff, new.leaves, new.shifts)


def _touched(before: Agency, after: Agency) -> Iterator[str]:
    yield from (case.id for case in _changed(before.cases, after.cases))
    rows: Iterable[Child | Contact | Hearing] = (
        *_changed(before.children, after.children),
        *_changed(before.contacts, after.contacts),
        *_changed(before.hearings, after.hearings),
    )
    yield from (row.case_id for row in rows)
    for agency in (before, after):
        moved = (agency.children.get(child_id) for child_id in _moved_children(before, after))
        yield from (child.case_id for child in moved if child is not None)


def _changed(before: Mapping[str, T], after: Mapping[str, T]) -> Iterator[T]:
    """What was added or has changed, and what it was before; what is gone."""
    for row_id, row in after.items():
        if (was := before.get(row_id)) is not row:
            yield row
            if was is not None:
                yield was
    yield from (row for row_id, row in before.items() if row_id not in after)


def _moved_children(before: Agency, after: Agency) -> set[str]:
    old, new = ({id(row): row for row in agency.roster.placements} for agency in (before, after))
    rows = [*(old[key] for key in old.keys() - new.keys()), *(new[key] for key in new.keys() - old.keys())]
    return {row.child_id for row in rows}


def _sharing_carers(before: Agency, after: Agency, cases: Collection[str]) -> set[str]:
    """Other families with a child in the care of somebody who cares, or cared, for one of these."""
    carers = _carers(before, cases) | _carers(after, cases)
    carers |= {row.id for case in cases for row in after.contacts_of(case)}
    children = {row.child_id for row in after.roster.placements if row.placement_contact_id in carers}
    return {after.children[child].case_id for child in children if child in after.children}


def _carers(agency: Agency, cases: Collection[str]) -> set[str]:
    children = {row.id: row for case in cases for row in agency.children_of(case)}
    found = {row.placement_contact_id for row in agency.roster.placements if row.child_id in children}
    found |= {row.placement_contact_id for row in children.values()}
    return {carer for carer in found if carer}


def _subjects(agency: Agency, cases: Collection[str]) -> set[str]:
    found = _carers(agency, cases)
    for case in cases:
        found |= {row.id for row in agency.children_of(case)}
        found |= {row.id for row in agency.contacts_of(case)}
        found |= {row.id for row in agency.hearings_of(case)}
    return found
