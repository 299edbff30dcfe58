"""A crisis call as it stands, and the numbers to call by hand."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from bot.rules.office_hours import is_office_hours
from bot.rules.on_call import on_call_at
from bot.services.crisis import ladder, reports_due, told
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from storage.crisis_records import Arrival, CrisisRecord, LadderStep, ReportItem, TimelineEntry, ToCall
from storage.models import CrisisCall, CrisisStep, Note, OutboxItem
from storage.queries.note_parts import version_of
from storage.queries.people import people
from storage.types import OutboxState, Role, Tier

_ARRIVALS = {
    OutboxState.SENT: Arrival.SENT,
    OutboxState.DEAD: Arrival.FAILED,
    OutboxState.DROPPED: Arrival.DROPPED,
}
_CAPACITY = {Tier.SUPERVISOR: "On-call supervisor", Tier.BACKUP: "Backup", Tier.PRIMARY: "On call"}
_ORDER = (
    "On-call supervisor",
    "Case's supervisor",
    "Your supervisor",
    "Backup",
    "On call",
    "Case's worker",
    "Director",
)


def crisis(desk: Desk, crisis_id: str) -> CrisisRecord:
    """The call as it stands. NoResultFound where there is none."""
    call = desk.session.get_one(CrisisCall, crisis_id)
    desk.session.refresh(call)
    steps = ladder.taken(desk.session, crisis_id)
    entries = told.entries(desk.session, crisis_id)
    ids = [call.reported_by_id, call.acknowledged_by_id, call.closed_by_id, *(e.by_id for e in entries)]
    staff = people(desk.session, ids)
    return CrisisRecord(
        id=call.id,
        kind=call.kind,
        status=call.status,
        case_id=case_of(desk.session, call),
        reported_by=staff[call.reported_by_id],
        opened_at=call.opened_at,
        alarm_at=call.alarm_at,
        next_step_at=call.next_step_at,
        steps=_steps(desk, steps),
        acknowledged_by=staff.get(call.acknowledged_by_id or ""),
        acknowledged_at=call.acknowledged_at,
        note_id=call.note_id,
        words=call.words,
        timeline=tuple(
            TimelineEntry(e.at, staff.get(e.by_id or ""), e.words, told.name_of(desk.agency, e.about or ""))
            for e in entries
        ),
        reports=_reports(desk, crisis_id),
        closed_by=staff.get(call.closed_by_id or ""),
        closed_at=call.closed_at,
        ended=call.ended,
        outcome=call.outcome,
    )


def _reports(desk: Desk, crisis_id: str) -> tuple[ReportItem, ...]:
    rows = reports_due.of(desk.session, crisis_id)
    staff = people(desk.session, [row.made_by_id for row in rows])
    return tuple(
        ReportItem(
            id=row.id,
            incident=row.incident,
            step=row.step,
            due_at=row.due_at,
            at_once=row.at_once,
            made_by=staff.get(row.made_by_id or ""),
            made_at=row.made_at,
            called=row.called,
            number=row.number,
        )
        for row in rows
    )


def _steps(desk: Desk, steps: Sequence[CrisisStep]) -> tuple[LadderStep, ...]:
    rows = desk.session.scalars(select(OutboxItem).where(OutboxItem.id.in_([s.outbox_id for s in steps])))
    sent = {row.id: row for row in rows}
    staff = people(desk.session, [step.person_id for step in steps])
    return tuple(
        LadderStep(
            number=step.number,
            round=step.round,
            rung=step.rung,
            person=staff.get(step.person_id or ""),
            at=step.at,
            arrival=_arrival(desk, step, sent.get(step.outbox_id or "")),
            sent_at=row.settled_at if (row := sent.get(step.outbox_id or "")) else None,
            silent=step.silent,
        )
        for step in steps
    )


def _arrival(desk: Desk, step: CrisisStep, row: OutboxItem | None) -> Arrival:
    if row is None:
        return Arrival.DROPPED
    return _ARRIVALS.get(row.state, Arrival.PLANNED if step.at > desk.now else Arrival.SENDING)


def numbers_to_call(desk: Desk, case_id: str | None) -> list[ToCall]:
    """The numbers for calling by hand, most useful first; the one who asks is left out."""
    agency = desk.agency
    after_hours = not is_office_hours(desk.now, policy=desk.policy)
    duties = on_call_at(desk.now, agency.roster.shifts) if after_hours else ()
    rows = [ToCall(_CAPACITY[d.tier], agency.staff[d.staff_id]) for d in duties if d.staff_id in agency.staff]
    case = agency.cases.get(case_id or "")
    worker = agency.staff.get(case.primary_worker_id or "") if case else None
    supervisor = agency.supervisor_of(worker.id if worker else desk.actor.id)
    if supervisor:
        rows.append(ToCall("Case's supervisor" if worker else "Your supervisor", supervisor))
    rows += [ToCall("Case's worker", worker)] if worker else []
    rows += [ToCall("Director", s) for s in agency.staff.values() if s.role is Role.DIRECTOR]
    first: dict[str, ToCall] = {}
    for row in sorted(rows, key=lambda r: _ORDER.index(r.capacity)):
        if row.who.id != desk.actor.id:
            first.setdefault(row.who.id, row)
    return list(first.values())


def whom_to_ask(desk: Desk, case_id: str) -> list[ToCall]:
    """Whom to ask about a family out of reach: its worker; who is on call, in office hours who is above."""
    worker = desk.agency.staff.get(desk.agency.cases[case_id].primary_worker_id or "")
    others = (
        each for each in numbers_to_call(desk, case_id) if each.capacity in ("On call", "Case's supervisor")
    )
    first = [ToCall("Case's worker", worker)] if worker and worker.id != desk.actor.id else []
    rest = sorted(
        (each for each in others if each.who != worker), key=lambda each: each.capacity != "On call"
    )
    return [*first, *rest[:1]]


def children_of(desk: Desk, call: CrisisRecord | CrisisCall) -> list[str]:
    """The children whom the call's note is about, as that note stands now."""
    if call.note_id is None:
        return []
    note = desk.session.get_one(Note, call.note_id)
    version = version_of(desk.session, note.id, note.version)
    return [c.child_id for c in version.children if c.child_id in desk.agency.children]
