"""Who stands in for somebody: the leave that is ahead, who covers the cases, to whom the reviews go."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from bot.rules.permissions import may_see_team
from bot.rules.reviewer import line_above, who_reviews
from bot.services.desk import Desk
from bot.services.office import office_on
from storage.models import Delegate, LeavePlan
from storage.queries.people import person_of
from storage.records import Person
from storage.steads import Steads, StoodIn
from storage.types import LeaveStatus, Role

_MOST = 5


def steads_of(desk: Desk, staff_id: str) -> Steads:
    """What is ahead for that person, as the actor may see it: one's own, a team's, where one stands in."""
    whole = _sees(desk, staff_id)
    leaves = sorted(
        (each for each in desk.agency.leaves if each.staff_id == staff_id and each.last_day >= desk.today),
        key=lambda each: each.first_day,
    )
    off = [
        StoodIn(
            each.first_day,
            each.last_day,
            _person(desk, each.covering_staff_id),
            _reviewer(desk, staff_id, each.first_day),
        )
        for each in leaves
        if whole or each.covering_staff_id == desk.actor.id
    ]
    return Steads(
        who=person_of(desk.agency.staff[staff_id]),
        off=tuple(off[:_MOST]),
        reviews=tuple(_delegations(desk, staff_id, whole=whole)[:_MOST]),
        reviewed_by=_own_reviewer(desk) if staff_id == desk.actor.id else None,
    )


def next_leave(desk: Desk) -> tuple[date, date] | None:
    """The days of the actor's leave that begins next, or runs, also of one not confirmed yet."""
    mine = [(each.first_day, each.last_day) for each in desk.agency.leaves if each.staff_id == desk.actor.id]
    plans = select(LeavePlan).where(
        LeavePlan.staff_id == desk.actor.id, LeavePlan.status == LeaveStatus.PROPOSED
    )
    said = [(each.first_day, each.last_day) for each in desk.session.scalars(plans)]
    known = [(first, last) for first, last in said if first and last]
    return min((each for each in [*mine, *known] if each[1] >= desk.today), default=None)


def stands_in(desk: Desk, staff_id: str, first: date | None, last: date | None) -> bool:
    """Whether that person covers a leave of the actor's on all of these days, and so reviews already."""
    covered = (
        each
        for each in desk.agency.leaves
        if each.staff_id == desk.actor.id and each.covering_staff_id == staff_id
    )
    return first is not None and any(
        each.first_day <= first and each.last_day >= (last or first) for each in covered
    )


def _own_reviewer(desk: Desk) -> Person | None:
    if desk.actor.role is not Role.CASEWORKER:
        return None
    office = office_on(desk.session, desk.agency, desk.today)
    return _person(desk, who_reviews(desk.actor.id, day=desk.today, office=office))


def _sees(desk: Desk, staff_id: str) -> bool:
    staff = desk.agency.staff
    return may_see_team(desk.me, staff[staff_id], line_above(staff_id, staff=staff))


def _delegations(desk: Desk, staff_id: str, *, whole: bool) -> list[StoodIn]:
    rows = desk.session.scalars(
        select(Delegate)
        .where(
            Delegate.supervisor_id == staff_id,
            Delegate.status == LeaveStatus.CONFIRMED,
            Delegate.last_day >= desk.today,
        )
        .order_by(Delegate.first_day)
    )
    seen = (row for row in rows if whole or row.delegate_id == desk.actor.id)
    return [StoodIn(row.first_day, row.last_day, None, _person(desk, row.delegate_id)) for row in seen]


def _reviewer(desk: Desk, staff_id: str, first_day: date) -> Person | None:
    """To whom the notes of that person's workers go on the first day off; None where there are none."""
    workers = desk.agency.workers_of(staff_id)
    if not workers:
        return None
    day = max(first_day, desk.today)
    office = office_on(desk.session, desk.agency, day)
    return _person(desk, who_reviews(workers[0].id, day=day, office=office))


def _person(desk: Desk, staff_id: str | None) -> Person | None:
    member = desk.agency.staff.get(staff_id or "")
    return person_of(member) if member else None
