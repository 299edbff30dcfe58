"""Socket Mode, where it is known in which order messages came, and who still waits for an acknowledgement."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.handlers.frames import FramedClient
from bot.handlers.in_order import InOrder
from bot.handlers.inbox import Inbox


class Socket(SocketModeHandler):
    """The connection to Slack. One thread reads from it, many work: what was read first may be begun last."""

    def __init__(self, app: App, inbox: Inbox, order: InOrder, app_token: str, **options: Any) -> None:
        self._inbox, self._order = inbox, order
        self._arrived: dict[str, Callable[[], None]] = {}
        # Not the handler's own beginning: that makes a client that loses its place (`frames`).
        self.app, self.app_token = app, app_token
        self.client = FramedClient(app_token, logger=app.logger, web_client=app.client, **options)
        self.client.socket_mode_request_listeners.append(self.handle)
        hand_on = self.client.enqueue_message

        def take(message: str) -> None:
            self._note(message)
            hand_on(message)

        self.client.enqueue_message = take  # type: ignore[method-assign] # the client's listeners hear too late

    def _note(self, message: str) -> None:
        """Write down that a request is here, before any thread can be at work on a later one."""
        try:
            read = json.loads(message)
        except ValueError:
            return
        if isinstance(read, dict) and read.get("type") == "events_api":
            self._arrived[str(read.get("envelope_id"))] = self._order.arrives(read.get("payload") or {})

    def handle(self, client: Any, req: Any) -> None:
        """One request, to its acknowledgement; by then it is in hand."""
        with self._inbox.at_the_door():
            try:
                super().handle(client, req)
            finally:
                if in_hand := self._arrived.pop(str(req.envelope_id), None):
                    in_hand()
