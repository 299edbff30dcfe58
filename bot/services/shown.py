"""Obligations as they are shown: what each is about, within the reach of the one who owes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import exists, select

from bot.rules.leave import leave_cutoff
from bot.rules.on_call import consecutive
from bot.rules.reminders import Kind
from bot.services import plans, team
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.duties.duty import World
from bot.services.duties.people import WORKER
from bot.services.duties.progress import Progress, progress_of
from bot.services.duties.rota import rota_gaps, subject_of
from bot.services.on_call import shift_shown
from storage.models import CrisisCall, CrisisReport, GlassBreak, Obligation, PlannedVisit, ShiftChange
from storage.owed import Owed, Part, Span
from storage.queries import notes as reads
from storage.shifting import ShiftChangeStatus
from storage.types import Tier


def shown(desk: Desk, rows: Sequence[Obligation]) -> list[Owed]:
    """What these obligations of the actor's are about, in their order.

    What is not theirs to see is left out, and so is what has nothing to say (a team without anything late).
    """
    progress = progress_of(desk.session, desk.policy, rows)
    found = (_one(desk, row, progress.get(row.id)) for row in rows)
    return [owed for owed in found if owed is not None]


def _one(desk: Desk, row: Obligation, progress: Progress | None) -> Owed | None:
    parts = progress.parts if progress else ()
    owed = Owed(
        id=row.id,
        kind=row.kind,
        due_at=row.due_at,
        overdue=(row.late_after or row.due_at) < desk.now,
        target=row.subject_id,
        period=row.period,
        parts=tuple(Part(word, each.seen, each.required) for word, each in parts),
    )
    return _FILL.get(row.kind, _note)(desk, owed)


def _note(desk: Desk, owed: Owed) -> Owed | None:
    note = reads.note(desk.session, desk.actor, owed.target, today=desk.today)
    return replace(owed, note=note) if note else None


def _child(desk: Desk, owed: Owed) -> Owed | None:
    child = desk.agency.children.get(owed.target)
    return replace(owed, child=child) if child else None


def _family(desk: Desk, owed: Owed) -> Owed | None:
    case = desk.agency.cases.get(owed.target)
    return replace(owed, family=case.family_name) if case else None


def _caretaker(desk: Desk, owed: Owed) -> Owed | None:
    contact = desk.agency.contacts.get(owed.target)
    case = desk.agency.cases.get(contact.case_id) if contact else None
    return replace(owed, contact=contact, family=case.family_name) if case else None


def _hearing(desk: Desk, owed: Owed) -> Owed | None:
    hearing = desk.agency.hearings.get(owed.target)
    case = desk.agency.cases.get(hearing.case_id) if hearing else None
    return replace(owed, hearing=hearing, family=case.family_name) if case else None


def _leave(desk: Desk, owed: Owed) -> Owed:
    first = date.fromisoformat(owed.period)
    return replace(
        owed,
        first_day=first,
        policy_at=leave_cutoff(first, policy=desk.policy).policy,
        unsubmitted=team.unsubmitted(desk.session, desk.actor.id),
    )


def _conference(desk: Desk, owed: Owed) -> Owed | None:
    worker = desk.agency.staff.get(owed.target)
    mine = owed.period.endswith(WORKER)
    other = desk.agency.supervisor_of(owed.target) if mine else worker
    return replace(owed, colleague=other) if other else None


def _shift(desk: Desk, owed: Owed) -> Owed | None:
    duties = consecutive(desk.agency.roster.shifts)
    found = next((s for s in duties if subject_of(s) == owed.target and s.starts_at == owed.due_at), None)
    if found is None or found.staff_id != desk.actor.id:
        return None
    span = Span(found.tier, found.starts_at, found.ends_at)
    return replace(owed, overdue=False, spans=(span,), offered=_is_offered(desk, span))


def _is_offered(desk: Desk, span: Span) -> bool:
    """Whether some of the duty is on offer: shifts that follow on each other are offered one by one."""
    ours = ShiftChange.gives_id == desk.actor.id, ShiftChange.tier == span.tier
    inside = ShiftChange.starts_at >= span.starts_at, ShiftChange.ends_at <= span.ends_at
    query = select(exists().where(ShiftChange.status == ShiftChangeStatus.OPEN, *ours, *inside))
    return bool(desk.session.scalar(query))


def _shift_offer(desk: Desk, owed: Owed) -> Owed | None:
    change = shift_shown.change_of(desk, owed.target)
    if change is None or change.status is not ShiftChangeStatus.OPEN or change.stale:
        return None
    return replace(owed, overdue=False, spans=(change.shift,))


def _gaps(desk: Desk, owed: Owed) -> Owed | None:
    spans, doubled = gaps_now(desk), tuple(each.span for each in shift_shown.doubled(desk))
    return replace(owed, overdue=False, spans=spans, doubled=doubled) if spans or doubled else None


def gaps_now(desk: Desk) -> tuple[Span, ...]:
    """The gaps in the rota of the next 14 days, soonest first."""
    found = rota_gaps(World(desk.agency, desk.policy, desk.now))
    return tuple(Span(Tier(gap.tier), gap.starts_at, gap.ends_at) for gap in found)


def _team(desk: Desk, owed: Owed) -> Owed | None:
    late = team.late(desk)
    return replace(owed, overdue=False, late=late) if late else None


def _weekly(desk: Desk, owed: Owed) -> Owed | None:
    day = date.fromisoformat(owed.period)
    return replace(owed, overdue=False, weeks=team.weeks(desk, day)) if day <= desk.today else None


def _planned(desk: Desk, owed: Owed) -> Owed | None:
    plan = desk.session.get(PlannedVisit, owed.target)
    if plan is None or plans.is_over(desk.session, plan, desk.policy):
        return None
    children = tuple(desk.agency.children[c] for c in plan.children if c in desk.agency.children)
    return replace(owed, children=children, starts_at=plan.starts_at, on=plan.on)


def _incident(desk: Desk, owed: Owed) -> Owed | None:
    report = desk.session.get(CrisisReport, owed.target)
    call = desk.session.get(CrisisCall, report.crisis_id) if report and report.made_at is None else None
    case = desk.agency.cases.get((case_of(desk.session, call) if call else None) or "")
    return replace(owed, family=case.family_name if case else "") if call else None


def _glass(desk: Desk, owed: Owed) -> Owed | None:
    row = desk.session.get(GlassBreak, owed.target)
    if row is None or row.reviewed_by_id:
        return None
    case, by = desk.agency.cases.get(row.case_id), desk.agency.staff.get(row.staff_id)
    return replace(owed, family=case.family_name, colleague=by) if case else None


_FILL: dict[str, Callable[[Desk, Owed], Owed | None]] = {
    Kind.VISIT: _child,
    Kind.FIRST_DAYS: _child,
    Kind.PARENT_CONTACT: _family,
    Kind.CARETAKER_CONTACT: _caretaker,
    Kind.HEARING: _hearing,
    Kind.LEAVE: _leave,
    Kind.CONFERENCE: _conference,
    Kind.SHIFT: _shift,
    Kind.SHIFT_OFFER: _shift_offer,
    Kind.ROTA_GAP: _gaps,
    Kind.TEAM: _team,
    Kind.WEEKLY_DIGEST: _weekly,
    Kind.PLANNED_VISIT: _planned,
    Kind.INCIDENT: _incident,
    Kind.GLASS: _glass,
}
