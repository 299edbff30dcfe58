"""What somebody sends right behind a message waits until that one is worked: it may be about its draft.

A phone that comes back from a cellar sends all at once, and messages are worked side by side. Without this a
correction would find no draft yet, and be taken for small talk. A message counts from the moment it is read
from the socket, for whose thread is first at work is chance.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from typing import Any

LONGEST_WAIT = 20.0
"""Seconds that a message waits for earlier ones at most; then it is worked all the same."""
Place = tuple[str, float]
"""A message's channel, and when it was sent (seconds, Slack's)."""


class InOrder:
    """The messages in hand of this process, by channel. Across processes nothing is promised."""

    def __init__(self, *, patience: float = LONGEST_WAIT) -> None:
        self._patience = patience
        self._changed = threading.Condition()
        self._in_hand: list[Place] = []

    def arrives(self, body: Mapping[str, Any]) -> Callable[[], None]:
        """A request was read, and none is read before this has returned. To be called once it is in hand."""
        place = _place(body)
        if place is None:
            return _nothing
        self._begin(place)
        return partial(self._end, place)

    def of(self, body: Mapping[str, Any]) -> AbstractContextManager[None]:
        """The block in which a request is worked: only a person's new messages have an order."""
        place = _place(body)
        return nullcontext() if place is None else self.in_hand(*place)

    @contextmanager
    def in_hand(self, channel: str, sent: float) -> Iterator[None]:
        """A message sent at `sent` (seconds, Slack's) is worked, for the length of the block."""
        self._begin((channel, sent))
        try:
            yield
        finally:
            self._end((channel, sent))

    def _begin(self, place: Place) -> None:
        with self._changed:
            self._in_hand.append(place)

    def _end(self, place: Place) -> None:
        with self._changed:
            self._in_hand.remove(place)
            self._changed.notify_all()

    def wait_for_earlier(self, channel: str, sent: float) -> bool:
        """Wait until none of the channel's earlier messages is in hand; False where that took too long."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._earlier(channel, sent), self._patience)

    def _earlier(self, channel: str, sent: float) -> bool:
        return any(where == channel and at < sent for where, at in self._in_hand)


def _place(body: Mapping[str, Any]) -> Place | None:
    """Where a new message stands; None for every other request."""
    event = body.get("event") or {}
    if event.get("type") != "message" or "channel" not in event or event.get("subtype") == "message_changed":
        return None
    return str(event["channel"]), float(event.get("ts") or 0)


def _nothing() -> None:
    """Nobody waits for this one."""
