"""Reads of staff: who somebody is, as others see them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import SlackStanding, Staff
from storage.records import Person
from storage.types import StaffMember

_NEVER_ASKED = datetime(1971, 1, 1, tzinfo=UTC)
"""Of whom only the channel is known (see bot.reminders.place), Slack has not said anything yet."""


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


def person(session: Session, staff_id: str) -> Person:
    """Who that staff member is. KeyError where there is nobody with that id."""
    row = session.get(Staff, staff_id)
    if row is None:
        raise KeyError(staff_id)
    return as_person(row)


def people(session: Session, staff_ids: Iterable[str | None]) -> dict[str, Person]:
    """Several staff members by id, in one read."""
    wanted = {i for i in staff_ids if i}
    rows = session.scalars(select(Staff).where(Staff.id.in_(wanted))) if wanted else ()
    return {row.id: as_person(row) for row in rows}


def gone(session: Session) -> frozenset[str]:
    """Staff whose Slack account is closed or is no member's any more, as far as Slack has told.

    Whoever has another account that is a member's is not gone, nor whom the roster has given a new one.
    """
    rows = session.execute(
        select(SlackStanding.staff_id, SlackStanding.member)
        .join(
            Staff,
            (Staff.id == SlackStanding.staff_id)
            & (Staff.slack_user_id.is_(None) | (Staff.slack_user_id == SlackStanding.slack_user_id)),
        )
        .where(SlackStanding.checked_at > _NEVER_ASKED)
    ).all()
    there = {staff_id for staff_id, member in rows if member}
    return frozenset(staff_id for staff_id, member in rows if not member and staff_id) - there
