"""Trigger ids and response URLs: they live for a short real time and serve a few times."""

from __future__ import annotations

import secrets
import threading
import time

from playground.records import ResponseUrl, SlackError, Trigger

TRIGGER_SECONDS = 3.0
RESPONSE_URL_SECONDS = 30 * 60.0
RESPONSE_URL_POSTS = 5


class Triggers:
    """Issues and takes in trigger ids and response URLs."""

    def __init__(self, seconds: float = TRIGGER_SECONDS) -> None:
        self.seconds = seconds
        self._lock = threading.Lock()
        self._triggers: dict[str, Trigger] = {}
        self._urls: dict[str, ResponseUrl] = {}

    def issue(self, user: str, view_id: str | None = None) -> str:
        """A fresh trigger id for something this person did, in the window `view_id` where it was in one."""
        trigger_id = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        with self._lock:
            self._forget_old()
            self._triggers[trigger_id] = Trigger(user, time.monotonic(), view_id)
        return trigger_id

    def take(self, trigger_id: str) -> Trigger:
        """Uses up a trigger id; SlackError invalid_trigger_id, exchanged_trigger_id, expired_trigger_id."""
        with self._lock:
            trigger = self._triggers.get(trigger_id)
            if trigger is None:
                raise SlackError("invalid_trigger_id")
            if trigger.used:
                raise SlackError("exchanged_trigger_id")
            if time.monotonic() - trigger.issued > self.seconds:
                raise SlackError("expired_trigger_id")
            trigger.used = True
            return trigger

    def issue_url(self, user: str, channel: str, message_ts: str | None = None) -> str:
        """The key of a fresh response URL; `message_ts` is the message it may replace or delete."""
        key = secrets.token_hex(12)
        with self._lock:
            self._urls[key] = ResponseUrl(user, channel, time.monotonic(), message_ts)
        return key

    def take_url(self, key: str) -> ResponseUrl:
        """Uses a response URL once; SlackError used_url or expired_url."""
        with self._lock:
            found = self._urls.get(key)
            if found is None or time.monotonic() - found.issued > RESPONSE_URL_SECONDS:
                raise SlackError("expired_url")
            if found.posts >= RESPONSE_URL_POSTS:
                raise SlackError("used_url")
            found.posts += 1
            return found

    def _forget_old(self) -> None:
        if len(self._triggers) < 5000:
            return
        horizon = time.monotonic() - 60
        self._triggers = {key: kept for key, kept in self._triggers.items() if kept.issued > horizon}
