"""What a supervisor's team has overdue, and the director's figures of a week, by unit (DOMAIN 6 and 9)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from bot.rules.moments import DAY, end_of_day, start_of_day
from bot.rules.months import Month
from bot.rules.reminders import Kind
from bot.services.desk import Desk
from bot.services.duties.court import CONSULTATION
from storage.models import Note, NoteVersion, Obligation
from storage.owed import Late, Week
from storage.types import NoteStatus, Role

TEAMS = (
    *(Kind.NOTE, Kind.CORRECTION, Kind.VISIT, Kind.PARENT_CONTACT, Kind.CARETAKER_CONTACT),
    *(Kind.FIRST_DAYS, Kind.HEARING),
)
"""What a worker owes and a supervisor should know of once it is late."""
_WEEK = timedelta(days=7)


def unsubmitted(session: Session, author_id: str) -> int:
    """How many notes that person has begun and not submitted."""
    mine = (Note.author_id == author_id, Note.status == NoteStatus.DRAFT)
    return session.scalar(select(func.count()).select_from(Note).where(*mine)) or 0


def late(desk: Desk) -> tuple[Late, ...]:
    """What those whom the actor supervises have overdue, the longest list first."""
    workers = {each.id: each for each in desk.agency.workers_of(desk.actor.id)}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for person, kind in overdue(desk, TEAMS, workers):
        counts[person][kind] += 1
    found = [Late(workers[w].name, tuple(sorted(kinds.items()))) for w, kinds in counts.items()]
    return tuple(sorted(found, key=lambda each: (-sum(n for _, n in each.kinds), each.who)))


def overdue(
    desk: Desk, kinds: Sequence[Kind], people: Collection[str] | None = None
) -> list[tuple[str, str]]:
    """(person, kind) of each thing that is open and late by now."""
    late_by = func.coalesce(Obligation.late_after, Obligation.due_at)
    query = select(Obligation.person_id, Obligation.kind, Obligation.period).where(
        Obligation.kind.in_(kinds), Obligation.closed_at.is_(None), late_by < desk.now
    )
    if people is not None:
        query = query.where(Obligation.person_id.in_(people))
    rows = desk.session.execute(query)
    return [(person, CONSULTATION if period == CONSULTATION else kind) for person, kind, period in rows]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A note that was submitted: whose, whether in time, and how long after the event."""

    author_id: str
    in_time: bool
    hours: float


def weeks(desk: Desk, day: date) -> tuple[Week, ...]:
    """The week before that day, the agency's first and then each unit's, by supervisor's name."""
    units = _units(desk)
    until = start_of_day(day, desk.policy.zone)
    filed = submitted(desk, until - _WEEK, until)
    open_late = overdue(desk, (Kind.NOTE, Kind.CORRECTION))
    reviews = overdue(desk, (Kind.REVIEW, Kind.REREVIEW))
    meetings = open_of(desk, Kind.MEETING)
    visits = visits_owed(desk, Month.of(day - DAY))
    found = []
    for unit, people in (("", None), *units):
        mine = [each for each in filed if people is None or each.author_id in people]
        seen = [met for person, met in visits if people is None or person in people]
        found.append(
            Week(
                unit=unit,
                submitted=len(mine),
                on_time=sum(each.in_time for each in mine),
                median_hours=median(each.hours for each in mine) if mine else None,
                overdue=_of(open_late, people),
                reviews_late=_of(reviews, people),
                meetings=_of(meetings, people),
                visits_met=sum(seen),
                visits=len(seen),
            )
        )
    return tuple(found)


def _units(desk: Desk) -> list[tuple[str, frozenset[str]]]:
    chiefs = sorted((s.name, s.id) for s in desk.agency.staff.values() if s.role is Role.SUPERVISOR)
    return [(name, frozenset({i, *(w.id for w in desk.agency.workers_of(i))})) for name, i in chiefs]


def _of(rows: Iterable[tuple[str, str]], people: frozenset[str] | None) -> int:
    return sum(people is None or person in people for person, _ in rows)


def open_of(desk: Desk, kind: Kind) -> list[tuple[str, str]]:
    """(person, kind) of each thing of that kind that is open."""
    query = select(Obligation.person_id, Obligation.kind).where(
        Obligation.kind == kind, Obligation.closed_at.is_(None)
    )
    return list(desk.session.execute(query))


def submitted(desk: Desk, since: datetime, until: datetime) -> list[Submitted]:
    """Notes first submitted from `since` until before `until`."""
    rows = desk.session.execute(
        select(Note.author_id, Note.first_submitted_at, Note.late_after, NoteVersion)
        .join(NoteVersion, and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version))
        .where(Note.first_submitted_at >= since, Note.first_submitted_at < until)
    )
    found = []
    for author, at, late_after, version in rows:
        event = _event(version, desk)
        if at is not None and event is not None:
            in_time = late_after is None or at.replace(microsecond=0) <= late_after
            found.append(Submitted(author, in_time, (at - event).total_seconds() / 3600))
    return found


def _event(version: NoteVersion, desk: Desk) -> datetime | None:
    at = version.ends_at or version.starts_at
    return at or (start_of_day(version.event_on, desk.policy.zone) if version.event_on else None)


def visits_owed(desk: Desk, month: Month) -> list[tuple[str, bool]]:
    """(person, met) of the visits owed in that month."""
    last = end_of_day(month.last, desk.policy.zone)
    query = select(Obligation.person_id, Obligation.closed_at).where(
        Obligation.kind == Kind.VISIT,
        Obligation.period == str(month),
        Obligation.withdrawn.is_(False),
        Obligation.due_at <= last,
    )
    return [(person, closed is not None) for person, closed in desk.session.execute(query)]
