"""Where a note is: facts that also those may have who cannot read it. No child, no words."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import NotAllowed
from bot.services.desk import Desk
from storage.models import Note, PostedCard
from storage.queries.people import people
from storage.records import Whereabouts


def whereabouts(session: Session, note_id: str) -> Whereabouts:
    """Where that note is. NoResultFound where there is none."""
    row = session.get_one(Note, note_id)
    staff = people(session, {row.author_id, row.reviewer_id})
    reviewer = staff.get(row.reviewer_id or "")
    return Whereabouts(staff[row.author_id], row.status, row.case_id, row.submitted_at, reviewer)


def ensure_still_with(desk: Desk, note_id: str) -> None:
    """NotAllowed, saying who has it now, where the note was with the actor for review and is out of reach."""
    had = select(PostedCard.id).where(
        PostedCard.subject_id == note_id,
        PostedCard.kind == "review_card",
        PostedCard.staff_id == desk.actor.id,
    )
    if desk.session.scalar(had.limit(1)) is None:
        return
    where = whereabouts(desk.session, note_id)
    if where.reviewer is not None and where.reviewer.id != desk.actor.id:
        raise NotAllowed(f"This note is now with {where.reviewer.name}, no longer with you.")
