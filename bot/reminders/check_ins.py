"""Asks those who are out on a visit, and alerts where no answer comes: at each beat, on any replica."""

from __future__ import annotations

import logging
from datetime import datetime

from sqlalchemy.orm import Session

from bot.rules.policy import Policy
from bot.services.desk import desk_of
from bot.services.on_call import check_ins
from bot.services.shelf import Shelf
from storage.database import Database

log = logging.getLogger(__name__)


class CheckIns:
    """Takes the steps that have come due."""

    def __init__(self, db: Database, policy: Policy, shelf: Shelf) -> None:
        self._db, self._policy, self._shelf = db, policy, shelf

    def take_steps(self, now: datetime) -> int:
        """Take the due steps, one a check-in; how many."""
        with self._db.reading() as session:
            due = check_ins.due(session, now)
        return sum(self._take(check_in_id, who, now) for check_in_id, who in due)

    def _take(self, check_in_id: str, who: str, now: datetime) -> bool:
        def write(session: Session) -> bool:
            desk = desk_of(session, who, self._shelf.agency(session), self._policy, now)
            return check_ins.take_step(desk, check_in_id)

        try:
            return self._db.write(write)
        except Exception:  # one of them must not hold up the others; it is due at the next beat as well
            log.exception("check-in %s could not be seen to", check_in_id)
            return False
