"""A crisis: whether to sound the alarm at once, and who is called in which order (DOMAIN 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.moments import utc
from bot.rules.policy import Policy


class Alarm(StrEnum):
    """AT_ONCE; AFTER_WAIT: unless "Not a crisis" is tapped before; ASK: only if somebody says so."""

    AT_ONCE = "at_once"
    AFTER_WAIT = "after_wait"
    ASK = "ask"


def alarm_for(
    *, said: bool, happened_at: datetime | None, now: datetime, policy: Policy
) -> tuple[Alarm, datetime | None]:
    """How a crisis is treated, and when (UTC) its alarm goes; None: when somebody says so.

    Said as a crisis it goes at once. Only inferred from the words and less than 12 hours old (or with no
    time known), after 60 seconds; older, it is asked.
    """
    moment = utc(now)
    if said:
        return Alarm.AT_ONCE, moment
    within = timedelta(hours=policy.crisis.inferred_within_hours)
    if happened_at is None or moment - utc(happened_at) < within:
        return Alarm.AFTER_WAIT, moment + timedelta(seconds=policy.crisis.inferred_wait_seconds)
    return Alarm.ASK, None


@dataclass(frozen=True, slots=True)
class Rungs:
    """Who could be called about a case now; None where there is nobody. Whoever reports is no rung."""

    on_call_supervisor: str | None
    case_supervisor: str | None
    next_level_up: str | None
    director: str | None


def ladder(rungs: Rungs, *, office_hours: bool, reporter_id: str | None = None) -> tuple[str, ...]:
    """The order of one round: each person once.

    After hours the on-call supervisor, the case's supervisor, the director; in office hours the case's
    supervisor, the next level up, the director. Empty: nobody can be called, which is itself an alarm.
    """
    after_hours = (rungs.on_call_supervisor, rungs.case_supervisor, rungs.director)
    by_day = (rungs.case_supervisor, rungs.next_level_up, rungs.director)
    order = by_day if office_hours else after_hours
    return tuple(dict.fromkeys(person for person in order if person and person != reporter_id))


def rung(step: int, order: tuple[str, ...]) -> str | None:
    """Whom the step calls, the first being 0: round again after the last; None on an empty ladder."""
    return order[step % len(order)] if order else None


def step_at(alarm_at: datetime, step: int, *, policy: Policy) -> datetime:
    """When (UTC) the step is called if nobody has acknowledged: 5 minutes apart."""
    return utc(alarm_at) + step * timedelta(minutes=policy.crisis.step_minutes)
