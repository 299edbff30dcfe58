"""A clock that ticks with real time from where it was set, and can be moved forward."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

OFFICE_ZONE = ZoneInfo("America/New_York")


class MovableClock:
    """A `bot.clock.Clock`: starts at `start` (aware; default the real time), ticks on, never goes back."""

    def __init__(self, start: datetime | None = None) -> None:
        begin = start or datetime.now(UTC)
        if begin.tzinfo is None:
            raise ValueError("a clock starts at an aware datetime")
        self._lock = threading.Lock()
        self._begin = begin.astimezone(UTC)
        self._ticking_since = time.monotonic()
        self._listeners: list[Callable[[datetime], None]] = []

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        with self._lock:
            return self._now()

    def forward(self, by: timedelta) -> datetime:
        """Moves on by `by` (elapsed time, not wall-clock) and tells the listeners; gives the new time."""
        return self._move(lambda now: now + by)

    def to(self, when: datetime) -> datetime:
        """Moves on to `when` (aware); ValueError where that is in the past."""
        if when.tzinfo is None:
            raise ValueError("a clock moves to an aware datetime")
        return self._move(lambda _now: when.astimezone(UTC))

    def to_hour(self, hour: int, zone: ZoneInfo = OFFICE_ZONE) -> datetime:
        """Moves on to the next `hour` o'clock (0..23) in `zone`, today's or tomorrow's."""
        return self.to(self.next_hour(hour, zone))

    def next_hour(self, hour: int, zone: ZoneInfo = OFFICE_ZONE) -> datetime:
        """The next `hour` o'clock (0..23) in `zone`; ValueError where there is no such hour."""
        return next_hour(self.now(), hour, zone)

    def on_move(self, listener: Callable[[datetime], None]) -> None:
        """Calls `listener` with the new time after every move, in the thread that moved the clock."""
        with self._lock:
            self._listeners.append(listener)

    def _now(self) -> datetime:
        return self._begin + timedelta(seconds=time.monotonic() - self._ticking_since)

    def _move(self, target: Callable[[datetime], datetime]) -> datetime:
        with self._lock:
            now = self._now()
            when = target(now)
            if when < now:
                raise ValueError(f"a clock does not go back: it is {now.isoformat()}")
            self._begin, self._ticking_since = when, time.monotonic()
            listeners = list(self._listeners)
        for listener in listeners:
            listener(when)
        return when


def next_hour(now: datetime, hour: int, zone: ZoneInfo) -> datetime:
    """The first `hour` o'clock strictly after `now`, in `zone`, as wall clocks there show it."""
    local = now.astimezone(zone)
    today = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    if today.astimezone(UTC) > now:
        return today
    return today + timedelta(days=1)
