"""What the pager is told of a crisis: rows that `bot.reminders.pager` sends, where PAGER_URL is set."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from storage.models import Page, new_id
from storage.upserts import Upsert

TRIGGER, ACKNOWLEDGE, RESOLVE = "trigger", "acknowledge", "resolve"
_PAGE = Upsert(lambda insert: insert(Page).on_conflict_do_nothing(index_elements=["dedupe_key"]))


def page(
    session: Session, crisis_id: str, action: str, step: str, *, now: datetime, at: datetime | None = None
) -> None:
    """Have the pager told at `at` (default: now), once for each action and step."""
    row = {
        "id": new_id(),
        "dedupe_key": f"{crisis_id}:{action}:{step}",
        "crisis_id": crisis_id,
        "action": action,
        "created_at": now,
        "next_at": at or now,
        "tries": 0,
        "sent_at": None,
    }
    session.connection().execute(_PAGE.on(session), row)


def cancel(session: Session, crisis_id: str) -> None:
    """What the pager was to be told of alerts and was not yet, it is not told."""
    unsent = Page.crisis_id == crisis_id, Page.action == TRIGGER, Page.sent_at.is_(None)
    session.execute(delete(Page).where(*unsent).execution_options(synchronize_session=False))
