"""What a person says to the bot: one listener, one explicit list of intents, help made from the same list."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.handlers.door.ahead import at_ts
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.notes.files import file_away
from bot.handlers.notes.voice import Heard, listen
from bot.reminders.calls import get_ready
from bot.services.drafts.sent import Message
from bot.understand.parts import ALARMS, Intent, Item, Period, Reading
from bot.understand.two_steps import ToRead
from bot.understand.when.periods import period
from storage.records import FileOf

log = logging.getLogger(__name__)
NOT_HERE = "I only work in direct messages, where nobody else reads along. Please write to me there."
NO_WORDS = "I can't read that. Please type in a line what happened, and I will make the note."


@dataclass(frozen=True, slots=True)
class Said:
    """A message, read. `request` tells one wish to have it logged from another (Log this, once more).

    `alarming` listens to it for danger that rules did not hear, and gives the reading that asks about it;
    None where there is nothing to listen to.
    """

    visit: Visit
    channel: str
    ts: str
    thread_ts: str | None
    text: str
    voice: bool
    sent_at: datetime
    reading: Reading
    request: str = "draft"
    files: tuple[FileOf, ...] = ()
    alarming: Callable[[], Reading | None] | None = None

    def days(self, intent: Intent) -> Period | None:
        """The days that the words name, by the person's zone; which way they lie is a matter of `intent`."""
        zone = ZoneInfo(self.visit.actor.timezone)
        return period(self.text, sent_at=self.sent_at.astimezone(zone), tz=zone, intent=intent)


Answer = Callable[[Said], None]


def unless(taken: Callable[[Said], bool], answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is not `taken`; alarms always come first."""

    def wrapped(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            if not taken(said):
                answer(said)

        return first

    return {intent: each if intent in ALARMS else wrapped(each) for intent, each in answers.items()}


Changes = Mapping[str, Callable[[Visit], None]]
"""What is done when a message that was sent before is edited or deleted, by Slack's subtype."""


def register(front: FrontDesk, answers: Mapping[Intent, Answer], changes: Changes) -> None:
    """Listen to messages. `answers` holds what is done for each intent, in the order help shows them."""
    front.event("message", lambda visit: hear(visit, answers, changes))


def hear(visit: Visit, answers: Mapping[Intent, Answer], changes: Changes) -> None:
    """Sort a message event: a person's words are read and answered by their intent."""
    event = visit.body["event"]
    if event.get("channel_type", "im") != "im":
        visit.say(NOT_HERE)
        return
    if change := changes.get(event.get("subtype") or ""):
        change(visit)
        return
    message = Message(event["channel"], event["ts"], at_ts(event["ts"]))
    if event.get("files"):
        visit.deps.in_turn.let_go()  # Slack is asked for them
    heard = listen(visit, event, message) if event.get("files") else Heard(str(event.get("text") or ""))
    if heard is None:
        return
    if heard.text.strip():
        _answer(visit, heard, message, answers, event.get("thread_ts"))
    elif not heard.files:
        visit.say(NO_WORDS)
    if heard.files:
        file_away(visit, message, event.get("thread_ts"))


def _answer(
    visit: Visit, heard: Heard, message: Message, answers: Mapping[Intent, Answer], thread_ts: str | None
) -> None:
    said = understand(
        visit,
        heard.text,
        channel=message.channel,
        ts=message.ts,
        sent_at=message.sent_at,
        voice=heard.voice,
    )
    answers[said.reading.intent](replace(said, thread_ts=thread_ts, files=heard.files))


def understand(
    visit: Visit,
    text: str,
    *,
    channel: str,
    ts: str,
    sent_at: datetime,
    voice: bool = False,
    heading: str = "",
) -> Said:
    """Read a person's words as sent at that time, by that person's zone.

    `heading` is read before them, as what a command says, and is none of the person's words.
    """
    zone = ZoneInfo(visit.actor.timezone)
    message = ToRead(
        staff_id=visit.actor.id,
        text=heading + text,
        sent_at=sent_at.astimezone(zone),
        tz=zone,
        voice=voice,
        nicknames=visit.nicknames,
    )
    begun = visit.deps.ahead.begun((channel, ts), visit.agency, message)
    with visit.deps.in_turn.aside():
        get_ready(visit.deps.client)  # meanwhile: a new connection to Slack takes longer than to read
        first = begun.seen()
    return Said(
        visit=visit,
        channel=channel,
        ts=ts,
        thread_ts=None,
        text=text,
        voice=voice,
        sent_at=sent_at,
        reading=_without_heading(first.reading, len(heading)) if heading else first.reading,
        alarming=begun.danger if first.listens else None,
    )


def _without_heading(reading: Reading, length: int) -> Reading:
    """The reading with its stretches counted from where the person's own words begin."""

    def moved(item: Item) -> Item:
        spans = ((max(0, a - length), max(0, b - length)) for a, b in item.spans)
        return replace(item, spans=tuple((a, b) for a, b in spans if a < b))

    return replace(reading, contacts=tuple(moved(i) for i in reading.contacts))
