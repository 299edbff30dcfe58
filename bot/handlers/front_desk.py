"""The front desk: every request from Slack passes here on its way to a feature, and every answer back.

It finds out who asks (and refuses whom it does not know), opens the transaction, sends what was put into
the outbox, and turns what went wrong into one clear sentence: a refusal's own text, or a reference code
for the person and a traceback for the log.
"""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.errors import Refusal
from bot.handlers.inbox import Inbox
from bot.reminders.deliver import Deliverer
from bot.reminders.redraw import Cards
from bot.rules.policy import Policy
from bot.services import staff
from bot.services.desk import Desk
from bot.services.outbox import FOR_THE_SENDER
from bot.services.shelf import Shelf
from bot.views.notices import sentence_window
from storage.database import Database
from storage.records import Person

log = logging.getLogger(__name__)
NOT_ON_STAFF = (
    "Sorry, I can only help staff of this agency. "
    "If you should be on the list, please ask your administrator."
)
Handler = Callable[["Visit"], None]
_NOT_THERE = {"channel_not_found", "not_in_channel", "user_not_in_channel", "is_archived"}


@dataclass(frozen=True)
class Deps:
    """What all features share; made by bot.app."""

    db: Database
    clock: Clock
    policy: Policy
    shelf: Shelf
    client: WebClient
    deliverer: Deliverer
    cards: Cards
    inbox: Inbox
    team_id: str | None = None


@dataclass
class Visit:
    """One request of one staff member: what they did, and the ways to answer it."""

    deps: Deps
    actor: Person
    body: dict[str, Any]
    ack: Any
    acked: bool = False
    _to_send: list[tuple[str, int]] = field(default_factory=list)
    _to_redraw: list[str] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.deps.clock.now()

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """One write transaction of the actor's; what was to be sent at once is sent after it."""
        deps = self.deps
        with deps.db.begin() as session:
            yield Desk(session, self.actor, deps.shelf.agency(session), deps.policy, self.now)
        self._after_commit(wake=FOR_THE_SENDER in session.info)

    @contextmanager
    def look(self) -> Iterator[Desk]:
        """The same to read only: nothing that is done in it is kept."""
        deps = self.deps
        with deps.db.reading() as session:
            yield Desk(session, self.actor, deps.shelf.agency(session), deps.policy, self.now)

    def send_now(self, item: Any) -> None:
        """Post this outbox row (put with `sending_now`) right after the commit; None: it stood already."""
        if item is not None:
            self._to_send.append((item.id, item.fence))

    def redraw(self, subject_id: str) -> None:
        """Redraw the cards about a subject right after the commit."""
        self._to_redraw.append(subject_id)

    def _after_commit(self, *, wake: bool) -> None:
        sending, self._to_send = self._to_send, []
        redrawing, self._to_redraw = self._to_redraw, []
        if wake:
            self.deps.deliverer.kick()
        for item_id, fence in sending:
            self.deps.deliverer.send_claimed(item_id, fence=fence)
        for subject_id in redrawing:
            self.deps.cards.redraw_now(subject_id)

    # -- answers that go straight

    @property
    def slack_user(self) -> str:
        """The Slack user behind the request."""
        return slack_user_of(self.body)

    @property
    def channel(self) -> str | None:
        """The conversation in which it happened, where there is one."""
        return channel_of(self.body)

    def say(self, sentence: str) -> None:
        """One sentence that only this person sees, where they are; never repeated by a second try."""
        say_to(self.deps.client, self.slack_user, self.channel, sentence)

    def open_window(self, view: dict[str, Any]) -> None:
        """Open a window, on top of one that is open. A dead trigger: the person is asked to tap again."""
        push = bool(self.body.get("view")) and self.body["view"].get("type") == "modal"
        call = self.deps.client.views_push if push else self.deps.client.views_open
        try:
            call(trigger_id=self.body["trigger_id"], view=view)
        except SlackApiError as error:
            if error.response.get("error") not in {"expired_trigger_id", "exchanged_trigger_id"}:
                raise
            self.say("That took too long for a window to open. Please tap the button once more.")

    def update_window(self, view: dict[str, Any]) -> None:
        """Redraw the window in which the click was made."""
        self.deps.client.views_update(view_id=self.body["view"]["id"], view=view)

    @property
    def in_window(self) -> bool:
        """Whether the click was made in a window (not on a card or the Home)."""
        return bool(self.body.get("view", {}).get("type") == "modal")


def slack_user_of(body: dict[str, Any]) -> str:
    """Who made the request, whatever kind it is; "" where nobody can be named."""
    event = body.get("event", {})
    message = event.get("message") or event.get("previous_message") or {}
    user = body.get("user") or event.get("user") or message.get("user")
    return str((user or {}).get("id", "") if isinstance(user, dict) else user or body.get("user_id", ""))


def channel_of(body: dict[str, Any]) -> str | None:
    """The conversation of a request, where it has one."""
    event = body.get("event", {})
    found = body.get("channel", {}).get("id") if isinstance(body.get("channel"), dict) else None
    return found or event.get("channel") or body.get("channel_id")


def say_to(client: WebClient, user: str, channel: str | None, sentence: str) -> None:
    """A sentence only for one person; in the direct messages where it is not known where they are."""
    if channel is not None:
        try:
            client.chat_postEphemeral(channel=channel, user=user, text=sentence)
        except SlackApiError as error:
            # A command typed in a channel that the bot is no member of is answered in the direct messages.
            if error.response.get("error") not in _NOT_THERE:
                raise
        else:
            return
    own = client.conversations_open(users=user)["channel"]["id"]
    client.chat_postEphemeral(channel=own, user=user, text=sentence)


def _event(body: dict[str, Any]) -> str:
    return str(body.get("event", {}).get("type", ""))


class FrontDesk:
    """Registers the features' handlers on the Bolt app, each behind the same door."""

    def __init__(self, app: App, deps: Deps) -> None:
        self.app, self.deps = app, deps

    def event(self, kind: str, handler: Handler) -> None:
        """Something happened in Slack (acknowledged already, stored before)."""
        self.app.event(kind)(self._door(handler, acknowledge=True))

    def action(self, action: str | re.Pattern[str], handler: Handler) -> None:
        """A button was tapped or something chosen; acknowledged at once, for it is stored."""
        self.app.action(action)(self._door(handler, acknowledge=True))

    def view(self, callback: str, handler: Handler) -> None:
        """A window was submitted; the handler acknowledges, for errors stand within the acknowledgement."""
        self.app.view(callback)(self._door(handler, acknowledge=False))

    def closed(self, callback: str, handler: Handler) -> None:
        """A window was closed without being sent (only those that ask to be told)."""
        self.app.view({"type": "view_closed", "callback_id": callback})(self._door(handler, acknowledge=True))

    def command(self, command: str, handler: Handler) -> None:
        """A slash command."""
        self.app.command(command)(self._door(handler, acknowledge=True))

    def shortcut(self, callback: str, handler: Handler) -> None:
        """A shortcut, global or on a message."""
        self.app.shortcut(callback)(self._door(handler, acknowledge=True))

    def options(self, action: str, handler: Handler) -> None:
        """A search in a menu; answered within the acknowledgement."""
        self.app.options(action)(self._door(handler, acknowledge=False))

    def _door(self, handler: Handler, *, acknowledge: bool) -> Callable[..., None]:
        def listener(body: dict[str, Any], ack: Any, context: Any) -> None:
            if acknowledge:
                ack()
                self.deps.inbox.give_way()
            inbox_id = context.get("inbox_id")
            try:
                try:
                    self._serve(handler, body, ack)
                except Refusal as refusal:
                    self._refuse(body, ack, str(refusal), in_ack=not acknowledge)
                self.deps.inbox.done(inbox_id)
            except Exception:  # noqa: BLE001 - whatever it was, the person is told and the request kept
                self._stumble(body, ack, inbox_id, in_ack=not acknowledge)

        return listener

    def _serve(self, handler: Handler, body: dict[str, Any], ack: Any) -> None:
        actor = self._who(slack_user_of(body), anew=_event(body) == "user_change")
        if actor is None:
            self._turn_away(body, ack)
        else:
            handler(Visit(self.deps, actor, body, ack))

    def _who(self, slack_user: str, *, anew: bool = False) -> Person | None:
        """The staff member behind a Slack user, by what Slack said within five minutes, or says `anew`."""
        deps, now = self.deps, self.deps.clock.now()
        if not slack_user:
            return None
        with deps.db.reading() as session:
            fresh, found = staff.known(session, slack_user, now)
        if fresh and not anew:
            return found
        answer = deps.client.users_info(user=slack_user)["user"]
        with deps.db.begin() as session:
            return staff.note_standing(session, staff.SlackUser.of(answer, deps.team_id), now)

    def _turn_away(self, body: dict[str, Any], ack: Any) -> None:
        """One polite sentence; of what they said nothing is kept."""
        ack()
        user = slack_user_of(body)
        if body.get("type") == "view_submission" or not user:
            return
        if _event(body) in {"app_home_opened", "user_change"}:
            return
        try:
            channel = self.deps.client.conversations_open(users=user)["channel"]["id"]
            self.deps.client.chat_postMessage(channel=channel, text=NOT_ON_STAFF)
        except SlackApiError:
            log.info("somebody who was turned away can no longer be written to")

    def _refuse(self, body: dict[str, Any], ack: Any, sentence: str, *, in_ack: bool) -> None:
        if in_ack and body.get("type") == "view_submission":
            ack(response_action="push", view=sentence_window(sentence))
        elif body.get("view", {}).get("type") != "modal" or not self._pushed(body, sentence):
            say_to(self.deps.client, slack_user_of(body), channel_of(body), sentence)

    def _pushed(self, body: dict[str, Any], sentence: str) -> bool:
        """Whether the sentence stands on top of the window: not with a dead trigger, nor on a full stack."""
        try:
            self.deps.client.views_push(trigger_id=body["trigger_id"], view=sentence_window(sentence))
        except SlackApiError:
            return False
        return True

    def _stumble(self, body: dict[str, Any], ack: Any, inbox_id: str | None, *, in_ack: bool) -> None:
        """Nothing is lost: the request is stored and tried again; the person gets a reference."""
        reference = uuid.uuid4().hex[:8].upper()
        log.error("request failed, reference %s", reference, exc_info=True)  # noqa: LOG014 - in a handler
        again = self.deps.inbox.failed(inbox_id, reference)
        sentence = f"Something went wrong on our side (reference {reference}). " + (
            "What you sent is kept, and I am trying again."
            if again
            else "Please try again or call your supervisor."
        )
        try:
            self._refuse(body, ack, sentence, in_ack=in_ack)
        except Exception:  # Slack itself may be what is down
            log.exception("the person could not be told of %s", reference)
