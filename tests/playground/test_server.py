"""The server's own life: it starts at once, listens on loopback alone, and stops cleanly."""

from __future__ import annotations

import socket
import time
from pathlib import Path

import pytest

from playground.people import outsiders, people_of
from playground.server import PlaygroundServer
from playground.workspace import Workspace
from tests.playground.over_http import call, page

ROSTER = Path(__file__).parents[2] / "sample" / "roster"


def test_it_starts_and_stops_at_once():
    """By the processor's clock: the machine may be busy with other things."""
    begin = time.process_time()
    server = PlaygroundServer(Workspace(outsiders())).start()
    assert call(server, "auth.test")["ok"]
    assert time.process_time() - begin < 2
    server.stop()
    server.stop()
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", server.port), 1)


def test_a_taken_port_is_an_error_at_the_start(server):
    with pytest.raises(OSError):
        PlaygroundServer(Workspace([]), port=server.port).start()


def test_it_is_reached_by_loopback_only(server):
    assert server.url == f"http://127.0.0.1:{server.port}"
    assert server.api_url == f"{server.url}/api/"
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", server.port), 1)


def test_the_sample_agency_and_four_outsiders():
    workspace = Workspace([*people_of(ROSTER), *outsiders()])
    with PlaygroundServer(workspace) as server:
        people = page(server, "people")[1]["people"]
    groups = {person["group"] for person in people}
    assert {"Caseworkers", "Supervisors", "On call", "Director", "Not on staff"} <= groups
    worker = next(person for person in people if person["id"] == "U0HARBOR005")
    assert worker["title"] == "Caseworker, Unit A"


def test_history_stays_quick_in_a_long_conversation(server, workspace):
    for number in range(3000):
        workspace.conversations.add("D0DANA", workspace.bot_user, str(number), from_bot=True)
    oldest = workspace.conversations.all_of("D0DANA")[-3].ts
    begin = time.process_time()
    for _ in range(20):
        listed = call(server, "conversations.history", {"channel": "D0DANA", "oldest": oldest})
    assert [message["text"] for message in listed["messages"]] == ["2999", "2998"]
    assert time.process_time() - begin < 4
