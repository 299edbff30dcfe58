"""What a worker said about a draft after its card: the words are kept, whatever becomes of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.sealing import Sealed


class Remark(Base):
    """One message about a draft: an answer, a correction, an addition; or the edit of the message itself."""

    __tablename__ = "remarks"
    __table_args__ = (UniqueConstraint("channel", "ts", "kind"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    """said; edited:<when> and deleted for what became of the message that a draft came from."""
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    channel: Mapped[str]
    ts: Mapped[str]
    thread_ts: Mapped[str | None]
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    """As Slack gave them: to the letter, with its markup."""
    before_sealed: Mapped[bytes | None]
    before = Sealed()
    """Of an edited message: its words as the drafts had them."""
    sent_at: Mapped[datetime]
    made_at: Mapped[datetime]
    candidates: Mapped[list[str]] = mapped_column(default=list)
    """Notes that it may be about; the worker is asked which where there are several."""
    asks: Mapped[str | None]
    """What the worker is asked: which, add_or_new, update, answer; None where nothing is."""
    note_id: Mapped[str | None] = mapped_column(ForeignKey("notes.id"), index=True)
    version: Mapped[int | None]
    """The version of the note that has taken it in."""
    choice: Mapped[str | None]
    """How it was settled: taken_in, new, kept, update, filed."""
    settled_at: Mapped[datetime | None]
