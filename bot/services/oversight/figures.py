"""Figures of people and units, as far as they are reckoned: nothing is estimated (DOMAIN 6 and 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from sqlalchemy import select

from bot.rules.moments import DAY, start_of_day
from bot.rules.months import Month
from bot.rules.reminders import Kind
from bot.services import team
from bot.services.desk import Desk
from bot.services.oversight import owed_by
from bot.services.oversight.scope import Group, Scope, of
from bot.understand.office.asked_figures import Figure
from storage.models import Note, ReviewDecision
from storage.oversight import FigureRow, Figures, OwedLine
from storage.types import Decision

LATELY = timedelta(days=29)
"""Without days in the question: today and the 29 days before it."""
_MOST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be reckoned; without days the figure's own stretch of time. `cases`: of these alone."""

    what: Figure
    first: date | None = None
    last: date | None = None
    trend: bool = False
    compared: bool = False
    late: bool = False
    cases: tuple[str, ...] = ()


def reckoned(desk: Desk, wanted: Wanted, scope: Scope) -> tuple[Figures, ...]:
    """The figure that is asked for; of how somebody is doing several of them."""
    if wanted.what is Figure.DOING:
        parts = (Figure.TIMELY, Figure.VISITS, Figure.BEHIND)
        each = (_one(desk, replace(wanted, what=what), scope) for what in parts)
        return tuple(each)
    return (_one(desk, wanted, scope),)


def team_behind(desk: Desk) -> Figures:
    """What those have overdue for whom the actor answers."""
    return _one(desk, Wanted(Figure.BEHIND), of(desk, ()))


def _one(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    return _RECKONED[wanted.what](desk, wanted, scope)


def _days(desk: Desk, wanted: Wanted) -> tuple[date, date]:
    first = wanted.first or desk.today - LATELY
    return first, min(wanted.last or wanted.first or desk.today, desk.today)


def _figures(
    wanted: Wanted, scope: Scope, days: tuple[date, date], row: Callable[[Group], FigureRow]
) -> Figures:
    """The whole group's figure, and each of its groups'."""
    total = row(_everybody(scope))
    rows = [row(group) for group in scope.groups]
    if wanted.compared:
        rows.sort(key=lambda each: each.part / each.whole if each.whole else -each.part)
    return Figures(wanted.what, scope.who, days[0], days[1], total, tuple(rows), trend=wanted.trend)


def _everybody(scope: Scope) -> Group:
    return Group(scope.who, scope.people or frozenset())


def _within(group: Group, person_id: str) -> bool:
    """A group of nobody in particular is the whole agency."""
    return not group.people or person_id in group.people


def _timely(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    late = team.overdue(desk, (Kind.NOTE, Kind.CORRECTION))
    if not wanted.trend:
        days = _days(desk, wanted)
        return _figures(wanted, scope, days, _filed(desk, days, late))
    everybody, months = _everybody(scope), _months(desk, wanted)
    since = months[0].first
    total = _filed(desk, (since, desk.today), late)(everybody)
    rows = [
        replace(_filed(desk, (month.first, min(month.last, desk.today)), late)(everybody), label=_name(month))
        for month in months
    ]
    return Figures(wanted.what, scope.who, since, desk.today, total, tuple(rows), trend=True)


def _filed(
    desk: Desk, days: tuple[date, date], late: Sequence[tuple[str, str]]
) -> Callable[[Group], FigureRow]:
    """How timely what was submitted in these days was, looked up once for whichever groups are asked for."""
    since, until = (start_of_day(day, desk.policy.zone) for day in (days[0], days[1] + DAY))
    submitted = team.submitted(desk, since, until)

    def row(group: Group) -> FigureRow:
        filed = [each for each in submitted if _within(group, each.author_id)]
        hours = median(each.hours for each in filed) if filed else None
        open_late = sum(_within(group, person) for person, _ in late)
        return FigureRow(group.label, sum(each.in_time for each in filed), len(filed), hours, open_late)

    return row


def _months(desk: Desk, wanted: Wanted) -> list[Month]:
    """The months that the days touch; of a single one, or none, that month up to this one."""
    this = Month.of(desk.today)
    month = Month.of(wanted.first) if wanted.first else Month.of(this.first - 70 * DAY)
    found: list[Month] = []
    while month <= this and len(found) < _MOST_MONTHS:
        found.append(month)
        month = month.next()
    return found or [this]


def _name(month: Month) -> str:
    return f"{month.first:%B %Y}"


def _returned(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    days = _days(desk, wanted)
    since, until = start_of_day(days[0], desk.policy.zone), start_of_day(days[1] + DAY, desk.policy.zone)
    authors = desk.session.scalars(
        select(Note.author_id)
        .join(ReviewDecision, ReviewDecision.note_id == Note.id)
        .where(ReviewDecision.decision == Decision.RETURNED)
        .where(ReviewDecision.decided_at >= since, ReviewDecision.decided_at < until)
    ).all()
    return _figures(wanted, scope, days, _counted((author, "") for author in authors))


def _counted(pairs: Iterable[tuple[str, str]]) -> Callable[[Group], FigureRow]:
    rows = list(pairs)
    return lambda group: FigureRow(group.label, sum(_within(group, person) for person, _ in rows))


def _meetings(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    return _figures(wanted, scope, (desk.today, desk.today), _counted(team.open_of(desk, Kind.MEETING)))


def _reviews(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    waiting = [*team.open_of(desk, Kind.REVIEW), *team.open_of(desk, Kind.REREVIEW)]
    late = team.overdue(desk, (Kind.REVIEW, Kind.REREVIEW))

    def row(group: Group) -> FigureRow:
        overdue = sum(_within(group, person) for person, _ in late)
        return FigureRow(group.label, sum(_within(group, p) for p, _ in waiting), late=overdue)

    return _figures(wanted, scope, (desk.today, desk.today), row)


def _visits(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    """How many children were seen as often as the month asks; of a month without a record none."""
    month = Month.of(wanted.first or desk.today)
    owed = team.visits_owed(desk, month)

    def row(group: Group, owed: Sequence[tuple[str, bool]] = owed) -> FigureRow:
        mine = [met for person, met in owed if _within(group, person)]
        return FigureRow(group.label, sum(mine), len(mine))

    found = _figures(wanted, scope, (month.first, month.last), row)
    if not wanted.trend:
        return found
    everybody, months = _everybody(scope), _months(desk, wanted)
    rows = [replace(row(everybody, team.visits_owed(desk, each)), label=_name(each)) for each in months]
    last = months[-1]
    return replace(found, total=rows[-1], rows=tuple(rows), first=last.first, last=last.last)


def _unseen(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    found = _visits(desk, wanted, scope)
    names = owed_by.unseen(desk, Month.of(wanted.first or desk.today), scope)
    return replace(found, what=Figure.UNSEEN, lines=tuple(names))


def _behind(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
    """What is overdue, by kind; of notes alone where those are asked about."""
    notes = wanted.what is Figure.NOTES_LATE
    late = team.overdue(desk, (Kind.NOTE, Kind.CORRECTION) if notes else team.TEAMS)

    def row(group: Group) -> FigureRow:
        kinds = Counter(kind for person, kind in late if _within(group, person))
        return FigureRow(group.label, kinds.total(), kinds=tuple(sorted(kinds.items())))

    found = _figures(wanted, scope, (desk.today, desk.today), row)
    rows = sorted((each for each in found.rows if each.part), key=lambda each: -each.part)
    return replace(found, rows=tuple(rows))


def _listed(
    names: Callable[[Desk, Scope, date, date], list[OwedLine]], ahead: timedelta
) -> Callable[..., Figures]:
    """A figure that is the length of a list; without days from today as far `ahead`."""

    def reckon(desk: Desk, wanted: Wanted, scope: Scope) -> Figures:
        first = wanted.first or desk.today
        last = (wanted.last or wanted.first) if wanted.first else desk.today + ahead
        if wanted.cases:
            found = owed_by.reports_of(desk, scope, wanted.cases)
            last = max([first, *(each.at.astimezone(desk.policy.zone).date() for each in found if each.at)])
        else:
            found = names(desk, scope, first, last or first)
        if wanted.late and any(each.overdue for each in found):
            found = [each for each in found if each.overdue]
        total = FigureRow(scope.who, len(found), late=sum(each.overdue for each in found))
        return Figures(wanted.what, scope.who, first, last or first, total, lines=tuple(found))

    return reckon


_RECKONED: dict[Figure, Callable[[Desk, Wanted, Scope], Figures]] = {
    Figure.TIMELY: _timely,
    Figure.RETURNED: _returned,
    Figure.MEETINGS: _meetings,
    Figure.REVIEWS: _reviews,
    Figure.VISITS: _visits,
    Figure.FEDERAL: _visits,
    Figure.UNSEEN: _unseen,
    Figure.BEHIND: _behind,
    Figure.NOTES_LATE: _behind,
    Figure.HEARINGS: _listed(owed_by.hearings, timedelta(days=31)),
    Figure.COURT_REPORTS: _listed(owed_by.court_reports, timedelta(days=31)),
    Figure.CONFERENCES: _listed(owed_by.conferences, timedelta(days=31)),
}
