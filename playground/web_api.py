"""The Web API over HTTP: arguments, tokens, faults, the diary; uploads, downloads and response URLs."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from aiohttp import web

from playground import api_chat, faults, methods
from playground.faults import Fault
from playground.records import JSON, Call, SlackError
from playground.sockets import Sockets
from playground.workspace import Workspace

PAYLOAD_ERRORS = {"invalid_blocks", "invalid_arguments", "invalid_blocks_format", "msg_too_long", "no_text"}
PAYLOAD_ERRORS |= {"invalid_metadata_format", "view_too_large", "msg_blocks_too_long", "invalid_attachments"}


class WebApi:
    """The routes that a bot calls."""

    def __init__(self, workspace: Workspace, sockets: Sockets) -> None:
        self._workspace = workspace
        self._sockets = sockets

    def routes(self) -> list[web.RouteDef]:
        """What to add to the application."""
        return [
            web.route("*", "/api/{method}", self.method),
            web.post("/response/{key}", self.response_url),
            web.post("/upload/{file_id}", self.upload),
            web.get("/files-pri/{file_id}/{rest:.*}", self.download),
        ]

    async def method(self, request: web.Request) -> web.StreamResponse:
        """One call of a method."""
        started, method = time.monotonic(), request.match_info["method"]
        try:
            token, args = await _arguments(request)
        except ValueError:
            return web.json_response({"ok": False, "error": "invalid_json"})
        fault = self._workspace.faults.strike(method)
        if fault is not None and fault.kind in (
            faults.RATE_LIMITED,
            faults.ERROR_BEFORE,
            faults.RESET_BEFORE,
        ):
            return self._struck(request, Call(started, method, args, False, fault.kind, 0, fault.kind), fault)
        answer = self._answer(method, token, args, fault)
        error = None if answer["ok"] else str(answer["error"])
        kind = None if fault is None else fault.kind
        call = Call(started, method, args, bool(answer["ok"]), error, 200, kind)
        if fault is not None and fault.kind in (faults.ERROR_AFTER, faults.RESET_AFTER):
            return self._struck(request, call, fault)
        self._workspace.record_call(call)
        if fault is not None and fault.seconds:
            await asyncio.sleep(fault.seconds)
        return web.Response(
            text=json.dumps(answer),
            content_type="application/json",
            headers={
                "X-OAuth-Scopes": self._workspace.scopes,
                "x-slack-req-id": request.headers.get("Host", ""),
            },
        )

    def _answer(self, method: str, token: str, args: JSON, fault: Fault | None) -> JSON:
        if fault is not None and fault.kind == faults.REFUSE:
            return {"ok": False, "error": fault.code}
        try:
            return {"ok": True} | self._call(method, token, args)
        except SlackError as error:
            if error.code in PAYLOAD_ERRORS:
                self._workspace.record_refusal(method, error.code, error.extra.get("errors", []))
            return {"ok": False, "error": error.code} | error.extra
        except (ValueError, TypeError):
            return {"ok": False, "error": "invalid_arguments"}

    def _call(self, method: str, token: str, args: JSON) -> JSON:
        workspace = self._workspace
        if not token:
            raise SlackError("not_authed")
        opens_socket = method == methods.SOCKETS
        if token != (workspace.app_token if opens_socket else workspace.bot_token):
            known = token in (workspace.app_token, workspace.bot_token)
            raise SlackError("not_allowed_token_type" if known else "invalid_auth")
        if opens_socket:
            return {"url": self._sockets.new_address()}
        return methods.call(workspace, method, args)

    def _struck(self, request: web.Request, call: Call, fault: Fault) -> web.Response:
        status = {faults.RATE_LIMITED: 429}.get(fault.kind, 503)
        self._workspace.record_call(
            Call(call.at, call.method, call.args, False, call.error, status, fault.kind)
        )
        if fault.kind in (faults.RESET_BEFORE, faults.RESET_AFTER):
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=503)
        if fault.kind == faults.RATE_LIMITED:
            return web.json_response(
                {"ok": False, "error": "ratelimited"},
                status=429,
                headers={"Retry-After": str(fault.retry_after)},
            )
        return web.Response(status=503, text="upstream connect error")

    async def response_url(self, request: web.Request) -> web.Response:
        """A post to a response URL."""
        started = time.monotonic()
        try:
            body = await request.json()
        except ValueError:
            return web.Response(text="invalid_payload", status=400)
        error = None
        try:
            api_chat.respond(self._workspace, request.match_info["key"], body)
        except SlackError as refused:
            error = refused.code
            if error in PAYLOAD_ERRORS:
                self._workspace.record_refusal("response_url", error, refused.extra.get("errors", []))
        status = 200 if error is None else 404 if error in ("used_url", "expired_url") else 400
        self._workspace.record_call(Call(started, "response_url", body, error is None, error, status))
        return web.Response(text="ok" if error is None else error, status=status)

    async def upload(self, request: web.Request) -> web.Response:
        """Step two of an upload: the bytes, as the body or as a form's part."""
        try:
            file = self._workspace.files.get(request.match_info["file_id"])
        except SlackError as error:
            return web.Response(text=error.code, status=404)
        if request.content_type.startswith("multipart/"):
            form = await request.post()
            parts = [part for part in form.values() if isinstance(part, web.FileField)]
            file.content = parts[0].file.read() if parts else b""
        else:
            file.content = await request.read()
        return web.Response(text=f"OK - {len(file.content)}")

    async def download(self, request: web.Request) -> web.Response:
        """A file's bytes, or a voice clip's transcript, for the bot's token."""
        if request.headers.get("Authorization") != f"Bearer {self._workspace.bot_token}":
            return web.Response(status=302, headers={"Location": "/?redir=sign-in"})
        try:
            file = self._workspace.files.get(request.match_info["file_id"])
            if request.match_info["rest"].endswith("transcript.vtt"):
                return web.Response(text=self._workspace.files.vtt(file), content_type="text/vtt")
        except SlackError as error:
            return web.Response(text=error.code, status=404)
        return web.Response(body=file.content, content_type=file.mimetype)


async def _arguments(request: web.Request) -> tuple[str, JSON]:
    args: dict[str, Any] = dict(request.query)
    if request.can_read_body:
        if request.content_type == "application/json":
            body = await request.json()
            args.update(body if isinstance(body, dict) else {})
        else:
            args.update(await request.post())
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Bearer ") if header else str(args.get("token", ""))
    args.pop("token", None)
    return token, args
