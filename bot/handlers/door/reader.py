"""Who reads what people say: here, in this process, or apart (`reader_apart`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from bot.understand.agency import Agency
from bot.understand.opinion import RULES_ALONE, Opinion
from bot.understand.parts import Reading
from bot.understand.reading import FirstReading
from bot.understand.two_steps import FirstSeen, ToRead, danger_in, first_of, seen
from storage.turns import Turns

PATIENCE = 30.0
"""Seconds that a message waits at most for others to be read before it."""


class Begun(Protocol):
    """A message in a reader's hands."""

    def seen(self) -> FirstSeen:
        """What a card is drawn from; waited for."""

    def danger(self) -> Reading | None:
        """The reading that asks about danger which only the model hears, where it hears any; waited for."""


class Reader(Protocol):
    """Reads what people say."""

    def start(self) -> None:
        """Get ready, in the background."""

    def warm(self, agency: Agency, message: ToRead) -> None:
        """Read a message for the sake of the agency's index and the tables; its reading is dropped."""

    def is_free_for(self, agency: Agency) -> bool:
        """Whether to `begin` is a matter of a moment now, whatever becomes of the reading."""

    def begin(self, agency: Agency, message: ToRead) -> Begun:
        """Have a message read; it may be under way before anybody waits for it."""

    def stop(self) -> None:
        """Read nothing more apart from this process."""


class Here:
    """Reads in the thread of whoever waits, one message after the other.

    Side by side, sixteen readings would all end at the end of the last.
    """

    def __init__(self) -> None:
        self.turns, self.opinion = Turns(patience=PATIENCE), Opinion()

    def start(self) -> None:
        """Load the model; until then rules read."""
        self.opinion.start()

    def warm(self, agency: Agency, message: ToRead) -> None:
        """By rules, at once: the model may still be on its way."""
        first_of(agency, message, RULES_ALONE)

    def is_free_for(self, agency: Agency) -> bool:  # noqa: ARG002
        """Always."""
        return True

    def begin(self, agency: Agency, message: ToRead) -> Begun:
        """Nothing is read before somebody waits for it."""
        return _Here(self, agency, message)

    def stop(self) -> None:
        """There is nothing to end."""


@dataclass
class _Here:
    reader: Here
    agency: Agency
    message: ToRead
    _first: FirstReading | None = field(default=None)

    def seen(self) -> FirstSeen:
        with self.reader.turns.turn():
            self._first = first_of(self.agency, self.message, self.reader.opinion.ready)
        return seen(self._first)

    def danger(self) -> Reading | None:
        advisor = self.reader.opinion.whole()
        first = self._first or first_of(self.agency, self.message, advisor)
        return danger_in(self.agency, self.message, first, advisor)
