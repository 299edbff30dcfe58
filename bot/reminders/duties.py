"""The follower of the roster: at a beat, on any replica, it brings the rows in line with who owes what now.

It looks when something may have changed: a new day, another roster, somebody who left. A beat does what there
is time for and goes on at the next. Nothing is kept that a restart could lose; what it writes is unique, so
that any number of processes may look at once.
"""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from sqlalchemy.orm import Session

from bot.clock import monotonic
from bot.reminders.agenda import PORTION, Agenda, Look
from bot.reminders.first_looks import FirstLooks
from bot.rules.moments import local_date
from bot.rules.policy import Policy
from bot.services.duties import book, cutoffs, leftovers, moved
from bot.services.duties.duty import World
from bot.services.duties.seen import BY_CONTACTS
from bot.services.duties.turning import Days, pressing_first
from bot.services.duties.wanted import DAILY, OFFICE, wanted_of_families, wanted_of_office
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from storage.database import Database
from storage.queries.people import gone

MANY = 500
"""Families that have changed at once and are looked at in portions, like all of them."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """How things stood at the last look."""

    day: date
    agency: Agency
    gone: frozenset[str]
    first_look: book.FirstLook = field(compare=False)


class Duties:
    """Keeps the obligations that follow from the roster."""

    def __init__(
        self,
        db: Database,
        policy: Policy,
        shelf: Shelf,
        *,
        portion: int = PORTION,
    ) -> None:
        self._db, self._policy, self._shelf, self._portion = db, policy, shelf, portion
        self._seen: _Seen | None = None
        self._cut_offs_due = True
        self._agenda = Agenda()
        self._turn = threading.Lock()

    @property
    def busy(self) -> bool:
        """Whether there is more to look at than the last beat had time for."""
        return bool(self._agenda)

    def follow(self, now: datetime, patience: float = math.inf) -> int:
        """Look, where anything may have changed, and write what differs; how many rows that were.

        After `patience` seconds it begins no further portion: the next beat goes on (`busy`).
        """
        with self._turn:  # of two beats at once the later one must not write what an older roster asked for
            seen = self._notice(now)
            written = self._cut_offs(now)
            until = monotonic() + patience
            while self._agenda:
                written += self._look(seen, now)
                if monotonic() >= until:
                    break
            return written

    # -- what there is to look at

    def _notice(self, now: datetime) -> _Seen:
        """Put on the agenda what has changed since the last beat."""
        day = local_date(now, self._policy.zone)
        with self._db.reading() as session:
            agency = self._shelf.agency(session)
            seen = _Seen(day, agency, gone(session), FirstLooks(agency, self._policy).at)
        last = self._seen
        if last is not None and seen == last:
            return last
        days = Days(last.day if last else day, day, self._policy)
        if last is None or days.new_month:
            self._agenda.everything(pressing_first(seen.agency, now, self._policy))
        else:
            self._notice_families(last, seen, days, now)
            self._notice_office(last, seen)
            self._agenda.months_past |= days.month_over
        self._seen, self._cut_offs_due = seen, True
        return seen

    def _notice_families(self, last: _Seen, seen: _Seen, days: Days, now: datetime) -> None:
        touched = moved.touched(last.agency, seen.agency) if last.agency is not seen.agency else frozenset()
        families = moved.families_of(touched, last.agency, seen.agency)
        if len(touched) > MANY:
            self._agenda.add_first(moved.one_by_one(families, seen.agency))
            self._agenda.nobodys = True
        elif touched:
            self._agenda.add_changed(families)
        if days.last != days.today:
            self._agenda.add_first(days.turned(seen.agency))
        if self._others_see_to_cases(last, seen, days):
            before, after = self._world(last, now, last.day), self._world(seen, now)
            self._agenda.add_first(moved.passed_on(before, after))

    @staticmethod
    def _others_see_to_cases(last: _Seen, seen: _Seen, days: Days) -> bool:
        before, after = last.agency, seen.agency
        same = before is after or (moved.same_staff(before, after) and before.leaves == after.leaves)
        return not same or last.gone != seen.gone or days.leaves_turned(after)

    def _notice_office(self, last: _Seen, seen: _Seen) -> None:
        before, after = last.agency, seen.agency
        if last.gone != seen.gone or not (before is after or moved.same_staff(before, after)):
            self._agenda.add_office(OFFICE)
        elif (
            last.day != seen.day
            or before.leaves != after.leaves
            or before.roster.shifts != after.roster.shifts
        ):
            self._agenda.add_office(DAILY)

    def _world(self, seen: _Seen, now: datetime, day: date | None = None) -> World:
        return World(seen.agency, self._policy, now, seen.gone, day=day)

    # -- looking

    def _look(self, seen: _Seen, now: datetime) -> int:
        """Look at what comes next, and write what differs; how many rows that were."""
        look = self._agenda.next_look(seen.agency, self._portion)
        with self._db.reading() as session:
            changes = self._compare(session, look, seen, now)
        for portion in changes.portions():
            self._db.write(
                partial(book.apply, changes=portion, policy=self._policy, now=now, first_look=seen.first_look)
            )
        self._agenda.done(look)
        return len(changes)

    def _compare(self, session: Session, look: Look, seen: _Seen, now: datetime) -> book.Changes:
        if look.office:
            found = wanted_of_office(session, self._world(seen, now), look.office)
            return book.compare(session, found, now, book.Scope(look.office))
        if look.families is not None:
            only = World(seen.agency, self._policy, now, seen.gone, look.families.cases)
            scope = book.Scope(BY_CONTACTS, look.families.subjects)
            return book.compare(session, wanted_of_families(only), now, scope)
        return self._nobodys(session, seen)

    def _nobodys(self, session: Session, seen: _Seen) -> book.Changes:
        """Rows that no family asks about, some thousands at most; what has none left is off the agenda."""
        gone_by = leftovers.of_months_past(session, seen.day) if self._agenda.months_past else []
        self._agenda.months_past = bool(gone_by)
        if gone_by:
            return book.Changes(withdraw=gone_by)
        lost = leftovers.of_nobody(session) if self._agenda.nobodys else []
        self._agenda.nobodys = bool(lost)
        return book.Changes(withdraw=lost)

    def _cut_offs(self, now: datetime) -> int:
        """Notes whose due time leave has moved, each in a transaction of its own."""
        if not self._cut_offs_due:
            return 0
        with self._db.reading() as session:
            astray = cutoffs.astray(session, self._policy)
        for note_id, content in astray:
            self._db.write(
                partial(cutoffs.follow, note_id=note_id, content=content, policy=self._policy, now=now)
            )
        self._cut_offs_due = False
        return len(astray)
