"""Who writes what: sixteen people of the sample agency at once, each a message that logs one event."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.amend import may_concern
from bot.understand.parts import Intent
from bot.understand.reading import read
from bot.understand.roster_files import load_roster
from storage.types import Outcome

SAMPLE = Path(__file__).parents[1] / "sample"
ZONE = ZoneInfo("America/New_York")
CROWD = 16
Crowd = dict[str, str]
"""Slack user id to what that person says."""


def crowds_of_the_sample() -> Iterator[Crowd]:
    """Crowds without end: the caseworkers with their own messages, others with a caseworker's."""
    agency = Agency.of(load_roster(SAMPLE / "roster"))
    users = {s.id: s.slack_user_id for s in agency.staff.values() if s.slack_user_id}
    own = _told(agency)
    said = [words for messages in own.values() for words in messages]
    writers = [*own, *(staff_id for staff_id in users if staff_id not in own)][:CROWD]
    turn = 0
    while True:
        yield {users[staff_id]: _nth(own.get(staff_id) or said, turn) for staff_id in writers}
        turn += 1


def _nth(messages: list[str], turn: int) -> str:
    return messages[turn % len(messages)]


def _told(agency: Agency) -> dict[str, list[str]]:
    """Each caseworker's messages that give exactly one card, at whatever time of day they are sent.

    Without those that may be about an earlier draft: they are first held against all the sender's open
    drafts, and here nobody ever submits one.
    """
    own: dict[str, list[str]] = {}
    lines = (SAMPLE / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    for message in map(json.loads, lines):
        sent_at = datetime.fromisoformat(message["sent_at"])
        times = (sent_at, sent_at.astimezone(ZONE).replace(hour=0, minute=1))
        staff_id, text = message["staff_id"], message["text"]
        if not may_concern(text) and all(_gives_one_card(agency, staff_id, text, at) for at in times):
            own.setdefault(staff_id, []).append(text)
    return own


def _gives_one_card(agency: Agency, staff_id: str, text: str, sent_at: datetime) -> bool:
    reading = read(agency, staff_id=staff_id, text=text, sent_at=sent_at, tz=ZONE)
    events = [item for item in reading.contacts if item.outcome is not Outcome.PLANNED]
    cases = {agency.children[c].case_id for item in events for c in item.children}
    one = len(reading.contacts) == len(events) == len(cases) == 1
    return one and reading.intent is Intent.LOG_CONTACT
