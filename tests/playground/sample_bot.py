"""A small real Bolt app, over Socket Mode or over HTTP, for the workspace's own tests."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self
from wsgiref.simple_server import WSGIRequestHandler, make_server

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from bot.reminders.calls import trusted
from playground.goodbye import say_goodbye
from playground.server import PlaygroundServer


def plain(text: str) -> dict:
    return {"type": "plain_text", "text": text}


def said_card(text: str) -> list[dict]:
    button = {"type": "button", "action_id": "approve", "text": plain("Approve"), "value": text}
    when = {
        "type": "static_select",
        "action_id": "when",
        "placeholder": plain("When"),
        "options": [{"text": plain("Mon Nov 9"), "value": "9"}, {"text": plain("Tue Nov 10"), "value": "10"}],
    }
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": f"You said *{text}*"}},
        {"type": "actions", "block_id": "decide", "elements": [button, when]},
    ]


def window(title: str, submit: str = "Save") -> dict:
    reason = {"type": "plain_text_input", "action_id": "text", "multiline": True}
    day = {"type": "datepicker", "action_id": "day"}
    return {
        "type": "modal",
        "callback_id": "reason",
        "title": plain(title),
        "submit": plain(submit),
        "blocks": [
            {"type": "input", "block_id": "reason", "label": plain("Reason"), "element": reason},
            {"type": "input", "block_id": "day", "label": plain("Day"), "element": day, "optional": True},
        ],
    }


def make_app(server: PlaygroundServer) -> App:
    workspace = server.workspace
    client = WebClient(token=workspace.bot_token, base_url=server.api_url, ssl=trusted())
    app = App(client=client, name="sample", signing_secret=workspace.signing_secret, logger=quiet_logger())

    @app.event("message")
    def hear(event, say):
        if event.get("subtype") is None and not event.get("bot_id"):
            text = event["text"]
            say(text="I heard you.", blocks=said_card(text), thread_ts=event.get("thread_ts"))

    @app.action("approve")
    def approve(ack, body, client):
        ack()
        client.chat_update(
            channel=body["channel"]["id"],
            ts=body["message"]["ts"],
            text="Approved.",
            blocks=[{"type": "section", "text": plain(f"Approved {body['actions'][0]['value']}")}],
        )

    @app.action("when")
    def when(ack, body, client):
        ack()
        chosen = body["actions"][0]["selected_option"]["text"]["text"]
        client.chat_postEphemeral(
            channel=body["channel"]["id"], user=body["user"]["id"], text=f"You chose {chosen}"
        )

    @app.command("/log")
    def log(ack, body, client):
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=window("Log a contact"))

    @app.command("/due")
    def due(ack, command):
        ack(f"Nothing is due, {command['user_name']}.")

    @app.view("reason")
    def reason(ack, view, body, client):
        state = view["state"]["values"]
        if state["reason"]["text"]["value"] == "too short":
            ack(response_action="errors", errors={"reason": "Say more."})
            return
        ack()
        day = state["day"]["day"]["selected_date"]
        client.chat_postMessage(
            channel=body["user"]["id"], text=f"Reason: {state['reason']['text']['value']}, day {day}"
        )

    @app.event("app_home_opened")
    def home(event, client):
        block = {"type": "section", "text": plain("Your day")}
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [block]})

    @app.shortcut("log_this")
    def shortcut(ack, shortcut, client):
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=window("Log this"))

    @app.event({"type": "file_change"})
    def ignore_files(ack):
        ack()

    return app


def quiet_logger() -> logging.Logger:
    logger = logging.getLogger("sample-bot")
    logger.setLevel(logging.CRITICAL)
    return logger


class SampleBot:
    """The app over Socket Mode, with any number of connections; a context manager."""

    def __init__(self, server: PlaygroundServer, connections: int = 1) -> None:
        self.server = server
        self.app = make_app(server)
        self.handlers = [self._handler() for _ in range(connections)]

    def _handler(self) -> SocketModeHandler:
        return SocketModeHandler(self.app, self.server.workspace.app_token, logger=quiet_logger())

    def __enter__(self) -> Self:
        for handler in self.handlers:
            handler.connect()
        assert self.server.wait_for_bot(connections=len(self.handlers))
        return self

    def __exit__(self, *error: object) -> None:
        say_goodbye(self.server, *self.handlers)


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        return


@contextmanager
def run_over_http(app: App, server: PlaygroundServer) -> Iterator[str]:
    """Serves the app on a loopback port and has the workspace deliver there; gives the request URL."""
    with make_server("127.0.0.1", 0, SlackRequestHandler(app), handler_class=Quiet) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{http.server_port}/slack/events"
        server.deliver_to(url)
        try:
            yield url
        finally:
            server.deliver_to()
            http.shutdown()
            thread.join(5)
