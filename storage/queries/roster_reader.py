"""The whole agency, read again and again: what did not change is taken from the last time.

To read twenty thousand children through the mapper and open their names takes seconds, and a changed roster
differs in a few rows. So every row is fetched as the database has it, and only those that look different are
read and opened. What a row looked like is kept as a hash: nothing sealed is held twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from storage import types
from storage.changes import Changed, RosterChanges
from storage.models import (
    Base,
    Case,
    Child,
    Contact,
    ContactChild,
    Hearing,
    Leave,
    Placement,
    RosterStamp,
    Shift,
    Staff,
)
from storage.queries import roster_rows as rows
from storage.roster_log import Touched, changes_between

_CHUNK = 500
_MOST = 10
"""Where more than one row in so many has changed, the table is read as a whole."""


_OF_STAFF = {Shift.__tablename__, Leave.__tablename__}
R = TypeVar("R")
Links = defaultdict[str, tuple[str, ...]]
"""By contact: the children whose contact it is."""


@dataclass(slots=True)
class _Kept(Generic[R]):
    """A table's records, each with what its row looked like."""

    table: type[Base]
    order: Callable[[R], Any]
    looks: dict[str, int] = field(default_factory=dict)
    records: dict[str, R] = field(default_factory=dict)
    all: tuple[R, ...] = ()

    def read(
        self, session: Session, record: Callable[..., R], beside: Links | None, touched: Touched | None
    ) -> tuple[Changed[R], ...]:
        """Bring the records up to date: all of them, or those touched; what differs from the last time.

        `record` makes one of a row, and of what `beside` has of it.
        """
        only = None if touched is None else touched.get(self.table.__tablename__, set())
        if only is not None and not only:
            return ()
        linked: Links = beside if beside is not None else defaultdict(tuple)
        looks = {row[0]: hash((*row, linked[row[0]])) for row in self._as_it_is(session, only)}
        known = self.looks if only is None else {each: self.looks[each] for each in only & self.looks.keys()}
        changed = [row_id for row_id, look in looks.items() if known.get(row_id) != look]
        gone = [row_id for row_id in known if row_id not in looks]
        before = {row_id: self.records.get(row_id) for row_id in (*changed, *gone)}
        for row_id in gone:
            del self.looks[row_id], self.records[row_id]
        self.looks |= looks
        for row in self._rows(session, set(changed)):
            self.records[row.id] = record(row) if beside is None else record(row, linked[row.id])
        self._put_in_order(bool(before))
        return tuple(Changed(was, self.records.get(row_id)) for row_id, was in before.items())

    def _put_in_order(self, changed: bool) -> None:
        """By the records' own order, which is the same on every database."""
        if changed:
            in_order = sorted(self.records.items(), key=lambda each: (self.order(each[1]), each[0]))
            self.records = dict(in_order)
            self.all = tuple(self.records.values())

    def _as_it_is(self, session: Session, only: Collection[str] | None) -> Iterator[Sequence[Any]]:
        """Every column without its type: nothing is made of a value that is only looked at."""
        plain = str(select(*self.table.__table__.c).compile(dialect=session.get_bind().dialect))
        if only is None:
            yield from session.connection().exec_driver_sql(plain)
            return
        some_of = text(f"{plain} WHERE id IN :ids").bindparams(bindparam("ids", expanding=True))
        for ids in _in_chunks(only):
            yield from session.connection().execute(some_of, {"ids": ids})

    def _rows(self, session: Session, changed: Collection[str]) -> Iterator[Any]:
        query = select(self.table).execution_options(populate_existing=True)
        if len(changed) * _MOST > len(self.looks):
            yield from (row for row in session.scalars(query) if row.__dict__["id"] in changed)
            return
        for ids in _in_chunks(changed):
            yield from session.scalars(query.where(self.table.__table__.c.id.in_(ids)))


class RosterReader:
    """Reads the agency as it stands. Not for two threads at once.

    A record whose row did not change since the last read is the very same object.
    """

    def __init__(self) -> None:
        self._stamp: int | None = None
        self._staff: _Kept[types.StaffMember] = _Kept(Staff, attrgetter("id"))
        self._cases: _Kept[types.CaseFile] = _Kept(Case, attrgetter("id"))
        self._children: _Kept[types.Child] = _Kept(Child, attrgetter("id"))
        self._contacts: _Kept[types.Contact] = _Kept(Contact, attrgetter("id"))
        self._hearings: _Kept[types.Hearing] = _Kept(Hearing, attrgetter("id"))
        self._placements: _Kept[types.Placement] = _Kept(Placement, _by_child_and_day)
        self._shifts: tuple[types.Shift, ...] = ()
        self._leaves: tuple[types.Leave, ...] = ()
        self.changes: RosterChanges | None = None
        """What the last read found changed since the one before; None where everything was read."""

    def read(self, session: Session) -> types.Roster:
        """The whole agency (see `storage.queries.roster.agency_roster`)."""
        touched = self._touched(session)
        beside = _links(session, None if touched is None else touched.get(Contact.__tablename__, set()))
        found = RosterChanges(
            staff=bool(self._staff.read(session, rows.staff_member, None, touched)),
            cases=self._cases.read(session, rows.case_file, None, touched),
            children=self._children.read(session, rows.child, None, touched),
            contacts=self._contacts.read(session, rows.contact, beside, touched),
            hearings=self._hearings.read(session, rows.hearing, None, touched),
            placements=self._placements.read(session, rows.placement, None, touched),
        )
        if touched is None or touched.keys() & _OF_STAFF:
            self._shifts, self._leaves = rows.shifts(session), rows.leaves(session)
        self.changes = None if touched is None else found
        return types.Roster(
            staff=self._staff.all,
            cases=self._cases.all,
            children=self._children.all,
            contacts=self._contacts.all,
            shifts=self._shifts,
            hearings=self._hearings.all,
            leaves=self._leaves,
            placements=self._placements.all,
        )

    def _touched(self, session: Session) -> Touched | None:
        """The rows to look at; None: all of them."""
        last, self._stamp = self._stamp, session.scalar(select(RosterStamp.number))
        if last is None or self._stamp is None or last >= self._stamp:
            return None
        return changes_between(session, last, self._stamp)


def _by_child_and_day(lived: types.Placement) -> tuple[str, date]:
    return lived.child_id, lived.starts_on or date.min


def _in_chunks(ids: Collection[str]) -> Iterator[list[str]]:
    left = iter(ids)
    while some := list(islice(left, _CHUNK)):
        yield some


def _links(session: Session, only: Collection[str] | None) -> Links:
    found: Links = defaultdict(tuple)
    query = select(ContactChild.contact_id, ContactChild.child_id).order_by(ContactChild.child_id)
    chunks = (
        [query] if only is None else [query.where(ContactChild.contact_id.in_(s)) for s in _in_chunks(only)]
    )
    for chunk in chunks:
        for contact_id, child_id in session.execute(chunk):
            found[contact_id] += (child_id,)
    return found
