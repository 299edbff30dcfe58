"""Socket Mode: websockets to which envelopes go, and their acknowledgements."""

from __future__ import annotations

import asyncio
import json
import secrets

from aiohttp import WSMsgType, web

from playground.records import JSON, Envelope
from playground.workspace import Workspace

MOST_CONNECTIONS = 10


class Sockets:
    """The app's open websockets. Each envelope goes to one of them, in turn."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._tickets: set[str] = set()
        self._connections: list[web.WebSocketResponse] = []
        self._turn = 0
        self._awaited: dict[str, tuple[web.WebSocketResponse, asyncio.Future[JSON | None]]] = {}
        self.late_acks = 0

    @property
    def count(self) -> int:
        """How many connections are open."""
        return len(self._connections)

    def new_address(self) -> str:
        """The address for one connection, as apps.connections.open gives it."""
        ticket = secrets.token_hex(16)
        self._tickets.add(ticket)
        base = self._workspace.public_url.replace("http://", "ws://")
        return f"{base}/link/?ticket={ticket}&app_id={self._workspace.app_id}"

    async def link(self, request: web.Request) -> web.StreamResponse:
        """A websocket, from hello to its end."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets or self.count >= MOST_CONNECTIONS:
            return web.Response(status=403)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(compress=False, max_msg_size=0)
        await socket.prepare(request)
        self._connections.append(socket)
        try:
            await socket.send_str(json.dumps(self._hello()))
            self._workspace.touch([])
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._heard(message.data)
        finally:
            self._forget(socket)
            self._give_up(socket)
        return socket

    async def deliver(self, envelope: Envelope, attempt: int, reason: str | None) -> tuple[bool, JSON | None]:
        """Sends an envelope to one connection and waits for its acknowledgement: (acknowledged, answer)."""
        socket = self._next()
        if socket is None:
            envelope.reasons.append("no_connection")
            return False, None
        envelope_id = secrets.token_hex(16)
        awaited = asyncio.get_running_loop().create_future()
        self._awaited[envelope_id] = socket, awaited
        try:
            await socket.send_str(_frame(envelope, envelope_id, attempt, reason))
            return True, await asyncio.wait_for(awaited, self._workspace.deliveries.ack_seconds)
        except TimeoutError:
            envelope.reasons.append("timeout")
        except (ConnectionError, RuntimeError):
            envelope.reasons.append("connection_failed")
        finally:
            self._awaited.pop(envelope_id, None)
        return False, None

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Asks every client to connect anew, as Slack does some times a day, and closes soon after."""
        for socket in list(self._connections):
            debug = {"host": "local-workspace"}
            await socket.send_str(json.dumps({"type": "disconnect", "reason": reason, "debug_info": debug}))
            self._forget(socket)

    async def close(self) -> None:
        """Closes every websocket."""
        for socket in list(self._connections):
            await socket.close(code=1001, message=b"going away")

    def _heard(self, text: str) -> None:
        try:
            answer = json.loads(text)
        except json.JSONDecodeError:
            return
        _, awaited = self._awaited.get(str(answer.get("envelope_id")), (None, None))
        lost = self._workspace.deliveries.loses_ack()
        if awaited is None or awaited.done():
            self.late_acks += not lost
            return
        if lost:  # nobody need wait for what will not come
            awaited.set_exception(TimeoutError())
            return
        payload = answer.get("payload")
        awaited.set_result(payload if isinstance(payload, dict) else None)

    def _next(self) -> web.WebSocketResponse | None:
        for _ in range(len(self._connections)):
            self._turn = (self._turn + 1) % len(self._connections)
            if not self._connections[self._turn].closed:
                return self._connections[self._turn]
        return None

    def _forget(self, socket: web.WebSocketResponse) -> None:
        if socket in self._connections:
            self._connections.remove(socket)
            self._workspace.touch([])

    def _give_up(self, socket: web.WebSocketResponse) -> None:
        """Nothing comes back over a connection that was broken: what it was to acknowledge is tried again."""
        for over, awaited in list(self._awaited.values()):
            if over is socket and not awaited.done():
                awaited.set_exception(ConnectionError("the connection was closed"))

    def _hello(self) -> JSON:
        return {
            "type": "hello",
            "num_connections": self.count,
            "debug_info": {
                "host": "local-workspace",
                "build_number": 1,
                "approximate_connection_time": 18060,
            },
            "connection_info": {"app_id": self._workspace.app_id},
        }


def _frame(envelope: Envelope, envelope_id: str, attempt: int, reason: str | None) -> str:
    answers = "false" if envelope.kind == "events_api" else "true"
    retry = f',"retry_attempt":{attempt},"retry_reason":{json.dumps(reason or "")}'
    extra = retry if envelope.kind == "events_api" else ""
    return (
        f'{{"envelope_id":"{envelope_id}","type":"{envelope.kind}",'
        f'"accepts_response_payload":{answers}{extra},"payload":{envelope.raw}}}'
    )
