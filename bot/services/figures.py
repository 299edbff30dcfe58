"""Figures about the running program: counts only, no names."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.services.outbox import backlog
from storage.models import InboxItem, Note, OutboxItem
from storage.types import NoteStatus, OutboxState


def figures(session: Session, now: datetime) -> dict[str, int]:
    """What waits and what went wrong, by name."""
    return {
        "inbox_unmarked": _count(session, select(func.count()).where(InboxItem.done_at.is_(None))),
        "outbox_backlog": backlog(session, now),
        "outbox_dead": _count(session, select(func.count()).where(OutboxItem.state == OutboxState.DEAD)),
        "notes_waiting_review": _count(
            session, select(func.count()).where(Note.status == NoteStatus.SUBMITTED)
        ),
    }


def _count(session: Session, query: object) -> int:
    return int(session.scalar(query) or 0)  # type: ignore[call-overload]
