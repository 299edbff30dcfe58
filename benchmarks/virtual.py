"""The real sender on a clock that only moves when told to, against a Slack without a network.

Everything is the engine's own but three things: what the time is, when a call is made, what Slack answers. So
an hour takes seconds, and every order of events can be had on purpose. The model-based test of the outbox and
the scenarios that are about time (R10, R11) are told in it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.reminders import at_once, deliver, engine
from bot.reminders.deliver import Deliverer
from bot.reminders.engine import OnStep
from bot.reminders.limits import HISTORY, OPEN, POST, Limits
from bot.reminders.prepare import Draw
from storage.database import Database

FINE, LIMITED, REFUSED, TOKEN, AWAY = "fine", "limited", "refused", "token", "away"
BROKEN_BEFORE, BROKEN_AFTER, LATE = "broken before", "broken after", "late"
FAULTS = (FINE, LIMITED, REFUSED, TOKEN, AWAY, BROKEN_BEFORE, BROKEN_AFTER, LATE)
SHOWN_AFTER = timedelta(seconds=60)
"""When a post shows that Slack accepted without an answer and was slow to show (`LATE`)."""
REST = 30
"""Seconds of the Retry-After of a planted 429."""


class VirtualClock:
    """A `bot.clock.Clock` that stands still until it is moved; its stopwatch moves with it."""

    def __init__(self, start: datetime) -> None:
        self._now, self._start = start, start

    def now(self) -> datetime:
        return self._now

    def stopwatch(self) -> float:
        return (self._now - self._start).total_seconds()

    def forward(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


@contextmanager
def virtual_time(clock: VirtualClock) -> Iterator[None]:
    """The engine's stopwatch goes by this clock, too, for the length of the block."""
    modules: tuple[Any, ...] = (engine, deliver, at_once)
    kept = [module.monotonic for module in modules]
    for module in modules:
        module.monotonic = clock.stopwatch
    try:
        yield
    finally:
        for module, stopwatch in zip(modules, kept, strict=True):
            module.monotonic = stopwatch


@dataclass(frozen=True, slots=True)
class Message:
    """What stands in a channel: the outbox id it carries, from when it shows."""

    mark: str
    ts: str
    shows_at: datetime
    text: str = ""


@dataclass
class VirtualSlack:
    """The channels, and how Slack answers: `plan` the next calls, else `mood`, else as it should.

    `per_minute` is what it takes of chat.postMessage in any minute; `on_post` hears of each accepted post.
    """

    clock: VirtualClock
    per_minute: int | None = None
    mood: str = FINE
    plan: deque[str] = field(default_factory=deque)
    on_post: Callable[[Client, str], None] = lambda _client, _mark: None
    channels: dict[str, list[Message]] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    order: list[str] = field(default_factory=list)
    rests: dict[Client, datetime] = field(default_factory=dict)
    """Until when whom was asked to post nothing."""
    _minute: deque[datetime] = field(default_factory=deque)
    _threads: dict[str, str] = field(default_factory=dict)

    def arrived(self) -> Counter[str]:
        """How many messages carry each outbox id."""
        return Counter(message.mark for messages in self.channels.values() for message in messages)

    def answer(self, client: Client, method: str, asked: dict[str, Any]) -> dict[str, Any]:
        """What the method gives; raises as slack_sdk does where it fails."""
        self.calls[method] += 1
        fault = self.plan.popleft() if self.plan else self.mood
        if fault == AWAY:
            raise URLError(ConnectionRefusedError())
        if fault == BROKEN_BEFORE:
            raise URLError(TimeoutError())
        if fault == LIMITED or (method == POST and self._too_many()):
            wait = self._retry_after()
            if method == POST:
                self.rests[client] = self.clock.now() + timedelta(seconds=wait)
            self._refuse(client, "ratelimited", 429, wait)
        if fault in (REFUSED, TOKEN):
            self._refuse(client, "msg_too_long" if fault == REFUSED else "token_revoked", 200)
        given = self._do(client, method, asked, fault)
        if fault in (BROKEN_AFTER, LATE):
            raise ConnectionResetError
        return given

    def _do(self, client: Client, method: str, asked: dict[str, Any], fault: str) -> dict[str, Any]:
        if method == OPEN:
            return {"channel": {"id": f"D{asked['users']}"}}
        if method == POST:
            return {"ts": self._post(client, asked, fault)}
        if method == HISTORY:
            return {"messages": self._shown(asked["channel"])}
        raise AssertionError(f"nobody needs {method} here")

    def _post(self, client: Client, asked: dict[str, Any], fault: str) -> str:
        now, mark = self.clock.now(), asked["metadata"]["event_payload"]["id"]
        self._minute.append(now)
        self.order.append(mark)
        message = Message(
            mark, f"{len(self.order)}.0", now + SHOWN_AFTER * (fault == LATE), str(asked.get("text") or "")
        )
        self.channels.setdefault(asked["channel"], []).append(message)
        self.on_post(client, mark)
        return message.ts

    def _shown(self, channel: str) -> list[dict[str, Any]]:
        now = self.clock.now()
        return [
            {"ts": one.ts, "metadata": {"event_type": "fieldnote", "event_payload": {"id": one.mark}}}
            for one in reversed(self.channels.get(channel, []))
            if one.shows_at <= now
        ]

    def _too_many(self) -> bool:
        while self._minute and self._minute[0] <= self.clock.now() - timedelta(minutes=1):
            self._minute.popleft()
        return self.per_minute is not None and len(self._minute) >= self.per_minute

    def _retry_after(self) -> int:
        if not self._minute or self.per_minute is None:
            return REST
        return 1 + int((self._minute[0] + timedelta(minutes=1) - self.clock.now()).total_seconds())

    def _refuse(self, client: Client, code: str, status: int, wait: int = 0) -> None:
        self.refused += status == 429
        headers = {"Retry-After": str(wait)} if wait else {}
        response = SlackResponse(
            client=client,
            http_verb="POST",
            api_url="",
            req_args={},
            data={"ok": False, "error": code},
            headers=headers,
            status_code=status,
        )
        raise SlackApiError(code, response)


class Client(WebClient):
    """slack_sdk's client, its wire cut: what it would send goes to the virtual Slack."""

    def __init__(self, slack: VirtualSlack) -> None:
        super().__init__(token="xoxb-virtual", retry_handlers=[])
        self._slack = slack

    def api_call(self, api_method: str, **given: Any) -> Any:
        """Ask the virtual Slack."""
        return self._slack.answer(self, api_method, given.get("json") or given.get("params") or {})


class Jobs(ThreadPoolExecutor):
    """A pool without threads: what is to be done waits until somebody takes it."""

    def __init__(self) -> None:
        super().__init__(1)
        self.waiting: deque[Callable[[], Any]] = deque()

    def submit(self, task: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        """Put it with the others."""
        self.waiting.append(partial(task, *args, **options))
        return Future()


def _nothing(_step: str, _item_id: str) -> None:
    """Nobody watches."""


class Stepped(Deliverer):
    """A sender whose turns and calls happen one at a time, when told to."""

    def __init__(
        self,
        db: Database,
        slack: VirtualSlack,
        *,
        draw: Draw,
        limits: Limits | None = None,
        on_step: OnStep = _nothing,
    ) -> None:
        self.client = Client(slack)
        super().__init__(db, self.client, slack.clock, draw=draw, limits=limits, on_step=on_step)
        self._pool = self._jobs = Jobs()

    @property
    def waiting(self) -> int:
        """How many calls are to be made."""
        return len(self._jobs.waiting)

    @property
    def in_hand(self) -> frozenset[str]:
        """The rows that it works on."""
        return self._engine.mine

    def due_in(self) -> float | None:
        """Seconds until the next row wants attention; None where nothing is left."""
        return self._due_in(self._clock.now())

    def look(self) -> float:
        """One turn: settle what came back, claim, intend; seconds until the next one is worth while."""
        return self._turn()

    def call(self) -> None:
        """Make the oldest call that waits."""
        self._jobs.waiting.popleft()()

    def work(self, most: int = 50) -> None:
        """Turns and calls, until there is nothing to be done at this moment."""
        for _ in range(most):
            self.look()
            if not self.waiting and not self._hand.busy:
                return
            while self.waiting:
                self.call()
