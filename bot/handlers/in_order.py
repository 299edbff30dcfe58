"""What somebody sends right behind a message waits until that one is worked: it may be about its draft.

A phone that comes back from a cellar sends all at once, and messages are worked side by side. Without this a
correction would find no draft yet, and be taken for small talk.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

LONGEST_WAIT = 5.0
"""Seconds that a message waits for earlier ones at most; then it is worked all the same."""


class InOrder:
    """The messages in hand of this process, by channel. Across processes nothing is promised."""

    def __init__(self, *, patience: float = LONGEST_WAIT) -> None:
        self._patience = patience
        self._changed = threading.Condition()
        self._in_hand: list[tuple[str, float]] = []

    def of(self, body: dict[str, Any]) -> AbstractContextManager[None]:
        """The block in which a request is worked: only a person's new messages have an order."""
        event = body.get("event") or {}
        if (
            event.get("type") != "message"
            or "channel" not in event
            or event.get("subtype") == "message_changed"
        ):
            return nullcontext()
        return self.in_hand(str(event["channel"]), float(event.get("ts") or 0))

    @contextmanager
    def in_hand(self, channel: str, sent: float) -> Iterator[None]:
        """A message sent at `sent` (seconds, Slack's) is worked, for the length of the block."""
        with self._changed:
            self._in_hand.append((channel, sent))
        try:
            yield
        finally:
            with self._changed:
                self._in_hand.remove((channel, sent))
                self._changed.notify_all()

    def wait_for_earlier(self, channel: str, sent: float) -> bool:
        """Wait until none of the channel's earlier messages is in hand; False where that took too long."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._earlier(channel, sent), self._patience)

    def _earlier(self, channel: str, sent: float) -> bool:
        return any(where == channel and at < sent for where, at in self._in_hand)
