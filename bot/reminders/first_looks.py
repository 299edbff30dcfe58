"""When the planner looks at a new row first."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.reminders.steps import next_step
from bot.rules.policy import Policy
from bot.services.duties.duty import Duty
from bot.understand.agency import Agency
from storage.models import Obligation


class FirstLooks:
    """Moments of first reminders on one day; worked out once for rows whose reminders are the same."""

    def __init__(self, agency: Agency, policy: Policy) -> None:
        self._agency, self._policy = agency, policy
        self._known: dict[tuple[object, ...], datetime | None] = {}

    def at(self, duty: Duty, now: datetime) -> datetime | None:
        """The moment of the first reminder of a duty that begins now; None where there is none to come."""
        key = (duty.kind, duty.period, duty.person_id, duty.due_at)
        known = self._known.get(key)
        if key not in self._known or (known is not None and known < now):
            known = self._known[key] = self._first(duty, now)
        return known

    def _first(self, duty: Duty, now: datetime) -> datetime | None:
        row = Obligation(
            kind=duty.kind.value,
            subject_id=duty.subject_id,
            person_id=duty.person_id,
            period=duty.period,
            due_at=duty.due_at,
            opened_at=now,
        )
        zone = ZoneInfo(self._agency.staff[duty.person_id].timezone)
        return next_step(row, zone, self._policy, now - timedelta(microseconds=1))
