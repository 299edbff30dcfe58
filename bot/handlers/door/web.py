"""The HTTP side: signed events from Slack, and what the people who run the program look at."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from typing import Any

from prometheus_client import CollectorRegistry, Gauge, make_wsgi_app
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from waitress.server import create_server

from bot.errors import SettingsError
from bot.handlers.door.front_desk import Deps
from bot.services.figures import figures
from bot.settings import Settings

log = logging.getLogger(__name__)
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class WebServer:
    """/slack/events (signed HTTP mode only), /healthz, /metrics on HOST:PORT."""

    def __init__(self, app: App, deps: Deps, settings: Settings) -> None:
        self._deps, self._settings = deps, settings
        self._slack = SlackRequestHandler(app) if not settings.slack_app_token else None
        self._server: Any = None
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Listen. In Socket Mode a port that is taken is only logged, for nothing of Slack's comes here."""
        host, port = self._settings.host, self._settings.port
        try:
            # Without poll it listens by select, which fails beyond the thousandth open file.
            self._server = create_server(
                self.answer, host=host, port=port, threads=16, asyncore_use_poll=True
            )
        except OSError as taken:
            if self._slack is None:
                log.warning("no /healthz: %s:%s is taken", host, port)
                return
            raise SettingsError(f"PORT {port} on {host} is taken: choose another one in .env") from taken
        self._thread = threading.Thread(target=self._server.run, name="web", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self._server.effective_port)

    def stop(self) -> None:
        """Answer what is being worked, then close the port and the connections that callers keep open."""
        if self._server is None or self._thread is None:
            return
        self._server.task_dispatcher.shutdown()
        self._server.trigger.pull_trigger(self._hang_up)
        self._thread.join(timeout=5)

    def _hang_up(self) -> None:
        for connection in self._server.active_channels.values():
            connection.close_when_flushed = True
        self._server.close()

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """One request."""
        path = environ.get("PATH_INFO", "")
        if path == "/slack/events" and self._slack is not None:
            if (
                not str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", "")).isascii()
                or not str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", "")).isdecimal()
            ):
                return _said(start_response, "401 Unauthorized", "no signature of Slack's")
            return self._slack(environ, start_response)
        if path == "/healthz":
            return self._health(start_response)
        if path == "/metrics":
            return self._metrics(environ, start_response)
        return _said(start_response, "404 Not Found", "not found")

    def _health(self, start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            with self._deps.db.reading() as session:
                figures(session, self._deps.clock.now())
        except Exception:
            log.exception("unhealthy")
            return _said(start_response, "503 Service Unavailable", "the database does not answer")
        return _said(start_response, "200 OK", "ok")

    def _metrics(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        registry = CollectorRegistry()
        with self._deps.db.reading() as session:
            for name, value in figures(session, self._deps.clock.now()).items():
                Gauge(f"fieldnote_{name}", name.replace("_", " "), registry=registry).set(value)
        answer: Wsgi = make_wsgi_app(registry)
        return answer(environ, start_response)


def _said(start_response: Callable[..., Any], status: str, words: str) -> Iterable[bytes]:
    start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [words.encode()]
