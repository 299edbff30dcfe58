"""Reads of the agency: all of it for the program's own index of names, or the one who is asking."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import types
from storage.models import (
    Case,
    Child,
    Contact,
    ContactChild,
    Hearing,
    Leave,
    Placement,
    RosterStamp,
    Shift,
    Staff,
)
from storage.queries.people import as_person
from storage.records import Person

_STAMP = select(RosterStamp.number)


def roster_stamp(session: Session) -> int:
    """A number that grows with every change of the roster; 0 before the first import."""
    return session.connection().execute(_STAMP).scalar() or 0


def staff_by_slack_user(session: Session, slack_user_id: str, email: str | None = None) -> Person | None:
    """Who on staff a Slack user is: by id, else by the e-mail Slack has, among staff without a Slack id.

    None where nobody is, and where an e-mail fits two: better nobody than the wrong one.
    """
    row = session.scalar(select(Staff).where(Staff.slack_user_id == slack_user_id))
    if row is None and email:
        unlinked = session.scalars(select(Staff).where(Staff.slack_user_id.is_(None)))
        fitting = [other for other in unlinked if other.email.casefold() == email.strip().casefold()]
        row = fitting[0] if len(fitting) == 1 else None
    return as_person(row) if row else None


def agency_roster(session: Session) -> types.Roster:
    """The whole agency as it stands, for the program's indexes; never shown to a person as it is.

    Shifts are the effective ones (swaps counted); leave that was taken back is left out.
    """
    return types.Roster(
        staff=tuple(_staff(row) for row in session.scalars(select(Staff).order_by(Staff.id))),
        cases=tuple(_case(row) for row in session.scalars(select(Case).order_by(Case.id))),
        children=tuple(_child(row) for row in session.scalars(select(Child).order_by(Child.id))),
        contacts=_contacts(session),
        shifts=tuple(
            _shift(row) for row in session.scalars(select(Shift).order_by(Shift.starts_at, Shift.tier))
        ),
        hearings=tuple(_hearing(row) for row in session.scalars(select(Hearing).order_by(Hearing.id))),
        leaves=_leaves(session),
        placements=_placements(session),
    )


def _staff(row: Staff) -> types.StaffMember:
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


def _case(row: Case) -> types.CaseFile:
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


def _child(row: Child) -> types.Child:
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


def _contacts(session: Session) -> tuple[types.Contact, ...]:
    children: defaultdict[str, list[str]] = defaultdict(list)
    for link in session.scalars(select(ContactChild).order_by(ContactChild.child_id)):
        children[link.contact_id].append(link.child_id)
    rows = session.scalars(select(Contact).order_by(Contact.id))
    return tuple(_contact(row, tuple(children[row.id])) for row in rows)


def _contact(row: Contact, child_ids: tuple[str, ...]) -> types.Contact:
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


def _shift(row: Shift) -> types.Shift:
    return types.Shift(starts_at=row.starts_at, ends_at=row.ends_at, staff_id=row.staff_id, tier=row.tier)


def _hearing(row: Hearing) -> types.Hearing:
    return types.Hearing(
        id=row.id, case_id=row.case_id, starts_at=row.starts_at, court=row.court, kind=row.kind
    )


def _leaves(session: Session) -> tuple[types.Leave, ...]:
    wanted = select(Leave).where(Leave.cancelled.is_(False)).order_by(Leave.first_day, Leave.staff_id)
    return tuple(
        types.Leave(row.staff_id, row.first_day, row.last_day, row.covering_staff_id)
        for row in session.scalars(wanted)
    )


def _placements(session: Session) -> tuple[types.Placement, ...]:
    return tuple(
        types.Placement(
            row.child_id, row.placement_type, row.placement_contact_id, row.starts_on, row.ends_on
        )
        for row in session.scalars(select(Placement).order_by(Placement.child_id, Placement.starts_on))
    )
