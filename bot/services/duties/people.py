"""What staff owe one another: conferences, a look at the team, the week's figures; cut-offs before leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.leave import leave_cutoff
from bot.rules.moments import end_of_day
from bot.rules.months import Month
from bot.rules.reminder_days import conference_day, weekly_digest_day
from bot.rules.reminders import Kind
from bot.services.duties.duty import Duty, World
from storage.types import Role, StaffMember

WORKER = "worker"
"""In the period of a conference's row: the worker's own, who is told but does not record it."""


def leaves_ahead(world: World) -> Iterator[Duty]:
    """The cut-off before each leave that has not begun: by then all notes must be in."""
    for each in world.agency.leaves:
        if each.staff_id not in world.agency.staff or each.first_day <= world.today:
            continue
        cutoff = leave_cutoff(each.first_day, policy=world.policy)
        yield Duty(Kind.LEAVE, each.staff_id, each.first_day.isoformat(), each.staff_id, cutoff.effective)


@dataclass(frozen=True, slots=True)
class Conferences:
    """By worker: the conference that is due already, and the day on which the last one was held."""

    due: Mapping[str, tuple[str, datetime]]
    held: Mapping[str, date]


def conferences(world: World, known: Conferences) -> Iterator[Duty]:
    """The weekly conference of each supervisor and worker: one row for each of the two."""
    staff = world.agency.staff
    for worker in staff.values():
        chief = staff.get(worker.supervisor_id or "")
        if worker.role is not Role.CASEWORKER or worker.id in world.gone or chief is None:
            continue
        period, due = known.due.get(worker.id) or next_conference(world, known.held.get(worker.id))
        if (to := world.still_there(chief.id)) is not None:
            yield Duty(Kind.CONFERENCE, worker.id, period, to, due)
        yield Duty(Kind.CONFERENCE, worker.id, f"{period} {WORKER}", worker.id, due)


def next_conference(world: World, held: date | None) -> tuple[str, datetime]:
    """(period, due) of the conference after the one held on that day; None: counted from today."""
    day = conference_day(held or world.today, policy=world.policy)
    return day.isoformat(), end_of_day(day, world.policy.zone)


def looks_at_teams(world: World) -> Iterator[Duty]:
    """Each supervisor looks every morning at what the team has overdue; the row is the month's."""
    month = Month.of(world.today)
    for chief in _there(world):
        if chief.role is Role.SUPERVISOR and world.agency.workers_of(chief.id):
            due = end_of_day(month.last, world.policy.zone)
            yield Duty(Kind.TEAM, chief.id, str(month), chief.id, due)


def weekly_digests(world: World) -> Iterator[Duty]:
    """The next weekly digest of each director."""
    day = weekly_digest_day(world.today, policy=world.policy)
    for each in _there(world):
        if each.role is Role.DIRECTOR:
            due = end_of_day(day, world.policy.zone)
            yield Duty(Kind.WEEKLY_DIGEST, each.id, day.isoformat(), each.id, due)


def _there(world: World) -> Iterator[StaffMember]:
    return (each for each in world.agency.staff.values() if each.id not in world.gone)
