"""Who may review in whose stead, and for how long (DOMAIN 3)."""

from __future__ import annotations

from datetime import date, timedelta

from bot.errors import Unusable
from bot.rules.reviewer import REVIEWING, STANDING_IN
from bot.rules.ties import Somebody

LONGEST = timedelta(days=92)


def ensure_may_stand_in(
    supervisor: Somebody, delegate: Somebody | None, first: date, last: date, *, today: date
) -> None:
    """Unusable where that person cannot review for the supervisor from the first through the last day."""
    if supervisor.role not in REVIEWING:
        raise Unusable("Only supervisors and directors name somebody who reviews for them.")
    if delegate is None or delegate.role not in STANDING_IN:
        raise Unusable("That person can't review notes: pick a supervisor, a director or a caseworker.")
    if delegate.id == supervisor.id:
        raise Unusable("Somebody else has to review for you.")
    if last < first:
        raise Unusable("The last day is before the first one.")
    if last < today:
        raise Unusable("Those days are over.")
    if last - first > LONGEST:
        raise Unusable("That is longer than three months: please have the roster corrected instead.")
