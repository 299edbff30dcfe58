"""The agency's index, built once for each state of the roster and shared by all who read messages."""

from __future__ import annotations

import threading

from sqlalchemy.orm import Session

from bot.understand.agency import Agency
from storage.queries.roster import roster_stamp
from storage.queries.roster_reader import RosterReader


class Shelf:
    """Holds the newest `Agency`; a changed roster stamp has it built anew."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._stamp: int | None = None
        self._agency: Agency | None = None
        self._reader = RosterReader()

    @property
    def latest(self) -> Agency | None:
        """The agency as it was last seen; for what is looked up again within the transaction."""
        return self._agency

    def agency(self, session: Session) -> Agency:
        """The agency as the roster stands in this session's view of the database."""
        stamp = roster_stamp(session)
        with self._guard:
            if self._agency is None or stamp != self._stamp:
                self._agency, self._stamp = self._read(session), stamp
            return self._agency

    def _read(self, session: Session) -> Agency:
        roster, before = self._reader.read(session), self._agency
        if before is None or self._reader.changes is None:
            return Agency.of(roster)
        return before.after(roster, self._reader.changes)
