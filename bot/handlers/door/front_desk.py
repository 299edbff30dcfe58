"""The front desk: every request from Slack passes here on its way to a feature, and every answer back.

It finds out who asks (and refuses whom it does not know), lets the feature serve the visit, and turns what
went wrong into one clear sentence: a refusal's own text, or a reference code for the person and a traceback
for the log.
"""

from __future__ import annotations

import logging
import re
import uuid
from collections.abc import Callable
from typing import Any

from slack_bolt import App
from slack_sdk.errors import SlackApiError

from bot.errors import Refusal
from bot.handlers.door.afterwards import Rest
from bot.handlers.door.inbox import NotYet
from bot.handlers.door.visit import Deps, Visit, channel_of, say_to, slack_user_of
from bot.services import staff
from bot.services.drafts import nicknames
from bot.understand.names.view import Nicknames
from bot.views.notices import sentence_window
from storage.contention import anew_where_lost
from storage.records import Person

__all__ = ["Deps", "FrontDesk", "Visit", "say_to"]
log = logging.getLogger(__name__)
NOT_ON_STAFF = (
    "Sorry, I can only help staff of this agency. "
    "If you should be on the list, please ask your administrator."
)
Handler = Callable[["Visit"], None]


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

    def options(self, action: str | re.Pattern[str], handler: Handler) -> None:
        """A search in a menu; answered within the acknowledgement."""
        self.app.options(action)(self._door(handler, acknowledge=False))

    def _door(self, handler: Handler, *, acknowledge: bool) -> Callable[..., None]:
        def listener(body: dict[str, Any], ack: Any, context: Any) -> None:
            if acknowledge:
                ack()
                self.deps.inbox.give_way()
            inbox_id, rest = context.get("inbox_id"), Rest()
            try:
                try:
                    with self.deps.in_turn.of(body):
                        self._serve(handler, body, ack, rest)
                except Refusal as refusal:
                    self._refuse(body, ack, str(refusal), in_ack=not acknowledge)
                self.deps.inbox.done_with(rest, inbox_id)
            except NotYet as put_off:
                self.deps.inbox.later(inbox_id, put_off.seconds)
            except Exception:  # noqa: BLE001 - whatever it was, the person is told and the request kept
                self._stumble(body, ack, inbox_id, in_ack=not acknowledge)
            self.deps.afterwards.add(rest)

        def served(body: dict[str, Any], ack: Any, context: Any) -> None:
            with self.deps.afterwards.at_work(), self.deps.order.of(body):
                try:
                    listener(body, ack, context)
                finally:
                    self.deps.ahead.forget(body)

        return served

    def _serve(self, handler: Handler, body: dict[str, Any], ack: Any, rest: Rest) -> None:
        actor, called = self._who(slack_user_of(body), _event(body))
        if actor is None:
            self._turn_away(body, ack)
        else:
            # All of them bear being begun anew: it is what happens to a request whose process has died.
            anew_where_lost(lambda: handler(Visit(self.deps, actor, body, ack, rest, called)))

    def _who(self, slack_user: str, event: str) -> tuple[Person | None, Nicknames | None]:
        """The staff member behind a Slack user, by what Slack said within five minutes.

        Of a message also what that person calls the children: both are known from one look at the record.
        """
        deps, now = self.deps, self.deps.clock.now()
        if not slack_user:
            return None, None
        with deps.db.reading() as session:
            fresh, found = staff.known(session, deps.shelf.agency(session), slack_user, now)
            called = nicknames.for_reading(session, found.id) if found and event == "message" else None
        if fresh and event != "user_change":
            return found, called
        with deps.in_turn.aside():
            answer = deps.client.users_info(user=slack_user)["user"]
        user = staff.SlackUser.of(answer, deps.team_id)
        return deps.db.write(lambda session: staff.note_standing(session, user, now)), None

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
            ack(**_in_window(body["view"], sentence))
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


def _in_window(view: dict[str, Any], sentence: str) -> dict[str, Any]:
    """A refusal over the window that was sent, so that what was typed stays; on a third one within it."""
    first = next((each["block_id"] for each in view["blocks"] if each["type"] == "input"), None)
    third = view.get("previous_view_id") not in {None, view.get("root_view_id")}
    if third and first:
        return {"response_action": "errors", "errors": {first: sentence}}
    return {"response_action": "push", "view": sentence_window(sentence)}
