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
    next_step_at: Mapped[datetime | None]
    """When the next rung is alerted unless somebody acknowledges; None: nobody more is alerted."""
    alarm_id: Mapped[str | None]
    """The newest alert's row of the outbox: where Slack refuses it for good, the next rung has its turn."""
    acknowledged_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    acknowledged_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    outcome_sealed: Mapped[bytes | None]
    outcome = Sealed()
    closed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    ended: Mapped[str | None]
    """How it ended, by its key; words of it stand in `outcome`."""


class CrisisEntry(Base):
    """One line of a crisis call's timeline: `at` is when it was, `said_at` when it was said."""

    __tablename__ = "crisis_entries"
    __table_args__ = (UniqueConstraint("source_channel", "source_ts"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    crisis_id: Mapped[str] = mapped_column(ForeignKey("crisis_calls.id"), index=True)
    at: Mapped[datetime]
    by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    kind: Mapped[str]
    """said, told (who was told is `about`), seen; asked (`about`: of which crises), apart"""
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    said_at: Mapped[datetime | None]
    about: Mapped[str | None]
    source_channel: Mapped[str | None]
    source_ts: Mapped[str | None]


class CrisisStep(Base):
    """One step of the alarm's ladder: somebody alerted, or an empty rung that was passed over."""

    __tablename__ = "crisis_steps"
    __table_args__ = (UniqueConstraint("crisis_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    crisis_id: Mapped[str] = mapped_column(ForeignKey("crisis_calls.id"), index=True)
    number: Mapped[int]
    round: Mapped[int]
    rung: Mapped[str]
    person_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    """None: nobody stood on that rung."""
    at: Mapped[datetime]
    outbox_id: Mapped[str | None]
    silent: Mapped[bool | None]
    """Whether Slack was on Do Not Disturb; None: not known."""


class CrisisReport(Base):
    """One report that a crisis calls for: open until a person says whom they called, when, and its number."""

    __tablename__ = "crisis_reports"
    __table_args__ = (UniqueConstraint("crisis_id", "incident", "step"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    crisis_id: Mapped[str] = mapped_column(ForeignKey("crisis_calls.id"))
    incident: Mapped[str]
    step: Mapped[str]
    due_at: Mapped[datetime]
    at_once: Mapped[bool]
    made_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime | None]
    called_sealed: Mapped[bytes | None]
    called = Sealed()
    number_sealed: Mapped[bytes | None]
    number = Sealed()


class Page(Base):
    """Something that the pager is told of a crisis: at least once, under a key that merges what doubles."""

    __tablename__ = "pages"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    dedupe_key: Mapped[str] = mapped_column(unique=True)
    crisis_id: Mapped[str] = mapped_column(ForeignKey("crisis_calls.id"))
    action: Mapped[str]
    """trigger, acknowledge or resolve, as PagerDuty's Events v2 has them"""
    created_at: Mapped[datetime] = mapped_column(index=True)
    next_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]


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


class GlassBreak(Base):
    """A family outside somebody's reach that was opened to them for an hour, and who has reviewed that."""

    __tablename__ = "glass_breaks"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"))
    reason: Mapped[str]
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    opened_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    reviewed_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    reviewed_at: Mapped[datetime | None]
