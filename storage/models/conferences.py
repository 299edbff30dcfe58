"""The weekly conference of supervisor and worker, family by family."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.sealing import Sealed


class ConferenceCase(Base):
    """That a family was discussed in a worker's conference, and what was decided: words that never change."""

    __tablename__ = "conference_cases"
    __table_args__ = (UniqueConstraint("worker_id", "case_id", "conference"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    worker_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    conference: Mapped[str] = mapped_column(default="")
    """The instant at which its conference was recorded as held; empty as long as that has not happened."""
    on: Mapped[date]
    decided_sealed: Mapped[bytes | None]
    decided = Sealed()
    recorded_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    recorded_at: Mapped[datetime]
    note_id: Mapped[str | None] = mapped_column(ForeignKey("notes.id"))
    """The Case Conference note that its author began from it."""
