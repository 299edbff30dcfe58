"""An offer that nobody takes is reminded of: the shift is still its holder's."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from bot.rules.moments import utc
from bot.rules.reminders import Kind
from bot.services import obligations
from storage.models import ShiftChange


def owe(session: Session, change: ShiftChange, *, now: datetime) -> None:
    """Have the holder reminded until somebody takes it; of a shift that is running there is no time to."""
    if change.gives_id and utc(change.starts_at) > now:
        obligations.owe(
            session,
            kind=Kind.SHIFT_OFFER,
            subject_id=change.id,
            person_id=change.gives_id,
            due_at=change.starts_at,
            now=now,
        )


def settle(session: Session, change: ShiftChange, *, now: datetime) -> None:
    """Nobody is reminded of it any more."""
    obligations.settle(session, kind=Kind.SHIFT_OFFER, subject_id=change.id, now=now)
