"""A crisis: whether to sound the alarm at once, and who is called in which order (DOMAIN 5)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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


class Rung(StrEnum):
    """A place on the ladder; the profile's `crisis.after_hours` and `crisis.office_hours` order them."""

    ON_CALL = "on_call"
    BACKUP = "backup"
    ON_CALL_SUPERVISOR = "on_call_supervisor"
    CASE_SUPERVISOR = "case_supervisor"
    NEXT_LEVEL_UP = "next_level_up"
    DIRECTOR = "director"
    LAST_RESORT = "last_resort"
    """A director or an administrator, where nobody at all stands on the rungs of the profile."""


@dataclass(frozen=True, slots=True)
class Called:
    """A rung and who stands on it now; None: nobody does."""

    rung: Rung
    person: str | None


def ladder(
    standing: Mapping[Rung, str | None], *, office_hours: bool, policy: Policy, reporter_id: str | None = None
) -> tuple[Called, ...]:
    """One round, in the profile's order: each person once, empty rungs included.

    By default after hours the on-call supervisor, the case's supervisor, the director; in office hours the
    case's supervisor, the next level up, the director. Whoever reports is no rung.
    """
    order = policy.crisis.office_hours if office_hours else policy.crisis.after_hours
    line: list[Called] = []
    for rung in map(Rung, order):
        person = standing.get(rung)
        if person is None or (person != reporter_id and person not in {each.person for each in line}):
            line.append(Called(rung, person))
    return tuple(line)


def next_call(
    line: Sequence[Called], *, called: Collection[str], said: Collection[Rung] = ()
) -> tuple[tuple[Called, ...], Called | None]:
    """Who comes next in a round in which `called` had their turn; None where the round is over.

    Before it the empty rungs that are passed over, but those in `said`: they cost no time, and it is told.
    """
    empty: list[Called] = []
    for each in line:
        if each.person is None and each.rung not in said:
            empty.append(each)
        elif each.person is not None and each.person not in called:
            return tuple(empty), each
    return tuple(empty), None


def step_at(last_at: datetime, *, policy: Policy) -> datetime:
    """When (UTC) the next rung is called if nobody has acknowledged: 5 minutes after the last one."""
    return utc(last_at) + timedelta(minutes=policy.crisis.step_minutes)
