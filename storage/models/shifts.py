"""Shifts that change hands in Slack: offered, asked for, swapped, taken. What holds stands in `shifts`."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.shifting import ShiftChangeKind, ShiftChangeStatus
from storage.types import Tier


class ShiftChange(Base):
    """One wish that a shift changes hands, and what became of it."""

    __tablename__ = "shift_changes"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[ShiftChangeKind]
    status: Mapped[ShiftChangeStatus] = mapped_column(default=ShiftChangeStatus.OPEN, index=True)
    shift_id: Mapped[str] = mapped_column(index=True)
    tier: Mapped[Tier]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    """When the shift begins, or where it had begun when it changed hands, that moment."""
    ends_at: Mapped[datetime]
    gives_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    """Who holds it; None: nobody did."""
    takes_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    """Who is to have it; None: whoever of those asked is first."""
    back_shift_id: Mapped[str | None]
    """The shift that is given in return."""
    asked_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime]
    decided_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None]
