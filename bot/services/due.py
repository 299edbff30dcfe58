"""What somebody owes, with what is needed to show it and to act on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.services import obligations
from bot.services.desk import Desk
from storage.models import Obligation
from storage.queries import notes as reads
from storage.records import NoteRecord
from storage.types import Child, Hearing

HORIZON = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed: a note (with its record), a visit (with the child), whatever comes later."""

    id: str
    kind: str
    due_at: datetime
    overdue: bool
    note: NoteRecord | None = None
    child: Child | None = None


@dataclass(frozen=True, slots=True)
class DueList:
    """All that somebody owes, soonest first, and the hearings ahead."""

    owed: tuple[Owed, ...]
    hearings: tuple[tuple[Hearing, str], ...]
    """(hearing, family name)"""


def list_due(desk: Desk, first: date | None = None, last: date | None = None) -> DueList:
    """What the actor owes: all that is open up to the end of `last` (default: a month ahead)."""
    until = _end(desk, last) if last else desk.now + HORIZON
    rows = obligations.due_for(desk.session, desk.actor.id, desk.now, until)
    owed = [o for row in rows if (o := owed_of(desk, row)) is not None]
    return DueList(tuple(owed), tuple(_hearings(desk, first, until)))


def _end(desk: Desk, last: date) -> datetime:
    return datetime.combine(last + timedelta(days=1), datetime.min.time(), desk.policy.zone)


def owed_of(desk: Desk, row: Obligation) -> Owed | None:
    """What an obligation is about, within the actor's reach; None where it is not theirs to see."""
    overdue = (row.late_after or row.due_at) < desk.now
    if row.kind == "visit":
        child = desk.agency.children.get(row.subject_id.partition("/")[0])
        return Owed(row.id, row.kind, row.due_at, overdue, child=child) if child else None
    note = reads.note(desk.session, desk.actor, row.subject_id, today=desk.today)
    return Owed(row.id, row.kind, row.due_at, overdue, note=note) if note else None


def _hearings(desk: Desk, first: date | None, until: datetime) -> list[tuple[Hearing, str]]:
    start = (
        max(desk.now, datetime.combine(first, datetime.min.time(), desk.policy.zone)) if first else desk.now
    )
    cases = desk.agency.caseload(desk.actor.id, desk.today).case_ids
    ahead = [(h, desk.agency.cases[i].family_name) for i in cases for h in desk.agency.hearings_of(i)]
    return sorted((h for h in ahead if start <= h[0].starts_at < until), key=lambda h: h[0].starts_at)
