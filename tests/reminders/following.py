"""The follower of the roster at work in a test: it looks anew each time, as a process that just started."""

from __future__ import annotations

from datetime import datetime

from bot.reminders.duties import Duties
from bot.rules.policy import Policy
from bot.services.shelf import Shelf
from storage.database import Database


def follow_roster(db: Database, policy: Policy, now: datetime) -> int:
    """Bring the obligations in line with the roster as it stands; how many rows that took."""
    return Duties(db, policy, Shelf()).follow(now)
