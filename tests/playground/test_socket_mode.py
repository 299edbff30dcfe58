"""Socket Mode: hello, re-delivery, several connections, and the faults of a network."""

from __future__ import annotations

import threading
import time

import pytest
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web import WebClient

from bot.handlers.door.frames import FramedClient
from playground import acts
from playground.goodbye import say_goodbye
from tests.playground.over_http import call
from tests.playground.sample_bot import SampleBot

DANA = "U0DANA"
BURST = 4_000


class Listener:
    """The SDK's own client with a listener that acknowledges, or not."""

    def __init__(self, server, *, answers=True, client=SocketModeClient):
        workspace = server.workspace
        self.server, self.answers, self.heard, self.raw = server, answers, [], []
        self.client = client(
            workspace.app_token, web_client=WebClient(workspace.bot_token, base_url=server.api_url)
        )
        self.client.message_listeners.append(lambda _client, message, _raw: self.raw.append(message))
        self.client.socket_mode_request_listeners.append(self.hear)
        self.client.connect()

    def hear(self, client, request):
        self.heard.append(request)
        if self.answers:
            client.send_socket_mode_response(SocketModeResponse(request.envelope_id))

    def events(self):
        return [request.payload.get("event_id") for request in self.heard]


@pytest.fixture
def listen(server):
    listeners = []

    def new(**fields):
        listeners.append(Listener(server, **fields))
        assert server.wait_for_bot(connections=len(listeners))
        return listeners[-1]

    yield new
    say_goodbye(server, *(listener.client for listener in listeners))


def wait_for(holds, seconds=60.0):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def test_it_says_hello_with_the_number_of_connections(listen):
    first, second = listen(), listen()
    wait_for(lambda: first.raw and second.raw)
    assert [first.raw[0]["type"], first.raw[0]["num_connections"]] == ["hello", 1]
    assert second.raw[0]["num_connections"] == 2


def test_the_bots_own_client_keeps_its_place_in_a_burst(workspace, listen):
    """As many frames wait in one piece as Python's stack does not hold."""
    listener = listen(client=FramedClient)
    take, busy = listener.client.enqueue_message, threading.Event()
    listener.client.enqueue_message = lambda message: (busy.wait(60), take(message))
    sent = {acts.say(workspace, DANA, f"line {n}").ts for n in range(BURST)}
    busy.set()
    wait_for(lambda: {request.payload["event"]["ts"] for request in list(listener.heard)} >= sent)


def test_only_the_app_token_opens_a_socket(server, workspace):
    assert call(server, "apps.connections.open", token="xapp-wrong")["error"] == "invalid_auth"
    wrong_kind = call(server, "apps.connections.open", token=workspace.bot_token)
    assert wrong_kind["error"] == "not_allowed_token_type"
    address = call(server, "apps.connections.open", token=workspace.app_token)["url"]
    assert address.startswith(f"ws://127.0.0.1:{server.port}/link/?ticket=")


def test_an_event_that_is_not_acknowledged_comes_again(listen, workspace):
    workspace.deliveries.ack_seconds = 0.15
    listener = listen(answers=False)
    acts.say(workspace, DANA, "a visit")
    envelope = workspace.deliveries.sent[-1]
    workspace.wait_until(lambda: envelope.state == "failed")
    wait_for(lambda: len(listener.heard) == 4)
    assert [request.retry_attempt for request in listener.heard] == [0, 1, 2, 3]
    assert [request.retry_reason for request in listener.heard][1:] == ["timeout"] * 3
    assert set(listener.events()) == {envelope.event_id}
    assert len({request.envelope_id for request in listener.heard}) == 4
    assert (envelope.attempts, envelope.state) == (4, "failed")


def test_an_acknowledged_event_comes_once(listen, workspace):
    listener = listen()
    acts.say(workspace, DANA, "a visit")
    assert workspace.settled()
    assert len(listener.heard) == 1
    assert workspace.deliveries.sent[-1].acked_at >= workspace.deliveries.sent[-1].delivered_at


def test_a_click_that_is_not_acknowledged_is_not_sent_again(listen, workspace):
    workspace.deliveries.ack_seconds = 0.15
    listener = listen(answers=False)
    envelope = acts.shortcut(workspace, DANA, "log_this")
    workspace.wait_until(lambda: envelope.state == "failed")
    wait_for(lambda: listener.heard)
    time.sleep(0.4)
    assert len(listener.heard) == 1
    assert listener.heard[0].retry_attempt is None


def test_a_bot_that_comes_late_gets_what_it_missed(server, workspace, dana):
    workspace.deliveries.redelivery = (0.3,) * 200
    dana.says("while you were away")
    with SampleBot(server):
        dana.waits_for("You said while you were away")


def test_each_event_goes_to_one_of_several_connections(listen, workspace):
    listeners = [listen(), listen(), listen()]
    for number in range(12):
        acts.say(workspace, DANA, f"visit {number}")
    assert workspace.settled()
    heard = [event for listener in listeners for event in listener.events()]
    assert len(heard) == len(set(heard)) == 12
    assert all(listener.heard for listener in listeners)


def test_a_client_that_is_asked_to_connects_anew(server, bot, dana, workspace):
    server.disconnect()
    assert server.wait_for_bot(connections=1)
    dana.says("still there?")
    dana.waits_for("You said still there?")


def test_a_late_acknowledgement_counts_for_nothing(listen, workspace, server):
    workspace.deliveries.ack_seconds = 0.1
    workspace.deliveries.redelivery = ()
    listener = listen(answers=False)
    acts.say(workspace, DANA, "a visit")
    envelope = workspace.deliveries.sent[-1]
    workspace.wait_until(lambda: envelope.state == "failed")
    wait_for(lambda: listener.heard)
    listener.client.send_socket_mode_response(SocketModeResponse(listener.heard[0].envelope_id))
    wait_for(lambda: server.sockets.late_acks == 1)
    assert envelope.state == "failed"


def test_doubled_and_shuffled_deliveries(listen, workspace):
    listener = listen()
    workspace.deliveries.hold()
    for number in range(3):
        acts.say(workspace, DANA, f"visit {number}")
    assert not listener.heard
    workspace.deliveries.release(lambda held: (held * 4)[::-1])
    assert workspace.settled()
    wait_for(lambda: len(listener.heard) == 12)
    assert len(set(listener.events())) == 3
    workspace.deliveries.again(workspace.deliveries.sent[0])
    wait_for(lambda: len(listener.heard) == 13)
    assert listener.events()[-1] == workspace.deliveries.sent[0].event_id


def test_an_acknowledgement_can_get_lost(listen, workspace):
    workspace.deliveries.acks_to_lose = 1
    listener = listen()
    acts.say(workspace, DANA, "a visit")
    assert workspace.settled()
    assert [request.retry_attempt for request in listener.heard] == [0, 1]
    assert len(set(listener.events())) == 1
    assert workspace.deliveries.sent[-1].state == "acked"


def test_the_bots_own_posts_come_back_to_it_as_events(listen, workspace, server):
    listener = listen()
    ts = call(server, "chat.postMessage", {"channel": DANA, "text": "one"})["ts"]
    call(server, "chat.update", {"channel": "D0DANA", "ts": ts, "text": "two"})
    assert workspace.settled()
    events = [request.payload["event"] for request in listener.heard]
    assert events[0]["bot_id"] == workspace.bot_id
    assert (events[1]["subtype"], events[1]["message"]["text"]) == ("message_changed", "two")


def test_many_people_at_once_from_many_threads(bot, workspace):
    threads = [
        threading.Thread(target=acts.say, args=(workspace, user, f"{user} visit {number}"))
        for number in range(5)
        for user in ("U0DANA", "U0SAM", "U0RILEY")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert workspace.settled()
    stamps = [
        m.ts for user in ("U0DANA", "U0SAM", "U0RILEY") for m in workspace.conversations.visible_to(user)
    ]
    assert len(stamps) == len(set(stamps)) == 30
