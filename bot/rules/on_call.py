"""Who is on call: now, at a moment, in a period, and who is next (DOMAIN 5).

All questions are asked of the effective roster: `with_takeovers` first applies swaps and take-overs. Within
office hours no rota is needed; the answer then is the case's worker and supervisor, and who takes over
at the close. Instants out are UTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.rules.moments import DAY, start_of_day, utc
from bot.rules.office_hours import office_now
from bot.rules.policy import Policy
from bot.rules.stretches import Stretch, without
from storage.types import Shift, Tier


@dataclass(frozen=True, slots=True)
class Takeover:
    """`staff_id` is on call instead, for that tier and time; where two meet, the later `agreed_at` holds."""

    tier: Tier
    starts_at: datetime
    ends_at: datetime
    staff_id: str
    agreed_at: datetime


@dataclass(frozen=True, slots=True)
class Duty:
    """One tier at one moment: who, since when and until when (shifts that follow on each other are one).

    `then` is the duty that follows in that tier, which may begin later than `until`; None where the rota
    ends. `then.starts_at == until` says that it is handed over without a break.
    """

    tier: Tier
    staff_id: str
    since: datetime
    until: datetime
    then: Shift | None


@dataclass(frozen=True, slots=True)
class OnCallAnswer:
    """Who answers at a moment.

    In office hours `office_closes` says until when the case's worker and supervisor are asked, and
    `duties` are those who take over then. Otherwise `duties` are those on call. The tiers are in their
    order; one that nobody holds is in `unfilled`.
    """

    at: datetime
    office_closes: datetime | None
    duties: tuple[Duty, ...]
    unfilled: tuple[Tier, ...]


def with_takeovers(shifts: Iterable[Shift], takeovers: Iterable[Takeover]) -> tuple[Shift, ...]:
    """The effective roster: each take-over cut out of the shifts it touches and put in their place."""
    effective = list(shifts)
    for each in sorted(takeovers, key=lambda takeover: takeover.agreed_at):
        effective = [rest for shift in effective for rest in _cut_out(shift, each)]
        effective.append(Shift(each.starts_at, each.ends_at, each.staff_id, each.tier))
    return tuple(sorted(effective, key=_by_start))


def _cut_out(shift: Shift, takeover: Takeover) -> tuple[Shift, ...]:
    if shift.tier is not takeover.tier:
        return (shift,)
    hole = Stretch.of(takeover.starts_at, takeover.ends_at)
    return tuple(replace(shift, starts_at=s.start, ends_at=s.end) for s in without(_span(shift), [hole]))


def consecutive(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """The shifts with those of one person and tier that follow on or overlap joined into one, by start."""
    result: list[Shift] = []
    latest: dict[tuple[str, Tier], int] = {}
    for each in sorted(map(_in_utc, shifts), key=_by_start):
        place = latest.get((each.staff_id, each.tier))
        if place is not None and each.starts_at <= result[place].ends_at:
            longer = max(result[place].ends_at, each.ends_at)
            result[place] = replace(result[place], ends_at=longer)
        else:
            latest[each.staff_id, each.tier] = len(result)
            result.append(each)
    return tuple(result)


def on_call_at(moment: datetime, shifts: Iterable[Shift]) -> tuple[Duty, ...]:
    """Who is on call at the instant by the rota alone, whatever the office hours; tiers in order.

    Where two hold one tier at once, the one who came last counts (see `rota.overlaps`).
    """
    joined = consecutive(shifts)
    found = {each.tier: each for each in joined if utc(moment) in _span(each)}
    return tuple(_duty(found[tier], joined) for tier in Tier if tier in found)


def _duty(shift: Shift, joined: Sequence[Shift]) -> Duty:
    later = (
        each
        for each in joined
        if each.tier is shift.tier and each is not shift and each.ends_at > shift.ends_at
    )
    return Duty(shift.tier, shift.staff_id, utc(shift.starts_at), utc(shift.ends_at), next(later, None))


def who_is_on_call(moment: datetime, shifts: Iterable[Shift], *, policy: Policy) -> OnCallAnswer:
    """The answer to "who is on call?" at an instant."""
    office = office_now(moment, policy=policy)
    duties = on_call_at(office.end if office else moment, shifts)
    held = {each.tier for each in duties}
    unfilled = tuple(tier for tier in Tier if tier in policy.on_call.tiers and tier not in held)
    return OnCallAnswer(utc(moment), office.end if office else None, duties, unfilled)


def on_call_between(first: date, last: date, shifts: Iterable[Shift], *, policy: Policy) -> tuple[Shift, ...]:
    """The duties that touch the local days `first` to `last` (both included), joined, by start and tier."""
    days = Stretch(start_of_day(first, policy.zone), start_of_day(last + DAY, policy.zone))
    return tuple(each for each in consecutive(shifts) if _span(each).overlap(days))


def own_shift(staff_id: str, moment: datetime, shifts: Iterable[Shift]) -> Shift | None:
    """The person's duty in which the instant lies, whatever the tier; None: not on call then."""
    mine = consecutive(each for each in shifts if each.staff_id == staff_id)
    return next((each for each in mine if utc(moment) in _span(each)), None)


def _in_utc(shift: Shift) -> Shift:
    """Two times of one zone compare by the clock on the wall, which a clock change makes wrong."""
    return replace(shift, starts_at=utc(shift.starts_at), ends_at=utc(shift.ends_at))


def _span(shift: Shift) -> Stretch:
    return Stretch.of(shift.starts_at, shift.ends_at)


def _by_start(shift: Shift) -> tuple[datetime, int]:
    return utc(shift.starts_at), list(Tier).index(shift.tier)
