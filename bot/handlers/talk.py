"""What a person says to the bot: one listener, one explicit list of intents, help made from the same list."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.handlers.front_desk import FrontDesk, Visit
from bot.handlers.voice import transcript_of
from bot.services.desk import Desk
from bot.understand.parts import Intent, Reading
from bot.understand.reading import read

log = logging.getLogger(__name__)
NOT_HERE = "I only work in direct messages, where nobody else reads along. Please write to me there."
NO_WORDS = "I can't read that. Please type in a line what happened, and I will make the note."


@dataclass(frozen=True, slots=True)
class Said:
    """A message, read."""

    visit: Visit
    channel: str
    ts: str
    thread_ts: str | None
    text: str
    voice: bool
    sent_at: datetime
    reading: Reading


Answer = Callable[[Said], None]


def register(front: FrontDesk, answers: Mapping[Intent, Answer]) -> None:
    """Listen to messages. `answers` holds what is done for each intent, in the order help shows them."""
    front.event("message", lambda visit: hear(visit, answers))


def hear(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """Sort a message event: a person's words are read and answered by their intent."""
    event = visit.body["event"]
    if event.get("channel_type", "im") != "im":
        visit.say(NOT_HERE)
        return
    if event.get("subtype") == "message_changed":
        return
    text, voice = str(event.get("text") or ""), False
    if not text.strip():
        text, voice = transcript_of(visit, event), True
    if not text.strip():
        visit.say(NO_WORDS)
        return
    said = understand(visit, event, text, voice=voice)
    answers[said.reading.intent](said)


def understand(visit: Visit, event: Mapping[str, str], text: str, *, voice: bool = False) -> Said:
    """Read a person's words as sent at the message's own time, by that person's zone."""
    sent_at = datetime.fromtimestamp(float(event["ts"]), UTC)
    zone = ZoneInfo(visit.actor.timezone)
    with visit.look() as desk:
        reading = _read(desk, text, sent_at.astimezone(zone), zone, voice=voice)
    return Said(
        visit=visit,
        channel=event["channel"],
        ts=event["ts"],
        thread_ts=event.get("thread_ts"),
        text=text,
        voice=voice,
        sent_at=sent_at,
        reading=reading,
    )


def _read(desk: Desk, text: str, sent_at: datetime, zone: ZoneInfo, *, voice: bool) -> Reading:
    """The reading; where it fails, a draft of the whole words with everything asked: words are never lost."""
    try:
        return read(desk.agency, staff_id=desk.actor.id, text=text, sent_at=sent_at, tz=zone, voice=voice)
    except Exception:
        log.exception("a message could not be read; it becomes a draft with questions")
        return Reading(Intent.LOG_CONTACT)
