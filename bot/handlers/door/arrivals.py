"""Requests that arrive at the same moment are stored in one commit: each waits for the disk once, together.

Nobody is told "stored" before the commit that holds it has returned; where it fails, each is tried alone, so
that one request that cannot be stored takes none of the others with it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.services import inbox
from storage.database import Database


@dataclass
class Arrival:
    """A request at the door, and what became of it once it is `over`."""

    key: str
    kind: str
    payload: str
    row_id: str | None = None
    over: bool = False
    trouble: Exception | None = None


class Arrivals:
    """The writer of the inbox's new rows."""

    def __init__(self, db: Database, clock: Clock, *, lease: timedelta) -> None:
        self._db, self._clock, self._lease = db, clock, lease
        self._turn, self._guard = threading.Lock(), threading.Lock()
        self._waiting: list[Arrival] = []

    def store(self, key: str, kind: str, payload: str) -> str | None:
        """The id of its row, committed; None where it was stored before. Raises what the database raised."""
        mine = Arrival(key, kind, payload)
        with self._guard:
            self._waiting.append(mine)
        with self._turn:
            if not mine.over:
                self._write_those_who_wait()
        if mine.trouble is not None:
            raise mine.trouble
        return mine.row_id

    def _write_those_who_wait(self) -> None:
        with self._guard:
            together, self._waiting = self._waiting, []
        try:
            self._write(together)
        except Exception:  # noqa: BLE001 - whose fault it was shows when each is tried alone
            for each in together:
                self._write_alone(each)

    def _write_alone(self, arrival: Arrival) -> None:
        try:
            self._write([arrival])
        except Exception as trouble:  # noqa: BLE001 - raised in the thread of the one whom it concerns
            arrival.trouble, arrival.over = trouble, True

    def _write(self, together: Sequence[Arrival]) -> None:
        now = self._clock.now()
        with self._db.begin() as session:
            for each in together:
                each.row_id = inbox.store(
                    session, key=each.key, kind=each.kind, payload=each.payload, now=now, lease=self._lease
                )
        for each in together:
            each.over = True
