"""A Slack that takes all it gets, cheaply, in a process of its own: `python -m benchmarks.stand_in`.

Prints its port. It knows the few calls that the sender makes, keeps what was posted where, and tells it at
`/told`: what is measured against it is the sender, not a workspace.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

ROOT = Path(__file__).parents[1]


@dataclass
class Channels:
    """What stands where."""

    posted: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    connections: int = 0

    def answer(self, method: str, body: bytes) -> dict[str, Any]:
        """What Slack would say."""
        if method == "told":
            return self._told()
        if method == "conversations.open":
            return {"ok": True, "channel": {"id": f"D{parse_qs(body.decode())['users'][0]}"}}
        if method == "conversations.history":
            return {"ok": True, "messages": self.posted.get(parse_qs(body.decode())["channel"][0], [])[::-1]}
        said = json.loads(body)
        here = self.posted.setdefault(said["channel"], [])
        here.append({"ts": f"{time.time():.6f}", "metadata": said.get("metadata")})
        return {"ok": True, "channel": said["channel"], "ts": here[-1]["ts"]}

    def _told(self) -> dict[str, Any]:
        marks = [m["metadata"]["event_payload"]["id"] for here in self.posted.values() for m in here]
        return {"marks": marks, "cpu": time.process_time(), "connections": self.connections}


class Line(asyncio.Protocol):
    """One connection: request after request, by their Content-Length."""

    def __init__(self, channels: Channels) -> None:
        self._channels, self._heard = channels, b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody has called."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport
        self._channels.connections += 1

    def data_received(self, data: bytes) -> None:
        """A part of a request, or the last of one."""
        self._heard += data
        while (request := self._whole()) is not None:
            method, body, stays = request
            said = json.dumps(self._channels.answer(method, body)).encode()
            head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(said)}\r\n\r\n"
            assert self._transport is not None
            self._transport.write(head.encode() + said)
            if not stays:
                self._transport.close()

    def _whole(self) -> tuple[str, bytes, bool] | None:
        """(method, body, whether the line stays open) of the next request, once it is here as a whole."""
        head, end, rest = self._heard.partition(b"\r\n\r\n")
        lower = head.lower()
        _, _, after = lower.partition(b"\r\ncontent-length:")
        length = int(after.split(b"\r\n")[0]) if after else 0
        if not end or len(rest) < length:
            return None
        self._heard = rest[length:]
        path = head.split(b" ", 2)[1].decode()
        return path.rpartition("/")[2].partition("?")[0], rest[:length], b"connection: close" not in lower


async def serve() -> None:
    """Listen on a free port of loopback, and say which, until the one who started this is gone."""
    loop, channels = asyncio.get_running_loop(), Channels()
    server = await loop.create_server(lambda: Line(channels), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.read)


@dataclass(frozen=True)
class StandIn:
    """A running one."""

    port: int

    @property
    def api_url(self) -> str:
        """What a client takes for Slack's."""
        return f"http://127.0.0.1:{self.port}/api/"

    def told(self) -> tuple[Counter[str], float, int]:
        """How many messages carry each mark; its CPU seconds; how many connections were opened."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        line.request("GET", "/told")
        said = json.loads(line.getresponse().read())
        line.close()
        return Counter(said["marks"]), said["cpu"], said["connections"]


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """One, for the length of the block."""
    command = [sys.executable, "-m", "benchmarks.stand_in"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        yield StandIn(int(process.stdout.readline()))
        process.communicate()


if __name__ == "__main__":
    asyncio.run(serve())
