"""What stands in a person's morning digest: worked out when it is drawn, from what is owed at that moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.reminders.plan import DIGEST
from bot.reminders.steps import steps_between
from bot.rules.policy import Policy
from bot.rules.quiet import digest_at
from bot.rules.reminders import Step, Via
from storage.models import Obligation, OutboxItem, Staff
from storage.types import OutboxState

_LOOK_BACK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something owed, and the reminder's step that brings it into this digest (`step.name`)."""

    owed: Obligation
    step: Step


def digest_entries(session: Session, person_id: str, day: date, policy: Policy) -> list[Entry]:
    """What stands in the person's digest of that local day, soonest due first; empty: nothing to say.

    All that is open and whose moment lies after the last digest that was sent (at most seven days back),
    so that what an outage swallowed is merged into the next one; each obligation stands there once.
    """
    tz = ZoneInfo(session.get_one(Staff, person_id).timezone)
    upto = digest_at(person_id, day, tz=tz, policy=policy)
    since = max(_last_sent(session, person_id, upto) or upto - _LOOK_BACK, upto - _LOOK_BACK)
    owed = session.scalars(
        select(Obligation)
        .where(Obligation.person_id == person_id, Obligation.closed_at.is_(None))
        .order_by(Obligation.due_at, Obligation.id)
    ).all()
    entries = []
    just_after = timedelta(microseconds=1)
    for each in owed:
        steps = steps_between(each, tz, policy, since + just_after, upto + just_after)
        morning = [step for step in steps if step.via is Via.DIGEST]
        if morning:
            entries.append(Entry(each, morning[-1]))
    return entries


def _last_sent(session: Session, person_id: str, before: datetime) -> datetime | None:
    return session.scalar(
        select(func.max(OutboxItem.due_at)).where(
            OutboxItem.recipient_id == person_id,
            OutboxItem.kind == DIGEST,
            OutboxItem.state == OutboxState.SENT,
            OutboxItem.due_at < before,
        )
    )
