"""The agency: staff, cases, children and where they lived, contacts, hearings, leave, rota.

Rows carry the agency's own ids (READING.md, The roster). Names, phones, addresses, alerts are sealed.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, new_id
from storage.sealing import Sealed
from storage.types import CaseStatus, LeaveStatus, PlacementType, Relationship, Role, Tier


class Staff(Base):
    __tablename__ = "staff"

    id: Mapped[str] = mapped_column(primary_key=True)
    name_sealed: Mapped[bytes | None]
    name = Sealed()
    email_sealed: Mapped[bytes | None]
    email = Sealed()
    phone_sealed: Mapped[bytes | None]
    phone = Sealed()
    slack_user_id: Mapped[str | None] = mapped_column(unique=True)
    role: Mapped[Role]
    supervisor_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    unit: Mapped[str] = mapped_column(default="")
    timezone: Mapped[str] = mapped_column(default="America/New_York")


class Case(Base):
    __tablename__ = "cases"

    id: Mapped[str] = mapped_column(primary_key=True)
    family_name_sealed: Mapped[bytes | None]
    family_name = Sealed()
    county: Mapped[str] = mapped_column(default="")
    status: Mapped[CaseStatus]
    permanency_goal: Mapped[str] = mapped_column(default="")
    primary_worker_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    visits_per_month: Mapped[int] = mapped_column(default=1)


class Child(Base):
    __tablename__ = "children"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    first_name_sealed: Mapped[bytes | None]
    first_name = Sealed()
    last_name_sealed: Mapped[bytes | None]
    last_name = Sealed()
    nickname_sealed: Mapped[bytes | None]
    nickname = Sealed()
    date_of_birth_sealed: Mapped[bytes | None]
    date_of_birth = Sealed()
    """ISO date, or "" where it is not known."""
    alerts_sealed: Mapped[bytes | None]
    alerts = Sealed()
    entered_care_on: Mapped[date | None]
    left_care_on: Mapped[date | None]
    placement_type: Mapped[PlacementType | None]
    """Where the child lives now, as children.csv has it; the history is in `placements`."""
    placement_contact_id: Mapped[str | None]


class Placement(Base):
    __tablename__ = "placements"
    __table_args__ = (UniqueConstraint("child_id", "starts_on"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), index=True)
    placement_type: Mapped[PlacementType]
    placement_contact_id: Mapped[str | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    implied: Mapped[bool] = mapped_column(default=False)
    """Taken from children.csv because placements.csv says nothing of this child."""


class Contact(Base):
    __tablename__ = "contacts"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    name_sealed: Mapped[bytes | None]
    name = Sealed()
    relationship: Mapped[Relationship]
    organization_sealed: Mapped[bytes | None]
    organization = Sealed()
    phone_sealed: Mapped[bytes | None]
    phone = Sealed()
    alt_phone_sealed: Mapped[bytes | None]
    alt_phone = Sealed()
    address_sealed: Mapped[bytes | None]
    address = Sealed()
    notes_sealed: Mapped[bytes | None]
    notes = Sealed()
    language: Mapped[str] = mapped_column(default="")
    on_call_visible: Mapped[bool] = mapped_column(default=True)
    part2: Mapped[bool] = mapped_column(default=False)


class ContactChild(Base):
    """Which of the family's children a contact belongs to; no row at all means the whole family."""

    __tablename__ = "contact_children"

    contact_id: Mapped[str] = mapped_column(ForeignKey("contacts.id"), primary_key=True)
    child_id: Mapped[str] = mapped_column(ForeignKey("children.id"), primary_key=True)


class Hearing(Base):
    __tablename__ = "hearings"

    id: Mapped[str] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("cases.id"), index=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    court: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")


class Leave(Base):
    """Days off, first and last included. Made in Slack (`from_slack`) wins over the files."""

    __tablename__ = "leaves"
    __table_args__ = (UniqueConstraint("staff_id", "first_day"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
    covering_staff_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"), index=True)
    from_slack: Mapped[bool] = mapped_column(default=False)
    cancelled: Mapped[bool] = mapped_column(default=False)
    """Taken back in Slack: no leave any more. The row stays, so that a later import does not revive it."""


class Shift(Base):
    """One stretch of the rota. `staff_id` is who holds it now; `rostered_id` whom the files named."""

    __tablename__ = "shifts"
    __table_args__ = (UniqueConstraint("starts_at", "tier"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime] = mapped_column(index=True)
    tier: Mapped[Tier]
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    rostered_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    from_slack: Mapped[bool] = mapped_column(default=False)


class Delegate(Base):
    """Who reviews for a supervisor from the first through the last day, once it is confirmed."""

    __tablename__ = "delegates"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    supervisor_id: Mapped[str] = mapped_column(ForeignKey("staff.id"), index=True)
    delegate_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    status: Mapped[LeaveStatus] = mapped_column(default=LeaveStatus.CONFIRMED, server_default="confirmed")
    source_key: Mapped[str | None] = mapped_column(unique=True)
    """What it was named by (a message, a window): said twice, it is named once."""


class RosterStamp(Base):
    """One row whose number grows with every change of the roster, so that processes know when to re-read."""

    __tablename__ = "roster_stamp"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]


class RosterChange(Base):
    """A row that changed with that number of the stamp (see `storage.roster_log`)."""

    __tablename__ = "roster_changes"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    table: Mapped[str] = mapped_column(primary_key=True)
    row_id: Mapped[str] = mapped_column(primary_key=True)
