"""The record of events: notes, their versions (never changed once written), decisions, meetings, addenda.

DOMAIN 2 and 4. A note is a head with its present state; every change of its content is a new
`NoteVersion` row, so that each former value stays on record. Status moves by conditional UPDATE only.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, new_id
from storage.sealing import Sealed
from storage.types import Decision, EventType, Method, NoteStatus, Outcome, Place, Precision


class Note(Base):
    __tablename__ = "notes"
    __table_args__ = (UniqueConstraint("source_channel", "source_ts", "item"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"), index=True)
    """One note holds one case; None only in a draft whose child is still asked about."""
    author_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    entered_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    status: Mapped[NoteStatus] = mapped_column(default=NoteStatus.DRAFT, index=True)
    version: Mapped[int] = mapped_column(default=1)
    """Number of the present version; buttons carry it, and an old one is refused."""
    created_at: Mapped[datetime]
    """Entry time: the server's, never edited."""
    source_channel: Mapped[str | None]
    source_ts: Mapped[str | None]
    item: Mapped[int] = mapped_column(default=0)
    off_caseload: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime | None] = mapped_column(index=True)
    """When the note is due; for a date-only event the moment to remind by (DOMAIN 3)."""
    late_after: Mapped[datetime | None]
    first_submitted_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    reviewer_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    review_due_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    correction_due_at: Mapped[datetime | None]
    loops: Mapped[int] = mapped_column(default=0)
    """How often it was returned."""
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))

    versions: Mapped[list[NoteVersion]] = relationship(back_populates="note", order_by="NoteVersion.number")


class NoteVersion(Base):
    """A note's whole content at one time. Written once, never updated."""

    __tablename__ = "note_versions"
    __table_args__ = (UniqueConstraint("note_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), index=True)
    number: Mapped[int]
    submission: Mapped[int | None]
    """1 for the first version sent to the supervisor, 2 for the first revision, ...; None in a draft."""
    made_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    made_at: Mapped[datetime]
    made_how: Mapped[str]
    """read, answered, edited, submitted, revised"""
    event_on: Mapped[date | None] = mapped_column(index=True)
    """The local date of the event in the agency's zone."""
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    minutes: Mapped[int | None]
    part_of_day: Mapped[str | None]
    precision: Mapped[Precision | None]
    time_unknown: Mapped[bool] = mapped_column(default=False)
    """The worker said that the time is not known: an answer, not a gap."""
    method: Mapped[Method | None]
    outcome: Mapped[Outcome | None]
    outcome_reason_sealed: Mapped[bytes | None]
    outcome_reason = Sealed()
    place: Mapped[Place | None]
    at_residence: Mapped[bool | None]
    narrative_sealed: Mapped[bytes | None]
    narrative = Sealed()
    """The worker's own words, to the letter."""
    follow_ups_sealed: Mapped[bytes | None]
    follow_ups = Sealed()
    files_sealed: Mapped[bytes | None]
    files = Sealed()
    """JSON of what was sent beside the words: [{"name", "link", "kind", "seconds"}]."""
    questions: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    """What is still to be asked: [{"slot": "child", "candidates": [ids]}]. Ids only, no words."""
    marks: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    """What was assumed: [{"slot": "child", "value": id, "why": "spelling", "at": [start, end]}].

    `at`, where known, is the place in the narrative of the word read so: ids and places, no words."""

    note: Mapped[Note] = relationship(back_populates="versions")
    types: Mapped[list[NoteType]] = relationship(cascade="all")
    children: Mapped[list[NoteChild]] = relationship(cascade="all")
    people: Mapped[list[NotePerson]] = relationship(cascade="all")


class NoteType(Base):
    __tablename__ = "note_types"

    version_id: Mapped[str] = mapped_column(ForeignKey("note_versions.id"), primary_key=True)
    type: Mapped[EventType] = mapped_column(primary_key=True)


class NoteChild(Base):
    __tablename__ = "note_children"

    version_id: Mapped[str] = mapped_column(ForeignKey("note_versions.id"), primary_key=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True, index=True)
    seen_alone: Mapped[bool | None]


class NotePerson(Base):
    __tablename__ = "note_people"

    version_id: Mapped[str] = mapped_column(ForeignKey("note_versions.id"), primary_key=True)
    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id"), primary_key=True, index=True)
    role: Mapped[str] = mapped_column(default="")


class NoteOpening(Base):
    """Somebody opened that version to read it. Approving needs one (DOMAIN 4)."""

    __tablename__ = "note_openings"

    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    opened_at: Mapped[datetime]


class ReviewDecision(Base):
    """Exactly one a version."""

    __tablename__ = "review_decisions"
    __table_args__ = (UniqueConstraint("note_id", "version"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), index=True)
    version: Mapped[int]
    decision: Mapped[Decision]
    reason_sealed: Mapped[bytes | None]
    reason = Sealed()
    decided_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime]


class ReturnMeeting(Base):
    """The meeting a return asks of the supervisor; open until `held_at` is recorded."""

    __tablename__ = "return_meetings"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), index=True)
    decision_id: Mapped[str] = mapped_column(ForeignKey("review_decisions.id"), unique=True)
    supervisor_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    worker_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    opened_at: Mapped[datetime]
    planned_at: Mapped[datetime | None]
    """For when it was fixed; the worker was told."""
    held_at: Mapped[datetime | None]
    how: Mapped[str | None]
    outcome_sealed: Mapped[bytes | None]
    outcome = Sealed()
    recorded_at: Mapped[datetime | None]
    recorded_by_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))


class Addendum(Base):
    __tablename__ = "addenda"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), index=True)
    author_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    added_at: Mapped[datetime]


class StateEntry(Base):
    """The tick "entered in the state's system" (CONNECTIONS) for an approved note."""

    __tablename__ = "state_entries"

    note_id: Mapped[str] = mapped_column(ForeignKey("notes.id"), primary_key=True)
    entered_by_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    entered_at: Mapped[datetime]


class PlannedVisit(Base):
    """A visit or meeting that is yet to happen: no note, and it counts for nothing until it is logged."""

    __tablename__ = "planned_visits"
    __table_args__ = (UniqueConstraint("source_channel", "source_ts", "item"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"), index=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    source_channel: Mapped[str | None]
    source_ts: Mapped[str | None]
    item: Mapped[int] = mapped_column(default=0)
    on: Mapped[date | None]
    starts_at: Mapped[datetime | None]
    minutes: Mapped[int | None]
    types: Mapped[list[str]] = mapped_column(default=list)
    children: Mapped[list[str]] = mapped_column(default=list)
    people: Mapped[list[str]] = mapped_column(default=list)
    place: Mapped[Place | None]
    words_sealed: Mapped[bytes | None]
    words = Sealed()
    made_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    note_id: Mapped[str | None] = mapped_column(ForeignKey("notes.id"))
    """The note that says that it happened."""
    moves: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often it was moved to another time: a calendar keeps the newest."""
