"""Rows of the agency as the rules know them, their words opened."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import types
from storage.models import Case, Child, Contact, Hearing, Leave, Placement, Shift, Staff


def staff_member(row: Staff) -> types.StaffMember:
    """The row as the rules know it, opened."""
    return types.StaffMember(
        id=row.id,
        name=row.name,
        role=row.role,
        email=row.email,
        slack_user_id=row.slack_user_id or "",
        supervisor_id=row.supervisor_id,
        unit=row.unit,
        phone=row.phone,
        timezone=row.timezone,
    )


def case_file(row: Case) -> types.CaseFile:
    """The row as the rules know it, opened."""
    return types.CaseFile(
        id=row.id,
        family_name=row.family_name,
        status=row.status,
        county=row.county,
        permanency_goal=row.permanency_goal,
        primary_worker_id=row.primary_worker_id,
        opened_on=row.opened_on,
        closed_on=row.closed_on,
        visits_per_month=row.visits_per_month,
    )


def child(row: Child) -> types.Child:
    """The row as the rules know it, opened."""
    return types.Child(
        id=row.id,
        case_id=row.case_id,
        first_name=row.first_name,
        last_name=row.last_name,
        nickname=row.nickname,
        date_of_birth=date.fromisoformat(row.date_of_birth) if row.date_of_birth else None,
        entered_care_on=row.entered_care_on,
        left_care_on=row.left_care_on,
        placement_type=row.placement_type,
        placement_contact_id=row.placement_contact_id,
        alerts=row.alerts,
    )


def contact(row: Contact, child_ids: tuple[str, ...]) -> types.Contact:
    """The row as the rules know it, opened."""
    return types.Contact(
        id=row.id,
        case_id=row.case_id,
        name=row.name,
        relationship=row.relationship,
        child_ids=child_ids,
        organization=row.organization,
        phone=row.phone,
        alt_phone=row.alt_phone,
        address=row.address,
        language=row.language,
        on_call_visible=row.on_call_visible,
        notes=row.notes,
        part2=row.part2,
    )


def shifts(session: Session) -> tuple[types.Shift, ...]:
    """The effective shifts (swaps counted), by time."""
    rows = session.scalars(select(Shift).order_by(Shift.starts_at, Shift.tier))
    return tuple(types.Shift(row.starts_at, row.ends_at, row.staff_id, row.tier) for row in rows)


def hearing(row: Hearing) -> types.Hearing:
    """The row as the rules know it, opened."""
    return types.Hearing(
        id=row.id, case_id=row.case_id, starts_at=row.starts_at, court=row.court, kind=row.kind
    )


def leaves(session: Session) -> tuple[types.Leave, ...]:
    """Leave that was not taken back."""
    wanted = select(Leave).where(Leave.cancelled.is_(False)).order_by(Leave.first_day, Leave.staff_id)
    return tuple(
        types.Leave(row.staff_id, row.first_day, row.last_day, row.covering_staff_id)
        for row in session.scalars(wanted)
    )


def placement(row: Placement) -> types.Placement:
    """The row as the rules know it."""
    return types.Placement(
        row.child_id, row.placement_type, row.placement_contact_id, row.starts_on, row.ends_on
    )
