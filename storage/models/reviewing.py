"""What goes on around a review: questions on a note and their answers, later dates for a correction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.sealing import Sealed


class NoteQuestion(Base):
    """One line of what reviewer and worker ask and answer about a note; it stays with the note's record."""

    __tablename__ = "note_questions"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), index=True)
    said_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    to_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    """Whom it asks, or answers."""
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    said_at: Mapped[datetime]


class LaterDate(Base):
    """An exception: a returned note's correction is due later than the policy says, and why."""

    __tablename__ = "later_dates"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), index=True)
    version: Mapped[int]
    """The version that was returned."""
    due_before: Mapped[datetime]
    due_at: Mapped[datetime]
    reason_sealed: Mapped[bytes | None]
    reason = Sealed()
    made_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime] = mapped_column(index=True)


class HomeSeen(Base):
    """Whose Home was opened when: it is kept true while it may be looked at."""

    __tablename__ = "homes_seen"

    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    slack_user_id: Mapped[str]
    opened_at: Mapped[datetime] = mapped_column(index=True)
