"""Signed HTTP: the same payloads as POSTs to the bot's request URL."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
import time
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from playground.records import JSON, Envelope
from playground.workspace import Workspace


class HttpEvents:
    """Posts envelopes to the request URLs in turn (several: replicas behind a balancer)."""

    def __init__(self, workspace: Workspace, urls: list[str]) -> None:
        self._workspace = workspace
        self._urls = itertools.cycle(urls)
        self._session: ClientSession | None = None

    async def deliver(self, envelope: Envelope, attempt: int, reason: str | None) -> tuple[bool, JSON | None]:
        """Posts an envelope and waits for the answer: (acknowledged, answer)."""
        body, content_type = _body_of(envelope)
        headers = signed_headers(body, self._workspace.signing_secret) | {"Content-Type": content_type}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason or "http_error"}
        try:
            async with self._client().post(next(self._urls), data=body, headers=headers) as response:
                text = await response.text()
                if self._workspace.deliveries.loses_ack():
                    envelope.reasons.append("http_timeout")
                    return False, None
                if response.status == 200:
                    return True, _answer(text)
                envelope.reasons.append("http_error")
                if response.headers.get("X-Slack-No-Retry") == "1":
                    return True, None
        except TimeoutError:
            envelope.reasons.append("http_timeout")
        except (ClientError, OSError):
            envelope.reasons.append("connection_failed")
        return False, None

    async def close(self) -> None:
        """Closes the connections."""
        if self._session is not None:
            await self._session.close()

    def _client(self) -> ClientSession:
        if self._session is None:
            timeout = ClientTimeout(total=self._workspace.deliveries.ack_seconds)
            self._session = ClientSession(timeout=timeout, connector=TCPConnector(limit=0), trust_env=False)
        return self._session


def signed_headers(body: str, secret: str, *, at: float | None = None) -> dict[str, str]:
    """Slack's signature of a request's body, version v0, at Unix seconds `at` (default: the real time)."""
    stamp = str(int(time.time() if at is None else at))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def _body_of(envelope: Envelope) -> tuple[str, str]:
    if envelope.kind == "events_api":
        return envelope.raw, "application/json"
    form = envelope.payload if envelope.kind == "slash_commands" else {"payload": envelope.raw}
    return urlencode(form), "application/x-www-form-urlencoded"


def _answer(text: str) -> JSON | None:
    if not text.strip():
        return None
    try:
        answer = json.loads(text)
    except json.JSONDecodeError:
        return {"text": text}
    return answer if isinstance(answer, dict) else None


async def verify_url(url: str, workspace: Workspace) -> bool:
    """Slack's check of a request URL: it must give the challenge back."""
    body = json.dumps(
        {"type": "url_verification", "token": "verification-token", "challenge": "3eZbrw1aBm2r"}
    )
    headers = signed_headers(body, workspace.signing_secret) | {"Content-Type": "application/json"}
    async with ClientSession(timeout=ClientTimeout(total=3)) as session:
        try:
            async with session.post(url, data=body, headers=headers) as response:
                return "3eZbrw1aBm2r" in await response.text()
        except (ClientError, OSError, TimeoutError):
            return False
