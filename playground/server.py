"""The local workspace's server: its own thread and event loop, loopback only."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from aiohttp import web

from playground.answers import take_effect
from playground.http_events import HttpEvents, verify_url
from playground.page_api import PageApi
from playground.records import Envelope
from playground.sockets import Sockets
from playground.web_api import WebApi
from playground.workspace import PATIENCE, Workspace

LOOPBACK = "127.0.0.1"


class PlaygroundServer:
    """Serves a workspace on loopback. Without `request_url`s payloads go over Socket Mode, with them as HTTP.

    `port` 0 takes a free one. A context manager; `start` returns once it listens, OSError where the port is
    taken.
    """

    def __init__(self, workspace: Workspace, port: int = 0, *, request_url: str | Sequence[str] = ()) -> None:
        self.workspace = workspace
        self.port = port
        self.sockets = Sockets(workspace)
        self._page = PageApi(workspace)
        self._http: HttpEvents | None = None
        self._urls = [request_url] if isinstance(request_url, str) else list(request_url)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="local-workspace", daemon=True)
        self._started = threading.Event()
        self._failure: BaseException | None = None
        self._runner: web.AppRunner | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """The page's address, without a slash at its end."""
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def api_url(self) -> str:
        """What SLACK_API_URL must be for a bot in this workspace."""
        return f"{self.url}/api/"

    def start(self) -> Self:
        """Listens, in a thread of its own."""
        self._thread.start()
        self._started.wait()
        if self._failure is not None:
            raise self._failure
        self.workspace.public_url = self.url
        self.workspace.deliveries.carry_with(self._carry)
        self.workspace.deliveries.on_answer(self._answered)
        self.deliver_to(*self._urls)
        return self

    def stop(self) -> None:
        """Closes everything and ends the thread; harmless when repeated."""
        self.workspace.deliveries.carry_with(None)
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(timeout=10)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(timeout=10)

    def deliver_to(self, *urls: str) -> None:
        """Sends payloads as signed POSTs to these addresses from now on; with none over Socket Mode."""
        before, self._http = self._http, HttpEvents(self.workspace, list(urls)) if urls else None
        if before is not None and self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(before.close(), self._loop).result(timeout=5)

    def verify(self, url: str) -> bool:
        """Slack's check of a request URL."""
        return asyncio.run_coroutine_threadsafe(verify_url(url, self.workspace), self._loop).result(timeout=5)

    def wait_for_bot(self, seconds: float = PATIENCE, connections: int = 1) -> bool:
        """True once this many Socket Mode connections are open."""
        return self.workspace.wait_until(lambda: self.sockets.count >= connections, seconds)

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Asks the bot's sockets to connect anew."""
        asyncio.run_coroutine_threadsafe(self.sockets.disconnect(reason), self._loop).result(timeout=5)

    def __enter__(self) -> Self:
        self.start()
        return self

    def hang_up(self) -> None:
        """Closes the bot's sockets from this side, without a word; its client connects anew if it may."""
        asyncio.run_coroutine_threadsafe(self.sockets.close(), self._loop).result(timeout=5)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._listen())
        except BaseException as failure:  # noqa: BLE001 handed to the thread that called start
            self._failure = failure
            self._started.set()
            return
        self._started.set()
        self._loop.run_forever()
        self._loop.close()

    async def _listen(self) -> None:
        app = web.Application(client_max_size=32 * 1024 * 1024)
        app.add_routes(WebApi(self.workspace, self.sockets).routes())
        app.router.add_get("/link/", self.sockets.link)
        self._page.add_to(app)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, self.port, backlog=512)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def _close(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        self._page.end_streams()
        await self.sockets.close()
        if self._http is not None:
            await self._http.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _carry(self, envelope: Envelope) -> None:
        self._loop.call_soon_threadsafe(self._begin, envelope)

    def _begin(self, envelope: Envelope) -> None:
        task = self._loop.create_task(self._deliver(envelope))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, envelope: Envelope) -> None:
        deliveries = self.workspace.deliveries
        schedule = deliveries.redelivery if envelope.kind == "events_api" else ()
        for attempt, pause in enumerate((0.0, *schedule)):
            if pause:
                await asyncio.sleep(pause)
            if envelope.state != "waiting":
                return
            deliveries.note_attempt(envelope)
            reason = envelope.reasons[-1] if envelope.reasons else None
            channel = self._http or self.sockets
            acked, response = await channel.deliver(envelope, attempt, reason)
            if acked:
                deliveries.settle(envelope, acked=True, response=response)
                return
        deliveries.settle(envelope, acked=False)

    def _answered(self, envelope: Envelope) -> None:
        take_effect(self.workspace, envelope)
