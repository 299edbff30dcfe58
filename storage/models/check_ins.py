"""Visits with a time to be back by: asked then, and somebody alerted where no answer comes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.checking_in import CheckInStatus
from storage.models.base import Base, new_id
from storage.sealing import Sealed


class CheckIn(Base):
    __tablename__ = "check_ins"
    __table_args__ = (UniqueConstraint("source_channel", "source_ts"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    source_channel: Mapped[str]
    source_ts: Mapped[str]
    made_at: Mapped[datetime]
    back_by: Mapped[datetime]
    status: Mapped[CheckInStatus] = mapped_column(default=CheckInStatus.OUT)
    round: Mapped[int] = mapped_column(default=0)
    """How often more time was taken."""
    step: Mapped[int] = mapped_column(default=0)
    """What comes next: 0 the question, then the alerts one by one."""
    next_at: Mapped[datetime | None] = mapped_column(index=True)
    """When; None: nothing more."""
    acknowledged_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    acknowledged_at: Mapped[datetime | None]
    back_at: Mapped[datetime | None]
