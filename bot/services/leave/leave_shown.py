"""What a card of leave shows: from the record, for the one who reads it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select

from bot.rules.leave import leave_cutoff
from bot.rules.moments import DAY, start_of_day, utc
from bot.rules.permissions import AUTHORS
from bot.rules.reviewer import who_reviews
from bot.services.desk import Desk
from bot.services.drafts.versions import days_off, due_of
from bot.services.leave.leave import may_plan
from bot.services.office import office_on
from bot.understand.agency import is_open
from storage.leaving import LeaveRecord
from storage.models import LeavePlan, Shift
from storage.owed import Span
from storage.queries.notes import notes_of
from storage.queries.people import person_of
from storage.records import Choice, NoteRecord, Person
from storage.types import Leave, LeaveStatus, NoteStatus

_MOST = 10
_UNSUBMITTED = (NoteStatus.DRAFT, NoteStatus.RETURNED)


def leave_of(desk: Desk, plan_id: str) -> LeaveRecord | None:
    """The plan as the actor may see it: who is off, who entered it, who covers, who supervises; else None.

    The notes that are not submitted are shown to their author alone.
    """
    plan = desk.session.get(LeavePlan, plan_id)
    if plan is None or desk.actor.id not in _readers(desk, plan):
        return None
    staff = desk.agency.staff
    by_when = leave_cutoff(plan.first_day, policy=desk.policy) if plan.first_day else None
    open_notes = _unsubmitted(desk, plan) if desk.actor.id == plan.staff_id else []
    return LeaveRecord(
        id=plan.id,
        status=plan.status,
        who=_person(desk, plan.staff_id),
        entered_by=person_of(staff[plan.entered_by_id]),
        first_day=plan.first_day,
        last_day=plan.last_day,
        cover=_person(desk, plan.covering_staff_id),
        may_cover=tuple(person_of(staff[each]) for each in plan.may_cover if each in staff),
        notes_by=by_when.effective if by_when else None,
        policy_by=by_when.policy if by_when else None,
        unsubmitted=tuple(open_notes[:_MOST]),
        more=max(0, len(open_notes) - _MOST),
        families=len(_families(desk, plan)),
        away=_is_away(desk, plan),
        over=plan.last_day is not None and plan.last_day < desk.today,
        shifts=tuple(_shifts(desk, plan)),
        reviewer=_person(desk, _reviewer(desk, plan)),
    )


def _reviewer(desk: Desk, plan: LeavePlan) -> str | None:
    """To whom the notes of that person's workers go on the first day, once the leave holds."""
    workers = desk.agency.workers_of(plan.staff_id or "")
    if not workers or plan.staff_id is None or plan.first_day is None:
        return None
    day = max(plan.first_day, desk.today)
    office = office_on(desk.session, desk.agency, day)
    held = Leave(plan.staff_id, plan.first_day, plan.last_day or plan.first_day, plan.covering_staff_id)
    others = [each for each in office.leaves if each.staff_id != plan.staff_id]
    return who_reviews(workers[0].id, day=day, office=replace(office, leaves=[*others, held]))


def _readers(desk: Desk, plan: LeavePlan) -> set[str | None]:
    supervisor = desk.agency.supervisor_of(plan.staff_id or "")
    confirmed = plan.status in (LeaveStatus.CONFIRMED, LeaveStatus.TAKEN_BACK)
    others = {plan.covering_staff_id, supervisor.id if supervisor else None} if confirmed else set()
    return {plan.staff_id, plan.entered_by_id, *others}


def _person(desk: Desk, staff_id: str | None) -> Person | None:
    member = desk.agency.staff.get(staff_id or "")
    return person_of(member) if member else None


def _families(desk: Desk, plan: LeavePlan) -> list[str]:
    on = max(plan.first_day or desk.today, desk.today)
    cases = desk.agency.cases.values()
    return [case.id for case in cases if case.primary_worker_id == plan.staff_id and is_open(case, on)]


def _is_away(desk: Desk, plan: LeavePlan) -> bool:
    if plan.first_day is None or plan.last_day is None:
        return False
    others = (each for each in desk.agency.leaves if each.staff_id == plan.covering_staff_id)
    return any(each.first_day <= plan.last_day and each.last_day >= plan.first_day for each in others)


def _shifts(desk: Desk, plan: LeavePlan) -> list[Span]:
    """What that person holds of the rota in these local days and has not begun: somebody has to take it."""
    if plan.staff_id is None or plan.first_day is None or plan.last_day is None:
        return []
    zone = desk.policy.zone
    begins, ends = start_of_day(plan.first_day, zone), start_of_day(plan.last_day + DAY, zone)
    held = (Shift.staff_id == plan.staff_id, Shift.starts_at < ends, Shift.ends_at > begins)
    rows = desk.session.scalars(select(Shift).where(*held, Shift.starts_at > desk.now))
    spans = (Span(row.tier, utc(row.starts_at), utc(row.ends_at)) for row in rows)
    return sorted(spans, key=lambda span: span.starts_at)[:_MOST]


def _unsubmitted(desk: Desk, plan: LeavePlan) -> list[tuple[NoteRecord, datetime | None]]:
    """The actor's own, those due first, as the leave makes them due; a correction's days don't change."""
    found = notes_of(
        desk.session, desk.actor, today=desk.today, statuses=_UNSUBMITTED, author_id=desk.actor.id, most=50
    )
    first_days = {*days_off(desk.session, desk.actor.id)}
    if plan.status is LeaveStatus.PROPOSED and plan.first_day:
        first_days.add(plan.first_day)
    dated = [(note, _due(desk, note, first_days)) for note in found]
    return sorted(dated, key=lambda pair: (pair[1] is None, pair[1] or desk.now, pair[0].id))


def _due(desk: Desk, note: NoteRecord, first_days: Iterable[date]) -> datetime | None:
    if note.status is NoteStatus.RETURNED:
        return note.correction_due_at
    return due_of(note.content, note.created_at, desk.policy, list(first_days)).remind_by


def may_cover(desk: Desk, staff_id: str | None) -> list[Choice]:
    """Who could cover for somebody: who writes notes, those of the same unit first."""
    member = desk.agency.staff.get(staff_id or "")
    unit = member.unit if member else ""
    others = [each for each in desk.agency.staff.values() if each.role in AUTHORS and each.id != staff_id]
    ordered = sorted(others, key=lambda each: (each.unit != unit, each.name, each.id))
    return [Choice(each.id, each.name) for each in ordered]


def may_be_off(desk: Desk) -> list[Choice]:
    """For whom the actor may plan leave, oneself first; nobody else for most."""
    staff = [each for each in desk.agency.staff.values() if may_plan(desk, each.id)]
    ordered = sorted(staff, key=lambda each: (each.id != desk.actor.id, each.name, each.id))
    return [Choice(each.id, each.name) for each in ordered]
