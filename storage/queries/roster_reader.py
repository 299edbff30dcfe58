"""The whole agency, read again and again: what did not change is taken from the last time.

To read hundreds of thousands of rows and open their names takes seconds, and a changed roster differs in a
few rows. Which those are is written down with the change (`storage.roster_log`). Where that is not known, all
rows are fetched as the database has them, and only those that look different are opened. That may be done in
portions with time between them: what changes meanwhile is known by its number, and read once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import types
from storage.changes import Changed, RosterChanges
from storage.models import Leave, RosterStamp, Shift
from storage.queries import roster_rows as rows
from storage.queries.roster_kept import Kept
from storage.roster_log import Touched, changes_between

PORTION = 4000
"""Rows that are looked at together: some 60 ms where all of them have to be opened."""
_OF_STAFF = {Shift.__tablename__, Leave.__tablename__}
R = TypeVar("R")


@dataclass(slots=True)
class _Pass:
    """A reading of all: the stamp's number when it began, and the tables it has not read to their end."""

    since: int | None
    left: list[Kept[Any]]


class RosterReader:
    """Reads the agency as it stands. Not for two threads at once, and of no more use once a read has failed.

    A record whose row did not change since the last read is the very same object.
    """

    def __init__(self, portion: int = PORTION) -> None:
        self._portion = portion
        self._staff = Kept(rows.STAFF, attrgetter("id"))
        self._cases = Kept(rows.CASES, attrgetter("id"))
        self._children = Kept(rows.CHILDREN, attrgetter("id"))
        self._contacts = Kept(rows.CONTACTS, attrgetter("id"))
        self._hearings = Kept(rows.HEARINGS, attrgetter("id"))
        self._placements = Kept(rows.PLACEMENTS, _by_child_and_day)
        self._shifts: tuple[types.Shift, ...] = ()
        self._leaves: tuple[types.Leave, ...] = ()
        self._stamp: int | None = None
        """The number to which all this was read."""
        self._pass: _Pass | None = None
        self.changes: RosterChanges | None = None
        """What the last read found changed since the one before; None where everything was read."""

    @property
    def _tables(self) -> tuple[Kept[Any], ...]:
        return self._staff, self._cases, self._children, self._contacts, self._hearings, self._placements

    def read_ahead(self, session: Session) -> bool:
        """Read a portion of what `read` would have to read as a whole; False where there is more of it."""
        now = _number(session)
        if self._pass is None:
            if self._touched(session, now) is not None:
                return True
            self._begin(now)
        elif not self._pass.left and _missed(session, self._pass, now) is None:
            self._begin(now)
        return self._read_on(session)

    def read(self, session: Session) -> types.Roster:
        """The whole agency (see `storage.queries.roster.agency_roster`)."""
        now = _number(session)
        touched = self._touched(session, now) if self._pass is None else None
        everything = touched is None
        if touched is None:
            now, touched = self._read_everything(session, now)
        found = self._read_touched(session, touched)
        if everything or touched.keys() & _OF_STAFF:
            self._shifts, self._leaves = rows.shifts(session), rows.leaves(session)
        self._stamp, self.changes = now, None if everything else found
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

    def _touched(self, session: Session, now: int | None) -> Touched | None:
        """The rows that changed since the last `read`; None where that is not known."""
        if self._stamp is None or now is None or self._stamp >= now:
            return None
        return changes_between(session, self._stamp, now)

    def _read_touched(self, session: Session, touched: Touched) -> RosterChanges:
        def read(kept: Kept[R]) -> tuple[Changed[R], ...]:
            return kept.read(session, touched.get(kept.kind.table.__tablename__, set()))

        return RosterChanges(
            staff=bool(read(self._staff)),
            cases=read(self._cases),
            children=read(self._children),
            contacts=read(self._contacts),
            hearings=read(self._hearings),
            placements=read(self._placements),
        )

    # -- all of it

    def _read_everything(self, session: Session, now: int | None) -> tuple[int | None, Touched]:
        """Read all of it, or to its end what was begun; up to which number, but for these rows."""
        going = self._pass or self._begin(now)
        self._read_to_the_end(session)
        missed = _missed(session, going, now)
        if missed is None:  # much has changed since it began: once more, from now on
            self._begin(now)
            self._read_to_the_end(session)
        self._pass = None
        return now, missed or {}

    def _begin(self, now: int | None) -> _Pass:
        self._pass = _Pass(now, list(self._tables))
        for kept in self._tables:
            kept.start_over()
        return self._pass

    def _read_to_the_end(self, session: Session) -> None:
        while not self._read_on(session):
            pass

    def _read_on(self, session: Session) -> bool:
        """Read a portion; whether it was the last one."""
        room, left = self._portion, self._pass.left if self._pass else []
        while left and room > 0:
            count = left[0].read_on(session, room)
            if count < room:
                left.pop(0)
            room -= count
        return not left


def _number(session: Session) -> int | None:
    return session.scalar(select(RosterStamp.number))


def _missed(session: Session, going: _Pass, now: int | None) -> Touched | None:
    """The rows that changed since that reading began; None where that is not known."""
    if going.since == now:
        return {}
    if going.since is None or now is None or going.since > now:
        return None
    return changes_between(session, going.since, now)


def _by_child_and_day(lived: types.Placement) -> tuple[str, date]:
    return lived.child_id, lived.starts_on or date.min
