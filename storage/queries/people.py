"""Reads of staff: who somebody is, as others see them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Staff
from storage.records import Person
from storage.types import StaffMember


def as_person(row: Staff) -> Person:
    """The staff row with its name opened."""
    return Person(
        id=row.id,
        name=row.name,
        role=row.role,
        supervisor_id=row.supervisor_id,
        slack_user_id=row.slack_user_id or "",
        timezone=row.timezone,
        phone=row.phone,
        unit=row.unit,
    )


def person(session: Session, staff_id: str) -> Person:
    """Who that staff member is. KeyError where there is nobody with that id."""
    row = session.get(Staff, staff_id)
    if row is None:
        raise KeyError(staff_id)
def person_of(member: StaffMember) -> Person:
    """The same of somebody in a roster that was read before."""
    return Person(
        id=member.id,
        name=member.name,
        role=member.role,
        supervisor_id=member.supervisor_id,
        slack_user_id=member.slack_user_id,
        timezone=member.timezone,
        phone=member.phone,
        unit=member.unit,
    )


    return as_person(row)


def people(session: Session, staff_ids: Iterable[str | None]) -> dict[str, Person]:
    """Several staff members by id, in one read."""
    wanted = {i for i in staff_ids if i}
    rows = session.scalars(select(Staff).where(Staff.id.in_(wanted))) if wanted else ()
    return {row.id: as_person(row) for row in rows}
