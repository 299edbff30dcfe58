"""Who is on call: now, at a moment, over days; from the effective rota, with numbers to call (DOMAIN 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.rules import on_call as rules
from bot.rules.moments import at_local
from bot.services.desk import Desk
from storage.types import Shift, StaffMember, Tier


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One tier: who, until when, and who takes over then."""

    tier: Tier
    who: StaffMember
    since: datetime
    until: datetime
    then: StaffMember | None = None
    then_from: datetime | None = None


@dataclass(frozen=True, slots=True)
class Now:
    """The answer about one moment. In office hours `office_closes`, and `duties` are who takes over then."""

    at: datetime
    office_closes: datetime | None
    duties: tuple[OnDuty, ...]
    unfilled: tuple[Tier, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One duty in the answer about several days."""

    starts_at: datetime
    ends_at: datetime
    tier: Tier
    who: StaffMember


def at_moment(desk: Desk, at: datetime) -> Now:
    """Who answers at that instant."""
    found = rules.who_is_on_call(at, desk.agency.roster.shifts, policy=desk.policy)
    duties = tuple(_duty(desk, each) for each in found.duties if each.staff_id in desk.agency.staff)
    return Now(found.at, found.office_closes, duties, found.unfilled)


def _duty(desk: Desk, duty: rules.Duty) -> OnDuty:
    then = desk.agency.staff.get(duty.then.staff_id) if duty.then else None
    return OnDuty(
        tier=duty.tier,
        who=desk.agency.staff[duty.staff_id],
        since=duty.since,
        until=duty.until,
        then=then,
        then_from=duty.then.starts_at if duty.then else None,
    )


def between(desk: Desk, first: date, last: date, *, night: bool = False) -> list[Stretch]:
    """The duties that touch the agency's local days `first` to `last` and are not over, by start and tier.

    For days that lie in the past all of them are given. `night`: of that night alone, from the evening of
    `first` to the morning after `last`.
    """
    shifts = rules.on_call_between(first, last, desk.agency.roster.shifts, policy=desk.policy)
    if night:
        evening = at_local(first, time(20), desk.policy.zone)
        shifts = tuple(s for s in shifts if s.ends_at > evening)
    return [
        Stretch(s.starts_at, s.ends_at, s.tier, desk.agency.staff[s.staff_id])
        for s in shifts
        if s.staff_id in desk.agency.staff and (s.ends_at > desk.now or last < desk.today)
    ]


def own_shift(desk: Desk) -> Shift | None:
    """The actor's shift at this moment, whatever the tier; None: not on call now."""
    return rules.own_shift(desk.actor.id, desk.now, desk.agency.roster.shifts)
