"""A small real Bolt app that answers as a bot does, so that the page is driven end to end."""

from __future__ import annotations

import logging
import re
from typing import Any, Self

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.reminders.calls import trusted
from playground.goodbye import say_goodbye
from playground.server import PlaygroundServer
from tests.page import showcase

SUPERVISOR = "U0SAM"
CARDS = {"card": showcase.note_card, "text": showcase.every_text, "elements": showcase.every_element}


class PracticeBot:
    """The bot over Socket Mode; `heard` lists what it was told, as (kind, value) pairs."""

    def __init__(self, server: PlaygroundServer) -> None:
        self.heard: list[tuple[str, Any]] = []
        self._server = server
        log = logging.getLogger("practice-bot")
        log.setLevel(logging.CRITICAL)
        self.client = WebClient(token=server.workspace.bot_token, base_url=server.api_url, ssl=trusted())
        self.app = App(client=self.client, name="practice", logger=log)
        for listen in (self._messages, self._actions, self._windows, self._entrances):
            listen()
        self._handler = SocketModeHandler(self.app, server.workspace.app_token, web_client=self.client)

    def __enter__(self) -> Self:
        self._handler.connect()
        assert self._server.wait_for_bot()
        return self

    def __exit__(self, *_: object) -> None:
        say_goodbye(self._server, self._handler)

    def told(self, kind: str) -> list[Any]:
        return [value for one, value in self.heard if one == kind]

    def _note(self, kind: str, value: Any) -> None:
        self.heard.append((kind, value))

    def _messages(self) -> None:
        @self.app.event("message")
        def hear(event: dict[str, Any], client: WebClient) -> None:
            subtype = event.get("subtype")
            self._note(subtype or "message", event)
            if subtype or event.get("bot_id"):
                return
            to = {"channel": event["channel"]}
            if event.get("thread_ts"):
                to["thread_ts"] = event["thread_ts"]
            if event["text"] in CARDS:
                client.chat_postMessage(
                    text="M. R., C-1041: a draft note", blocks=CARDS[event["text"]](), **to
                )
            elif event["text"] == "too long":
                client.chat_postMessage(
                    text="x", blocks=[showcase.section("x" * 3001)], raise_on_error=False, **to
                )
            else:
                client.chat_postMessage(text=f"You said: {event['text']}", **to)

        @self.app.event("file_change")
        def changed(event: dict[str, Any]) -> None:
            self._note("file_change", event)

    def _actions(self) -> None:
        @self.app.action("edit")
        def edit(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=showcase.window())

        @self.app.action("push")
        def push(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            client.views_push(trigger_id=body["trigger_id"], view=showcase.small_window())

        @self.app.action("submit")
        def submit(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            words = f"*Submitted* by <@{body['user']['id']}>"
            client.chat_update(channel=body["channel"]["id"], ts=body["message"]["ts"], text="Submitted",
                               blocks=[showcase.section(words)])  # fmt: skip
            client.chat_postMessage(channel=SUPERVISOR, text="M. R.: a note to review",
                                    blocks=[showcase.section("Note of *Dana Ellis* to review")])  # fmt: skip

        @self.app.action({"type": "block_actions", "action_id": re.compile(".*")})
        def other(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            action = body["actions"][0]
            self._note(action["action_id"], action)
            if "channel" in body:
                client.chat_postEphemeral(channel=body["channel"]["id"], user=body["user"]["id"],
                                          text=f"You used {action['action_id']}")  # fmt: skip

        @self.app.options({"action_id": re.compile("child|it")})
        def children(ack: Any, payload: dict[str, Any]) -> None:
            names = ["Maya Rivera", "Maya Boyd", "Jay Rivera"]
            typed = payload["value"].lower()
            ack(options=[showcase.option(name, name) for name in names if typed in name.lower()])

    def _windows(self) -> None:
        @self.app.view("note")
        def note(ack: Any, view: dict[str, Any]) -> None:
            self._note("note", view)
            words = view["state"]["values"]["words"]["it"]["value"]
            if words == "bad":
                ack(response_action="errors", errors={"words": "Say what happened."})
            else:
                ack()

        @self.app.view("person")
        def person(ack: Any, view: dict[str, Any]) -> None:
            self._note("person", view)
            ack()

        @self.app.view_closed("note")
        def closed(ack: Any, view: dict[str, Any]) -> None:
            ack()
            self._note("closed", view["id"])

    def _entrances(self) -> None:
        @self.app.event("app_home_opened")
        def home(event: dict[str, Any], client: WebClient) -> None:
            client.views_publish(user_id=event["user"], view={"type": "home", "blocks": showcase.home(2)})

        @self.app.command("/log")
        def log(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            self._note("/log", body["text"])
            client.views_open(trigger_id=body["trigger_id"], view=showcase.window())

        @self.app.shortcut("log_contact")
        def everywhere(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            client.views_open(trigger_id=body["trigger_id"], view=showcase.small_window())

        @self.app.shortcut("log_this")
        def message(ack: Any, body: dict[str, Any], client: WebClient) -> None:
            ack()
            self._note("log_this", body["message"]["text"])
            client.chat_postMessage(channel=body["channel"]["id"], text="Logged from your message.")
