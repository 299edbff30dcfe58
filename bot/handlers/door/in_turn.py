"""Messages are worked in the order in which they came, few at a time: side by side, all are done last.

Python runs one thread at a time. Sixteen who share it have their cards when the last one has theirs; one
after the other, half of them in half the time. A courtesy, no lock: whoever takes longer than a moment (Slack
is slow, another transaction is) holds up nobody.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from heapq import heapify, heappop, heappush
from itertools import count
from typing import Any

from bot.clock import monotonic

MOST = 2
"""At work at once: while one waits for the disk, another one goes on."""
MOMENT = 0.1
"""Seconds without a turn's end after which nobody waits for one any more."""


class InTurn:
    """The turns of one process at work on messages. Each thread has one at most."""

    def __init__(self, *, most: int = MOST, moment: float = MOMENT) -> None:
        self._most, self._moment = most, moment
        self._guard = threading.Lock()
        self._tickets = count()
        self._mine = threading.local()
        self._at_work: set[int] = set()
        self._waiting: list[tuple[int, threading.Lock]] = []
        self._moved = 0.0

    @contextmanager
    def of(self, body: Mapping[str, Any]) -> Iterator[None]:
        """The block in which a request is worked: messages wait for their turn, a tap is quickly answered."""
        if (body.get("event") or {}).get("type") != "message":
            yield
            return
        self._mine.ticket = next(self._tickets)
        try:
            self._take()
            yield
        finally:
            self.let_go()
            self._mine.ticket = None

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The block in which this thread waits for something else, and others go on."""
        self.let_go()
        try:
            yield
        finally:
            self._take()

    def let_go(self) -> None:
        """The next one's turn, be this thread at work or not."""
        ticket = self._ticket()
        with self._guard:
            if ticket not in self._at_work:
                return
            self._at_work.discard(ticket)
            self._moved = monotonic()
            if self._waiting and len(self._at_work) < self._most:
                following, door = heappop(self._waiting)
                self._at_work.add(following)
                door.release()

    def _take(self) -> None:
        """A turn, those who came first before those who came later."""
        if (ticket := self._ticket()) < 0:
            return
        with self._guard:
            if len(self._at_work) < self._most:
                self._at_work.add(ticket)
                self._moved = monotonic()
                return
            door = threading.Lock()
            door.acquire()
            heappush(self._waiting, (ticket, door))
        while not door.acquire(timeout=self._moment):
            if self._goes_on(ticket):
                return

    def _goes_on(self, ticket: int) -> bool:
        """Whether the turn came just now, or whoever has one is not to be waited for."""
        with self._guard:
            if ticket not in self._at_work and monotonic() - self._moved < self._moment:
                return False
            self._waiting = [each for each in self._waiting if each[0] != ticket]
            heapify(self._waiting)
            self._at_work.add(ticket)
            return True

    def _ticket(self) -> int:
        found: int | None = getattr(self._mine, "ticket", None)
        return -1 if found is None else found
