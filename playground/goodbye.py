"""Ends Socket Mode clients in milliseconds: by themselves they wait out their time-outs, up to 4 s."""

from __future__ import annotations

import time
from typing import Any

from playground.server import PlaygroundServer


def say_goodbye(server: PlaygroundServer, *clients: Any) -> None:
    """Closes slack_sdk's built-in SocketModeClients (or SocketModeHandlers): all that `server` has."""
    clients = tuple(getattr(client, "client", client) for client in clients)
    for client in clients:
        client.auto_reconnect_enabled = client.default_auto_reconnect_enabled = False
    server.hang_up()
    deadline = time.monotonic() + 3
    for client in clients:
        while client.is_connected() and time.monotonic() < deadline:
            time.sleep(0.005)
        client.closed = True
        client.message_queue.put("")  # wakes the thread that waits for messages
        client.close()
