"""What somebody owes, with what is needed to show it and to act on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.rules.moments import start_of_day
from bot.services import obligations
from bot.services.desk import Desk
from bot.services.shown import shown
from storage.owed import Owed
from storage.types import Hearing

HORIZON = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class DueList:
    """All that somebody owes, by urgency, and the hearings ahead."""

    owed: tuple[Owed, ...]
    hearings: tuple[tuple[Hearing, str], ...]
    """(hearing, family name)"""
    later_shifts: int = 0
    """Shifts of one's own behind the next one: a month of nights would bury all else."""


def list_due(desk: Desk, first: date | None = None, last: date | None = None) -> DueList:
    """What the actor owes: all that is open up to the end of `last` (default: a month ahead).

    Of the actor's shifts it holds the next one only.
    """
    until = start_of_day(last + timedelta(days=1), desk.policy.zone) if last else desk.now + HORIZON
    rows = obligations.due_for(desk.session, desk.actor.id, desk.now, until)
    owed = by_urgency(shown(desk, rows))
    later = {each.id for each in [each for each in owed if each.kind == "shift"][1:]}
    kept = tuple(each for each in owed if each.id not in later)
    return DueList(kept, tuple(_hearings(desk, first, until)), len(later))


def by_urgency(owed: Sequence[Owed]) -> tuple[Owed, ...]:
    """What is overdue first, then what falls due soonest."""
    return tuple(sorted(owed, key=lambda each: (not each.overdue, each.due_at, each.id)))


def hearings_ahead(desk: Desk) -> tuple[tuple[Hearing, str], ...]:
    """The hearings of the actor's cases within a month: (hearing, family name)."""
    return tuple(_hearings(desk, None, desk.now + HORIZON))


def _hearings(desk: Desk, first: date | None, until: datetime) -> list[tuple[Hearing, str]]:
    start = max(desk.now, start_of_day(first, desk.policy.zone)) if first else desk.now
    cases = desk.agency.caseload(desk.actor.id, desk.today).case_ids
    ahead = [(h, desk.agency.cases[i].family_name) for i in cases for h in desk.agency.hearings_of(i)]
    return sorted((h for h in ahead if start <= h[0].starts_at < until), key=lambda h: h[0].starts_at)
