"""What came in, what goes out, and where it was posted (RELIABILITY). Rows hold ids, not words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.sealing import Sealed
from storage.types import Lane, OutboxState


class InboxItem(Base):
    """A request from Slack, stored before it is acknowledged; emptied of its payload once done."""

    __tablename__ = "inbox"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    dedupe_key: Mapped[str] = mapped_column(unique=True)
    """event_id of an event, trigger_id of everything else."""
    kind: Mapped[str]
    payload_sealed: Mapped[bytes | None]
    payload = Sealed()
    received_at: Mapped[datetime]
    lease_until: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=1)
    done_at: Mapped[datetime | None] = mapped_column(index=True)
    error: Mapped[str | None]
    """The reference code of the last failure."""


class OutboxItem(Base):
    """A message to be posted, exactly once."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_state_lane_next_at", "state", "lane", "next_at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    dedupe_key: Mapped[str] = mapped_column(unique=True)
    """kind:subject:period:step"""
    kind: Mapped[str]
    """Which view draws it and which check says that it is still needed."""
    lane: Mapped[Lane] = mapped_column(default=Lane.ANSWER)
    recipient_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    channel: Mapped[str | None]
    """Where it goes, once known (a DM with the recipient)."""
    thread_ts: Mapped[str | None]
    subject_id: Mapped[str | None] = mapped_column(index=True)
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    state: Mapped[OutboxState] = mapped_column(default=OutboxState.WAITING)
    due_at: Mapped[datetime]
    next_at: Mapped[datetime]
    """Not before this moment: due time, the lease's end while claimed, then the next try or probe."""
    expires_at: Mapped[datetime | None]
    fence: Mapped[int] = mapped_column(default=0)
    """Grows with each claim; every later write names the fence it was claimed under."""
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    posted_ts: Mapped[str | None]
    touched_at: Mapped[datetime | None]
    """Its subject changed after this row was claimed: what is posted is drawn once more."""
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    error: Mapped[str | None]


class PostedCard(Base):
    """Where a card about a subject stands, so that every copy can be redrawn from the record."""

    __tablename__ = "posted_cards"
    __table_args__ = (UniqueConstraint("channel", "ts"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    subject_id: Mapped[str] = mapped_column(index=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    channel: Mapped[str]
    ts: Mapped[str]
    posted_at: Mapped[datetime]
    clear_at: Mapped[datetime | None] = mapped_column(index=True)
    """When its words are taken out of the chat (a lookup's: 30 minutes)."""
    cleared_at: Mapped[datetime | None]


class Redraw(Base):
    """A posted card whose picture may be behind the record; gone once it was drawn anew."""

    __tablename__ = "redraws"

    card_id: Mapped[str] = mapped_column(ForeignKey("posted_cards.id"), primary_key=True)
    token: Mapped[str] = mapped_column(default=new_id)
    """New with each asking, so that a slow drawing of an older state cannot take this row away."""
    asked_at: Mapped[datetime]
    next_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)


class Obligation(Base):
    """Something owed by a time: state, not a timer."""

    __tablename__ = "obligations"
    __table_args__ = (UniqueConstraint("kind", "subject_id", "person_id", "due_at"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    kind: Mapped[str]
    """note, correction, review, meeting, visit, ..."""
    subject_id: Mapped[str] = mapped_column(index=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    period: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime] = mapped_column(index=True)
    late_after: Mapped[datetime | None]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(index=True)
    planned_until: Mapped[datetime | None] = mapped_column(index=True)
    """Reminders up to this moment stand in the outbox; the planner looks again then. None once closed."""
    snoozed_until: Mapped[datetime | None]
    withdrawn: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Closed since nobody owes it any more (moved on, case closed), and not since it was done."""
    required: Mapped[int] = mapped_column(default=1, server_default="1")
    """How many contacts meet it."""


class TokenBucket(Base):
    """How many posts the workspace may still make, kept where every replica sees it."""

    __tablename__ = "token_buckets"

    name: Mapped[str] = mapped_column(primary_key=True)
    tokens: Mapped[float]
    filled_at: Mapped[datetime]


class MethodPause(Base):
    """A method of Slack's API that is not called before `until` (429, token trouble)."""

    __tablename__ = "method_pauses"

    method: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[datetime]
    why: Mapped[str] = mapped_column(default="")


class SlackStanding(Base):
    """Whether Slack says that a user is a member of the team, asked at most every 5 minutes."""

    __tablename__ = "slack_standings"

    slack_user_id: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[str | None]
    member: Mapped[bool]
    checked_at: Mapped[datetime]
    dm_channel: Mapped[str | None]
