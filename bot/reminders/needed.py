"""Whether a planned reminder is still needed when it is sent: nobody is nagged about what is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Obligation, OutboxItem

OBLIGATION = "obligation_id"


def obligations_behind(session: Session, items: Sequence[OutboxItem]) -> Sequence[Obligation]:
    """The obligations behind these reminders, in one read; `still_needed` then asks the database no more."""
    ids = {item.details[OBLIGATION] for item in items if item.details.get(OBLIGATION)}
    return session.scalars(select(Obligation).where(Obligation.id.in_(ids))).all() if ids else ()


def still_needed(session: Session, item: OutboxItem, now: datetime) -> bool:
    """False where the obligation behind a reminder is met, moved to somebody else, or snoozed."""
    obligation_id = item.details.get(OBLIGATION)
    if obligation_id is None:
        return True
    owed = session.get(Obligation, obligation_id)
    if owed is None or owed.closed_at is not None:
        return False
    return owed.snoozed_until is None or owed.snoozed_until <= now
