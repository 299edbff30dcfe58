"""Socket Mode, where it is known in which order messages came, and who still waits for an acknowledgement."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.handlers.door.ahead import Ahead
from bot.handlers.door.frames import FramedClient
from bot.handlers.door.in_order import InOrder
from bot.handlers.door.inbox import Inbox

log = logging.getLogger(__name__)


class Socket(SocketModeHandler):
    """The connection to Slack. One thread reads from it, many work: what was read first may be begun last."""

    def __init__(
        self, app: App, inbox: Inbox, order: InOrder, app_token: str, *, ahead: Ahead, **options: Any
    ) -> None:
        self._inbox, self._order, self._ahead = inbox, order, ahead
        self._arrived: dict[str, Callable[[], None]] = {}
        # Not the handler's own beginning: that makes a client that loses its place (`frames`).
        self.app, self.app_token = app, app_token
        self.client = FramedClient(app_token, logger=app.logger, web_client=app.client, **options)
        self.client.socket_mode_request_listeners.append(self.handle)
        hand_on = self.client.enqueue_message

        def take(message: str) -> None:
            payload = self._note(message)
            if payload:
                self._begin_to_read(payload)
            hand_on(message)

        self.client.enqueue_message = take  # type: ignore[method-assign] # the client's listeners hear too late

    def _note(self, message: str) -> dict[str, Any] | None:
        """Write down that a request is here, before a thread is at work on a later one; an event's body."""
        try:
            read = json.loads(message)
        except ValueError:
            return None
        if not isinstance(read, dict) or read.get("type") != "events_api":
            return None
        payload: dict[str, Any] = read.get("payload") or {}
        self._arrived[str(read.get("envelope_id"))] = self._order.arrives(payload)
        return payload

    def _begin_to_read(self, payload: dict[str, Any]) -> None:
        """Some threads later it would be begun as well: a millisecond of the person's time."""
        try:
            self._ahead.begin_at_once(payload)
        except Exception:  # the connection outlives whatever stands in one message
            log.exception("a message could not be read ahead")

    def handle(self, client: Any, req: Any) -> None:
        """One request, to its acknowledgement; by then it is in hand."""
        with self._inbox.at_the_door():
            try:
                super().handle(client, req)
            finally:
                if in_hand := self._arrived.pop(str(req.envelope_id), None):
                    in_hand()
