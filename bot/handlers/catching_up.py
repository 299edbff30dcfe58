"""What people wrote while nobody listened: Slack tries an event for five minutes, then never again.

After an outage the bot's own direct messages are read back (`conversations.history`), and what is missing is
put into the inbox under the key that the event would have had: each message is worked once, whether it comes
from here, from Slack's late retry, or from both. Replies in threads are not read back.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.handlers.inbox import dedupe_key, from_a_person
from bot.services import inbox
from storage.database import Database

LOOK_BACK = timedelta(hours=6)
"""Before the last stored request: what is missing may be older than what came through."""
LONGEST = timedelta(days=7)
"""What is older is nobody's question any more."""
LONG = timedelta(minutes=5)
"""A disconnection of which Slack's own retries make up."""
_LOOK_EVERY = 15.0
_PAGE, _PAGES = 200, 10
_TRIES = 5
log = logging.getLogger(__name__)


class CatchUp:
    """Reads back at the start, and after the connection was gone for long, in a thread of its own."""

    def __init__(
        self,
        db: Database,
        client: WebClient,
        clock: Clock,
        *,
        team_id: str | None,
        connected: Callable[[], bool],
    ) -> None:
        """`connected` says whether Slack reaches the bot now."""
        self._db, self._client, self._clock = db, client, clock
        self._team_id, self._connected = team_id, connected
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="catch-up", daemon=True)
        self._since: datetime | None = None

    def remember(self) -> None:
        """Note how far back to read; to be called before the first new request can arrive."""
        with self._db.reading() as session:
            heard = inbox.last_heard(session)
        self._since = None if heard is None else heard - LOOK_BACK

    def start(self) -> None:
        """Begin reading back."""
        self._thread.start()

    def stop(self) -> None:
        """Begin nothing more."""
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def catch_up(self, since: datetime) -> int:
        """Put what was said to the bot since then and is not known into the inbox; how many messages."""
        oldest = max(since, self._clock.now() - LONGEST)
        with self._db.reading() as session:
            channels = inbox.known_dms(session)
        found = sum(self._catch_up_in(channel, oldest) for channel in channels)
        if found:
            log.warning("%d messages had not reached us, and were read back", found)
        return found

    def _catch_up_in(self, channel: str, oldest: datetime) -> int:
        missed = [self._as_event(channel, message) for message in self._said_in(channel, oldest)]
        stored = 0
        with self._db.begin() as session:
            now = self._clock.now()
            for body in filter(from_a_person, missed):
                key, payload = dedupe_key(body) or "", json.dumps(body)
                kept = inbox.store(
                    session, key=key, kind="event_callback", payload=payload, now=now, lease=timedelta(0)
                )
                stored += kept is not None
        return stored

    def _said_in(self, channel: str, oldest: datetime) -> list[dict[str, Any]]:
        """The messages of a channel since then, oldest first."""
        found = [message for page in self._pages(channel, oldest) for message in page]
        return sorted(found, key=lambda message: float(message["ts"]))

    def _pages(self, channel: str, oldest: datetime) -> Iterator[list[dict[str, Any]]]:
        ask: dict[str, Any] = {"channel": channel, "limit": _PAGE, "oldest": f"{oldest.timestamp():.6f}"}
        for _ in range(_PAGES):
            page = self._read(ask)
            yield page.get("messages", [])
            ask["cursor"] = (page.get("response_metadata") or {}).get("next_cursor")
            if not ask["cursor"]:
                return

    def _read(self, ask: dict[str, Any]) -> dict[str, Any]:
        """One page; patient where Slack asks for a rest, empty where there is no such channel (any more)."""
        for _ in range(_TRIES):
            try:
                answer = self._client.api_call("conversations.history", params=ask)
                return dict(answer.data) if isinstance(answer.data, dict) else {}
            except SlackApiError as refused:
                if refused.response.status_code != 429:
                    log.warning("a conversation could not be read back: %s", refused.response.get("error"))
                    return {}
                self._ended.wait(float(refused.response.headers.get("Retry-After", 30)))
            except OSError:
                self._ended.wait(1)
        return {}

    def _as_event(self, channel: str, message: dict[str, Any]) -> dict[str, Any]:
        """The request that Slack would have sent."""
        place = {"channel": channel, "channel_type": "im", "event_ts": message["ts"]}
        return {
            "type": "event_callback",
            "team_id": self._team_id,
            "event_id": f"read-back:{channel}:{message['ts']}",
            "event_time": int(float(message["ts"])),
            "event": {"type": "message", **message, **place},
        }

    def _run(self) -> None:
        gone: datetime | None = self._since
        while not self._ended.is_set():
            try:
                gone = self._look(gone)
            except Exception:  # the database is away, or Slack is: the next look is soon
                log.exception("what was missed could not be read back")
            self._ended.wait(_LOOK_EVERY)

    def _look(self, gone: datetime | None) -> datetime | None:
        """Read back where the connection is there again; since when it is gone, None where all is well."""
        now = self._clock.now()
        if not self._connected():
            return gone or now
        if gone is not None and now - gone > LONG:
            self.catch_up(gone)
        return None
