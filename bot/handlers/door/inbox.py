"""What arrives is stored before it is acknowledged, and worked until it is marked done (RELIABILITY).

A global middleware writes the raw request (sealed) in one INSERT, unique on Slack's own id, and lets it
through once. What a dead process left unmarked is put through the very same handlers again; all of them
are idempotent. Slack's retries of what is known are acknowledged and go no further.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

from bot.clock import Clock, monotonic
from bot.handlers.door.afterwards import Rest
from bot.handlers.door.arrivals import Arrivals
from bot.services import inbox
from bot.services.desk import Session
from storage.database import Database

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=30)
MOST_TRIES = 4
"""Of a request that fails, before the person is told that it is given up."""
MOST_LIVES = 25
"""Of a request with which its process dies again and again, before it is taken for the cause."""
LONGEST_WORK = 600.0
"""Seconds after which a request in hand is taken for lost."""
SWEEP_EVERY = 5.0
COURTESY = 0.1
"""Seconds that work waits for acknowledgements at most."""
NOBODY_LISTENS = 404
"""Bolt's answer where no listener takes a request."""


class NotYet(Exception):
    """A request waits for something outside (a clip's words): its row stays, and is worked again soon."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"again in {seconds:g} s")
        self.seconds = seconds


_SAID = frozenset({None, "file_share", "thread_broadcast"})
"""Of Slack's kinds of message events, those that tell of a new message."""


def dedupe_key(body: dict[str, Any]) -> str | None:
    """Slack's own id of the request; None for what is answered within the acknowledgement only.

    A message's is its place, an edit's its place and time, under which they are also found when they are read
    back after an outage.
    """
    event = body.get("event") or {}
    message = event.get("message") or {}
    if event.get("subtype") == "message_changed" and (message.get("edited") or {}).get("ts"):
        return f"edited:{event.get('channel')}:{message.get('ts')}:{message['edited']['ts']}"
    if event.get("type") == "message" and event.get("subtype") in _SAID and event.get("ts"):
        return f"message:{event.get('channel')}:{event['ts']}"
    if body.get("event_id"):
        return str(body["event_id"])
    if body.get("type") in {"block_suggestion", "view_closed"} or "trigger_id" not in body:
        return None
    return f"{body.get('type', body.get('command', 'request'))}:{body['trigger_id']}"


_HEARD = _SAID | {"message_changed", "message_deleted"}


def from_a_person(body: dict[str, Any]) -> bool:
    """False for what Slack tells of bots' own posts, of joins, files: nobody asked anything."""
    event = body.get("event", {})
    if event.get("type") != "message":
        return bool(event.get("type") != "file_change")
    inner = event.get("message") or event.get("previous_message") or event
    heard = event.get("subtype") in _HEARD
    return heard and not (event.get("bot_id") or inner.get("bot_id"))


class Inbox:
    """The middleware, the mark of what is done, and the second try."""

    def __init__(
        self, db: Database, clock: Clock, *, arrives: Callable[[dict[str, Any]], None] = lambda _: None
    ) -> None:
        """`arrives` is told of each request before it is stored, and must not take long."""
        self._db, self._clock, self._arrives = db, clock, arrives
        self._arrivals = Arrivals(db, clock, lease=LEASE)
        self._guard = threading.Lock()
        self._in_hand: dict[str, float] = {}
        self._quiet = threading.Condition()
        self.waiting = threading.Event()
        """Set where a request put off by `later` makes a look worth while before its usual time."""
        self._next_look = 0.0
        self._arriving = 0

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
        self._arrives(body)
        stored = self._store(key, body)
        if stored is None:
            return BoltResponse(status=200, body="")
        context["inbox_id"] = stored
        return next()

    @contextmanager
    def at_the_door(self) -> Iterator[None]:
        """A request is here and not acknowledged yet, for the length of the block."""
        with self._quiet:
            self._arriving += 1
        try:
            yield
        finally:
            with self._quiet:
                self._arriving -= 1
                self._quiet.notify_all()

    def give_way(self) -> None:
        """Let those who are just arriving be stored and acknowledged first; for a moment at most.

        Slack waits three seconds for an acknowledgement, a person longer for a card: where sixteen write at
        once, reading the first one's message must not hold up the others' acknowledgements.
        """
        with self._quiet:
            self._quiet.wait_for(lambda: not self._arriving, COURTESY)

    def _store(self, key: str, body: dict[str, Any]) -> str | None:
        stored = self._arrivals.store(key, str(body.get("type", "")), json.dumps(body))
        self._take(stored)
        return stored

    def done(self, inbox_id: str | None) -> None:
        """Mark the request as worked and empty it of its words."""
        if inbox_id:
            with self._db.begin() as session:
                inbox.done(session, inbox_id, self._clock.now())
            self._let_go(inbox_id)

    def done_with(self, rest: Rest, inbox_id: str | None) -> None:
        """The same as the last of what is left of the request; where that fails, it is worked again."""
        if inbox_id:
            rest.add(
                lambda session: inbox.done(session, inbox_id, self._clock.now()),
                then=lambda: self._let_go(inbox_id),
                otherwise=lambda: self._let_go(inbox_id),
            )

    def later(self, inbox_id: str | None, seconds: float) -> None:
        """Put a request off: it stays a row, so that a restart loses no waiting either."""
        if not inbox_id:
            return
        with self._db.begin() as session:
            inbox.later(session, inbox_id, self._clock.now() + timedelta(seconds=seconds))
        self._let_go(inbox_id)
        with self._guard:
            self._next_look = min(self._next_look or monotonic() + seconds, monotonic() + seconds)
        self.waiting.set()

    def until_next_look(self) -> float:
        """Seconds until the stored requests should be looked at again, SWEEP_EVERY at most."""
        self.waiting.clear()
        with self._guard:
            due, self._next_look = self._next_look, 0.0
        return SWEEP_EVERY if not due else max(0.05, min(SWEEP_EVERY, due - monotonic()))

    def failed(self, inbox_id: str | None, reference: str) -> bool:
        """Note a failure; whether the request is tried again."""
        if not inbox_id:
            return False
        try:
            with self._db.begin() as session:
                return inbox.failed(session, inbox_id, reference, self._clock.now(), most=MOST_TRIES)
        finally:
            self._let_go(inbox_id)

    def take_over(self) -> None:
        """Free what an earlier process left, where this one is the only one (SQLite): that one is gone.

        Before anything is let in: later it could not be told from what this process is just working on.
        """
        if self._db.is_sqlite:
            self._db.write(lambda session: inbox.end_leases(session, self._clock.now()))

    def work_again(self, app: App) -> int:
        """Put unmarked requests through the handlers once more, after their lease; how many.

        What this process has in hand is left alone, and its lease renewed.
        """
        seen = set[str]()
        while left := self._unmarked(seen):
            for inbox_id, payload in left:
                seen.add(inbox_id)
                self._put_through(app, inbox_id, payload)
        if seen:
            log.info("worked %d stored requests again", len(seen))
        return len(seen)

    def _unmarked(self, but_not: set[str]) -> list[tuple[str, str]]:
        """A batch of what is to be worked again, leased to this process."""
        mine, now = self._mine(), self._clock.now()
        with self._db.reading() as session:
            if not mine and not inbox.any_unmarked(session, now):
                return []
        taken = but_not.union(mine)

        def leased(session: Session) -> list[tuple[str, str]]:
            inbox.renew(session, mine, now, lease=LEASE)
            return inbox.unmarked(session, now, lease=LEASE, but_not=taken, tries=MOST_LIVES)

        left = self._db.write(leased)
        for inbox_id, _ in left:
            self._take(inbox_id)
        return left

    def _put_through(self, app: App, inbox_id: str, payload: str) -> None:
        context = {"inbox_id": inbox_id}
        self._db.write(lambda session: inbox.begun(session, inbox_id))
        try:
            response = app.dispatch(BoltRequest(body=payload, mode="socket_mode", context=context))
        except Exception:  # of this one request: the others must not wait for it
            log.exception("stored request %s cannot be put through", inbox_id)
            self.failed(inbox_id, "dispatch")
            return
        if response.status == NOBODY_LISTENS:
            self.done(inbox_id)

    # -- what this process works on

    def _take(self, inbox_id: str | None) -> None:
        if inbox_id:
            with self._guard:
                self._in_hand[inbox_id] = monotonic()

    def _let_go(self, inbox_id: str) -> None:
        with self._guard:
            self._in_hand.pop(inbox_id, None)

    def _mine(self) -> list[str]:
        """The requests in hand. What takes longer than anything may, nobody works on any more."""
        with self._guard:
            for inbox_id, since in list(self._in_hand.items()):
                if monotonic() - since > LONGEST_WORK:
                    del self._in_hand[inbox_id]
            return list(self._in_hand)


class Sweeper:
    """Looks every few seconds for requests that nobody finished, in a thread of its own."""

    def __init__(self, inbox: Inbox, app: App) -> None:
        self._inbox, self._app = inbox, app
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="inbox", daemon=True)

    def start(self) -> None:
        """Work at once what an earlier process left, then look again and again."""
        self._thread.start()

    def stop(self) -> None:
        """Begin nothing more."""
        self._ended.set()
        self._inbox.waiting.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._inbox.work_again(self._app)
            except Exception:  # the database is away, or a payload is: the next look is soon
                log.exception("the inbox could not be swept")
            self._wait()

    def _wait(self) -> None:
        """Until the next look; one put off meanwhile may be due sooner."""
        until = monotonic() + SWEEP_EVERY
        while not self._ended.is_set() and (left := until - monotonic()) > 0:
            if self._inbox.waiting.wait(left):
                until = min(until, monotonic() + self._inbox.until_next_look())
