"""What nobody waits for, done once nobody waits: the second opinion, the visits, the inbox's mark, such.

A card is posted first. What follows is written down together, some requests in one transaction, as soon as
no other request is in hand, and soon anyway. A process that dies in between loses nothing: the outbox row is
an intent that Slack is asked about, and the request is still unmarked and worked again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.clock import monotonic
from bot.reminders.at_once import Posted, settle_posted
from bot.services.desk import Session
from bot.services.outbox import FOR_THE_SENDER
from storage.database import Database
from storage.records import NoteContent

log = logging.getLogger(__name__)
LONGEST_WAIT = 1.5
"""Seconds that what is left waits at most for those who wait for a card."""
TOGETHER = 16
"""Requests written down in one transaction at most: whoever arrives meanwhile must be stored soon."""


Count = Callable[[Session, Sequence[NoteContent]], None]
"""Looks again whether contacts owed are met by these events."""


def _nothing() -> None:
    """Nobody is told."""


@dataclass
class Rest:
    """What is left of one request: writes of one transaction, and who is told whether they stand.

    `thoughts` come before the writes, outside of the transaction. `told`: events by which contacts owed may
    have been met; they are counted once for all requests that are written down together. `posted`: answers
    that stand in the channel, their rows settled together as well.
    """

    thoughts: list[Callable[[], None]] = field(default_factory=list)
    writes: list[Callable[[Session], None]] = field(default_factory=list)
    kept: list[Callable[[], None]] = field(default_factory=list)
    lost: list[Callable[[], None]] = field(default_factory=list)
    told: list[NoteContent] = field(default_factory=list)
    posted: list[Posted] = field(default_factory=list)
    since: float = 0.0

    def add(
        self,
        write: Callable[[Session], None],
        *,
        then: Callable[[], None] = _nothing,
        otherwise: Callable[[], None] = _nothing,
    ) -> None:
        """Have `write(session)` done later, and `then` called once it is committed, else `otherwise`."""
        self.writes.append(write)
        self.kept.append(then)
        self.lost.append(otherwise)

    def think(self) -> None:
        """Think over what was not thought over yet."""
        while self.thoughts:
            self.thoughts[0]()
            del self.thoughts[0]


class Afterwards:
    """Writes down what is left, in a thread of its own; in the caller's where it was not started."""

    def __init__(self, db: Database, *, count: Count, wake: Callable[[], None] = _nothing) -> None:
        """`wake` is called where what was written gave the sender something to do."""
        self._db, self._count, self._wake = db, count, wake
        self._changed = threading.Condition()
        self._left: list[Rest] = []
        self._at_work = 0
        self._ended = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to write in a thread of its own."""
        self._thread = threading.Thread(target=self._run, name="afterwards", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Write down all that is left, end the thread."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout=15)
            self._thread = None

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Somebody waits for an answer, for the length of the block."""
        with self._changed:
            self._at_work += 1
        try:
            yield
        finally:
            with self._changed:
                self._at_work -= 1
                self._changed.notify_all()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Whoever is at work waits for what is left itself, for the length of the block."""
        with self._changed:
            self._at_work -= 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._at_work += 1

    def add(self, rest: Rest) -> None:
        """Have the rest of a request written down soon."""
        if not (rest.writes or rest.told or rest.posted):
            return
        if self._thread is None or self._ended:
            self._write_each([rest])
            return
        rest.since = monotonic()
        with self._changed:
            self._left.append(rest)
            self._changed.notify_all()

    def _run(self) -> None:
        while together := self._take():
            self._write(together)

    def _take(self) -> list[Rest]:
        """The next few, once nobody waits for a card; none where it has ended and nothing is left."""
        with self._changed:
            self._changed.wait_for(lambda: self._left or self._ended)
            # By the oldest one's waiting, so that a crowd without end cannot have it all pile up.
            until = (self._left[0].since if self._left else 0.0) + LONGEST_WAIT
            self._give_way(until)
            together, self._left = self._left[:TOGETHER], self._left[TOGETHER:]
        return together

    def _give_way(self, until: float) -> None:
        """Let go on who works for somebody that waits, until that time at most. Holds the condition."""
        while self._at_work and not self._ended and (wait := until - monotonic()) > 0:
            self._changed.wait(wait)

    def _write(self, together: Sequence[Rest]) -> None:
        try:
            for rest in together:
                if rest.thoughts:
                    with self._changed:
                        self._give_way(rest.since + LONGEST_WAIT)
                    rest.think()
            self._commit(together)
        except Exception:  # noqa: BLE001 - whose fault it was shows when each is tried alone
            self._write_each(together)

    def _write_each(self, together: Sequence[Rest]) -> None:
        for rest in together:
            try:
                rest.think()
                self._commit([rest])
            except Exception:  # what is left stays to be done: its request is worked again
                log.exception("the rest of a request could not be written down")
                _tell([each.let_go for each in rest.posted])
                _tell(rest.lost)

    def _commit(self, together: Sequence[Rest]) -> None:
        def written(session: Session) -> bool:
            settle_posted(session, [each for rest in together for each in rest.posted])
            for rest in together:
                for write in rest.writes:
                    write(session)
            if told := [event for rest in together for event in rest.told]:
                self._count(session, told)
            return FOR_THE_SENDER in session.info

        wake = self._db.write(written)
        for rest in together:
            _tell([each.settled for each in rest.posted])
            _tell(rest.kept)
        if wake:
            self._wake()


def _tell(those: Sequence[Callable[[], None]]) -> None:
    for each in those:
        each()
