"""Who works here today, and how somebody is tied to a case or a note: what the rules ask for."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.reviewer import Delegation, Office, line_above, stand_ins, who_reviews
from bot.rules.ties import CaseTies, NoteTies
from bot.understand.agency import Agency
from storage.models import Delegate
from storage.queries.people import gone
from storage.records import NoteRecord
from storage.types import CaseStatus, LeaveStatus, Role


def office_on(session: Session, agency: Agency, today: date) -> Office:
    """The staff of that local day: who is on leave, who stands in for whom, who has left."""
    in_force = (Delegate.first_day <= today, Delegate.last_day >= today)
    rows = session.scalars(select(Delegate).where(*in_force, Delegate.status == LeaveStatus.CONFIRMED))
    delegations = [Delegation(r.supervisor_id, r.delegate_id, r.first_day, r.last_day) for r in rows]
    leaves = [each for each in agency.roster.leaves if each.first_day <= today <= each.last_day]
    return Office(agency.staff, leaves, delegations, gone(session))


def case_ties(case_id: str | None, agency: Agency, office: Office, today: date) -> CaseTies:
    """Who answers for the case today; for a draft without a case nobody does."""
    case = agency.cases.get(case_id or "")
    worker = case.primary_worker_id if case else None
    if case is None or worker is None:
        return CaseTies(case_id or "", None)
    line = line_above(worker, staff=office.staff)
    return CaseTies(
        case_id=case.id,
        worker_id=worker,
        covering=frozenset(stand_ins(worker, day=today, office=office)),
        line=line,
        stand_ins=frozenset(stand_ins(line[0], day=today, office=office)) if line else frozenset(),
        is_open=case.status is CaseStatus.OPEN,
    )


def note_ties(note: NoteRecord, agency: Agency, office: Office, today: date) -> NoteTies:
    """How the note stands between its author, the case and whoever reviews it today."""
    return NoteTies(
        note_id=note.id,
        author_id=note.author.id,
        status=note.status,
        case=case_ties(note.case_id, agency, office, today),
        entered_by_id=note.entered_by.id,
        author_line=line_above(note.author.id, staff=office.staff),
        reviewer_id=who_reviews(note.author.id, day=today, office=office),
        author_left=note.author.id in office.gone,
    )


def alarmed(agency: Agency) -> list[str]:
    """Who hears that nobody can review a note: the administrators and the directors (DOMAIN 3)."""
    return [each.id for each in agency.staff.values() if each.role in (Role.ADMIN, Role.DIRECTOR)]
