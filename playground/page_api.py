"""What the page asks for: its files, the state of one person, a stream of changes, and what they do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from playground.page_acts import ACTS, Asked, Refuse
from playground.page_state import people_shown, state_shown
from playground.records import JSON, SlackError
from playground.workspace import Workspace

PAGE = Path(__file__).parent / "page"
HEARTBEAT_SECONDS = 10.0
LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
SENTENCES = {
    "user_not_found": "There is nobody with this id.",
    "message_not_found": "This message is gone.",
    "not_found": "This is no longer there: it was redrawn or closed.",
    "cant_update_message": "One can only change one's own messages.",
    "cant_delete_message": "One can only delete one's own messages.",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class PageApi:
    """The routes of the page."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._streams: set[asyncio.Queue[int | None]] = set()

    def add_to(self, app: web.Application) -> None:
        """Adds the routes; the page's files come last, at the root."""
        app.router.add_get("/ui/people", _safely(self.people))
        app.router.add_get("/ui/state", _safely(self.state))
        app.router.add_get("/ui/stream", _safely(self.stream))
        app.router.add_post("/ui/{act}", _safely(self.act))
        app.router.add_get("/", self.index)
        if PAGE.is_dir():
            app.router.add_static("/", PAGE)

    async def index(self, _request: web.Request) -> web.StreamResponse:
        """The page."""
        if not (PAGE / "index.html").exists():
            return web.Response(text="The page is not there.", status=404)
        return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})

    async def people(self, _request: web.Request) -> web.StreamResponse:
        """Who one can be."""
        return web.json_response(people_shown(self._workspace))

    async def state(self, request: web.Request) -> web.StreamResponse:
        """What one person sees."""
        return web.json_response(state_shown(self._workspace, request.query.get("user", "")))

    async def act(self, request: web.Request) -> web.StreamResponse:
        """Something a person does."""
        found = ACTS.get(request.match_info["act"])
        if found is None:
            raise web.HTTPNotFound
        try:
            body = await request.json()
        except json.JSONDecodeError:
            raise Refuse("The page sent something that is no JSON.") from None
        answer = await found(Asked(self._workspace, body))
        return web.json_response({"ok": True} | answer)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Tells of every change that concerns the person, until the page goes."""
        user = self._workspace.person(request.query.get("user", "")).slack_user_id
        response = web.StreamResponse(headers={"Cache-Control": "no-cache"})
        response.content_type = "text/event-stream"
        await response.prepare(request)
        loop, queue = asyncio.get_running_loop(), asyncio.Queue[int | None]()

        def changed(users: frozenset[str] | None) -> None:
            if users is None or user in users:
                loop.call_soon_threadsafe(queue.put_nowait, self._workspace.version)

        stop = self._workspace.watch(changed)
        self._streams.add(queue)
        try:
            with suppress(ConnectionError):
                await self._tell(response, queue)
        finally:
            stop()
            self._streams.discard(queue)
        return response

    def end_streams(self) -> None:
        """Ends every stream, so that the server can stop at once."""
        for queue in self._streams:
            queue.put_nowait(None)

    async def _tell(self, response: web.StreamResponse, queue: asyncio.Queue[int | None]) -> None:
        version: int | None = self._workspace.version
        while version is not None:
            data = json.dumps({"version": version})
            await response.write(f"event: changed\ndata: {data}\n\n".encode())
            version = await self._next(response, queue)

    async def _next(self, response: web.StreamResponse, queue: asyncio.Queue[int | None]) -> int | None:
        while True:
            try:
                version = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            while not queue.empty():
                version = queue.get_nowait()
            return version


def _safely(handler: Handler) -> Handler:
    """Only the page itself may ask, and every refusal is one sentence."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if not _from_the_page(request):
            return _refused("Only the page of this workspace may ask.", 403)
        try:
            return await handler(request)
        except SlackError as error:
            return _refused(SENTENCES.get(error.code, f"Slack says {error.code}."), 400)
        except Refuse as refused:
            return _refused(str(refused), 400)

    return answer


def _from_the_page(request: web.Request) -> bool:
    """False for requests that some other web site made a browser send here."""
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        return False
    return request.host.rsplit(":", 1)[0] in LOCAL_NAMES


def _refused(sentence: str, status: int) -> web.Response:
    answer: JSON = {"ok": False, "error": sentence}
    return web.json_response(answer, status=status)
