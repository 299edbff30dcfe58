"""Bots under measurement: each a process of its own with a fresh SQLite file, in a workspace of its own.

The workspace lives in the measuring process and notes, by the monotonic clock, when a payload left, when
it was acknowledged and when the first message that answers it stood in the conversation.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playground import acts
from playground.people import people_of
from playground.records import Call, Envelope
from playground.server import PlaygroundServer
from playground.workspace import Workspace

ROOT = Path(__file__).parents[1]
ROSTER = ROOT / "sample" / "roster"
STARTING = 60.0
"""Seconds in which a bot must have connected."""


class Watched(Workspace):
    """A workspace that notes when the bot's next message stood in each conversation."""

    def __init__(self, roster: Path) -> None:
        super().__init__(people_of(roster))
        self._posted: dict[str, float] = {}

    def record_call(self, call: Call) -> None:
        super().record_call(call)
        if call.method == "chat.postMessage" and call.ok:
            with self.changed:
                self._posted.setdefault(str(call.args["channel"]), time.monotonic())
                self.changed.notify_all()

    def forget_posts(self) -> None:
        with self.changed:
            self._posted.clear()

    def posted(self, channel: str) -> float | None:
        return self._posted.get(channel)


@dataclass(frozen=True)
class Told:
    """One message's times in seconds since it was delivered."""

    ack: float
    card: float


@dataclass(frozen=True)
class Bot:
    """A running bot and the workspace that it serves."""

    name: str
    workspace: Watched
    process: subprocess.Popen[bytes]

    def hear(self, said: Mapping[str, str], patience: float = 30.0) -> list[Told]:
        """Have these people (Slack ids) say these words at once; each one's times, once all are answered."""
        workspace = self.workspace
        workspace.forget_posts()
        before = len(workspace.deliveries.sent)
        for user, words in said.items():
            acts.say(workspace, user, words)
        # The bot hears of its own posts, too: only what people said counts.
        sent = {e.user: e for e in reversed(workspace.deliveries.sent[before:]) if _said_by_person(e)}
        envelopes = [sent[user] for user in said]
        channels = [workspace.person(user).channel for user in said]

        def answered() -> bool:
            acked = all(e.state != "waiting" for e in envelopes)
            return acked and all(workspace.posted(c) is not None for c in channels)

        if not workspace.wait_until(answered, patience):
            raise SystemExit(f"{self.name} left a message unanswered for {patience:g} s")
        return [
            Told((e.acked_at or 0) - e.created, (workspace.posted(c) or 0) - e.created)
            for e, c in zip(envelopes, channels, strict=True)
        ]


def _said_by_person(envelope: Envelope) -> bool:
    return bool(envelope.payload["event"].get("user") == envelope.user)


@contextmanager
def fieldnote(folder: Path, roster: Path = ROSTER) -> Iterator[Bot]:
    """`fieldnote serve`, that agency imported."""
    settings = {
        "DATABASE_URL": f"sqlite:///{folder / 'fieldnote.sqlite3'}",
        "RECORD_KEYS": base64.b64encode(os.urandom(32)).decode(),
        "AUDIT_KEY": base64.b64encode(os.urandom(32)).decode(),
        "PORT": "0",
    }
    program = [sys.executable, "-m", "bot"]
    imported = [*program, "import", str(roster)]
    subprocess.run(imported, check=True, stdout=subprocess.DEVNULL, env=_environment(settings), cwd=folder)
    with _running("fieldnote", [*program, "serve"], settings, folder, roster) as bot:
        yield bot


@contextmanager
def echo(folder: Path, roster: Path = ROSTER) -> Iterator[Bot]:
    """The durable echo bot."""
    command = [sys.executable, str(ROOT / "benchmarks" / "echo_bot.py"), str(folder / "echo.sqlite3")]
    with _running("echo", command, {}, folder, roster) as bot:
        yield bot


@contextmanager
def _running(
    name: str, command: list[str], settings: Mapping[str, str], folder: Path, roster: Path
) -> Iterator[Bot]:
    workspace = Watched(roster)
    with PlaygroundServer(workspace) as server:
        more = {
            "SLACK_API_URL": server.api_url,
            "SLACK_BOT_TOKEN": workspace.bot_token,
            "SLACK_APP_TOKEN": workspace.app_token,
        }
        arguments = [server.api_url] if name == "echo" else []
        environment = _environment({**settings, **more})
        process = subprocess.Popen([*command, *arguments], env=environment, cwd=folder)
        try:
            if not server.wait_for_bot(STARTING):
                raise SystemExit(f"{name} did not connect within {STARTING:g} s")
            yield Bot(name, workspace, process)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "WARNING", **settings}
