"""Whom somebody still has to see this month: the children alone, of all that is owed (DOMAIN 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from bot.rules.months import Month
from bot.rules.reminders import Kind
from bot.services.desk import Desk
from bot.services.shown import shown
from storage.models import Obligation
from storage.owed import Owed, VisitCount, VisitsLeft
from storage.types import Role


def visits_left(desk: Desk) -> VisitsLeft | None:
    """The actor's children not yet seen as often as this month asks for, whether documented or not.

    To a supervisor how many each of the workers has left, to a director each unit. None: none is owed.
    """
    own = _of(desk, {desk.actor.id})
    if own:
        left = sorted(shown(desk, [row for row in own if row.closed_at is None]), key=_place)
        return VisitsLeft(_month(desk).last, tuple(left), len(own))
    team = team_visits(desk)
    total = sum(each.total for each in team)
    return VisitsLeft(_month(desk).last, (), total, team) if team else None


def team_visits(desk: Desk) -> tuple[VisitCount, ...]:
    """The month's visits of those whom the actor supervises, whoever has most left first."""
    groups = _groups(desk)
    of_person: defaultdict[str, list[bool]] = defaultdict(list)
    for row in _of(desk, {person for people in groups.values() for person in people}):
        of_person[row.person_id].append(row.closed_at is None)
    found = []
    for name, people in groups.items():
        open_ = [each for person in people for each in of_person[person]]
        if open_:
            found.append(VisitCount(name, sum(open_), len(open_)))
    return tuple(sorted(found, key=lambda each: (-each.left, each.who)))


def _place(owed: Owed) -> tuple[datetime, str, str]:
    """Who leaves care first; then family by family."""
    child = owed.child
    return (owed.due_at, child.last_name, child.first_name) if child else (owed.due_at, "", "")


def _groups(desk: Desk) -> Mapping[str, Collection[str]]:
    """Each worker of a supervisor, each unit of a director; nobody of anybody else."""
    agency, below = desk.agency, desk.agency.workers_of(desk.actor.id)
    if desk.actor.role is Role.DIRECTOR:
        chiefs = [each for each in below if each.role is Role.SUPERVISOR]
        return {each.name: {each.id, *(w.id for w in agency.workers_of(each.id))} for each in chiefs}
    return {each.name: {each.id} for each in below} if desk.actor.role is Role.SUPERVISOR else {}


def _of(desk: Desk, people: Collection[str]) -> Sequence[Obligation]:
    """The visits that these owe this month, met or not."""
    query = select(Obligation).where(
        Obligation.kind == Kind.VISIT,
        Obligation.period == str(_month(desk)),
        Obligation.person_id.in_(people),
        Obligation.withdrawn.is_(False),
    )
    return desk.session.scalars(query.order_by(Obligation.due_at)).all()


def _month(desk: Desk) -> Month:
    return Month.of(desk.today)
