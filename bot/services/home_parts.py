"""Parts of a Home that only some roles have: crises, leave, delegates, exceptions, the roster's health."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from sqlalchemy import func, select

from bot.rules.deadlines import director_is_told
from bot.services.desk import Desk
from storage.home import Away, OpenCrisis, Standing
from storage.models import CrisisCall, Delegate, Note, ReviewDecision
from storage.queries.note_parts import as_record
from storage.queries.people import gone, people
from storage.records import NoteRecord
from storage.types import CRISIS_GOING_ON, CaseStatus, Decision, LeaveStatus, NoteStatus, Role

_SOON = timedelta(days=14)
_MOST = 5
_UNDECIDED = (NoteStatus.SUBMITTED, NoteStatus.RETURNED)


def open_crises(desk: Desk, *, everywhere: bool) -> tuple[OpenCrisis, ...]:
    """Crises that go on: all of them for who is on call and for a director, else those of own cases."""
    query = select(CrisisCall).where(CrisisCall.status.in_(CRISIS_GOING_ON))
    calls = desk.session.scalars(query.order_by(CrisisCall.opened_at.desc()).limit(50)).all()
    if desk.actor.role is not Role.DIRECTOR and not everywhere:
        calls = [call for call in calls if _is_own(desk, call)]
    staff = people(desk.session, {call.acknowledged_by_id for call in calls[:_MOST]})
    return tuple(
        OpenCrisis(
            family=case.family_name if (case := desk.agency.cases.get(call.case_id or "")) else "",
            since=call.opened_at,
            seen_by=staff[call.acknowledged_by_id].short if call.acknowledged_by_id in staff else "",
        )
        for call in calls[:_MOST]
    )


def _is_own(desk: Desk, call: CrisisCall) -> bool:
    """Raised by the actor, or of a case of the actor's or of the actor's workers."""
    case = desk.agency.cases.get(call.case_id or "")
    worker = case.primary_worker_id if case else None
    team = {each.id for each in desk.agency.workers_of(desk.actor.id)}
    return desk.actor.id in {call.reported_by_id, worker} or worker in team


def away(desk: Desk) -> tuple[Away, ...]:
    """Who of the actor's team is on leave, now or within two weeks, soonest first."""
    team, staff = {each.id for each in desk.agency.workers_of(desk.actor.id)}, desk.agency.staff
    until = desk.today + _SOON
    found = [
        Away(
            who=staff[each.staff_id].name,
            first_day=each.first_day,
            last_day=each.last_day,
            cover=cover.name if (cover := staff.get(each.covering_staff_id or "")) else "",
        )
        for each in desk.agency.roster.leaves
        if each.staff_id in team and each.first_day <= until and each.last_day >= desk.today
    ]
    return tuple(sorted(found, key=lambda each: (each.first_day, each.who)))


def delegates(desk: Desk) -> tuple[Standing, ...]:
    """Who reviews in the actor's stead, now or later."""
    query = select(Delegate).where(
        Delegate.supervisor_id == desk.actor.id,
        Delegate.status == LeaveStatus.CONFIRMED,
        Delegate.last_day >= desk.today,
    )
    rows = desk.session.scalars(query.order_by(Delegate.first_day)).all()
    staff = people(desk.session, {row.delegate_id for row in rows})
    return tuple(Standing(r.delegate_id, staff[r.delegate_id].name, r.first_day, r.last_day) for r in rows)


def round_again(desk: Desk) -> tuple[NoteRecord, ...]:
    """Undecided notes that went round twice, or for a week since their first return (DOMAIN 3)."""
    first = func.min(ReviewDecision.decided_at)
    query = (
        select(Note, first)
        .join(ReviewDecision, ReviewDecision.note_id == Note.id)
        .where(ReviewDecision.decision == Decision.RETURNED, Note.status.in_(_UNDECIDED))
        .group_by(Note.id)
        .order_by(first)
    )
    found = (note for note, at in desk.session.execute(query) if _too_long(desk, note, at))
    return tuple(as_record(desk.session, note, today=desk.today) for note in islice(found, _MOST))


def _too_long(desk: Desk, note: Note, returned_at: datetime) -> bool:
    completed = note.loops if note.status is NoteStatus.SUBMITTED else note.loops - 1
    return director_is_told(loops=completed, first_returned_at=returned_at, now=desk.now, policy=desk.policy)


def unreviewed(desk: Desk) -> int:
    """How many submitted notes nobody can review."""
    nobody = (Note.status == NoteStatus.SUBMITTED, Note.reviewer_id.is_(None))
    return desk.session.scalar(select(func.count()).select_from(Note).where(*nobody)) or 0


def roster_health(desk: Desk) -> tuple[str, ...]:
    """What is wrong with the roster, in counts and staff's names: no child, no family."""
    return tuple(_unwell(desk))


def _unwell(desk: Desk) -> Iterator[str]:
    staff, left = desk.agency.staff, gone(desk.session)
    unknown = [s.name for s in staff.values() if not s.slack_user_id and not s.email]
    if unknown:
        yield f"{_few(unknown)}: no Slack account and no e-mail, so I don't know them."
    alone = [s.name for s in staff.values() if s.role is Role.CASEWORKER and s.supervisor_id not in staff]
    if alone:
        yield f"{_few(alone)}: no supervisor."
    if left:
        yield f"{_few([staff[i].name for i in sorted(left) if i in staff])}: account closed in Slack."
    cases = [c for c in desk.agency.cases.values() if c.status is CaseStatus.OPEN]
    orphaned = sum(1 for c in cases if c.primary_worker_id not in staff or c.primary_worker_id in left)
    if orphaned:
        yield f"{orphaned} open case{'' if orphaned == 1 else 's'} without a worker."


def _few(names: list[str]) -> str:
    shown = ", ".join(sorted(names)[:_MOST])
    return shown + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")
