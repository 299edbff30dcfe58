"""The yardstick: a Bolt echo bot that is as durable as can be, and does nothing else.

`python benchmarks/echo_bot.py FILE API_URL`: one row committed with synchronous=FULL, then the
acknowledgement, then a plain reply. Tokens come from the environment, as for `fieldnote serve`.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import sys
import threading
from collections.abc import Callable
from typing import Any

from slack_bolt import App, BoltResponse
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient


class Journal:
    """One table in a SQLite file: a row stands on the disk once `keep` has returned."""

    def __init__(self, file: str) -> None:
        self._turn = threading.Lock()
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("CREATE TABLE inbox (event_id TEXT PRIMARY KEY, payload TEXT)")

    def keep(self, event_id: str, payload: str) -> None:
        with self._turn:
            self._connection.execute("INSERT OR IGNORE INTO inbox VALUES (?, ?)", (event_id, payload))


def main() -> None:
    file, api_url = sys.argv[1:]
    logging.disable(logging.WARNING)  # Bolt would mention a token that it finds in the environment
    journal = Journal(file)
    app = App(client=WebClient(token=os.environ["SLACK_BOT_TOKEN"], base_url=api_url))

    @app.middleware
    def store(body: dict[str, Any], next: Callable[[], BoltResponse]) -> BoltResponse:  # noqa: A002
        journal.keep(body["event_id"], json.dumps(body))
        return next()

    @app.event("message")
    def echo(event: dict[str, Any], client: WebClient) -> None:
        client.chat_postMessage(channel=event["channel"], text=event["text"])

    SocketModeHandler(app, os.environ["SLACK_APP_TOKEN"]).connect()  # type: ignore[no-untyped-call]
    threading.Event().wait()


if __name__ == "__main__":
    main()
