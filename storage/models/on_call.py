"""After hours: crisis calls with their timeline, and why somebody looked something up (DOMAIN 5)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.sealing import Sealed
from storage.types import CrisisStatus


class CrisisCall(Base):
    __tablename__ = "crisis_calls"
    __table_args__ = (UniqueConstraint("source_channel", "source_ts"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"), index=True)
    note_id: Mapped[str | None] = mapped_column(ForeignKey("notes.id"))
    reported_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[str]
    """crisis or concern"""
    status: Mapped[CrisisStatus] = mapped_column(default=CrisisStatus.OPEN, index=True)
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    source_channel: Mapped[str | None]
    source_ts: Mapped[str | None]
    opened_at: Mapped[datetime]
    alarm_at: Mapped[datetime | None]
    """When the first alarm goes out; None where it is still asked whether this is a crisis."""
    acknowledged_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    acknowledged_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    outcome_sealed: Mapped[bytes | None]
    outcome = Sealed()


class CrisisEntry(Base):
    """One line of a crisis call's timeline."""

    __tablename__ = "crisis_entries"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    crisis_id: Mapped[str] = mapped_column(ForeignKey("crisis_calls.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[str]
    words_sealed: Mapped[bytes | None]
    words = Sealed()


class LookupReason(Base):
    """Why on-call staff opened a case's contacts; asked once per case and shift."""

    __tablename__ = "lookup_reasons"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    shift_ends_at: Mapped[datetime]
    reason: Mapped[str]
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    given_at: Mapped[datetime]
