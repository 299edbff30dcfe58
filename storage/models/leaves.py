"""Leave that is being planned in Slack; what is confirmed stands among the roster's leaves."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.types import LeaveStatus


class LeavePlan(Base):
    """What somebody wants to be off, until it is confirmed and after. None of the words are kept."""

    __tablename__ = "leave_plans"
    __table_args__ = (UniqueConstraint("source_channel", "source_ts"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    """Whose leave it is; None until a secretary has said so."""
    entered_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    source_channel: Mapped[str]
    source_ts: Mapped[str]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    covering_staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    may_cover: Mapped[list[str]] = mapped_column(default=list)
    """Staff who may have been meant as covering, where several fit."""
    status: Mapped[LeaveStatus] = mapped_column(default=LeaveStatus.PROPOSED)
    made_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    changes: Mapped[int] = mapped_column(default=0)
    """How often it was changed: each change is told anew."""
