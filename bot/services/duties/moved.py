"""Which families a change concerns, so that a moved case costs no look at all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bot.services.duties.duty import World
from bot.understand.agency import Agency
from storage.types import Child, Contact, Hearing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Families:
    """Cases, and whatever a duty towards these families may be about: `subjects` are ids of any kind."""

    cases: frozenset[str]
    subjects: frozenset[str]

    def __or__(self, other: Families) -> Families:
        return Families(self.cases | other.cases, self.subjects | other.subjects)


def families_of(cases: Collection[str], *agencies: Agency) -> Families:
    """These families and those who share a carer with them, as they stand in any of the agencies.

    Who cares for children of several families is owed one talk a month: such families are looked at together.
    """
    found, new = frozenset(cases), frozenset(cases)
    while new:
        sharing = frozenset[str]().union(*(_sharing_carers(agency, new) for agency in agencies))
        new = sharing - found
        found |= new
    return Families(found, found.union(*(_subjects(agency, found) for agency in agencies)))


def one_by_one(families: Families, agency: Agency) -> frozenset[str]:
    """These families, and those whose contacts cared for their children: to be looked at in any order."""
    contacts = (agency.contacts.get(each) for each in families.subjects)
    return families.cases.union(contact.case_id for contact in contacts if contact is not None)


def touched(before: Agency, after: Agency) -> frozenset[str]:
    """The families whose records differ between two states of the roster.

    Where it is not known how the one came of the other, records are compared by identity
    (`storage.queries.roster_reader` keeps those that did not change).
    """
    found, agency = frozenset[str](), after
    while agency is not before and agency.came_of is not None:
        found |= agency.came_of.families
        earlier = agency.came_of.before()
        if earlier is None:
            break
        agency = earlier
    return found if agency is before else frozenset(_touched(before, after))


def same_staff(before: Agency, after: Agency) -> bool:
    """Whether nobody of the staff came, went or changed."""
    return before.roster.staff == after.roster.staff


def passed_on(before: World, after: World) -> frozenset[str]:
    """The families that somebody else sees to now: by leave, by who left, by the staff's own changes."""
    owner = before.owner
    return frozenset(
        case.id
        for case in after.agency.roster.cases
        if (was := before.agency.cases.get(case.id)) is not None and owner(was) != after.owner(case)
    )


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


def _sharing_carers(agency: Agency, cases: Collection[str]) -> frozenset[str]:
    """The families with a child in the care of somebody who cares, or cared, for one of these."""
    carers = _carers(agency, cases)
    carers |= {row.id for case in cases for row in agency.contacts_of(case)}
    children = (agency.children.get(child) for carer in carers for child in agency.cared_for_by(carer))
    return frozenset(child.case_id for child in children if child is not None)


def _carers(agency: Agency, cases: Collection[str]) -> set[str]:
    return {
        carer for case in cases for child in agency.children_of(case) for carer in agency.carers_of(child.id)
    }


def _subjects(agency: Agency, cases: Collection[str]) -> set[str]:
    found = _carers(agency, cases)
    for case in cases:
        found.update(row.id for row in agency.children_of(case))
        found.update(row.id for row in agency.contacts_of(case))
        found.update(row.id for row in agency.hearings_of(case))
    return found
