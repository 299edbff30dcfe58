"""A duty that follows from the roster, and the agency on one day, from which all of them are worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from bot.rules.moments import local_date
from bot.rules.policy import Policy
from bot.rules.reminders import Kind
from bot.understand.agency import Agency
from storage.types import CaseFile, CaseStatus, Hearing


@dataclass(frozen=True, slots=True)
class Duty:
    """Who owes what by when, as an obligation's row has it; `required`: how many contacts meet it."""

    kind: Kind
    subject_id: str
    period: str
    person_id: str
    due_at: datetime
    required: int = 1
    opens: bool = True
    """False: it goes on where it is owed already, but is not begun any more (last month's visit)."""


@dataclass(frozen=True)
class World:
    """The agency as it stands at a moment, and whom of the staff Slack no longer knows."""

    agency: Agency
    policy: Policy
    now: datetime
    gone: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    """Where not None, only these families are looked at, and nobody else's duties."""
    day: date | None = None
    """Where not None, the local date is this one, and not that of `now`."""

    @property
    def cases(self) -> Iterable[CaseFile]:
        """The families that are looked at."""
        if self.only is None:
            return self.agency.roster.cases
        return (self.agency.cases[case] for case in sorted(self.only) if case in self.agency.cases)

    @property
    def hearings(self) -> Iterable[Hearing]:
        """Their hearings."""
        if self.only is None:
            return self.agency.roster.hearings
        return (hearing for case in self.only for hearing in self.agency.hearings_of(case))

    @cached_property
    def today(self) -> date:
        """The agency's local date."""
        return self.day or local_date(self.now, self.policy.zone)

    @cached_property
    def covered_by(self) -> dict[str, str]:
        """Who is on leave today, and who covers for them."""
        return {
            each.staff_id: each.covering_staff_id
            for each in self.agency.leaves
            if each.covering_staff_id and each.first_day <= self.today <= each.last_day
        }

    def owner(self, case: CaseFile) -> str | None:
        """Who sees to the case today: its worker; on leave, who covers; gone for good, the one above.

        None for a case that is closed or nobody's.
        """
        worker = case.primary_worker_id
        if case.status is not CaseStatus.OPEN or worker is None or worker not in self.agency.staff:
            return None
        cover = self.covered_by.get(worker, worker)
        return self.still_there(cover if cover in self.agency.staff else worker)

    def still_there(self, staff_id: str) -> str | None:
        """The person, or whoever is the first above who has not left; None where all of them have."""
        asked: set[str] = set()
        person: str | None = staff_id
        while person and person in self.gone and person not in asked:
            asked.add(person)
            member = self.agency.staff.get(person)
            person = member.supervisor_id if member else None
        return None if person in self.gone else person
