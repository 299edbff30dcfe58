"""When a reminder may leave and until when it makes sense: also for one whose moment an outage ate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.rules.moments import DAY, at_local, local_date
from bot.rules.policy import Policy
from bot.rules.quiet import digest_at, quiet_now


@dataclass(frozen=True, slots=True)
class Slot:
    """Not before `at`, not from `expires` on (UTC); `day` is the person's local day."""

    day: date
    at: datetime
    expires: datetime


def digest_slot(person_id: str, wanted: datetime, *, now: datetime, tz: ZoneInfo, policy: Policy) -> Slot:
    """The morning digest that carries an entry wanted at `wanted`.

    That day's, or where it is over (the next quiet hours have begun) the next day's. A digest that is late
    leaves at once, until the quiet hours begin; what it would have said stands in the next one.
    """
    day = max(local_date(wanted, tz), local_date(now, tz))
    if _quiet_from(day, tz, policy) <= now:
        day += DAY
    return Slot(day, digest_at(person_id, day, tz=tz, policy=policy), _quiet_from(day, tz, policy))


def ping_slot(wanted: datetime, due: datetime, *, tz: ZoneInfo, policy: Policy) -> Slot:
    """A message of its own: from its moment until it is due, but not into quiet hours that end before that.

    What falls due after the night stands in the morning's digest then.
    """
    day = local_date(wanted, tz)
    night_from = _quiet_from(day, tz, policy)
    if wanted >= night_from:
        return Slot(day, wanted, max(due, wanted + DAY))
    night = quiet_now(night_from, tz=tz, policy=policy)
    over = due if night is None or due <= night.end else night_from
    return Slot(day, wanted, over if over > wanted else wanted + DAY)


def _quiet_from(day: date, tz: ZoneInfo, policy: Policy) -> datetime:
    return at_local(day, policy.quiet.starts, tz)
