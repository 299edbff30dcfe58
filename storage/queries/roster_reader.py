"""The whole agency, read again and again: what did not change is taken from the last time.

To read twenty thousand children through the mapper and open their names takes seconds, and a changed roster
differs in a few rows. So every row is fetched as the database has it, and only those that look different are
read and opened. What a row looked like is kept as a hash: nothing sealed is held twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import types
from storage.models import Base, Case, Child, Contact, ContactChild, Hearing, Placement, Staff
from storage.queries import roster_rows as rows

_CHUNK = 500
_MOST = 10
"""Where more than one row in so many has changed, the table is read as a whole."""


R = TypeVar("R")
Links = defaultdict[str, tuple[str, ...]]
"""By contact: the children whose contact it is."""


@dataclass(slots=True)
class _Kept(Generic[R]):
    """A table's records, each with what its row looked like."""

    table: type[Base]
    order: tuple[str, ...]
    looks: dict[str, int] = field(default_factory=dict)
    records: dict[str, R] = field(default_factory=dict)

    def read(self, session: Session, record: Callable[..., R], beside: Links | None = None) -> tuple[R, ...]:
        """All records in the table's order; `record` makes one of a row, and of what `beside` has of it."""
        linked: Links = beside if beside is not None else defaultdict(tuple)
        raw = session.connection().exec_driver_sql(self._as_it_is(session))
        looks = {row[0]: hash((*row, linked[row[0]])) for row in raw}
        changed = [row_id for row_id, look in looks.items() if self.looks.get(row_id) != look]
        for row in self._rows(session, changed, len(looks)):
            self.records[row.id] = record(row) if beside is None else record(row, linked[row.id])
        self.looks = looks
        self.records = {row_id: self.records[row_id] for row_id in looks}
        return tuple(self.records.values())

    def _as_it_is(self, session: Session) -> str:
        """Every column without its type: nothing is made of a value that is only looked at."""
        columns = self.table.__table__.c
        query = select(*columns).order_by(*(columns[name] for name in self.order))
        return str(query.compile(dialect=session.get_bind().dialect))

    def _rows(self, session: Session, changed: Collection[str], of: int) -> Iterator[Any]:
        query = select(self.table).execution_options(populate_existing=True)
        if len(changed) * _MOST > of:
            yield from session.scalars(query)
            return
        left = iter(changed)
        while some := list(islice(left, _CHUNK)):
            yield from session.scalars(query.where(self.table.__table__.c.id.in_(some)))


class RosterReader:
    """Reads the agency as it stands. Not for two threads at once.

    A record whose row did not change since the last read is the very same object.
    """

    def __init__(self) -> None:
        self._staff: _Kept[types.StaffMember] = _Kept(Staff, ("id",))
        self._cases: _Kept[types.CaseFile] = _Kept(Case, ("id",))
        self._children: _Kept[types.Child] = _Kept(Child, ("id",))
        self._contacts: _Kept[types.Contact] = _Kept(Contact, ("id",))
        self._hearings: _Kept[types.Hearing] = _Kept(Hearing, ("id",))
        self._placements: _Kept[types.Placement] = _Kept(Placement, ("child_id", "starts_on"))

    def read(self, session: Session) -> types.Roster:
        """The whole agency (see `storage.queries.roster.agency_roster`)."""
        return types.Roster(
            staff=self._staff.read(session, rows.staff_member),
            cases=self._cases.read(session, rows.case_file),
            children=self._children.read(session, rows.child),
            contacts=self._contacts.read(session, rows.contact, _links(session)),
            shifts=rows.shifts(session),
            hearings=self._hearings.read(session, rows.hearing),
            leaves=rows.leaves(session),
            placements=self._placements.read(session, rows.placement),
        )


def _links(session: Session) -> Links:
    found: Links = defaultdict(tuple)
    columns = (ContactChild.contact_id, ContactChild.child_id)
    for contact_id, child_id in session.execute(select(*columns).order_by(ContactChild.child_id)):
        found[contact_id] += (child_id,)
    return found
