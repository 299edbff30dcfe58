"""What the workspace keeps: messages, windows, files, payloads for the bot, and a diary of calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]


class SlackError(Exception):
    """A method's refusal: `code` as Slack names it, `extra` for the answer's other fields."""

    def __init__(self, code: str, **extra: Any) -> None:
        super().__init__(code)
        self.code = code
        self.extra = extra


@dataclass
class Message:
    """One message; `ephemeral_to` is the only person who sees it, where that is set."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[JSON] = field(default_factory=list)
    thread_ts: str | None = None
    from_bot: bool = False
    ephemeral_to: str | None = None
    subtype: str | None = None
    files: list[str] = field(default_factory=list)
    attachments: list[JSON] = field(default_factory=list)
    metadata: JSON | None = None
    edited: JSON | None = None
    deleted: bool = False
    client_msg_id: str | None = None

    @property
    def is_reply(self) -> bool:
        """True for a message inside somebody else's thread."""
        return self.thread_ts is not None and self.thread_ts != self.ts


@dataclass
class View:
    """A window or a Home tab; `values` is its state, block id to action id to element state."""

    view_id: str
    user: str
    body: JSON
    hash: str
    values: JSON
    external_id: str = ""
    root_id: str = ""
    previous_id: str | None = None
    errors: dict[str, str] | None = None
    trouble: str | None = None

    @property
    def kind(self) -> str:
        """`modal` or `home`."""
        return str(self.body["type"])


@dataclass
class Trigger:
    """A `trigger_id`: serves once, for three seconds of real time."""

    user: str
    issued: float
    view_id: str | None = None
    used: bool = False


@dataclass
class ResponseUrl:
    """A `response_url`: five posts within half an hour of real time."""

    user: str
    channel: str
    issued: float
    message_ts: str | None = None
    posts: int = 0


@dataclass
class FileRecord:
    """A file; a voice clip has `transcript` and a `status` (processing, complete, failed)."""

    file_id: str
    name: str
    user: str
    content: bytes = b""
    mimetype: str = "application/octet-stream"
    title: str = ""
    subtype: str | None = None
    transcript: str = ""
    status: str | None = None
    locale: str = "en-US"
    seconds: int = 0
    deleted: bool = False
    created: int = 0
    shared_in: list[str] = field(default_factory=list)


@dataclass
class Envelope:
    """One payload for the bot and what became of it; the times are monotonic seconds.

    `kind` is events_api, interactive or slash_commands; `raw` is the payload as JSON, as it was then.
    `state` goes from waiting to acked or failed; an event that failed at first
    is sent again by the schedule and may still become acked.
    """

    kind: str
    payload: JSON
    raw: str
    user: str
    created: float
    surface: JSON = field(default_factory=dict)
    state: str = "waiting"
    attempts: int = 0
    delivered_at: float | None = None
    acked_at: float | None = None
    response: JSON | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def event_id(self) -> str | None:
        """Slack's id of an event, the same in each of its deliveries."""
        found = self.payload.get("event_id")
        return None if found is None else str(found)


@dataclass(frozen=True)
class Call:
    """One call of a Web API method: when (monotonic), what with, and how it was answered."""

    at: float
    method: str
    args: JSON
    ok: bool
    error: str | None
    status: int
    fault: str | None = None


@dataclass(frozen=True)
class Refused:
    """A payload that Slack would not take; `pointer` is the first place that was wrong."""

    at: str
    method: str
    error: str
    problems: list[JSON]

    @property
    def pointer(self) -> str:
        """Where in the payload the first problem is."""
        return str(self.problems[0]["pointer"]) if self.problems else ""


@dataclass(frozen=True)
class Push:
    """What a lock screen would have shown: the `text` of a post or an update."""

    method: str
    channel: str
    user: str
    text: str
