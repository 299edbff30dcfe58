"""The agency's index, built once for each state of the roster and shared by all who read messages."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session, SessionTransaction

from bot.clock import monotonic
from bot.understand.agency import Agency
from storage.audit import READ_ONLY
from storage.database import Database
from storage.queries.roster import roster_stamp
from storage.queries.roster_reader import PORTION, RosterReader

_STAMP = "roster stamp"


class Shelf:
    """Holds the newest `Agency`; a changed roster stamp has it built anew."""

    def __init__(self, portion: int = PORTION) -> None:
        self._portion = portion
        self._guard = threading.Lock()
        self._stamp: int | None = None
        self._agency: Agency | None = None
        self._reader = RosterReader(portion)

    @property
    def latest(self) -> Agency | None:
        """The agency as it was last seen; for what is looked up again within the transaction."""
        return self._agency

    def agency(self, session: Session) -> Agency:
        """The agency as the roster stands in this session's view of the database."""
        stamp = _stamp_in(session)
        with self._guard:
            if self._agency is None or stamp != self._stamp:
                with self._reading():
                    self._agency, self._stamp = self._read(session), stamp
            return self._agency

    def read_ahead(self, db: Database, patience: float) -> bool:
        """Read what of the agency has to be read anew, a portion in a transaction; whether that is all.

        After `patience` seconds it begins no further portion: the next call goes on. `agency` never waits
        for that, it reads the rest itself.
        """
        until = monotonic() + patience
        while not self._read_portion(db):
            if monotonic() >= until:
                return False
        return True

    def _read_portion(self, db: Database) -> bool:
        with db.reading() as session:
            stamp = roster_stamp(session)
            with self._guard, self._reading():
                there = self._agency is not None and stamp == self._stamp
                return there or self._reader.read_ahead(session)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """A reader that failed half-way does not know what it knows: the next one begins anew."""
        try:
            yield
        except BaseException:
            self._reader = RosterReader(self._portion)
            raise

    def _read(self, session: Session) -> Agency:
        roster, before = self._reader.read(session), self._agency
        if before is None or self._reader.changes is None:
            return Agency.of(roster)
        return before.after(roster, self._reader.changes)


def _stamp_in(session: Session) -> int:
    """The roster's stamp; asked once in a transaction that only reads, which sees one state of the data."""
    if not session.info.get(READ_ONLY):
        return roster_stamp(session)
    known: tuple[weakref.ref[SessionTransaction], int] | None = session.info.get(_STAMP)
    if known is not None and session.in_transaction() and known[0]() is session.get_transaction():
        return known[1]
    stamp, begun = roster_stamp(session), session.get_transaction()
    if begun is not None:
        session.info[_STAMP] = weakref.ref(begun), stamp
    return stamp
