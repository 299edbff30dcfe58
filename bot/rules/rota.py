"""What is wrong with a rota: times without anybody, times with two (DOMAIN 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from bot.rules.moments import DAY, local_date, utc
from bot.rules.office_hours import office_hours
from bot.rules.on_call import consecutive
from bot.rules.policy import Policy
from bot.rules.stretches import Stretch, without
from storage.types import Leave, Shift, Tier


@dataclass(frozen=True, slots=True)
class Gap:
    """Time outside office hours, in UTC, in which nobody holds the tier."""

    tier: Tier
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Overlap:
    """Time, in UTC, in which two people hold one tier."""

    tier: Tier
    starts_at: datetime
    ends_at: datetime
    staff_ids: tuple[str, str]


def gaps(shifts: Iterable[Shift], *, now: datetime, policy: Policy) -> tuple[Gap, ...]:
    """The gaps of the next 14 days (the profile's) in the tiers that must be filled, by tier and start.

    Office hours are no gap; a holiday on a weekday has none, so it must be covered whole.
    """
    ahead = Stretch(utc(now), utc(now) + policy.on_call.gap_days * DAY)
    office = office_hours(ahead.start, ahead.end, policy=policy)
    rota = tuple(shifts)
    return tuple(
        Gap(tier, each.start, each.end)
        for tier in Tier
        if tier in policy.on_call.tiers
        for each in without(ahead, (*office, *_held(rota, tier)))
    )


def _held(shifts: Iterable[Shift], tier: Tier) -> list[Stretch]:
    return [_span(each) for each in shifts if each.tier is tier]


def overlaps(shifts: Iterable[Shift], *, now: datetime, policy: Policy) -> tuple[Overlap, ...]:
    """Where, in the same days ahead, each two people who hold one tier at once."""
    ahead = Stretch(utc(now), utc(now) + policy.on_call.gap_days * DAY)
    coming = [each for each in consecutive(shifts) if _span(each).overlap(ahead)]
    return tuple(
        Overlap(one.tier, both.start, both.end, (one.staff_id, other.staff_id))
        for one, other in combinations(coming, 2)
        if one.tier is other.tier and (both := _both(one, other, ahead))
    )


def absent(
    shifts: Iterable[Shift],
    *,
    leaves: Collection[Leave],
    gone: Collection[str],
    now: datetime,
    policy: Policy,
) -> tuple[tuple[Shift, str], ...]:
    """Shifts of the same days whose holder is on leave ("leave") or has left ("gone").

    An alarm would pass them over.
    """
    ahead = Stretch(utc(now), utc(now) + policy.on_call.gap_days * DAY)
    found = []
    for each in consecutive(shifts):
        if _span(each).overlap(ahead) and each.ends_at > utc(now):
            off = any(is_off(leave, each.staff_id, _span(each), policy.zone) for leave in leaves)
            why = "gone" if each.staff_id in gone else "leave" if off else ""
            found += [(each, why)] if why else []
    return tuple(found)


def is_off(leave: Leave, staff_id: str, time: Stretch, tz: ZoneInfo) -> bool:
    """Whether that leave is the person's, and holds one of the local days that the time touches."""
    first, last = local_date(time.start, tz), local_date(time.end - timedelta(microseconds=1), tz)
    return leave.staff_id == staff_id and leave.first_day <= last and leave.last_day >= first


def _both(one: Shift, other: Shift, ahead: Stretch) -> Stretch | None:
    shared = _span(one).overlap(_span(other))
    return shared.overlap(ahead) if shared else None


def _span(shift: Shift) -> Stretch:
    return Stretch.of(shift.starts_at, shift.ends_at)
