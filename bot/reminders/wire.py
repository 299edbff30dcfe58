"""slack_sdk's client over connections that stay open: a new one for each call costs more than the call."""

from __future__ import annotations

import io
import os
import select
import socket
import ssl
import threading
from collections import defaultdict
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


class _Lines:
    """The open connections that nobody uses just now, the one used last on top, and until when it may be.

    A forked process opens its own: two that write to one connection would mix their requests.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._idle: defaultdict[tuple[str, str], list[tuple[HTTPConnection, float]]] = defaultdict(list)
        self._process = os.getpid()

    def _of(self, place: SplitResult) -> list[tuple[HTTPConnection, float]]:
        """Those to a place, of this process; the caller holds the guard."""
        if self._process != os.getpid():
            self._idle.clear()
            self._process = os.getpid()
        return self._idle[place.scheme, place.netloc]

    def take(self, place: SplitResult) -> HTTPConnection | None:
        """One that is still good, for the caller alone."""
        while True:
            with self._guard:
                idle = self._of(place)
                line, until = idle.pop() if idle else (None, 0.0)
            if line is None or (monotonic() < until and _silent(line.sock)):
                return line
            line.close()

    def keep(self, place: SplitResult, line: HTTPConnection) -> None:
        """Have it used again; the oldest are let go once nobody may use them."""
        now, over = monotonic(), []
        with self._guard:
            idle = self._of(place)
            while idle and idle[0][1] < now:
                over.append(idle.pop(0)[0])
            idle.append((line, now + _IDLE))
        for each in over:
            each.close()

    def hang_up(self) -> None:
        """Close them all."""
        with self._guard:
            idle = [line for lines in self._idle.values() for line, _until in lines]
            self._idle.clear()
        for line in idle:
            line.close()


class Wire(WebClient):
    """A `WebClient` that keeps its connections open and repeats nothing; through a proxy slack_sdk's own.

    Raises as slack_sdk does: URLError where there is no connection (nothing was sent), HTTPError by status;
    whatever else goes wrong once the request is on its way is raised as it is.
    """

    def __init__(self, *args: Any, trusted: Callable[[], ssl.SSLContext], **options: Any) -> None:
        """As a WebClient; `trusted` gives the certificates."""
        super().__init__(*args, **options)
        self.retry_handlers = []
        self._trusted, self._lines = trusted, _Lines()

    def get_ready(self) -> None:
        """Have a connection open for the next call: whoever waits for something else has the time for it."""
        place = urlsplit(self.base_url)
        if self.proxy is None:
            try:
                self._lines.keep(place, self._line(place))
            except URLError:
                return  # the call will tell

    def hang_up(self) -> None:
        """Close the connections that nobody uses just now; the next call opens one."""
        self._lines.hang_up()

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
        """An open connection, for the caller alone."""
        if line := self._lines.take(place):
            return line
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
            self._lines.keep(place, line)


def _silent(sock: socket.socket | None) -> bool:
    """Whether nothing has come since the last answer: what has is the other side's goodbye."""
    if sock is None:
        return False
    watched = select.poll()
    watched.register(sock, select.POLLIN)
    return not watched.poll(0)
