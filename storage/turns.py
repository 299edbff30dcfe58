"""Turns at what one can do at a time, first come first served: writing to SQLite, reading a message.

Without them writers would poll on SQLITE_BUSY, and an unlucky one would wait for seconds.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class NoTurn(Exception):
    """Nobody had a turn for a long time: somebody is stuck. Or one who has it asked for a second one."""


class Turns:
    """A lock that is handed on in the order in which it was asked for."""

    def __init__(self, *, patience: float) -> None:
        """Have those who wait give up after `patience` seconds."""
        self._patience = patience
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._writer: int | None = None

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Be the only one for a while. NoTurn inside of an own turn, or when patience ran out."""
        self._take()
        try:
            yield
        finally:
            self._hand_on()

    def _take(self) -> None:
        me = threading.get_ident()
        with self._guard:
            if self._writer is None:
                self._writer = me
                return
            if self._writer == me:
                raise NoTurn("a write transaction was begun inside of another one")
            ticket = threading.Lock()
            ticket.acquire()
            self._waiting.append(ticket)
        if not ticket.acquire(timeout=self._patience):
            self._give_up(ticket)
        self._writer = me

    def _give_up(self, ticket: threading.Lock) -> None:
        with self._guard:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
                raise NoTurn(f"no turn to write within {self._patience:g} s")
        # Called just as patience ran out: the turn is ours after all.

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._writer = 0  # taken, by somebody who is waking up
                self._waiting.popleft().release()
            else:
                self._writer = None
