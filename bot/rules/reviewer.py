"""Who reviews a note: somebody must, and never its author (DOMAIN 3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.rules.ties import Colleague
from storage.types import Leave, Role

REVIEWING = frozenset({Role.SUPERVISOR, Role.DIRECTOR})
STANDING_IN = REVIEWING | {Role.CASEWORKER}


@dataclass(frozen=True, slots=True)
class Delegation:
    """`supervisor_id` named `delegate_id` for these local days, both included."""

    supervisor_id: str
    delegate_id: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Office:
    """The staff of one day: who is on leave, who stands in for whom, who has left.

    A delegation in force counts as being away. Leave's `covering_staff_id` is a delegate too. Whoever is
    `gone` (Slack says that the account is closed) keeps a place in the line, but nothing comes to them.
    """

    staff: Mapping[str, Colleague]
    leaves: Collection[Leave] = ()
    delegations: Collection[Delegation] = ()
    gone: frozenset[str] = frozenset()


def is_away(staff_id: str, *, day: date, office: Office) -> bool:
    """Whether that person is on leave, or has named a delegate, for the local day, or has left for good."""
    if staff_id in office.gone:
        return True
    on_leave = any(
        each.staff_id == staff_id and each.first_day <= day <= each.last_day for each in office.leaves
    )
    return on_leave or next(_delegations(staff_id, day, office), None) is not None


def stand_ins(staff_id: str, *, day: date, office: Office) -> tuple[str, ...]:
    """Who stands in for that person on the day: named delegates first, then who covers the leave."""
    named = [each.delegate_id for each in _delegations(staff_id, day, office)]
    covering = [
        each.covering_staff_id
        for each in office.leaves
        if each.staff_id == staff_id and each.first_day <= day <= each.last_day and each.covering_staff_id
    ]
    return tuple(dict.fromkeys(named + covering))


def who_reviews(author_id: str, *, day: date, office: Office) -> str | None:
    """The one to whom the author's note goes on that local day of the agency.

    The author's supervisor; while away, the delegate named with dates; else the supervisor's supervisor
    (with the same question asked of each); else a director. Never the author, never somebody away or gone,
    never a secretary or an administrator. None: nobody can, which is an alarm to the
    admin and the director. Seed 002, standard 3; DOMAIN 3.
    """
    for senior in _seniors(author_id, office):
        if found := _self_or_stand_in(senior, author_id, day, office):
            return found
    return None


def line_above(staff_id: str, *, staff: Mapping[str, Colleague]) -> tuple[str, ...]:
    """The person's supervisor, that one's supervisor, and so on; a circle in the roster ends it."""
    line: list[str] = []
    person = staff.get(staff_id)
    while person and person.supervisor_id and person.supervisor_id not in {staff_id, *line}:
        line.append(person.supervisor_id)
        person = staff.get(person.supervisor_id)
    return tuple(line)


def _seniors(author_id: str, office: Office) -> Iterator[str]:
    """The line above the author, then the directors who do not stand in it."""
    line = line_above(author_id, staff=office.staff)
    yield from line
    directors = (each.id for each in office.staff.values() if each.role is Role.DIRECTOR)
    yield from sorted(set(directors) - set(line))


def _self_or_stand_in(senior: str, author_id: str, day: date, office: Office) -> str | None:
    if not is_away(senior, day=day, office=office):
        return senior if _can(senior, REVIEWING, author_id, office) else None
    for other in stand_ins(senior, day=day, office=office):
        if _can(other, STANDING_IN, author_id, office) and not is_away(other, day=day, office=office):
            return other
    return None


def _can(staff_id: str, roles: Collection[Role], author_id: str, office: Office) -> bool:
    person = office.staff.get(staff_id)
    return person is not None and person.id != author_id and person.role in roles


def _delegations(staff_id: str, day: date, office: Office) -> Iterator[Delegation]:
    return (
        each
        for each in office.delegations
        if each.supervisor_id == staff_id and each.first_day <= day <= each.last_day
    )
