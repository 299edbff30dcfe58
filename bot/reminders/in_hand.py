"""What the sender has in hand: how many calls are on their way, what has come back, how many more may go."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from bot.reminders.limits import Limits
from bot.reminders.work import Outcome


class InHand:
    """Counted by the coordinator and by the threads that call.

    It is as wide as Slack is quick: from one row a thread up to `Limits.batch` while all go through in a
    moment, half of that again whenever one takes long. So no row waits for long between its intent and its
    post, and what is urgent does not wait behind many others.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._guard = threading.Lock()
        self._calling = 0
        self._back: list[Outcome] = []
        self._width = limits.threads
        self._slowest = 0.0

    def room(self) -> int:
        """For how many more rows; what came back unread may tell of a pause, so it counts as well."""
        with self._guard:
            return self._width - self._calling - len(self._back)

    @property
    def busy(self) -> bool:
        """Whether anything is on its way, or back and not settled."""
        with self._guard:
            return self._calling > 0 or bool(self._back)

    def begin(self, count: int) -> None:
        """So many calls are about to be made."""
        with self._guard:
            self._calling += count
            if self._calling + len(self._back) >= self._width and self._slowest < self._limits.slow / 2:
                self._width = min(self._limits.batch, 2 * self._width)
            self._slowest = 0.0

    def end(self, outcome: Outcome | None, took: float) -> bool:
        """One of them is over, `took` seconds after its intent; True where it is time to settle.

        None: nobody knows what came of it.
        """
        with self._guard:
            self._calling -= 1
            if outcome is not None:
                self._back.append(outcome)
            if took > self._limits.slow:
                self._width = max(self._limits.threads, self._width // 2)
            self._slowest = max(self._slowest, took)
            return self._calling == 0 or len(self._back) >= self._width // 4

    def take_back(self) -> list[Outcome]:
        """What has come back; it is the caller's now."""
        with self._guard:
            back, self._back = self._back, []
        return back

    def give_back(self, outcomes: Sequence[Outcome]) -> None:
        """What could not be settled yet."""
        with self._guard:
            self._back = [*outcomes, *self._back]

    def waiting(self) -> tuple[Outcome, ...]:
        """What has come back and nobody took yet."""
        with self._guard:
            return tuple(self._back)
