"""One whole frame a read, however the network cuts them, and a client that keeps its place in a burst."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator

import pytest
from slack_sdk.socket_mode.builtin.connection import ConnectionState

from bot.handlers.door.frames import FramedClient, WholeFrames

TEXT, CLOSE, PING = 0x81, 0x88, 0x89


def frame(payload: bytes, kind: int = TEXT) -> bytes:
    size = len(payload)
    if size < 126:
        return struct.pack("!BB", kind, size) + payload
    if size < 2**16:
        return struct.pack("!BBH", kind, 126, size) + payload
    return struct.pack("!BBQ", kind, 127, size) + payload


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, WholeFrames]]:
    """Slack's end of a connection, and ours."""
    theirs, ours = socket.socketpair()
    ours.settimeout(0.01)
    theirs.settimeout(10)
    yield theirs, WholeFrames(ours)
    theirs.close()
    ours.close()


@pytest.mark.parametrize("size", [1, 125, 126, 300, 2**16 - 1, 2**16, 200_000])
def test_a_frame_of_any_length_comes_whole(size: int, ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    sent = frame(b"x" * size)
    for at in range(0, len(sent), 60_000):
        theirs.sendall(sent[at : at + 60_000])
        if at + 60_000 < len(sent):
            with pytest.raises(TimeoutError):
                ours.recv(16)
    assert ours.recv(16) == sent


def test_cut_anywhere_nothing_is_lost(ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    first, second = frame(b"a" * 130), frame(b"the next")
    both = first + second
    for cut in range(1, len(first)):
        theirs.sendall(both[:cut])
        with pytest.raises(TimeoutError):
            ours.recv(1024)
        theirs.sendall(both[cut:])
        assert (ours.recv(1024), ours.recv(1024)) == (first, second)


def test_a_burst_comes_one_by_one_in_its_order(ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    sent = [frame(b"%d" % n) for n in range(5_000)]
    for at in range(0, len(sent), 1_000):
        theirs.sendall(b"".join(sent[at : at + 1_000]))
        assert [ours.recv(16) for _ in range(1_000)] == sent[at : at + 1_000]


def test_what_the_handshake_left_is_no_frame(ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    theirs.sendall(b"\n" + frame(b"hello"))
    assert ours.recv(16) == frame(b"hello")


@pytest.mark.parametrize("kind", [PING, CLOSE])
def test_two_bytes_are_not_waited_behind(kind: int, ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    theirs.sendall(frame(b"", kind))
    got = ours.recv(16)
    assert (got[0], len(got)) == (kind, 4), "the SDK reads on behind two bytes, and would lose them"


def test_who_has_hung_up_is_noticed_behind_what_was_said(ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    theirs.sendall(frame(b"last words"))
    theirs.close()
    assert ours.recv(16) == frame(b"last words")
    with pytest.raises(ConnectionError):
        ours.recv(16)


def test_a_stream_of_anything_else_is_given_up(ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    theirs.sendall(struct.pack("!BBQ", TEXT, 127, 2**40))
    with pytest.raises(ConnectionError):
        ours.recv(16)


def test_all_else_is_the_sockets_own(ends: tuple[socket.socket, WholeFrames]):
    theirs, ours = ends
    ours.sendall(b"to Slack")
    assert theirs.recv(16) == b"to Slack"
    assert ours.fileno() > 0


class Connected:
    """A connection that is read from once, and has ended by then."""

    sock, session_id = None, "s_1"

    def __init__(self):
        self.read = []

    def is_active(self):
        return not self.read

    def run_until_completion(self, state):
        self.read.append(state)

    def close(self):
        self.read.append(None)


def test_a_connection_is_read_from_the_moment_it_stands():
    client = FramedClient("xapp-1")
    client.current_session_runner.shutdown()
    reader = threading.Thread(target=client._run_current_session)
    reader.start()
    connection, state = Connected(), ConnectionState()
    client.current_session = connection
    client.current_session_state = state
    reader.join(10)
    client.close()
    assert connection.read[0] is state


def test_who_was_never_connected_comes_to_its_end():
    client = FramedClient("xapp-1")
    client.close()
    assert not client.current_session_runner.is_alive()
