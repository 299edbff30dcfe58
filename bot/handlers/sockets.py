"""Socket Mode, where it is known in which order messages came, and who still waits for an acknowledgement."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.handlers.in_order import InOrder
from bot.handlers.inbox import Inbox


class Socket(SocketModeHandler):
    """The connection to Slack. One thread reads from it, many work: what was read first may be begun last."""

    def __init__(self, app: App, inbox: Inbox, order: InOrder, *args: Any, **options: Any) -> None:
        self._inbox, self._order = inbox, order
        self._arrived: dict[str, Callable[[], None]] = {}
        super().__init__(app, *args, **options)
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
