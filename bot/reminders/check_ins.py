"""Asks those who are out on a visit, and alerts where no answer comes: at each beat, on any replica."""

from __future__ import annotations

from datetime import datetime

from bot.reminders.at_a_beat import Beat
from bot.rules.policy import Policy
from bot.services.on_call import check_ins
from bot.services.shelf import Shelf
from storage.database import Database


class CheckIns:
    """Takes the steps that have come due."""

    def __init__(self, db: Database, policy: Policy, shelf: Shelf) -> None:
        self._db, self._beat = db, Beat(db, policy, shelf)

    def take_steps(self, now: datetime) -> int:
        """Take the due steps, one a check-in; how many."""
        with self._db.reading() as session:
            due = check_ins.due(session, now)
        return sum(self._take(check_in_id, who, now) for check_in_id, who in due)

    def _take(self, check_in_id: str, who: str, now: datetime) -> bool:
        return bool(self._beat.at_desk(check_ins.take_step, check_in_id, now, whose=lambda _session: who))
