"""Of whom a figure is asked: one worker, a unit, one's own team, the agency; never of who is not seen."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.errors import NotAllowed
from bot.rules.permissions import may_see_team
from bot.rules.reviewer import line_above
from bot.services.desk import Desk
from bot.understand.agency import Agency
from bot.understand.office.leave import named_in
from bot.understand.writing.text import decoded, folded
from storage.types import Role, StaffMember

_OWNER = re.compile(r"([\w-]{3,})(?:'s|s'|s)(?!\w)")
OUT_OF_REACH = "{} is not in your team: those figures are for their own supervisor and the director."


@dataclass(frozen=True, slots=True)
class Group:
    """Some people under one name."""

    label: str
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scope:
    """Who is asked about, and the groups into which they fall: workers of a unit, units of the agency.

    `people` None: everybody of the agency.
    """

    who: str
    people: frozenset[str] | None
    groups: tuple[Group, ...] = ()

    def holds(self, staff_id: str) -> bool:
        """Whether that person is one of them."""
        return self.people is None or staff_id in self.people


def named(agency: Agency, staff_id: str, text: str) -> tuple[str, ...]:
    """Ids of those on staff whom the words name, also as owners ("tanisha browns timeliness", "unit b").

    Of a unit those who supervise it, or all of its people where nobody does. `staff_id`: who says it.
    """
    words = folded(decoded(text))
    both = f"{words} | {_OWNER.sub(lambda m: m[1], words)}"
    found = {*named_in(agency, staff_id, both), *_of_unit(agency, words)}
    return tuple(sorted(found))


def _of_unit(agency: Agency, words: str) -> list[str]:
    staff = agency.staff.values()
    units = {each.unit for each in staff if each.unit and _stands(folded(each.unit), words)}
    people = [each for each in staff if each.unit in units]
    return [each.id for each in people if each.role is Role.SUPERVISOR] or [each.id for each in people]


def _stands(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?:'?s)?(?!\w)", words) is not None


def of(desk: Desk, ids: Sequence[str]) -> Scope:
    """Those named, as far as the actor may see them; the actor's own team or agency where nobody is.

    NotAllowed where none of them is the actor's to see.
    """
    if not ids:
        return _own(desk)
    members = [desk.agency.staff[each] for each in ids if each in desk.agency.staff]
    seen = [each for each in members if _may_see(desk, each)]
    if not seen:
        raise NotAllowed(OUT_OF_REACH.format(" / ".join(each.name for each in members) or "That person"))
    if len(seen) == 1:
        return _of_one(desk, seen[0])
    groups = tuple(_group(desk, each) for each in seen)
    return Scope(", ".join(each.label for each in groups), _all(groups), groups)


def _may_see(desk: Desk, member: StaffMember) -> bool:
    line = line_above(member.id, staff=desk.agency.staff)
    return may_see_team(desk.me, member, line)


def _own(desk: Desk) -> Scope:
    if desk.actor.role is Role.DIRECTOR:
        below = desk.agency.workers_of(desk.actor.id)
        chiefs = [each for each in below if each.role is Role.SUPERVISOR]
        return Scope("The agency", None, tuple(_group(desk, each) for each in _in_order(chiefs)))
    return _of_one(desk, desk.me)


def _of_one(desk: Desk, member: StaffMember) -> Scope:
    """A worker alone; of a supervisor the whole unit, worker by worker."""
    group = _group(desk, member)
    if member.role is not Role.SUPERVISOR:
        return Scope(member.name, group.people)
    workers = _in_order(desk.agency.workers_of(member.id))
    return Scope(group.label, group.people, tuple(Group(w.name, frozenset({w.id})) for w in workers))


def _group(desk: Desk, member: StaffMember) -> Group:
    if member.role is not Role.SUPERVISOR:
        return Group(member.name, frozenset({member.id}))
    people = frozenset({member.id, *(each.id for each in desk.agency.workers_of(member.id))})
    return Group(" · ".join(filter(None, (member.unit, member.name))), people)


def _in_order(members: Collection[StaffMember]) -> list[StaffMember]:
    return sorted(members, key=lambda each: (each.unit, each.name, each.id))


def _all(groups: Sequence[Group]) -> frozenset[str]:
    return frozenset(each for group in groups for each in group.people)
