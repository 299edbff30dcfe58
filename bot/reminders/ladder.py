"""Climbs the ladders of open crises: at each beat, on any replica; what is due is written in rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from slack_sdk import WebClient
from sqlalchemy import select

from bot.reminders.at_a_beat import Beat
from bot.reminders.silence import note_silence
from bot.rules.policy import Policy
from bot.services.crisis import ladder
from bot.services.desk import Desk
from bot.services.shelf import Shelf
from storage.database import Database
from storage.models import CrisisCall


class Ladders:
    """Takes the steps that have come due, then asks Slack who of those alerted is on Do Not Disturb."""

    def __init__(self, db: Database, policy: Policy, shelf: Shelf, client: WebClient) -> None:
        self._db, self._client, self._beat = db, client, Beat(db, policy, shelf)

    def climb(self, now: datetime) -> int:
        """Take the due steps, one a call; how many."""
        with self._db.reading() as session:
            due, stuck = ladder.due(session, now), ladder.overdue(session, now)
        taken = sum(self._climb(crisis_id, now) for crisis_id in due)
        return taken + sum(self._do(ladder.say_overdue, crisis_id, now) is not False for crisis_id in stuck)

    def _climb(self, crisis_id: str, now: datetime) -> bool:
        return bool(self._do(ladder.climb, crisis_id, now))

    def _do(self, verb: Callable[[Desk, str], object], crisis_id: str, now: datetime) -> object:
        """The verb at the desk of who reported it; False where it stumbled."""
        reporter = select(CrisisCall.reported_by_id).where(CrisisCall.id == crisis_id)
        return self._beat.at_desk(verb, crisis_id, now, whose=lambda session: session.scalars(reporter).one())

    def look_who_is_silent(self, now: datetime) -> None:
        """Flag those on Do Not Disturb on the caller's card."""
        note_silence(self._db, self._client, now)
