"""Connections that stay open: used again, and never trusted once the other side has hung up."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from slack_sdk.errors import SlackApiError

from bot.reminders import calls, wire
from bot.reminders.calls import Fate
from bot.views.drawn import Drawn

FINE = '{"ok": true, "ts": "1.1"}'


class Server:
    """A line at a time; `answer(number)` says (status, body, whether to hang up) for each request."""

    def __init__(self) -> None:
        self.answer: Callable[[int], tuple[int, str, bool]] = lambda _number: (200, FINE, False)
        self.lines = self.requests = 0
        self.hung_up = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}/api/"

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.lines += 1
            self._open.append(line)
            self._serve(line)

    def _serve(self, line: socket.socket) -> None:
        with line, line.makefile("rb") as heard:
            while first := heard.readline():
                assert first.startswith(b"POST /api/")
                length = 0
                while (header := heard.readline()).strip():
                    name, _, value = header.partition(b":")
                    length = int(value) if name.lower() == b"content-length" else length
                heard.read(length)
                self.requests += 1
                status, body, ends = self.answer(self.requests)
                head = f"HTTP/1.1 {status} X\r\nretry-after: 7\r\nContent-Length: {len(body)}\r\n\r\n"
                line.sendall((head + body).encode())
                if ends:
                    break
        self.hung_up.set()

    def stop(self) -> None:
        self._listening.close()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.stop()


def post(client: wire.WebClient) -> calls.Answer:
    return calls.post(client, "D1", Drawn(text="hello"), mark="M1", thread_ts=None)


def test_the_same_line_serves_many_calls(server: Server) -> None:
    client = calls.client_for("xoxb-1", server.url)
    assert {post(client).value for _ in range(5)} == {"1.1"}
    assert (server.lines, server.requests) == (1, 5)


def test_a_line_that_the_other_side_closed_is_no_doubt(server: Server) -> None:
    """It is seen before anything is sent: a new line is opened, and nothing has to be asked about."""
    server.answer = lambda number: (200, FINE, number == 1)
    client = calls.client_for("xoxb-1", server.url)
    assert post(client).fate is Fate.OK
    assert server.hung_up.wait(10)
    assert post(client).fate is Fate.OK
    assert (server.lines, server.requests) == (2, 2)


def test_a_forked_process_opens_its_own(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes on one line would send their requests into each other's."""
    client = calls.client_for("xoxb-1", server.url)
    assert post(client).fate is Fate.OK
    monkeypatch.setattr(wire.os, "getpid", lambda: -1)
    assert [post(client).fate for _ in range(2)] == [Fate.OK, Fate.OK]
    assert (server.lines, server.requests) == (2, 3)


def test_a_line_unused_for_long_is_not_trusted(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answer = lambda number: (200, FINE, number == 2)
    monkeypatch.setattr(wire, "_IDLE", -1.0)
    client = calls.client_for("xoxb-1", server.url)
    assert post(client).fate is Fate.OK
    assert post(client).fate is Fate.OK
    assert (server.lines, server.requests) == (2, 2)


def test_an_answer_cut_short_is_a_doubt_and_is_not_repeated(server: Server) -> None:
    server.answer = lambda _number: (200, FINE[:5], True)
    client = calls.client_for("xoxb-1", server.url)
    assert post(client).fate is Fate.UNKNOWN
    assert server.requests == 1


def test_a_status_is_told_as_slack_sdk_tells_it(server: Server) -> None:
    server.answer = lambda number: (429 if number == 1 else 503, "{}", False)
    client = calls.client_for("xoxb-1", server.url)
    limited, broken = post(client), post(client)
    assert (limited.fate, limited.wait) == (Fate.PAUSED, 7.0)
    assert broken.fate is Fate.UNKNOWN
    with pytest.raises(SlackApiError):
        client.auth_test()


def test_nobody_there_is_surely_not_sent() -> None:
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("127.0.0.1", 0))
        answer = post(calls.client_for("xoxb-1", f"http://127.0.0.1:{taken.getsockname()[1]}/api/"))
    assert (answer.fate, answer.error) == (Fate.NOT_SENT, "ConnectionRefusedError")


def test_a_line_got_ready_is_the_one_that_serves_whichever_thread(server: Server) -> None:
    client = calls.client_for("xoxb-1", server.url)
    calls.get_ready(client)
    calls.get_ready(client)
    other = threading.Thread(target=lambda: post(client))
    other.start()
    other.join(10)
    assert post(client).fate is Fate.OK
    assert (server.lines, server.requests) == (1, 2)


def test_nobody_there_to_get_ready_for_is_no_trouble() -> None:
    calls.get_ready(calls.client_for("xoxb-1", "http://127.0.0.1:9/api/"))


def test_a_program_that_ends_leaves_no_line_open(server: Server) -> None:
    client = calls.client_for("xoxb-1", server.url)
    assert post(client).fate is Fate.OK
    calls.hang_up(client)
    assert server.hung_up.wait(10)


def test_two_calls_at_once_never_share_a_line(server: Server) -> None:
    client = calls.client_for("xoxb-1", server.url)
    assert post(client).fate is Fate.OK
    asked, go_on = threading.Event(), threading.Event()

    def slowly(number: int) -> tuple[int, str, bool]:
        if number == 2:
            asked.set()
            assert go_on.wait(10)
        return 200, FINE, True

    server.answer = slowly
    found: list[calls.Answer] = []
    threads = [threading.Thread(target=lambda: found.append(post(client))) for _ in range(2)]
    threads[0].start()
    assert asked.wait(10)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert [each.fate for each in found] == [Fate.OK, Fate.OK]
    assert (server.lines, server.requests) == (2, 3)
