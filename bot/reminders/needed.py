"""Whether a planned reminder is still needed when it is sent: nobody is nagged about what is done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from storage.models import Obligation, OutboxItem

OBLIGATION = "obligation_id"


def still_needed(session: Session, item: OutboxItem, now: datetime) -> bool:
    """False where the obligation behind a reminder is met, moved to somebody else, or snoozed."""
    obligation_id = item.details.get(OBLIGATION)
    if obligation_id is None:
        return True
    owed = session.get(Obligation, obligation_id)
    if owed is None or owed.closed_at is not None:
        return False
    return owed.snoozed_until is None or owed.snoozed_until <= now
