"""The one place that asks what time it is. Everywhere else `now` is passed in."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""


class SystemClock:
    """The operating system's time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)


def monotonic() -> float:
    """Seconds since some fixed moment; for durations and time-outs, never for records."""
    return time.monotonic()
