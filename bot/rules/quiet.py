"""When to speak: quiet hours, the morning digest, snoozing. All by the person's own zone (DOMAIN 6)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.errors import Unusable
from bot.rules.moments import DAY, at_local, local_date, utc
from bot.rules.policy import Policy
from bot.rules.stretches import Stretch


def quiet_now(moment: datetime, *, tz: ZoneInfo, policy: Policy) -> Stretch | None:
    """The quiet hours (UTC) in which the instant lies: 20:00 to 07:00 of the person's zone; None outside."""
    today = local_date(moment, tz)
    return next(
        (night for day in (today - DAY, today) if utc(moment) in (night := _night(day, tz, policy))), None
    )


def _night(day: date, tz: ZoneInfo, policy: Policy) -> Stretch:
    """The quiet hours that begin on that local day."""
    ends_on = day + DAY if policy.quiet.ends <= policy.quiet.starts else day
    starts = at_local(day, policy.quiet.starts, tz)
    return Stretch(starts, at_local(ends_on, policy.quiet.ends, tz))


def before_quiet(moment: datetime, *, tz: ZoneInfo, policy: Policy) -> datetime:
    """The instant itself, or where it falls into quiet hours the profile's lead before they begin."""
    night = quiet_now(moment, tz=tz, policy=policy)
    return night.start - timedelta(minutes=policy.quiet.lead_minutes) if night else utc(moment)


def after_quiet(moment: datetime, *, tz: ZoneInfo, policy: Policy) -> datetime:
    """The instant itself, or where it falls into quiet hours their end."""
    night = quiet_now(moment, tz=tz, policy=policy)
    return night.end if night else utc(moment)


def may_send(
    now: datetime, *, tz: ZoneInfo, policy: Policy, due: datetime | None = None, crisis: bool = False
) -> bool:
    """Whether something may be sent to the person at `now`.

    In quiet hours only a crisis, and what falls due before they end (and isn't over already).
    """
    night = quiet_now(now, tz=tz, policy=policy)
    return night is None or crisis or (due is not None and utc(now) <= utc(due) <= night.end)


def digest_at(person_id: str, day: date, *, tz: ZoneInfo, policy: Policy) -> datetime:
    """When the person's morning digest goes on that local day, in UTC.

    Between 7:30 and 8:30 by a hash of the person's id: the same second every day, spread over the agency.
    """
    opens = _morning(day, policy.digest.opens, tz)
    seconds = _since_midnight(policy.digest.closes) - _since_midnight(policy.digest.opens)
    return opens + timedelta(seconds=_spread(person_id) % seconds)


@lru_cache(maxsize=65_536)
def _spread(person_id: str) -> int:
    return int.from_bytes(hashlib.sha256(person_id.encode()).digest()[:8])


@lru_cache(maxsize=4096)
def _morning(day: date, clock: time, tz: ZoneInfo) -> datetime:
    """The same few mornings are asked for again and again, for everybody."""
    return at_local(day, clock, tz)


def _since_midnight(clock: time) -> int:
    return clock.hour * 3600 + clock.minute * 60 + clock.second


@dataclass(frozen=True, slots=True)
class Snooze:
    """Until when (UTC) a reminder is silent; `shortened`: the deadline, or the digest, comes earlier."""

    until: datetime
    shortened: bool


def snooze(
    wanted: datetime, *, now: datetime, due: datetime, person_id: str, tz: ZoneInfo, policy: Policy
) -> Snooze:
    """How long a reminder may be silent: as wanted, not into quiet hours, and not beyond the deadline.

    It speaks again at the latest an hour before that, out of quiet hours. What is overdue already may be
    silent until the next morning's digest. Unusable where `wanted` isn't
    in the future or nothing is left before the deadline.
    """
    moment, due = utc(now), utc(due)
    if utc(wanted) <= moment:
        raise Unusable("A snooze must end in the future; choose a later time.")
    last_call = before_quiet(due - timedelta(hours=1), tz=tz, policy=policy)
    limit = last_call if due > moment else _next_digest(moment, person_id, tz, policy)
    if limit <= moment:
        raise Unusable("This is due too soon to be snoozed.")
    until = min(after_quiet(wanted, tz=tz, policy=policy), limit)
    return Snooze(until, shortened=until < utc(wanted))


def _next_digest(now: datetime, person_id: str, tz: ZoneInfo, policy: Policy) -> datetime:
    today = local_date(now, tz)
    this_morning = digest_at(person_id, today, tz=tz, policy=policy)
    return this_morning if this_morning > now else digest_at(person_id, today + DAY, tz=tz, policy=policy)
