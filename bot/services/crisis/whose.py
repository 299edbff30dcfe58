"""Which family a crisis is about: known when it was reported, or by now."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import CrisisCall, Note


def case_of(session: Session, call: CrisisCall) -> str | None:
    """The case it is about; where it was not known at first, the one that its note has by now."""
    if call.case_id or call.note_id is None:
        return call.case_id
    return session.scalar(select(Note.case_id).where(Note.id == call.note_id))
