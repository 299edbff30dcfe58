"""What those whom somebody answers for owe, line by line: children to see, court, conferences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from sqlalchemy import select

from bot.rules.months import Month
from bot.rules.reminders import Kind
from bot.services.desk import Desk
from bot.services.duties.court import REPORT
from bot.services.duties.people import WORKER
from bot.services.oversight.scope import Scope
from storage.models import Obligation
from storage.oversight import OwedLine

_KEPT = timedelta(days=30)


def _open(desk: Desk, kind: Kind, scope: Scope, period: str | None = None) -> Sequence[Obligation]:
    """What of that kind these owe, soonest first."""
    query = select(Obligation).where(
        Obligation.kind == kind, Obligation.closed_at.is_(None), Obligation.withdrawn.is_(False)
    )
    query = query.where(Obligation.period == period) if period else query
    rows = desk.session.scalars(query.order_by(Obligation.due_at, Obligation.id)).all()
    return [row for row in rows if scope.holds(row.person_id)]


def _by(desk: Desk, scope: Scope, staff_id: str) -> str:
    """Whose it is, where more than one is asked about."""
    member = desk.agency.staff.get(staff_id)
    alone = scope.people is not None and len(scope.people) == 1
    return member.name if member and not alone else ""


def unseen(desk: Desk, month: Month, scope: Scope) -> list[OwedLine]:
    """The children whom these have not seen in the month as often as it asks, worker by worker."""
    found = []
    for row in _open(desk, Kind.VISIT, scope, str(month)):
        child = desk.agency.children.get(row.subject_id)
        if child is not None:
            line = OwedLine(f"{child.first_name} {child.last_name}", _by(desk, scope, row.person_id))
            found.append((line.by, child.last_name, child.first_name, row.id, line))
    return [each[-1] for each in sorted(found, key=lambda each: each[:-1])]


def hearings(desk: Desk, scope: Scope, first: date, last: date) -> list[OwedLine]:
    """The hearings of their open cases in these days, soonest first."""
    workers = [each for each in desk.agency.staff if scope.holds(each)]
    cases = [(w, case) for w in workers for case in desk.agency.caseload(w, desk.today).own]
    found = [
        OwedLine(f"{desk.agency.cases[case].family_name} · {each.kind}", _by(desk, scope, w), each.starts_at)
        for w, case in cases
        for each in desk.agency.hearings_of(case)
        if first <= each.starts_at.astimezone(desk.policy.zone).date() <= last
    ]
    return sorted(found, key=lambda each: (each.at or desk.now, each.what))


def court_reports(desk: Desk, scope: Scope, first: date, last: date) -> list[OwedLine]:
    """The court reports that are overdue, or fall due in these days, oldest first."""
    found = []
    for row in _open(desk, Kind.HEARING, scope, REPORT):
        hearing = desk.agency.hearings.get(row.subject_id)
        case = desk.agency.cases.get(hearing.case_id) if hearing else None
        overdue = (row.late_after or row.due_at) < desk.now
        if case and (overdue or first <= row.due_at.astimezone(desk.policy.zone).date() <= last):
            by = _by(desk, scope, row.person_id)
            found.append(OwedLine(f"{case.family_name} family", by, row.due_at, overdue))
    return found


def reports_of(desk: Desk, scope: Scope, cases: Collection[str]) -> list[OwedLine]:
    """These cases' court reports, open or filed, whenever due; of hearings that are over, for a month."""
    query = select(Obligation).where(
        Obligation.kind == Kind.HEARING, Obligation.period == REPORT, Obligation.withdrawn.is_(False)
    )
    found = []
    for row in desk.session.scalars(query.order_by(Obligation.due_at, Obligation.id)):
        hearing = desk.agency.hearings.get(row.subject_id)
        if hearing is None or hearing.case_id not in cases or not scope.holds(row.person_id):
            continue
        if hearing.starts_at < desk.now - _KEPT:
            continue
        family = f"{desk.agency.cases[hearing.case_id].family_name} family"
        overdue = row.closed_at is None and (row.late_after or row.due_at) < desk.now
        found.append(OwedLine(family, _by(desk, scope, row.person_id), row.due_at, overdue, row.closed_at))
    return found


def conferences(desk: Desk, scope: Scope, first: date, last: date) -> list[OwedLine]:
    """Each of their workers' conference that is not recorded yet, whatever the days; the oldest first."""
    del first, last
    query = select(Obligation).where(
        Obligation.kind == Kind.CONFERENCE, Obligation.closed_at.is_(None), Obligation.withdrawn.is_(False)
    )
    found = []
    for row in desk.session.scalars(query.order_by(Obligation.due_at, Obligation.id)):
        worker = desk.agency.staff.get(row.subject_id)
        if worker and scope.holds(worker.id) and not row.period.endswith(WORKER):
            found.append(OwedLine(worker.name, "", row.due_at, row.due_at < desk.now))
    return found
