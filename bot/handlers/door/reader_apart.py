"""Has messages read in a process of its own, and here where that one fails: nobody waits in vain.

Python runs one thread at a time. Read in this process, sixteen messages would hold up one another's storing,
drawing and posting; read apart, they share two cores. What the other process may see: words and the roster.
No key, no token, no database.
"""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from bot.clock import monotonic
from bot.handlers.door.reader import PATIENCE, Begun, Here
from bot.handlers.door.reading_line import Gone, Line
from bot.understand.agency import Agency
from bot.understand.apart.line import Listen, Read
from bot.understand.parts import Reading
from bot.understand.two_steps import FirstSeen, ToRead

log = logging.getLogger(__name__)
PAUSE = 5.0
"""Seconds from one process's beginning to the next one's at least: one that dies at once is no help."""
CONNECTED = 2.0
"""Seconds after which what is not needed for the first card may take the processor."""


class Apart:
    """A reading process, begun anew where it is gone; meanwhile and instead messages are read here."""

    def __init__(self) -> None:
        self.here = Here()
        self._guard = threading.Lock()
        self._line: Line | None = None
        self._ended = False

    def start(self) -> None:
        """Begin the process."""
        self.line()

    def warm(self, agency: Agency, message: ToRead) -> None:
        """In the process at once; here, where answers to cards are read, when the connection stands."""
        self.begin(agency, message)
        later = threading.Timer(CONNECTED, self.here.warm, (agency, message))
        later.daemon = True
        later.start()

    def line(self) -> Line | None:
        """The line to a process that is there; None for the few seconds after one died."""
        with self._guard:
            line = self._line
            if self._ended or (line and not line.gone):
                return None if self._ended else line
            if line and monotonic() - line.began < PAUSE:
                return None
            if line:
                log.warning("the reading process ended: it is begun anew")
            self._line = Line()
            return self._line

    def is_free_for(self, agency: Agency) -> bool:
        """Whether the process is there, knows the agency and is not far behind."""
        return (line := self._line) is not None and line.is_free_for(agency)

    def begin(self, agency: Agency, message: ToRead) -> Begun:
        """Send the message to the process at once."""
        begun = _Apart(self, agency, message, self.here.begin(agency, message))
        begun.send()
        return begun

    def stop(self) -> None:
        """End the process."""
        with self._guard:
            self._ended, line = True, self._line
        if line:
            line.end()
            line.wait(PAUSE)


@dataclass
class _Apart:
    reader: Apart
    agency: Agency
    message: ToRead
    here: Begun
    _line: Line | None = None
    _job: int = 0
    _first: Future[FirstSeen] | None = field(default=None)

    def send(self) -> None:
        self._line = self.reader.line()
        try:
            if self._line:
                self._job, self._first = self._line.ask(
                    self.agency, lambda job, at: Read(job, at, self.message)
                )
        except Gone:
            self._line = None

    def seen(self) -> FirstSeen:
        try:
            found: FirstSeen = self._waited_for(self._first)
        except Gone:
            return self.here.seen()
        return found

    def danger(self) -> Reading | None:
        """Asked of the process that is there now, be it another one: it reads anew what it does not know."""
        line = self.reader.line()
        known = self._job if line is self._line else 0
        if line is None:
            return self.here.danger()
        self._line = line
        try:
            _, answer = line.ask(self.agency, lambda job, at: Listen(job, at, self.message, known))
            found: Reading | None = self._waited_for(answer)
        except Gone:
            return self.here.danger()
        return found

    def _waited_for(self, answer: Future[Any] | None) -> Any:
        if answer is None or self._line is None:
            raise Gone
        try:
            return answer.result(timeout=PATIENCE)
        except TimeoutError:
            log.warning("the reading process did not answer in %g s: it is ended", PATIENCE)
            self._line.kill()
            raise Gone from None
