"""What came beside a worker's words: voice clips, other files; and the nicknames that she taught the bot."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.sealing import Sealed
from storage.types import SentState


class SentFiles(Base):
    """A message with files: what was sent, what was heard in it, where it went. Nothing is downloaded."""

    __tablename__ = "sent_files"
    __table_args__ = (UniqueConstraint("channel", "ts"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    channel: Mapped[str]
    ts: Mapped[str]
    sent_at: Mapped[datetime]
    state: Mapped[SentState]
    files_sealed: Mapped[bytes | None]
    files = Sealed()
    """JSON: [{"id", "name", "link", "kind", "seconds"}]; a file's name may hold a child's."""
    transcript_sealed: Mapped[bytes | None]
    transcript = Sealed()
    """What Slack heard in the clips, to the letter."""
    note_id: Mapped[str | None] = mapped_column(ForeignKey("notes.id"), index=True)
    """The note that says that they were sent."""
    settled_at: Mapped[datetime | None]


class Nickname(Base):
    """What one worker calls a child or a person, confirmed by her; nobody else's reading uses it."""

    __tablename__ = "nicknames"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    alias_sealed: Mapped[bytes | None]
    alias = Sealed()
    """As she wrote it."""
    row_id: Mapped[str]
    """The child's or contact's id."""
    learned_at: Mapped[datetime]
    note_id: Mapped[str | None] = mapped_column(ForeignKey("notes.id"))
    """The note on which she confirmed it."""
    removed_at: Mapped[datetime | None]
