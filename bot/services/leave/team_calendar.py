"""The team's calendar of leave: who is off in which week, who covers, where nobody does.

Supervisors see whom they supervise (and those below), directors everybody, others themselves and those for
whom they cover. Days of leave are facts of the staff, and no child's: nothing of a case stands in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bot.rules.moments import DAY
from bot.rules.permissions import SENIORS, may_see_team
from bot.rules.reviewer import line_above
from bot.services.desk import Desk
from storage.queries.people import person_of
from storage.team_calendar import Away, TeamCalendar, WeekAway
from storage.types import Leave

WEEKS = 8
"""How far ahead it looks where no days are named."""
LONGEST = timedelta(weeks=53)


def calendar(desk: Desk, first: date | None = None, last: date | None = None) -> TeamCalendar:
    """The leaves that touch these local days (default: the next eight weeks), by weeks, a year at most."""
    start = first or desk.today
    end = min(last or start + timedelta(weeks=WEEKS), start + LONGEST)
    team = {each.id for each in desk.agency.staff.values() if _sees(desk, each.id)}
    leaves = [
        each
        for each in desk.agency.leaves
        if each.first_day <= end and each.last_day >= start and _shown(desk, each, team)
    ]
    return TeamCalendar(
        first=start,
        last=end,
        weeks=tuple(_weeks(desk, leaves, start, end)),
        team=len(team - {desk.actor.id}),
        own=desk.actor.role not in SENIORS,
    )


def _sees(desk: Desk, staff_id: str) -> bool:
    staff = desk.agency.staff
    return may_see_team(desk.me, staff[staff_id], line_above(staff_id, staff=staff))


def _shown(desk: Desk, leave: Leave, team: set[str]) -> bool:
    known = leave.staff_id in desk.agency.staff
    return known and (leave.staff_id in team or leave.covering_staff_id == desk.actor.id)


def _weeks(desk: Desk, leaves: list[Leave], first: date, last: date) -> Iterator[WeekAway]:
    monday = first - first.weekday() * DAY
    while monday <= last:
        sunday = monday + 6 * DAY
        found = [_away(desk, each, monday, sunday) for each in leaves if _meet(each, monday, sunday)]
        if found:
            ordered = tuple(sorted(found, key=lambda each: (each.first, each.who.name)))
            closed = tuple(day for day in _days(monday, sunday) if day in desk.policy.closed)
            yield WeekAway(monday, ordered, closed)
        monday += 7 * DAY


def _days(first: date, last: date) -> Iterable[date]:
    return (first + n * DAY for n in range((last - first).days + 1))


def _meet(leave: Leave, first: date, last: date) -> bool:
    return leave.first_day <= last and leave.last_day >= first


def _away(desk: Desk, leave: Leave, monday: date, sunday: date) -> Away:
    staff, agency = desk.agency.staff, desk.agency
    first, last = max(leave.first_day, monday), min(leave.last_day, sunday)
    cover = staff.get(leave.covering_staff_id or "")
    others = [each for each in agency.leaves if cover and each.staff_id == cover.id]
    both = [
        (max(each.first_day, first), min(each.last_day, last)) for each in others if _meet(each, first, last)
    ]
    return Away(
        who=person_of(staff[leave.staff_id]),
        first=first,
        last=last,
        until=leave.last_day,
        cover=person_of(cover) if cover else None,
        families=len(agency.caseload(leave.staff_id, max(first, desk.today)).own),
        cover_away=(min(a for a, _ in both), max(b for _, b in both)) if both else None,
    )
