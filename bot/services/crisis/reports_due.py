"""What must be reported of a crisis, as a checklist with clocks (DOMAIN 3): a person ticks each report.

The assistant reports nothing and calls nothing reported: an item is open until somebody on the case says who
was called, when, and the report's number. Open items are obligations of whoever has the crisis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.errors import AlreadyDecided, Unusable
from bot.rules.incidents import Incident, report_clocks
from bot.rules.moments import at_local
from bot.rules.reminders import Kind
from bot.services import obligations, outbox
from bot.services.desk import Desk
from storage.models import CrisisCall, CrisisReport, new_id


def of(session: Session, crisis_id: str) -> Sequence[CrisisReport]:
    """The crisis's checklist, soonest first."""
    query = select(CrisisReport).where(CrisisReport.crisis_id == crisis_id)
    return session.scalars(
        query.order_by(CrisisReport.due_at, CrisisReport.incident, CrisisReport.step)
    ).all()


def crisis_of(desk: Desk, report_id: str) -> str:
    """The crisis that a report is about."""
    return desk.row(CrisisReport, report_id).crisis_id


def begin(desk: Desk, call: CrisisCall, incidents: Iterable[str]) -> None:
    """Put these incidents' reports on the checklist, each once; the clock runs from the call."""
    there = {(report.incident, report.step) for report in of(desk.session, call.id)}
    for incident in map(Incident, incidents):
        for clock in report_clocks(incident, call.opened_at, policy=desk.policy):
            if (incident, clock.step) in there:
                continue
            report = CrisisReport(id=new_id(), crisis_id=call.id, incident=incident, step=clock.step)
            report.due_at, report.at_once = clock.due, clock.at_once
            desk.session.add(report)
            desk.session.flush()
            _owe(desk, call, report)
            desk.record("crisis.checklist", call.id, kind="crisis", details={"step": clock.step})


def _owe(desk: Desk, call: CrisisCall, report: CrisisReport) -> None:
    obligations.owe(
        desk.session,
        kind=Kind.INCIDENT,
        subject_id=report.id,
        person_id=call.acknowledged_by_id or call.reported_by_id,
        due_at=report.due_at,
        period=f"{report.incident}:{report.step}",
        now=desk.now,
    )


def hand_over(desk: Desk, crisis_id: str, to: str) -> None:
    """Whoever took the crisis on owes its open reports."""
    for report in of(desk.session, crisis_id):
        obligations.transfer(
            desk.session, kind=Kind.INCIDENT, subject_id=report.id, to_person_id=to, now=desk.now
        )


def owe_again(desk: Desk, call: CrisisCall) -> None:
    """It is a crisis after all."""
    for report in of(desk.session, call.id):
        if report.made_at is None:
            _owe(desk, call, report)


def drop(desk: Desk, crisis_id: str) -> None:
    """It was no crisis: nothing is owed."""
    for report in of(desk.session, crisis_id):
        obligations.settle(desk.session, kind=Kind.INCIDENT, subject_id=report.id, now=desk.now)


def made(desk: Desk, report_id: str, *, called: str, at: time, number: str) -> str:
    """The actor says that this report was made: whom they called, when (their agency's clock), its number.

    The crisis's id. AlreadyDecided where somebody ticked it before; Unusable without whom.
    """
    if not called.strip():
        raise Unusable("Say who was called, so that it can be asked about.")
    report = desk.row(CrisisReport, report_id)
    values = {"made_by_id": desk.actor.id, "made_at": _latest(desk, at)}
    ticked = update(CrisisReport).where(CrisisReport.id == report_id, CrisisReport.made_at.is_(None))
    done = ticked.values(**values).returning(CrisisReport.id)
    won = desk.session.execute(done.execution_options(synchronize_session=False)).first()
    desk.session.refresh(report)
    if won is None:
        by = desk.agency.staff.get(report.made_by_id or "")
        raise AlreadyDecided(f"{by.name if by else 'Somebody'} has ticked that already.")
    report.called, report.number = called.strip(), number.strip()
    obligations.settle(desk.session, kind=Kind.INCIDENT, subject_id=report_id, now=desk.now)
    desk.record("crisis.report", report.crisis_id, kind="crisis", details={"step": report.step})
    outbox.ask_redraw(desk.session, report.crisis_id, desk.now)
    return report.crisis_id


def _latest(desk: Desk, at: time) -> datetime:
    """The last such clock that is not in the future."""
    moment = at_local(desk.today, at, desk.policy.zone)
    ahead = moment > desk.now + timedelta(minutes=2)
    return at_local(desk.today - timedelta(days=1), at, desk.policy.zone) if ahead else moment
