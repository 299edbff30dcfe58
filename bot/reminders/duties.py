"""The follower of the roster: at a beat, on any replica, it brings the rows in line with who owes what now.

It looks when something may have changed: a new day, another roster, somebody who left. Nothing is kept that
a restart could lose; what it writes is unique, so that any number of processes may look at once.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.reminders.steps import next_step
from bot.rules.moments import local_date
from bot.rules.policy import Policy
from bot.services.duties import book, cutoffs
from bot.services.duties.duty import Duty, World
from bot.services.duties.moved import Families, families_between
from bot.services.duties.wanted import wanted
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from storage.database import Database
from storage.models import Obligation
from storage.queries.people import gone


@dataclass(frozen=True, slots=True)
class _Seen:
    """How things stood at the last look."""

    day: date
    agency: Agency
    gone: frozenset[str]

    def families_since(self, last: _Seen | None) -> Families | None:
        """The families that have changed since then; None where all has to be looked at."""
        if last is None or (last.day, last.gone) != (self.day, self.gone):
            return None
        return families_between(last.agency, self.agency)


class Duties:
    """Keeps the obligations that follow from the roster."""

    def __init__(self, db: Database, policy: Policy, shelf: Shelf) -> None:
        self._db, self._policy, self._shelf = db, policy, shelf
        self._seen: _Seen | None = None
        self._turn = threading.Lock()

    def follow(self, now: datetime) -> int:
        """Look, where anything may have changed, and write what differs; how many rows that were."""
        with self._turn:  # of two beats at once the later one must not write what an older roster asked for
            return self._follow(now)

    def _follow(self, now: datetime) -> int:
        day = local_date(now, self._policy.zone)
        with self._db.reading() as session:
            seen = _Seen(day, self._shelf.agency(session), gone(session))
            if seen == self._seen:
                return 0
            families = seen.families_since(self._seen)
            only, subjects = (families.cases, families.subjects) if families else (None, None)
            world = World(seen.agency, self._policy, now, seen.gone, only)
            changes = book.compare(session, wanted(session, world), now, subjects)
        looks = _FirstLooks(seen.agency, self._policy, now)
        for portion in changes.portions():
            self._db.write(
                partial(book.apply, changes=portion, policy=self._policy, now=now, first_look=looks.at)
            )
        moved = self._cut_offs(now)
        self._seen = seen
        return len(changes) + moved

    def _cut_offs(self, now: datetime) -> int:
        """Notes whose due time leave has moved, each in a transaction of its own."""
        with self._db.reading() as session:
            astray = cutoffs.astray(session, self._policy)
        for note_id, content in astray:
            self._db.write(
                partial(cutoffs.follow, note_id=note_id, content=content, policy=self._policy, now=now)
            )
        return len(astray)


class _FirstLooks:
    """When the planner looks at new rows first; worked out once for rows whose reminders are the same."""

    def __init__(self, agency: Agency, policy: Policy, now: datetime) -> None:
        self._agency, self._policy, self._now = agency, policy, now
        self._known: dict[tuple[object, ...], datetime | None] = {}

    def at(self, duty: Duty) -> datetime | None:
        """The moment of the duty's first reminder; None where there is none to come."""
        key = (duty.kind, duty.period, duty.person_id, duty.due_at)
        if key not in self._known:
            self._known[key] = self._first(duty)
        return self._known[key]

    def _first(self, duty: Duty) -> datetime | None:
        row = Obligation(
            kind=duty.kind.value,
            subject_id=duty.subject_id,
            person_id=duty.person_id,
            period=duty.period,
            due_at=duty.due_at,
            opened_at=self._now,
        )
        zone = ZoneInfo(self._agency.staff[duty.person_id].timezone)
        return next_step(row, zone, self._policy, self._now - timedelta(microseconds=1))
