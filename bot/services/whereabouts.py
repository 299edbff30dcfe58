"""Where a note is: facts that also those may have who cannot read it. No child, no words."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import AlreadyDecided, NotAllowed
from bot.services.desk import Desk
from bot.services.notes import standing
from storage.models import Note, NoteOpening, PostedCard
from storage.queries.people import people
from storage.records import Whereabouts
from storage.types import NoteStatus


def whereabouts(session: Session, note_id: str) -> Whereabouts:
    """Where that note is. NoResultFound where there is none."""
    row = session.get_one(Note, note_id)
    staff = people(session, {row.author_id, row.reviewer_id, row.decided_by_id})
    return Whereabouts(
        author=staff[row.author_id],
        status=row.status,
        case_id=row.case_id,
        submitted_at=row.submitted_at,
        reviewer=staff.get(row.reviewer_id or ""),
        decided_by=staff.get(row.decided_by_id or ""),
        decided_at=row.decided_at,
    )


def ensure_still_with(desk: Desk, note_id: str) -> None:
    """Where the actor had the note for review, or opened it, and it is out of reach, say what became of it.

    AlreadyDecided, by whom and when; NotAllowed, saying who has it now. Nothing where it never was.
    """
    had = select(PostedCard.id).where(
        PostedCard.subject_id == note_id,
        PostedCard.kind == "review_card",
        PostedCard.staff_id == desk.actor.id,
    )
    read = select(NoteOpening.note_id).where(
        NoteOpening.note_id == note_id, NoteOpening.staff_id == desk.actor.id
    )
    if desk.session.scalar(had.limit(1)) is None and desk.session.scalar(read.limit(1)) is None:
        return
    where = whereabouts(desk.session, note_id)
    if where.status in (NoteStatus.APPROVED, NoteStatus.RETURNED):
        raise AlreadyDecided(standing(where, desk))
    if where.reviewer is not None and where.reviewer.id != desk.actor.id:
        raise NotAllowed(f"This note is now with {where.reviewer.name}, no longer with you.")
