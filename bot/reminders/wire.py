"""slack_sdk's client over connections that stay open: a new one for each call costs more than the call."""

from __future__ import annotations

import io
import select
import socket
import ssl
import threading
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit
from urllib.request import Request

from slack_sdk import WebClient

from bot.clock import monotonic

_IDLE = 10.0
"""Seconds for which an unused connection is trusted: one that the other side closes just then is a doubt."""


class _Lines(threading.local):
    """A thread's open connections, and until when each may be used."""

    def __init__(self) -> None:
        self.open: dict[tuple[str, str], tuple[HTTPConnection, float]] = {}


class Wire(WebClient):
    """A `WebClient` that keeps a connection a thread and repeats nothing; through a proxy slack_sdk's own.

    Raises as slack_sdk does: URLError where there is no connection (nothing was sent), HTTPError by status;
    whatever else goes wrong once the request is on its way is raised as it is.
    """

    def __init__(self, *args: Any, trusted: Callable[[], ssl.SSLContext], **options: Any) -> None:
        """As a WebClient; `trusted` gives the certificates."""
        super().__init__(*args, **options)
        self.retry_handlers = []
        self._trusted, self._lines = trusted, _Lines()

    def _perform_urllib_http_request_internal(self, url: str, req: Request) -> dict[str, Any]:
        if self.proxy is not None:
            return super()._perform_urllib_http_request_internal(url, req)
        place = urlsplit(url)
        line = self._line(place)
        try:
            path = f"{place.path}?{place.query}" if place.query else place.path
            line.request("POST", path, body=req.data, headers=dict(req.header_items()))
            answer = line.getresponse()
            body = answer.read()
        except BaseException:
            line.close()
            raise
        self._keep(place, line, answer)
        if not 200 <= answer.status < 300:
            raise HTTPError(url, answer.status, answer.reason, answer.headers, io.BytesIO(body))
        charset = answer.headers.get_content_charset() or "utf-8"
        return {"status": answer.status, "headers": answer.headers, "body": body.decode(charset)}

    def _line(self, place: SplitResult) -> HTTPConnection:
        """An open connection: this thread's last one, if it is still good."""
        kept = self._lines.open.pop((place.scheme, place.netloc), None)
        if kept is not None:
            line, until = kept
            if monotonic() < until and _silent(line.sock):
                return line
            line.close()
        try:
            fresh = self._fresh(place)
            fresh.connect()
        except OSError as failed:
            raise URLError(failed) from failed
        return fresh

    def _fresh(self, place: SplitResult) -> HTTPConnection:
        if place.scheme == "https":
            return HTTPSConnection(place.netloc, timeout=self.timeout, context=self._trusted())
        return HTTPConnection(place.netloc, timeout=self.timeout)

    def _keep(self, place: SplitResult, line: HTTPConnection, answer: HTTPResponse) -> None:
        if answer.will_close:
            line.close()
        else:
            self._lines.open[place.scheme, place.netloc] = line, monotonic() + _IDLE


def _silent(sock: socket.socket | None) -> bool:
    """Whether nothing has come since the last answer: what has is the other side's goodbye."""
    if sock is None:
        return False
    watched = select.poll()
    watched.register(sock, select.POLLIN)
    return not watched.poll(0)
