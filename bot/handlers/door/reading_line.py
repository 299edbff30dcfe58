"""The line to one reading process, from its beginning to its end."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from typing import Any

from bot.clock import monotonic
from bot.understand.agency import Agency
from bot.understand.apart.line import AGENCIES, Done, Listen, Read, Staffed

log = logging.getLogger(__name__)
_ITS_OWN = (
    "PATH",
    "PYTHON",
    "LANG",
    "LC_",
    "TZ",
    "LD_",
    "DYLD_",
    "FAKETIME",
    "HOME",
    "TMPDIR",
    "VIRTUAL_ENV",
)
"""What the process is told of the environment, by the names' beginnings: none of our keys and tokens."""

_FEW = 24
"""Messages that the line surely holds unread, each of Slack's 4,000 letters at most."""


class Gone(Exception):
    """The reading process ended, or took too long, before it answered."""


class Line:
    """One reading process from its beginning to its end, and what it was asked."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            fd = theirs.fileno()
            command = [sys.executable, "-m", "bot.understand.apart", str(fd)]
            self._process = subprocess.Popen(command, pass_fds=[fd], env=_environment())  # noqa: S603 - ours
        self.began = monotonic()
        self.gone = False
        self._socket = ours
        self._line = Connection(os.dup(ours.fileno()))
        self._sending, self._guard = threading.Lock(), threading.Lock()
        self._asked: dict[int, Future[Any]] = {}
        self._agencies: list[tuple[int, Agency]] = []
        self._jobs = self._rosters = 0
        threading.Thread(target=self._hear, name="reader", daemon=True).start()

    def ask(self, agency: Agency, made: Callable[[int, int], Read | Listen]) -> tuple[int, Future[Any]]:
        """Have a job done: its number, and where its answer will be. Gone where nobody is there."""
        future: Future[Any] = Future()
        with self._sending:
            self._jobs += 1
            job = self._jobs
            with self._guard:
                if self.gone:
                    raise Gone
                self._asked[job] = future
            try:
                self._line.send(made(job, self._number_of(agency)))
            except Exception as error:  # whatever it is, the message is read here
                log.exception("the reading process cannot be spoken to")
                self.end()
                raise Gone from error
        return job, future

    def is_free_for(self, agency: Agency) -> bool:
        """Whether to `ask` takes no longer than to write a few lines: no roster is sent, no pipe is full."""
        known = any(told is agency for _, told in self._agencies)
        return known and not self.gone and len(self._asked) < _FEW and not self._sending.locked()

    def _number_of(self, agency: Agency) -> int:
        """The number under which the process has the agency; told of it first where it has not."""
        for number, told in self._agencies:
            if told is agency:
                return number
        self._rosters += 1
        self._line.send(Staffed(self._rosters, agency.roster))
        self._agencies = [*self._agencies, (self._rosters, agency)][-AGENCIES:]
        return self._rosters

    def _hear(self) -> None:
        try:
            while True:
                done: Done = self._line.recv()
                with self._guard:
                    future = self._asked.pop(done.job, None)
                if future is None:
                    continue
                if done.trouble:
                    future.set_exception(Gone(done.trouble))
                else:
                    future.set_result(done.found)
        except (EOFError, OSError):
            self._lost()

    def _lost(self) -> None:
        with self._guard:
            self.gone, left = True, list(self._asked.values())
            self._asked.clear()
        for future in left:
            future.set_exception(Gone("the reading process ended"))
        self._line.close()
        self._process.wait()

    def end(self) -> None:
        """Have the process end: it reads the end of its line."""
        with self._guard:
            self.gone = True
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            log.debug("the line was closed already")
        self._socket.close()

    def kill(self) -> None:
        """End a process that hangs."""
        self._process.kill()
        self.end()

    def wait(self, seconds: float) -> None:
        """Until the process has ended; killed where it does not."""
        try:
            self._process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith(_ITS_OWN)}
