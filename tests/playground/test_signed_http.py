"""Signed HTTP: signatures, retries with their headers, forms for what people do."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier

from playground import acts
from tests.playground.sample_bot import make_app, run_over_http

DANA = "U0DANA"


@contextmanager
def receiver(answers):
    """A server that answers with the given (status, headers) in turn; yields the requests it got."""
    got, left = [], list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            got.append((dict(self.headers), body))
            status, headers = left.pop(0) if left else (200, {})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True).start()
        yield got, f"http://127.0.0.1:{http.server_port}/slack/events"
        http.shutdown()


def test_an_event_is_signed_json(server, workspace):
    with receiver([]) as (got, url):
        server.deliver_to(url)
        acts.say(workspace, DANA, "a visit")
        assert workspace.settled()
    headers, body = got[0]
    assert SignatureVerifier(workspace.signing_secret).is_valid_request(body, headers)
    assert not SignatureVerifier("another secret").is_valid_request(body, headers)
    assert json.loads(body)["event"]["text"] == "a visit"
    assert "X-Slack-Retry-Num" not in headers


def test_a_failure_is_tried_again_with_its_number_and_reason(server, workspace):
    with receiver([(500, {}), (503, {})]) as (got, url):
        server.deliver_to(url)
        acts.say(workspace, DANA, "a visit")
        assert workspace.settled()
    assert [headers.get("X-Slack-Retry-Num") for headers, _ in got] == [None, "1", "2"]
    assert got[1][0]["X-Slack-Retry-Reason"] == "http_error"
    assert workspace.deliveries.sent[-1].state == "acked"


def test_a_bot_may_ask_for_no_retry(server, workspace):
    with receiver([(500, {"X-Slack-No-Retry": "1"})]) as (got, url):
        server.deliver_to(url)
        acts.say(workspace, DANA, "a visit")
        assert workspace.settled()
    assert len(got) == 1


def test_commands_and_clicks_are_forms(server, workspace):
    with receiver([]) as (got, url):
        server.deliver_to(url)
        acts.command(workspace, DANA, "/oncall", "next weekend & after")
        acts.shortcut(workspace, DANA, "log_this")
        assert workspace.settled()
    forms = sorted((parse_qs(body) for _, body in got), key=lambda form: "payload" in form)
    assert (forms[0]["command"], forms[0]["text"]) == (["/oncall"], ["next weekend & after"])
    assert json.loads(forms[1]["payload"][0])["callback_id"] == "log_this"


def test_a_request_url_is_verified_by_its_challenge(server):
    with run_over_http(make_app(server), server) as url:
        assert server.verify(url)
    with receiver([]) as (_, url):
        assert not server.verify(url)


def test_replicas_take_turns(server, workspace):
    with receiver([]) as (first, one), receiver([]) as (second, two):
        server.deliver_to(one, two)
        for number in range(4):
            acts.say(workspace, DANA, f"visit {number}")
        assert workspace.settled()
    assert (len(first), len(second)) == (2, 2)
