"""The agency as a reader of messages needs it: indexes over one Roster, built once and read many times.

Nothing here scans the agency for a message: every question is a look-up by id, case or staff member.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar, cast
from weakref import ReferenceType, ref

from bot.understand.indexes import by_carer, by_day, by_id, carer, grouped, regrouped
from storage.changes import RosterChanges
from storage.types import (
    CaseFile,
    CaseStatus,
    Child,
    Contact,
    Hearing,
    Leave,
    Placement,
    PlacementType,
    Roster,
    StaffMember,
)

_KEPT = 100_000
_ID, _CASE, _CHILD = attrgetter("id"), attrgetter("case_id"), attrgetter("child_id")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Caseload:
    """The open cases somebody answers for on a local date.

    `own` and `covered` (cases of colleagues on leave) are case ids; `covering` the colleagues' ids. Staff
    without a case of their own and covering for nobody have `whole_agency` set and no cases listed.
    """

    staff_id: str | None
    on: date
    own: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    covering: tuple[str, ...] = ()
    whole_agency: bool = False

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Own cases first, then those covered."""
        return self.own + self.covered


@dataclass(frozen=True, slots=True)
class Origin:
    """The state of the roster before, and the cases whose records have changed since."""

    before: ReferenceType[Agency]
    families: frozenset[str]


@dataclass(frozen=True, eq=False)
class Agency:
    """Indexes over a roster; immutable, compared and hashed by identity."""

    roster: Roster
    cases: Mapping[str, CaseFile]
    children: Mapping[str, Child]
    contacts: Mapping[str, Contact]
    staff: Mapping[str, StaffMember]
    hearings: Mapping[str, Hearing]
    leaves: tuple[Leave, ...]
    _children_by_case: Mapping[str, tuple[Child, ...]]
    _contacts_by_case: Mapping[str, tuple[Contact, ...]]
    _hearings_by_case: Mapping[str, tuple[Hearing, ...]]
    _cases_by_worker: Mapping[str, tuple[CaseFile, ...]]
    _workers_by_supervisor: Mapping[str, tuple[StaffMember, ...]]
    _leaves_by_cover: Mapping[str, tuple[Leave, ...]]
    _placements_by_child: Mapping[str, tuple[Placement, ...]]
    _placements_by_carer: Mapping[str, tuple[Placement, ...]]
    _children_by_carer: Mapping[str, tuple[Child, ...]]
    _staff_by_slack: Mapping[str, StaffMember]
    _kept: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    came_of: Origin | None = field(default=None, repr=False)
    """Where this is another one after a few changes: that one."""

    @classmethod
    def of(cls, roster: Roster) -> Agency:
        """Build the indexes, once for a roster."""
        return cls(
            roster=roster,
            cases={row.id: row for row in roster.cases},
            children={row.id: row for row in roster.children},
            contacts={row.id: row for row in roster.contacts},
            staff={row.id: row for row in roster.staff},
            hearings={row.id: row for row in roster.hearings},
            leaves=roster.leaves,
            _children_by_case=grouped(roster.children, _CASE),
            _contacts_by_case=grouped(roster.contacts, _CASE),
            _hearings_by_case=grouped(roster.hearings, _CASE),
            _cases_by_worker=grouped(roster.cases, _worker),
            _workers_by_supervisor=grouped(roster.staff, lambda row: row.supervisor_id or ""),
            _leaves_by_cover=grouped(roster.leaves, _cover),
            _placements_by_child=grouped(roster.placements, _CHILD),
            _placements_by_carer=by_carer(roster.placements),
            _children_by_carer=by_carer(roster.children),
            _staff_by_slack={row.slack_user_id: row for row in roster.staff if row.slack_user_id},
        )

    def after(self, roster: Roster, changes: RosterChanges) -> Agency:
        """The indexes over the roster that came of this one by these changes; what stayed is shared.

        The roster's records must be in the order of their ids.
        """
        if changes.staff:
            return Agency.of(roster)
        cases, children, lived = changes.cases, changes.children, changes.placements
        contacts, hearings = changes.contacts, changes.hearings
        return replace(
            self,
            roster=roster,
            cases=by_id(self.cases, cases, roster.cases),
            children=by_id(self.children, children, roster.children),
            contacts=by_id(self.contacts, contacts, roster.contacts),
            hearings=by_id(self.hearings, hearings, roster.hearings),
            leaves=roster.leaves,
            _children_by_case=regrouped(self._children_by_case, children, _CASE, _ID),
            _contacts_by_case=regrouped(self._contacts_by_case, contacts, _CASE, _ID),
            _hearings_by_case=regrouped(self._hearings_by_case, hearings, _CASE, _ID),
            _cases_by_worker=regrouped(self._cases_by_worker, cases, _worker, _ID),
            _leaves_by_cover=grouped(roster.leaves, _cover),
            _placements_by_child=regrouped(self._placements_by_child, lived, _CHILD, by_day),
            _placements_by_carer=regrouped(self._placements_by_carer, lived, carer, by_day),
            _children_by_carer=regrouped(self._children_by_carer, children, carer, _ID),
            _kept={},
            came_of=Origin(ref(self), frozenset(_families(self, changes))),
        )

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was once derived from this roster (an index of names), made when first asked for."""
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[key] = make()
        return cast("T", found)

    def children_of(self, case_id: str) -> tuple[Child, ...]:
        """Every child of a case, also those who left care, in the roster's order."""
        return self._children_by_case.get(case_id, ())

    def siblings(self, one: str, other: str) -> bool:
        """Whether two ids are of children of one case."""
        first, second = self.children.get(one), self.children.get(other)
        return first is not None and second is not None and first.case_id == second.case_id

    def contacts_of(self, case_id: str) -> tuple[Contact, ...]:
        """Everybody around a family."""
        return self._contacts_by_case.get(case_id, ())

    def contacts_of_child(self, child_id: str) -> tuple[Contact, ...]:
        """Those of the child's case who are this child's or the whole family's."""
        child = self.children.get(child_id)
        rows = self.contacts_of(child.case_id) if child else ()
        return tuple(row for row in rows if not row.child_ids or child_id in row.child_ids)

    def hearings_of(self, case_id: str) -> tuple[Hearing, ...]:
        """The hearings of a case, in the roster's order."""
        return self._hearings_by_case.get(case_id, ())

    def in_care(self, case_id: str, on: date) -> tuple[str, ...]:
        """Ids of the siblings still in care on a local date; the day of leaving is no longer in care."""
        return tuple(row.id for row in self.children_of(case_id) if is_in_care(row, on))

    def children_meant(self, contact_id: str, on: date) -> tuple[str, ...]:
        """The children a contact stands for (READING, "Who"): its `child_ids`, else those still in care."""
        row = self.contacts[contact_id]
        return row.child_ids or self.in_care(row.case_id, on)

    def placement(self, child_id: str, on: date) -> Placement | None:
        """Where the child lives on a local date; children.csv's placement where no dated one covers it."""
        for row in self._placements_by_child.get(child_id, ()):
            if (row.starts_on is None or row.starts_on <= on) and (row.ends_on is None or on <= row.ends_on):
                return row
        child = self.children.get(child_id)
        if child is None or child.placement_type is None or child_id in self._placements_by_child:
            return None
        return Placement(child_id, child.placement_type, child.placement_contact_id, child.entered_care_on)

    def cared_for_by(self, contact_id: str) -> frozenset[str]:
        """Ids of the children who live, or have ever lived, with the contact."""
        lived = (row.child_id for row in self._placements_by_carer.get(contact_id, ()))
        return frozenset((*lived, *(row.id for row in self._children_by_carer.get(contact_id, ()))))

    def carers_of(self, child_id: str) -> frozenset[str]:
        """Ids of the contacts with whom the child lives, or has ever lived."""
        child = self.children.get(child_id)
        found = [row.placement_contact_id for row in self._placements_by_child.get(child_id, ())]
        found += [child.placement_contact_id] if child else []
        return frozenset(each for each in found if each)

    def holds_placement(self, contact_id: str, on: date) -> bool:
        """Whether a child of the contact's case is placed with this contact on the date."""
        row = self.contacts[contact_id]
        return any(
            (found := self.placement(child.id, on)) is not None and found.placement_contact_id == contact_id
            for child in self.children_of(row.case_id)
        )

    def placement_type(self, child_id: str, on: date) -> PlacementType | None:
        """The kind of placement on a local date, None where none is known."""
        found = self.placement(child_id, on)
        return found.placement_type if found else None

    def caseload(self, staff_id: str | None, on: date) -> Caseload:
        """Whose children `staff_id` speaks of first: own open cases, then those covered on that date."""
        own = self._open_cases(staff_id, on)
        covering = self.covering(staff_id, on)
        covered = tuple(
            case for colleague in covering for case in self._open_cases(colleague, on) if case not in own
        )
        return Caseload(staff_id, on, own, covered, covering, whole_agency=not own and not covered)

    def covering(self, staff_id: str | None, on: date) -> tuple[str, ...]:
        """The colleagues on leave that day for whom `staff_id` covers."""
        rows = self._leaves_by_cover.get(staff_id, ()) if staff_id else ()
        return tuple(dict.fromkeys(row.staff_id for row in rows if row.first_day <= on <= row.last_day))

    def _open_cases(self, staff_id: str | None, on: date) -> tuple[str, ...]:
        rows = self._cases_by_worker.get(staff_id, ()) if staff_id else ()
        return tuple(row.id for row in rows if is_open(row, on))

    def workers_of(self, staff_id: str) -> tuple[StaffMember, ...]:
        """Those whom somebody supervises directly."""
        return self._workers_by_supervisor.get(staff_id, ()) if staff_id else ()

    def supervisor_of(self, staff_id: str) -> StaffMember | None:
        """The direct supervisor, None where there is none."""
        member = self.staff.get(staff_id)
        return self.staff.get(member.supervisor_id) if member and member.supervisor_id else None

    def by_slack(self, slack_user_id: str) -> StaffMember | None:
        """The member of staff behind a Slack user id."""
        return self._staff_by_slack.get(slack_user_id)


def is_open(case: CaseFile, on: date) -> bool:
    """Whether a case is open on a local date: a case closed since was still open before."""
    if case.status is CaseStatus.OPEN:
        return case.closed_on is None or on <= case.closed_on
    return case.closed_on is not None and on < case.closed_on


def is_in_care(child: Child, on: date) -> bool:
    """Whether a child is in care on a local date."""
    entered = child.entered_care_on is None or child.entered_care_on <= on
    return entered and (child.left_care_on is None or on < child.left_care_on)


def _worker(row: CaseFile) -> str:
    return row.primary_worker_id or ""


def _cover(row: Leave) -> str:
    return row.covering_staff_id or ""


def _families(before: Agency, changes: RosterChanges) -> Iterator[str]:
    yield from (row.id for each in changes.cases for row in each.sides)
    yield from (row.case_id for each in changes.children for row in each.sides)
    yield from (row.case_id for each in changes.contacts for row in each.sides)
    yield from (row.case_id for each in changes.hearings for row in each.sides)
    children = (before.children.get(row.child_id) for each in changes.placements for row in each.sides)
    yield from (child.case_id for child in children if child is not None)
