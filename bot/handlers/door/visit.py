"""One request of one staff member: who they are, the transaction they act in, the ways to answer them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.errors import Refusal
from bot.handlers.door.afterwards import Afterwards, Rest
from bot.handlers.door.ahead import Ahead
from bot.handlers.door.in_order import InOrder
from bot.handlers.door.in_turn import InTurn
from bot.handlers.door.inbox import Inbox
from bot.handlers.door.reader import Reader
from bot.reminders import pace
from bot.reminders.at_once import Posted, Ready
from bot.reminders.deliver import Deliverer
from bot.reminders.homes import Homes
from bot.reminders.limits import POST
from bot.reminders.redraw import Cards
from bot.rules.policy import Policy
from bot.services import outbox
from bot.services.desk import Desk, Session
from bot.services.drafts import nicknames
from bot.services.outbox import FOR_THE_SENDER
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from bot.understand.names.view import Nicknames
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import OutboxItem
from storage.records import Person

_TOO_LATE = "That took too long for a window to open. Please tap the button once more."
_CLOSED = "That window was closed meanwhile. Please open it once more."
_NO_WINDOW = {"expired_trigger_id": _TOO_LATE, "exchanged_trigger_id": _TOO_LATE, "not_found": _CLOSED}
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
    afterwards: Afterwards
    reader: Reader
    ahead: Ahead
    homes: Homes
    team_id: str | None = None
    order: InOrder = field(default_factory=InOrder)
    in_turn: InTurn = field(default_factory=InTurn)


@dataclass
class Visit:
    """One request of one staff member: what they did, and the ways to answer it."""

    deps: Deps
    actor: Person
    body: dict[str, Any]
    ack: Any
    rest: Rest
    called: Nicknames | None = None
    """The actor's nicknames, where they were looked up with who this is."""
    acked: bool = False
    listening: str | None = None
    """The message that says "listening" (its row in `sent_files`): the first card takes its place."""
    _to_send: list[Ready] = field(default_factory=list)
    _to_redraw: list[str] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.deps.clock.now()

    @property
    def agency(self) -> Agency:
        """The agency as it stood when it was looked up who this is; a desk has its transaction's own."""
        if latest := self.deps.shelf.latest:
            return latest
        with self.look() as desk:
            return desk.agency

    @property
    def nicknames(self) -> Nicknames:
        """What the actor calls the children: a folded name to the id meant."""
        if self.called is None:
            with self.deps.db.reading() as session:
                self.called = nicknames.for_reading(session, self.actor.id)
        return self.called

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """One write transaction of the actor's; what was to be sent at once is sent after it."""
        deps = self.deps
        try:
            with deps.db.begin() as session:
                yield self.desk_in(session)
                resting = bool(self._to_send) and POST in pace.paused(session, self.now)
        except BaseException:
            self._to_send.clear()  # these rows were never committed
            self._to_redraw.clear()
            raise
        self._after_commit(wake=FOR_THE_SENDER in session.info, resting=resting)

    @contextmanager
    def look(self) -> Iterator[Desk]:
        """The same to read only: nothing that is done in it is kept."""
        with self.deps.db.reading() as session:
            yield self.desk_in(session)

    def desk_in(self, session: Session) -> Desk:
        """The actor's desk within a transaction of somebody else's: what follows once nobody waits."""
        deps = self.deps
        return Desk(session, self.actor, deps.shelf.agency(session), deps.policy, self.now)

    @contextmanager
    def redrawn_if_refused(self, subject_id: str) -> Iterator[None]:
        """A tap on a card about this subject: where it is refused, the card was behind and is drawn anew."""
        try:
            yield
        except Refusal:
            with self.desk() as desk:
                outbox.ask_redraw(desk.session, subject_id, desk.now)
                self.redraw(subject_id)
            raise

    def send_now(self, item: OutboxItem | None, drawn: Drawn | None = None) -> None:
        """Post this outbox row (put with `sending_now`) right after the commit; None: it stood already.

        `drawn`: its picture, where it was drawn from what this very transaction holds.
        """
        if item is not None:
            self._to_send.append(Ready(item, drawn))

    def afterwards(self, write: Callable[[Session], None]) -> None:
        """Have this written once nobody waits, before the request counts as done."""
        self.rest.add(write)

    def wait_for_earlier(self, channel: str, ts: str) -> None:
        """Until what was sent before it in the channel is worked; others have their turn meanwhile."""
        with self.deps.in_turn.aside():
            self.deps.order.wait_for_earlier(channel, float(ts))

    def redraw(self, subject_id: str) -> None:
        """Redraw the cards about a subject right after the commit."""
        self._to_redraw.append(subject_id)

    def _after_commit(self, *, wake: bool, resting: bool) -> None:
        sending, self._to_send = self._to_send, []
        redrawing, self._to_redraw = self._to_redraw, []
        if wake:
            self.deps.deliverer.kick()
        if sending:
            self.deps.in_turn.let_go()
        for ready in sending:
            self.deps.deliverer.send_claimed(
                ready.item.id, ready=replace(ready, rests=resting), later=self._settle_later
            )
        for subject_id in redrawing:
            self.deps.cards.redraw_now(subject_id)

    def _settle_later(self, posted: Posted) -> None:
        self.rest.posted.append(posted)

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
        call = self.deps.client.views_push if self.in_window else self.deps.client.views_open
        try:
            call(trigger_id=self.body["trigger_id"], view=view)
        except SlackApiError as error:
            sentence = _NO_WINDOW.get(str(error.response.get("error")))
            if sentence is None:
                raise
            self.say(sentence)

    def update_window(self, view: dict[str, Any], *, view_id: str | None = None) -> None:
        """Redraw the window of the click, or that of `view_id`; one that is closed stays closed."""
        try:
            self.deps.client.views_update(view_id=view_id or self.body["view"]["id"], view=view)
        except SlackApiError as error:
            if error.response.get("error") != "not_found":
                raise

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
