"""The follower: at a beat, on any replica, it gives open reviews to those who review them now.

It looks when something may have changed (the day, the roster, a delegate, an account that was closed), and
every few minutes besides. It keeps nothing that a restart could lose: the first beat of a process looks.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from bot.rules.moments import local_date
from bot.rules.policy import Policy
from bot.rules.reviewer import Office
from bot.services import left_behind
from bot.services.lookups import glass_moves
from bot.services.office import office_on
from bot.services.review import handing_over
from bot.services.review.handing_over import Circumstances
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from storage.database import Database

log = logging.getLogger(__name__)
LOOK_EVERY = timedelta(minutes=5)
"""A note submitted at the very moment of a change may have gone to the one before."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """How things stood at the last look."""

    day: date
    agency: Agency
    office: Office
    at: datetime

    def holds(self, other: _Seen) -> bool:
        """Whether nothing has changed since that could move a review."""
        same = (self.day, self.agency, self.office) == (other.day, other.agency, other.office)
        return same and timedelta(0) <= other.at - self.at < LOOK_EVERY


class Reviewers:
    """Gives open reviews, and what people who left had open, to whoever has them now.

    Reviews are of notes, and of families that were opened outside a caseload.
    """

    def __init__(self, db: Database, policy: Policy, shelf: Shelf) -> None:
        self._db, self._policy, self._shelf = db, policy, shelf
        self._seen: _Seen | None = None

    def follow(self, now: datetime) -> int:
        """Look, where that may be of use, and hand over what has to be; how many notes that were."""
        seen = self._look(now)
        if self._seen is not None and self._seen.holds(seen):
            return 0
        moved = self._reviews(seen) + self._opened(seen) + self._left_behind(seen)
        self._seen = seen
        return moved

    def _look(self, now: datetime) -> _Seen:
        day = local_date(now, self._policy.zone)
        with self._db.reading() as session:
            agency = self._shelf.agency(session)
            return _Seen(day, agency, office_on(session, agency, day), now)

    def _reviews(self, seen: _Seen) -> int:
        by = Circumstances(seen.agency, self._policy, seen.at)
        with self._db.reading() as session:
            astray = handing_over.misplaced(session, seen.office, seen.day)
            moved_cases = list(handing_over.moved_cases(session, seen.agency, self._policy))
        for note_id, off in moved_cases:
            self._apart(partial(handing_over.mark_caseload, note_id=note_id, off=off, now=seen.at))
        return sum(self._apart(partial(handing_over.hand_over, over=over, by=by)) for over in astray)

    def _opened(self, seen: _Seen) -> int:
        """Families that were opened outside a caseload, and that nobody has reviewed yet."""
        by = Circumstances(seen.agency, self._policy, seen.at)
        with self._db.reading() as session:
            astray = list(glass_moves.astray(session, seen.office, by))
        return sum(self._apart(partial(glass_moves.pass_on, over=over, by=by)) for over in astray)

    def _left_behind(self, seen: _Seen) -> int:
        with self._db.reading() as session:
            notes = list(left_behind.unattended(session, seen.office, seen.day))
            meetings = list(left_behind.owed_meetings(session, seen.office, seen.day))
        moved = sum(self._apart(partial(left_behind.pass_on, left=left, now=seen.at)) for left in notes)
        for owed in meetings:
            moved += self._apart(
                partial(left_behind.pass_on_meeting, owed=owed, policy=self._policy, now=seen.at)
            )
        return moved

    def _apart(self, verb: Callable[[Session], bool]) -> bool:
        """Each note in a transaction of its own: whoever decides on one never waits for another."""
        try:
            return self._db.write(verb)
        except Exception:  # one bad row must not hold up the others; it is looked at again in minutes
            log.exception("a review could not be handed over")
            return False
