"""What a new day changes of what is owed: a placement's first days, a child who left, a hearing that is over.

All else follows from the month and the roster, and is looked at when those change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.first_days import first_days_last
from bot.rules.moments import DAY, end_of_day, start_of_day
from bot.rules.months import Month
from bot.rules.policy import Policy
from bot.services.duties.contacts import KEPT
from bot.understand.agency import Agency

_SOON = timedelta(days=75)


@dataclass(frozen=True, slots=True)
class Days:
    """The local days that have begun since the last look: after `last` through `today`."""

    last: date
    today: date
    policy: Policy

    @property
    def new_month(self) -> bool:
        """Whether a month has begun, or the clock was put back: then all is looked at."""
        return self.today < self.last or Month.of(self.last) != Month.of(self.today)

    @property
    def month_over(self) -> bool:
        """Whether what was not done in the month before is kept no longer."""
        return Month.of(self.last - KEPT * DAY) != Month.of(self.today - KEPT * DAY)

    def begins(self, day: date | None) -> bool:
        """Whether something that begins that day has begun since."""
        return day is not None and self.last < day <= self.today

    def ended(self, day: date | None) -> bool:
        """Whether something of which that day is the last is over since."""
        return day is not None and self.last <= day < self.today

    def turned(self, agency: Agency) -> frozenset[str]:
        """The families for whom one of these days changes what is owed."""
        children = (agency.children.get(child) for child in self._children(agency))
        return frozenset((*(child.case_id for child in children if child), *self._heard(agency)))

    def leaves_turned(self, agency: Agency) -> bool:
        """Whether somebody's leave began or ended: others see to the cases then."""
        return any(self.begins(each.first_day) or self.ended(each.last_day) for each in agency.leaves)

    def _children(self, agency: Agency) -> Iterator[str]:
        kept = first_days_last(self.today, policy=self.policy) - self.today + KEPT * DAY
        old = Days(self.last - kept, self.today - kept, self.policy)
        for lived in agency.roster.placements:
            began = lived.starts_on
            if self.begins(began) or old.ended(began) or self.ended(lived.ends_on):
                yield lived.child_id
        for child in agency.roster.children:
            entered = child.entered_care_on
            if self.begins(entered) or old.ended(entered) or self.ended(child.left_care_on):
                yield child.id

    def _heard(self, agency: Agency) -> Iterator[str]:
        zone = self.policy.zone
        first, last = start_of_day(self.last, zone), end_of_day(self.today, zone)
        return (each.case_id for each in agency.roster.hearings if first <= each.starts_at <= last)


def pressing_first(agency: Agency, now: datetime, policy: Policy) -> Iterator[str]:
    """All families, some twice: first those with a hearing before them, then those with a new placement."""
    hearings = [each for each in agency.roster.hearings if now <= each.starts_at <= now + _SOON]
    yield from (each.case_id for each in sorted(hearings, key=lambda each: each.starts_at))
    today = now.astimezone(policy.zone).date()
    since = today - (first_days_last(today, policy=policy) - today) - KEPT * DAY
    for lived in agency.roster.placements:
        if lived.starts_on is not None and lived.starts_on >= since and lived.child_id in agency.children:
            yield agency.children[lived.child_id].case_id
    yield from (case.id for case in agency.roster.cases)
