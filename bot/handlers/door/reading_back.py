"""What Slack still knows of a direct message with somebody: messages, threads, and what was edited."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

HISTORY, REPLIES = "conversations.history", "conversations.replies"
OLDER = timedelta(days=7)
"""A thread under a card, or an edited message, may be so much older than what was missed in it."""
EDITED_WITHIN = timedelta(days=1)
"""Of a reply that was edited the history says nothing: a thread is looked at where its last one is so new."""
_PAGE, _PAGES = 200, 10
_TRIES = 5
Message = dict[str, Any]
log = logging.getLogger(__name__)


class ReadBack:
    """Reads channels back; `rest` waits so many seconds where Slack asks for it."""

    def __init__(self, client: WebClient, rest: Callable[[float], object]) -> None:
        self._client, self._rest = client, rest

    def said_in(self, channel: str, oldest: datetime) -> list[Message]:
        """The messages and replies that were sent or edited since then, oldest first."""
        since = oldest.timestamp()
        listed = list(self._all(HISTORY, {"channel": channel}, oldest - OLDER))
        found = [message for message in listed if _moment(message) > since]
        for parent in listed:
            if float(parent.get("latest_reply") or 0) > since - EDITED_WITHIN.total_seconds():
                thread = self._all(REPLIES, {"channel": channel, "ts": parent["ts"]}, oldest - OLDER)
                found += [each for each in thread if each["ts"] != parent["ts"] and _moment(each) > since]
        return sorted(found, key=_moment)

    def _all(self, method: str, place: dict[str, Any], oldest: datetime) -> Iterator[Message]:
        ask: dict[str, Any] = {**place, "limit": _PAGE, "oldest": f"{oldest.timestamp():.6f}"}
        for _ in range(_PAGES):
            page = self._read(method, ask)
            yield from page.get("messages", [])
            ask["cursor"] = (page.get("response_metadata") or {}).get("next_cursor")
            if not ask["cursor"]:
                return

    def _read(self, method: str, ask: dict[str, Any]) -> dict[str, Any]:
        """One page; patient where Slack asks for a rest, empty where there is no such place (any more)."""
        for _ in range(_TRIES):
            try:
                answer = self._client.api_call(method, params=ask)
                return dict(answer.data) if isinstance(answer.data, dict) else {}
            except SlackApiError as refused:
                if refused.response.status_code != 429:
                    log.warning("a conversation could not be read back: %s", refused.response.get("error"))
                    return {}
                self._rest(float(refused.response.headers.get("Retry-After", 30)))
            except OSError:
                self._rest(1)
        return {}


def edited_at(message: Message) -> str:
    """Slack's ts of the last edit of a message; "" where it never was edited."""
    return str((message.get("edited") or {}).get("ts") or "")


def as_event(channel: str, message: Message) -> dict[str, Any]:
    """The event of a message that was sent."""
    place = {"channel": channel, "channel_type": "im", "event_ts": message["ts"]}
    return {"type": "message", **message, **place}


def as_edit(channel: str, message: Message, before: str) -> dict[str, Any]:
    """The event of its last edit; `before`: its words as far as they are known."""
    at = edited_at(message)
    place = {"channel": channel, "channel_type": "im", "ts": at, "event_ts": at, "hidden": True}
    was = {"ts": message["ts"], "user": message.get("user"), "text": before}
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": message,
        "previous_message": was,
        **place,
    }


def _moment(message: Message) -> float:
    return max(float(message["ts"]), float(edited_at(message) or 0))
