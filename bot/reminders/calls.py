"""The few calls of Slack's API that delivery makes, and what each answer means for the message.

Only a definite answer is taken as one. Everything else, a time-out, a reset, a 5xx, is `UNKNOWN`: the
message may stand in the channel, so Slack is asked before it is ever posted again.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from functools import cache
from typing import Any
from urllib.error import URLError
from urllib.request import HTTPSHandler, build_opener, install_opener

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.reminders import papers
from bot.reminders.limits import HISTORY, LOOKUP, OPEN, POST, REPLIES, UPDATE
from bot.reminders.wire import Wire
from bot.views.drawn import Drawn

EVENT_TYPE = "fieldnote"
_TIMEOUT = 10
_PAGES, _PAGE = 10, 200
_UNKNOWN_CODES = frozenset(
    {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"}
)
_TOKEN_CODES = frozenset(
    {
        "account_inactive",
        "access_denied",
        "ekm_access_denied",
        "invalid_auth",
        "missing_scope",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "token_expired",
        "token_revoked",
    }
)


class Fate(Enum):
    """What an answer says about the thing that was asked."""

    OK = auto()
    ABSENT = auto()  # a probe looked and the message is not there
    NOT_SENT = auto()  # surely nothing happened (no connection)
    PAUSED = auto()  # 429: nothing happened, and the method rests
    TOKEN = auto()  # refused for the token's sake
    REFUSED = auto()  # a definite no
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """One call's outcome. `value` is a ts, a channel or a user id; `wait` the seconds of a Retry-After."""

    fate: Fate
    method: str
    value: str = ""
    error: str = ""
    wait: float = 0.0


@cache
def trusted() -> ssl.SSLContext:
    """The certificates that Slack is known by, loaded once: a client alone does it at every call, 50 ms."""
    return ssl.create_default_context()


@cache
def _open_as_trusted() -> None:
    """Have urllib open all with these certificates: told of them at each call, it takes longer."""
    install_opener(build_opener(HTTPSHandler(context=trusted())))


def client_for(token: str, base_url: str, *, timeout: int = _TIMEOUT) -> WebClient:
    """A client that never repeats a call by itself (slack_sdk's retry posts twice); it keeps its lines."""
    _open_as_trusted()
    return Wire(token=token, base_url=base_url, timeout=timeout, trusted=trusted)


def get_ready(client: WebClient) -> None:
    """Have a connection open, so that the next call need not wait for one."""
    if isinstance(client, Wire):
        client.get_ready()


def hang_up(client: WebClient) -> None:
    """Close the connections that were kept for the next call: there will be none."""
    if isinstance(client, Wire):
        client.hang_up()


def post(client: WebClient, channel: str, drawn: Drawn, *, mark: str, thread_ts: str | None) -> Answer:
    """Post a message that carries `mark` (the outbox id) in its metadata; OK gives the ts."""
    return _ask(
        POST,
        lambda: client.chat_postMessage(
            channel=channel,
            text=drawn.text,
            blocks=drawn.blocks or None,
            thread_ts=thread_ts,
            metadata={"event_type": EVENT_TYPE, "event_payload": {"id": mark}},
            unfurl_links=False,
            unfurl_media=False,
        )["ts"],
    )


def give(client: WebClient, channel: str, drawn: Drawn, *, mark: str, late: Callable[[], str]) -> Answer:
    """Give the drawn paper, whose name carries `mark`; OK gives the file's id.

    Until the file is shared nobody can see it: whatever goes wrong before is as if nothing was sent. `late`
    says why it is too late to share it, if it is.
    """
    try:
        return _ask(papers.SHARE, lambda: papers.give(client, channel, drawn, mark=mark, late=late))
    except papers.NotUploaded as failed:
        return Answer(Fate.NOT_SENT, papers.PLACE, error=str(failed))
    except papers.NotDrawn as failed:
        return Answer(Fate.REFUSED, papers.PLACE, error=str(failed))


def redraw(client: WebClient, channel: str, ts: str, drawn: Drawn) -> Answer:
    """Put a new picture in place of a posted message. Harmless however often it is done."""
    blocks = drawn.blocks or [{"type": "section", "text": {"type": "plain_text", "text": drawn.text}}]
    return _ask(
        UPDATE, lambda: client.chat_update(channel=channel, ts=ts, text=drawn.text, blocks=blocks)["ts"]
    )


def open_dm(client: WebClient, slack_user_id: str) -> Answer:
    """The DM channel with that user."""
    return _ask(OPEN, lambda: client.conversations_open(users=slack_user_id)["channel"]["id"])


def find_user(client: WebClient, email: str) -> Answer:
    """The Slack user with that e-mail address."""
    return _ask(LOOKUP, lambda: client.users_lookupByEmail(email=email)["user"]["id"])


def is_silent(client: WebClient, slack_user_id: str, now: datetime) -> bool | None:
    """Whether that user hears nothing from Slack at `now` (Do Not Disturb, or paused); None: not known."""
    try:
        found = client.dnd_info(user=slack_user_id)
        if found.get("snooze_enabled") and float(found.get("snooze_endtime") or 0) > now.timestamp():
            return True
        begins, ends = float(found["next_dnd_start_ts"]), float(found["next_dnd_end_ts"])
    except (SlackClientError, OSError, http.client.HTTPException, KeyError, ValueError, TypeError):
        return None
    return bool(found.get("dnd_enabled")) and begins <= now.timestamp() < ends


def silence_within(
    client: WebClient, slack_user_id: str, start: datetime, end: datetime
) -> tuple[datetime, datetime] | tuple[()] | None:
    """From when to when that user hears nothing within that time; () where they hear all, None: not known.

    Slack tells of its next Do Not Disturb alone, and of notifications that are paused now.
    """
    try:
        found = client.dnd_info(user=slack_user_id)
        times = []
        if found.get("snooze_enabled"):
            times.append((start.timestamp(), float(found.get("snooze_endtime") or 0)))
        if found.get("dnd_enabled"):
            times.append((float(found["next_dnd_start_ts"]), float(found["next_dnd_end_ts"])))
    except (SlackClientError, OSError, http.client.HTTPException, KeyError, ValueError, TypeError):
        return None
    for begins, ends in times:
        first, last = max(begins, start.timestamp()), min(ends, end.timestamp())
        if first < last:
            return datetime.fromtimestamp(first, UTC), datetime.fromtimestamp(last, UTC)
    return ()


def probe(client: WebClient, channel: str, *, mark: str, thread_ts: str | None) -> Answer:
    """Look whether a message with that mark stands in the channel: OK gives its ts, else ABSENT.

    Reads back by count, not by time: Slack's clock is not ours.
    """
    method = REPLIES if thread_ts else HISTORY
    ask: dict[str, Any] = {"channel": channel, "limit": _PAGE, "include_all_metadata": True}
    if thread_ts:
        ask["ts"] = thread_ts

    def look() -> str:
        for _ in range(_PAGES):
            page = client.api_call(method, params=ask)
            for message in page["messages"]:
                if _mark_of(message) == mark or papers.holds(message, mark):
                    return str(message["ts"])
            ask["cursor"] = (page.get("response_metadata") or {}).get("next_cursor")
            if not ask["cursor"]:
                break
        return ""

    answer = _ask(method, look)
    return answer if answer.fate is not Fate.OK or answer.value else Answer(Fate.ABSENT, method)


def _mark_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    found: str | None = (metadata.get("event_payload") or {}).get("id")
    return found


def _ask(method: str, call: Callable[[], Any]) -> Answer:
    try:
        return Answer(Fate.OK, method, value=str(call()))
    except SlackApiError as refused:
        return _refusal(method, refused)
    except URLError as failed:
        return Answer(_fate_of(failed.reason), method, error=type(failed.reason).__name__)
    except (OSError, http.client.HTTPException, SlackClientError, KeyError, ValueError) as failed:
        return Answer(Fate.UNKNOWN, method, error=type(failed).__name__)


def _fate_of(reason: object) -> Fate:
    """Nobody listened, or nobody has that name: then nothing was sent. All else is unknown."""
    return Fate.NOT_SENT if isinstance(reason, ConnectionRefusedError | socket.gaierror) else Fate.UNKNOWN


def _refusal(method: str, refused: SlackApiError) -> Answer:
    response = refused.response
    status = int(getattr(response, "status_code", 500))
    code = str(response.get("error") or "")
    if status == 429 or code in {"ratelimited", "rate_limited"}:
        return Answer(Fate.PAUSED, method, error="ratelimited", wait=_retry_after(response))
    if status >= 500 or code in _UNKNOWN_CODES or not code.replace("_", "").isalnum():
        return Answer(Fate.UNKNOWN, method, error=f"http_{status}")
    return Answer(Fate.TOKEN if code in _TOKEN_CODES else Fate.REFUSED, method, error=code)


def _retry_after(response: Any) -> float:
    headers = {name.lower(): value for name, value in dict(response.headers).items()}
    try:
        return max(1.0, float(headers.get("retry-after", 1)))
    except ValueError:
        return 30.0
