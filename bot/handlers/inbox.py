"""What arrives is stored before it is acknowledged, and worked until it is marked done (RELIABILITY).

A global middleware writes the raw request (sealed) in one INSERT, unique on Slack's own id, and lets it
through once. What a dead process left unmarked is put through the very same handlers again; all of them
are idempotent. Slack's retries of what is known are acknowledged and go no further.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from sqlalchemy.exc import IntegrityError

from bot.clock import Clock
from bot.services import inbox
from storage.database import Database

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=30)
MOST_TRIES = 4


def dedupe_key(body: dict[str, Any]) -> str | None:
    """Slack's own id of the request; None for what is answered within the acknowledgement only."""
    if body.get("event_id"):
        return str(body["event_id"])
    if body.get("type") in {"block_suggestion", "view_closed"} or "trigger_id" not in body:
        return None
    return f"{body.get('type', body.get('command', 'request'))}:{body['trigger_id']}"


def from_a_person(body: dict[str, Any]) -> bool:
    """False for what Slack tells of the bots' own posts, of deletions and of joins: nobody asked anything."""
    event = body.get("event", {})
    if event.get("type") != "message":
        return True
    inner = event.get("message", event)
    heard = event.get("subtype") in {None, "file_share", "thread_broadcast", "message_changed"}
    return heard and not (event.get("bot_id") or inner.get("bot_id"))


class Inbox:
    """The middleware, the mark of what is done, and the second try."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    def middleware(
        self,
        body: dict[str, Any],
        context: Any,
        next: Callable[[], BoltResponse],  # noqa: A002
    ) -> BoltResponse | None:
        """Store the request once, then let it through; a known one is acknowledged and ends here."""
        if not from_a_person(body):
            return BoltResponse(status=200, body="")
        key = dedupe_key(body)
        if key is None or context.get("inbox_id"):
            return next()
        stored = self._store(key, body)
        if stored is None:
            return BoltResponse(status=200, body="")
        context["inbox_id"] = stored
        return next()

    def _store(self, key: str, body: dict[str, Any]) -> str | None:
        now = self._clock.now()
        try:
            with self._db.begin() as session:
                return inbox.store(
                    session, key=key, kind=str(body.get("type", "")), payload=json.dumps(body), now=now,
                    lease=LEASE,
                )  # fmt: skip
        except IntegrityError:
            return None

    def done(self, inbox_id: str | None) -> None:
        """Mark the request as worked and empty it of its words."""
        if inbox_id:
            with self._db.begin() as session:
                inbox.done(session, inbox_id, self._clock.now())

    def failed(self, inbox_id: str | None, reference: str) -> bool:
        """Note a failure; whether the request is tried again."""
        if not inbox_id:
            return False
        with self._db.begin() as session:
            return inbox.failed(session, inbox_id, reference, self._clock.now(), most=MOST_TRIES)

    def work_again(self, app: App, *, at_start: bool = False) -> int:
        """Put unmarked requests through the handlers once more; how many.

        After their lease, or at once `at_start`: a process that has just started knows that its
        predecessor is gone, and working something twice does no harm.
        """
        now: datetime = self._clock.now()
        with self._db.begin() as session:
            left = inbox.unmarked(session, now, at_once=at_start, lease=LEASE)
        for inbox_id, payload in left:
            request = BoltRequest(
                body=payload, mode="socket_mode", context={"inbox_id": inbox_id, "again": True}
            )
            app.dispatch(request)
        if left:
            log.info("worked %d stored requests again", len(left))
        return len(left)
