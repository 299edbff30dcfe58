"""What a verb of the office works with: the transaction, who acts, the policy, the roster, the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.errors import Outdated
from bot.rules.policy import Policy
from bot.understand.agency import Agency
from storage import audit
from storage.queries.people import person
from storage.records import Person
from storage.types import StaffMember

Row = TypeVar("Row")
__all__ = ["Desk", "Session", "desk_of"]


@dataclass(frozen=True, slots=True)
class Desk:
    """One person at work at one moment, within one transaction."""

    session: Session
    actor: Person
    agency: Agency
    policy: Policy
    now: datetime

    @property
    def today(self) -> date:
        """The agency's local date."""
        return self.now.astimezone(self.policy.zone).date()

    @property
    def me(self) -> StaffMember:
        """The actor as the rules know staff."""
        return self.agency.staff[self.actor.id]

    def row(self, table: type[Row], row_id: str) -> Row:
        """The row that a button names; Outdated where there is none (a card older than a restored backup)."""
        found = self.session.get(table, row_id)
        if found is None:
            raise Outdated("That is not there any more.")
        return found

    def record(
        self, action: str, subject_id: str, *, kind: str = "note", details: dict[str, Any] | None = None
    ) -> None:
        """Write down in the audit chain, within this transaction, what the actor did or read."""
        audit.record(
            self.session,
            at=self.now,
            actor_id=self.actor.id,
            action=action,
            subject_kind=kind,
            subject_id=subject_id,
            details=details,
        )


def desk_of(session: Session, staff_id: str, agency: Agency, policy: Policy, now: datetime) -> Desk:
    """The desk of somebody on staff, who need not be the one who acts now. KeyError for an unknown id."""
    return Desk(session, person(session, staff_id), agency, policy, now)
