"""The audit trail's head goes to a file or an address outside the database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from bot.services.anchor import NotAnchored, anchor
from storage import audit
from storage.audit import Head
from storage.database import Database

NOW = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)


def _record(database: Database) -> None:
    with database.begin() as session:
        audit.record(
            session, at=NOW, actor_id="DANA", action="note.read", subject_kind="note", subject_id="N1"
        )


@pytest.fixture
def post_box() -> Iterator[Any]:
    class PostBox(BaseHTTPRequestHandler):
        status = 200
        received: ClassVar[list[str]] = []
        address: ClassVar[str]

        def do_POST(self) -> None:
            self.received.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(self.status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), PostBox)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    PostBox.received.clear()
    PostBox.address = f"http://127.0.0.1:{server.server_port}/anchor"
    yield PostBox
    server.shutdown()
    server.server_close()


def test_each_head_is_a_line_of_the_file(sqlite_database: Database, tmp_path: Path) -> None:
    place = str(tmp_path / "anchor")
    assert anchor(sqlite_database, place, NOW) is None
    for _ in range(2):
        _record(sqlite_database)
        anchor(sqlite_database, place, NOW)
    heads = [Head.of_line(line) for line in Path(place).read_text().splitlines()]
    assert [head.seq for head in heads] == [1, 2]
    with sqlite_database.reading() as session:
        assert audit.head(session) == heads[-1]


def test_an_address_is_sent_the_line(sqlite_database: Database, post_box: Any) -> None:
    _record(sqlite_database)
    head = anchor(sqlite_database, post_box.address, NOW)
    assert [Head.of_line(line) for line in post_box.received] == [head]


@pytest.mark.parametrize("status", [302, 403, 500])
def test_an_address_that_does_not_take_it_is_told(
    sqlite_database: Database, post_box: Any, status: int
) -> None:
    _record(sqlite_database)
    post_box.status = status
    with pytest.raises(NotAnchored, match=str(status)):
        anchor(sqlite_database, post_box.address, NOW)
    assert len(post_box.received) == 1


def test_places_that_cannot_be_reached(sqlite_database: Database, tmp_path: Path) -> None:
    _record(sqlite_database)
    assert anchor(sqlite_database, "", NOW) is None
    for place in (str(tmp_path / "none" / "anchor"), "http://127.0.0.1:1/"):
        with pytest.raises(NotAnchored, match="AUDIT_ANCHOR cannot be"):
            anchor(sqlite_database, place, NOW)
