"""Who writes what: sixteen people of the sample agency at once, each a message that logs one event."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
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
_HOUR = re.compile(r"(?<![\d:/#.,-])(1[0-2]|0?[1-9])(?::([0-5]\d)(?!\d)|(?=\s?[ap]\.?m?\b))", re.IGNORECASE)
"""The hour of "4pm", of "10:30"."""
_NO_HOUR = "no hour"


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
    return at_another_minute(messages[turn % len(messages)], turn // len(messages))


def at_another_minute(text: str, turn: int) -> str:
    """The same message some minutes later: nobody tells the same visit over and over."""
    latest = max((int(hour[2] or 0) for hour in _HOUR.finditer(text)), default=0)
    later = (turn + 1) % (60 - latest)
    return _HOUR.sub(lambda hour: f"{hour[1]}:{int(hour[2] or 0) + later:02d}", text)


def _told(agency: Agency) -> dict[str, list[str]]:
    """Each caseworker's messages that give exactly one card, at whatever time of day they are sent.

    Without those that may be about an earlier draft: they are first held against all the sender's open
    drafts, and here nobody ever submits one. Without those that tell the same event however they are varied.
    """
    own: dict[str, list[str]] = {}
    lines = (SAMPLE / "messages.jsonl").read_text(encoding="utf-8").splitlines()
    for message in map(json.loads, lines):
        sent_at = datetime.fromisoformat(message["sent_at"])
        times = (sent_at, sent_at.astimezone(ZONE).replace(hour=0, minute=1))
        staff_id, text = message["staff_id"], message["text"]
        versions = [at_another_minute(text, turn) for turn in range(3)]
        starts = [{_one_event(agency, staff_id, version, at) for at in times} for version in versions]
        if not may_concern(text) and all(None not in found for found in starts) and _differ(starts):
            own.setdefault(staff_id, []).append(text)
    return own


def _differ(starts: list[set[datetime | str | None]]) -> bool:
    """Whether no two versions are of the same hour; two without any are not taken for the same event."""
    return all(not (one & other) - {_NO_HOUR} for one, other in combinations(starts, 2))


def _one_event(agency: Agency, staff_id: str, text: str, sent_at: datetime) -> datetime | str | None:
    """When the one event was of which the message gives a card; None where it gives none, or several."""
    reading = read(agency, staff_id=staff_id, text=text, sent_at=sent_at, tz=ZONE)
    events = [item for item in reading.contacts if item.outcome is not Outcome.PLANNED]
    cases = {agency.children[c].case_id for item in events for c in item.children}
    one = len(reading.contacts) == len(events) == len(cases) == 1
    if not one or reading.intent is not Intent.LOG_CONTACT:
        return None
    return events[0].starts_at or _NO_HOUR
