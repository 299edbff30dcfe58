"""The workspace itself: people, conversations, windows, files and a diary. Plain, thread-safe, no network."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from playground.clock import MovableClock
from playground.deliveries import Deliveries
from playground.faults import Faults
from playground.files import Files
from playground.messages import Conversations
from playground.people import TEAM_ID, Person
from playground.records import JSON, Call, Envelope, Push, Refused, SlackError
from playground.triggers import Triggers
from playground.views import Windows

SCOPES = "commands,chat:write,im:write,im:history,users:read,users:read.email,dnd:read,files:read,files:write"

PATIENCE = 240.0
"""Seconds for which something is waited for that comes at once, but on a machine that is busy or slow."""


class Workspace:
    """A Slack workspace with one app in it.

    Everything is guarded by one re-entrant lock, `changed`, a condition that is notified whenever anybody's
    view of the world changes. `refused` lists the payloads that Slack would not have taken, `pushes` every
    text a lock screen would have shown, `calls` every Web API call.
    """

    bot_user = "U0FIELDNOTE"
    bot_id = "B0FIELDNOTE"
    app_id = "A0FIELDNOTE"
    bot_name = "Fieldnote"

    def __init__(
        self,
        people: Iterable[Person],
        clock: MovableClock | None = None,
        *,
        bot_token: str = "xoxb-local-workspace",  # noqa: S107 the local workspace's own, of use nowhere else
        app_token: str = "xapp-local-workspace",  # noqa: S107
        signing_secret: str = "local-signing-secret",  # noqa: S107
        redelivery: Sequence[float] = (0.0, 60.0, 300.0),
        ack_seconds: float = 3.0,
    ) -> None:
        self.clock = clock or MovableClock()
        self.bot_token, self.app_token, self.signing_secret = bot_token, app_token, signing_secret
        self.team_id, self.scopes = TEAM_ID, SCOPES
        self.changed = threading.Condition(threading.RLock())
        self.people = {person.slack_user_id: person for person in people}
        self.version = 0
        self.calls: list[Call] = []
        self.refused: list[Refused] = []
        self.pushes: list[Push] = []
        self.dnd: set[str] = set()
        self.commands: list[JSON] = []
        self.shortcuts: list[JSON] = []
        self.public_url = "http://127.0.0.1"
        self._watchers: list[Callable[[frozenset[str] | None], None]] = []
        self.faults = Faults()
        self.triggers = Triggers()
        self.deliveries = Deliveries(self, redelivery=redelivery, ack_seconds=ack_seconds)
        self.conversations = Conversations(self)
        self.windows = Windows(self)
        self.files = Files(self)
        self.clock.on_move(self._clock_moved)

    # -- people

    def person(self, user_id: str) -> Person:
        """The member with this id; SlackError user_not_found where there is none."""
        try:
            return self.people[user_id]
        except KeyError:
            raise SlackError("user_not_found") from None

    def add(self, person: Person) -> None:
        """Adds a member, or replaces one and tells the bot by a user_change event."""
        with self.changed:
            known = person.slack_user_id in self.people
            self.people[person.slack_user_id] = person
        if known:
            self.deliveries.event(
                person.slack_user_id, {"type": "user_change", "user": person.to_slack(), "cache_ts": 0}
            )
        self.touch()

    def install(self, manifest: JSON) -> None:
        """Takes the commands and shortcuts that the page offers from an app manifest."""
        features = manifest.get("features", {})
        self.commands = list(features.get("slash_commands", []))
        self.shortcuts = list(features.get("shortcuts", []))

    # -- change

    def touch(self, users: Iterable[str] | None = None) -> None:
        """Notes that what these people see has changed (all people where None) and wakes whoever waits."""
        whom = None if users is None else frozenset(users)
        with self.changed:
            self.version += 1
            self.changed.notify_all()
            watchers = list(self._watchers)
        for watcher in watchers:
            watcher(whom)

    def watch(self, watcher: Callable[[frozenset[str] | None], None]) -> Callable[[], None]:
        """Calls `watcher` with the people concerned at every change; gives the function that ends it."""
        with self.changed:
            self._watchers.append(watcher)

        def stop() -> None:
            with self.changed:
                if watcher in self._watchers:
                    self._watchers.remove(watcher)

        return stop

    def wait_until(self, holds: Callable[[], Any], seconds: float = PATIENCE) -> bool:
        """True as soon as `holds()` is true, looked at after every change; False after `seconds`."""
        deadline = time.monotonic() + seconds
        with self.changed:
            while not holds():
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self.changed.wait(min(left, 0.25))
            return True

    def settled(self, quiet: float = 0.15, seconds: float = PATIENCE) -> bool:
        """Waits until every payload is answered and the bot has called nothing for `quiet` seconds."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            before = len(self.calls)
            if not self.deliveries.open_count() and self._idle_for(quiet) and before == len(self.calls):
                return True
            time.sleep(quiet / 5)
        return False

    def deliver_again(self, envelope: Envelope) -> Envelope:
        """Sends the bot the same payload once more, as a network that doubles things would."""
        return self.deliveries.again(envelope)

    # -- diary

    def record_call(self, call: Call) -> None:
        """Notes a Web API call."""
        with self.changed:
            self.calls.append(call)

    def record_refusal(self, method: str, error: str, problems: list[JSON]) -> None:
        """Notes a payload outside Slack's limits, and tells every page: nothing else may change after it."""
        with self.changed:
            self.refused.append(Refused(self.now().isoformat(), method, error, problems))
        self.touch()

    def record_push(self, push: Push) -> None:
        """Notes what a lock screen would show."""
        with self.changed:
            self.pushes.append(push)

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method so far, oldest first."""
        with self.changed:
            return [call for call in self.calls if call.method == method]

    def now(self) -> datetime:
        """The workspace's time, aware, in UTC."""
        return self.clock.now()

    @staticmethod
    def new_id(prefix: str) -> str:
        """An id that no other run has used either: a bot's database outlives a workspace."""
        return prefix + secrets.token_hex(5).upper()

    def _clock_moved(self, _now: datetime) -> None:
        self.touch()

    def _idle_for(self, quiet: float) -> bool:
        with self.changed:
            last = self.calls[-1].at if self.calls else 0.0
        return time.monotonic() - max(last, self.deliveries.last_activity) >= quiet
