"""Whole WebSocket frames (RFC 6455, 5.2) for slack_sdk's client, which loses its place without them.

Its reader takes what one `recv` gives for the beginning of a frame, calls itself once for each further frame
of a burst until Python's limit, and forgets what it held of a frame when the read times out. From then on it
reads Slack's words as headers: nothing is acknowledged any more, though the connection lives. So it is given
one whole frame a time.
"""

from __future__ import annotations

import socket
import struct
import threading
from typing import Any

from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import Connection, ConnectionState

_CHUNK = 64 * 1024
_LONGEST = 64 * 2**20
"""Bytes of a frame that can only be a broken stream: Slack's payloads are below a megabyte."""
_LOOK = 0.5
"""Seconds after which a client that is not connected looks whether it was, or was ended."""
_SHORT, _LONG = 126, 127
"""Lengths that say that 2 or 8 bytes of length follow."""


class WholeFrames:
    """A connected socket of which each `recv` gives one whole frame; everything else is the socket's own."""

    def __init__(self, raw: socket.socket) -> None:
        self._raw, self._held, self._begun = raw, bytearray(), False

    def recv(self, _size: int = 0) -> bytes:
        """The next frame, however many reads it takes.

        A TimeoutError loses nothing: what has come is kept for the next call. ConnectionError where the other
        side has hung up, or where the stream cannot be one of frames.
        """
        while (end := self._end()) is None:
            came = self._raw.recv(_CHUNK)
            if not came:
                raise ConnectionResetError("Slack's side has closed the connection")
            # The SDK leaves the last byte of the handshake, a line's end, to be read: no frame begins so.
            self._held += came if self._begun else came.removeprefix(b"\n")
            self._begun = True
        frame = bytes(self._held[:end])
        del self._held[:end]
        # Behind two bytes (a ping or a close without words) the SDK waits for more: they are said in four.
        return frame if end > 2 else frame[:1] + struct.pack("!BH", _SHORT, 0)

    def _end(self) -> int | None:
        """Where the first frame ends; None where it is not all there."""
        head = _head(self._held)
        if head is None:
            return None
        start, length = head
        if length > _LONGEST:
            raise ConnectionAbortedError("no frame is so long: the stream is broken")
        return start + length if len(self._held) >= start + length else None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)


def _head(held: bytearray) -> tuple[int, int] | None:
    """Where a frame's payload begins and how long it is; None where its header is not all there."""
    if len(held) < 2:
        return None
    length, start = held[1] & 0x7F, 2
    extended = {_SHORT: "!H", _LONG: "!Q"}.get(length)
    if extended:
        start += struct.calcsize(extended)
        if len(held) < start:
            return None
        (length,) = struct.unpack(extended, held[2:start])
    return start + (4 if held[1] & 0x80 else 0), length


class FramedClient(SocketModeClient):
    """slack_sdk's client without dependencies, on whole frames, reading as soon as it is connected.

    The SDK's looks every tenth of a second whether there is a connection to read from; so long the first
    words that come would wait.
    """

    def __init__(self, app_token: str, **options: Any) -> None:
        # Both before the SDK's thread, which begins in its constructor.
        self._connected, self.closed = threading.Event(), False
        super().__init__(app_token, **options)

    def _run_current_session(self) -> None:
        if not (self.closed or self.is_connected()):
            self._connected.wait(_LOOK)
            self._connected.clear()
        super()._run_current_session()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """End the connection, and the threads that wait for one."""
        self.closed = True
        self._connected.set()
        super().close()

    @property
    def current_session(self) -> Connection | None:
        """The connection in use."""
        return self._session

    @current_session.setter
    def current_session(self, session: Connection | None) -> None:
        # Said once for each connection, connected by then, and before the thread that reads has seen it.
        if session is not None and session.sock is not None:
            session.sock = WholeFrames(session.sock)  # type: ignore[assignment]
        self._session = session

    @property
    def current_session_state(self) -> ConnectionState:
        """Whether the connection in use was ended from here: what the reading thread goes by."""
        return self._state

    @current_session_state.setter
    def current_session_state(self, state: ConnectionState) -> None:
        # The last that is said of a new connection: from here on there is all that the reader needs.
        self._state = state
        if self.current_session is not None:
            self._connected.set()
