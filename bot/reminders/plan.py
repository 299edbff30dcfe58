"""The planner: at each beat, on any replica, it writes down what has come due of what people owe.

It touches only what changed or falls due: `planned_until` is the moment of an obligation's next step, and
the next look at it. A row is unique on kind:subject:period:step:person, so that any number of planners,
restarts and repeated beats write it once. What an outage ate is merged: of the steps whose moments have
passed only the newest is written.
"""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bot.clock import monotonic
from bot.reminders.needed import OBLIGATION
from bot.reminders.slots import Slot, digest_slot, ping_slot
from bot.reminders.steps import next_step, steps_between
from bot.rules.policy import Policy
from bot.rules.reminders import Kind, Step, Via
from bot.services import outbox
from storage.database import Database
from storage.models import Obligation, Staff
from storage.types import Lane

DIGEST = "digest"
_URGENT = frozenset({Kind.NOTE, Kind.INCIDENT})
_BATCH = 250
_JUST_AFTER = timedelta(microseconds=1)
log = logging.getLogger(__name__)


class Planner:
    """Turns obligations into outbox rows by the agency's policy."""

    def __init__(self, db: Database, policy: Policy) -> None:
        self._db, self._policy = db, policy
        self.busy = False
        """Whether more has come due than the last beat had time for."""

    def plan(self, now: datetime, patience: float = math.inf) -> int:
        """Write down what has come due by `now`, the earliest first; how many obligations were looked at.

        After `patience` seconds it begins no further batch: the next beat goes on (`busy`).
        """
        looked_at, until = 0, monotonic() + patience
        while self._anything_due(now):
            planned = self._db.write(lambda session: _Batch(session, self._policy, now).plan_due())
            looked_at += planned
            self.busy = planned == _BATCH
            if not self.busy or monotonic() >= until:
                return looked_at
        self.busy = False
        return looked_at

    def _anything_due(self, now: datetime) -> bool:
        with self._db.reading() as session:
            return bool(session.scalar(select(exists().where(Obligation.planned_until <= now))))


def _due(session: Session, now: datetime) -> list[tuple[Obligation, str]]:
    """Open obligations whose next step has come, each with its person's zone; other planners skip them."""
    rows = session.execute(
        select(Obligation, Staff.timezone)
        .join(Staff, Staff.id == Obligation.person_id)
        .where(Obligation.planned_until <= now)
        .order_by(Obligation.planned_until)
        .limit(_BATCH)
        .with_for_update(skip_locked=True, of=Obligation)
    )
    return [(owed, zone) for owed, zone in rows]


_DECIDING = (
    *("kind", "period", "person_id", "due_at", "late_after"),
    *("opened_at", "planned_until", "snoozed_until"),
)
"""The columns that decide when to remind of it."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """The reminders to write now, and when to look again."""

    write: tuple[Step, ...]
    look_at: datetime | None


@dataclass(slots=True)
class _Batch:
    """One transaction's worth of planning.

    A person's digest stands under one key, whatever it is about: digests are written by their keys' order,
    so that two planners never wait for each other.
    """

    session: Session
    policy: Policy
    now: datetime
    digests: dict[str, tuple[str, Slot]] = field(default_factory=dict)
    known: dict[tuple[object, ...], _Plan] = field(default_factory=dict)
    slots: dict[tuple[str, datetime], Slot] = field(default_factory=dict)

    def plan_due(self) -> int:
        """Plan what is due; how many obligations that were."""
        batch = _due(self.session, self.now)
        self._plan(batch)
        for key, (person_id, slot) in sorted(self.digests.items(), key=lambda digest: digest[0]):
            self._put_digest(key, person_id, slot)
        return len(batch)

    def _plan(self, batch: list[tuple[Obligation, str]]) -> None:
        for owed, zone in batch:
            try:
                self._plan_one(owed, ZoneInfo(zone))
            except (ValueError, KeyError, OSError):
                # A row that the rules cannot read must not hold up the others.
                log.exception("obligation %s cannot be planned", owed.id)
                owed.planned_until = self.now + timedelta(hours=1)

    def _plan_one(self, owed: Obligation, tz: ZoneInfo) -> None:
        if owed.closed_at is not None:
            owed.planned_until = None
            return
        plan = self._plan_of(owed, tz)
        for step in plan.write:
            self._write(owed, step, tz)
        owed.planned_until = plan.look_at

    def _plan_of(self, owed: Obligation, tz: ZoneInfo) -> _Plan:
        """What is to be done about it: worked out once for rows whose reminders are the same."""
        key = tuple(getattr(owed, name) for name in _DECIDING)
        if key not in self.known:
            since = owed.planned_until or owed.opened_at
            passed = steps_between(owed, tz, self.policy, since, self.now + _JUST_AFTER)
            newest = {step.via: step for step in passed}
            look_at = next_step(owed, tz, self.policy, self.now)
            self.known[key] = _Plan(tuple(newest[via] for via in Via if via in newest), look_at)
        return self.known[key]

    def _slot(self, person_id: str, at: datetime, tz: ZoneInfo) -> Slot:
        if (person_id, at) not in self.slots:
            slot = digest_slot(person_id, at, now=self.now, tz=tz, policy=self.policy)
            self.slots[person_id, at] = slot
        return self.slots[person_id, at]

    def _write(self, owed: Obligation, step: Step, tz: ZoneInfo) -> None:
        if step.via is Via.DIGEST:
            slot = self._slot(owed.person_id, step.at, tz)
            self.digests.setdefault(f"{DIGEST}:{owed.person_id}:{slot.day}:morning", (owed.person_id, slot))
            return
        slot = ping_slot(step.at, owed.due_at, tz=tz, policy=self.policy)
        period = owed.period or f"{owed.due_at:%Y%m%dT%H%M%S}"
        outbox.put(
            self.session,
            dedupe_key=f"{owed.kind}:{owed.subject_id}:{period}:{step.name}:{owed.person_id}",
            kind=f"{owed.kind}_reminder",
            recipient_id=owed.person_id,
            now=self.now,
            due_at=slot.at,
            lane=Lane.URGENT if owed.kind in _URGENT else Lane.DIGEST,
            subject_id=owed.subject_id,
            details={OBLIGATION: owed.id, "step": step.name},
            expires_at=slot.expires,
        )

    def _put_digest(self, key: str, person_id: str, slot: Slot) -> None:
        outbox.put(
            self.session,
            dedupe_key=key,
            kind=DIGEST,
            recipient_id=person_id,
            now=self.now,
            due_at=slot.at,
            lane=Lane.DIGEST,
            subject_id=person_id,
            details={"day": slot.day.isoformat()},
            expires_at=slot.expires,
        )
