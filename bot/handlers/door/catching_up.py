"""What people wrote while nobody listened: Slack tries an event for five minutes, then never again.

After an outage the bot's own direct messages are read back (`conversations.history`), and what is missing is
put into the inbox under the key that the event would have had: each message is worked once, whether it comes
from here, from Slack's late retry, or from both. The same for replies in threads (`conversations.replies`)
and for edits, which are known by Slack's time of them. Of what was deleted nothing can be read.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.clock import Clock
from bot.handlers.door.inbox import dedupe_key, from_a_person
from bot.handlers.door.reading_back import ReadBack, as_edit, as_event, edited_at
from bot.services import inbox
from bot.services.desk import Session
from bot.services.drafts import edits
from storage.database import Database

LOOK_BACK = timedelta(hours=6)
"""Before the last stored request: what is missing may be older than what came through."""
LONGEST = timedelta(days=7)
"""What is older is nobody's question any more."""
LONG = timedelta(minutes=5)
"""A disconnection of which Slack's own retries make up."""
_KIND = "event_callback"
_LOOK_EVERY = 15.0
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
        self._db, self._clock = db, clock
        self._team_id, self._connected = team_id, connected
        self._ended = threading.Event()
        self._slack = ReadBack(client, self._ended.wait)
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
        said = self._slack.said_in(channel, oldest)
        with self._db.begin() as session:
            return sum(self._keep(session, channel, message, oldest) for message in said)

    def _keep(self, session: Session, channel: str, message: dict[str, Any], oldest: datetime) -> bool:
        """Store the message; where it is known (or older), the last edit of it. Whether either is new.

        A message that comes edited has said its last word: the event of the edit would add nothing to it.
        """
        recent = float(message["ts"]) > oldest.timestamp()
        new = recent and self._store(session, as_event(channel, message))
        if edited_at(message):
            before = edits.words_before(session, channel, str(message["ts"]))
            edit = self._store(session, as_edit(channel, message, before), done=new)
            return new or edit
        return new

    def _store(self, session: Session, event: dict[str, Any], *, done: bool = False) -> bool:
        body = {
            "type": _KIND,
            "team_id": self._team_id,
            "event_id": f"read-back:{event['channel']}:{event['event_ts']}",
            "event_time": int(float(event["event_ts"])),
            "event": event,
        }
        if not from_a_person(body):
            return False
        key, now, payload = dedupe_key(body) or "", self._clock.now(), json.dumps(body)
        kept = inbox.store(
            session, key=key, kind="event_callback", payload=payload, now=now, lease=timedelta(0)
        )
        if kept and done:
            inbox.done(session, kept, now)
        return kept is not None

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
