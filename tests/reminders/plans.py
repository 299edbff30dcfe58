"""The planner at work, and what it wrote: what the planning tests are told in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from bot.reminders.digest import digest_entries
from bot.reminders.plan import Planner
from bot.rules.policy import Policy, load_policy
from bot.services import obligations
from storage.database import Database
from storage.models import Obligation, OutboxItem
from storage.types import OutboxState
from tests.reminders.office import DANA, employ

NEW_YORK = ZoneInfo("America/New_York")
POLICY = load_policy()
TEN = datetime(2026, 11, 9, 10, 0, tzinfo=NEW_YORK)  # a Monday


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK)


class Plans:
    """The planner, and what it wrote."""

    def __init__(self, db: Database, policy: Policy = POLICY) -> None:
        self.db, self.planner = db, Planner(db, policy)
        with db.begin() as session:
            employ(session)

    def owe(self, kind: str, due: datetime, now: datetime, **more: str) -> None:
        subject, person = more.pop("subject", "N1"), more.pop("person", DANA)
        with self.db.begin() as session:
            obligations.owe(
                session, kind=kind, subject_id=subject, person_id=person, due_at=due, now=now, **more
            )

    def settle(self, kind: str, now: datetime, subject: str = "N1") -> int:
        with self.db.begin() as session:
            return obligations.settle(session, kind=kind, subject_id=subject, now=now)

    def live(self, start: datetime, end: datetime, minutes: int = 60) -> None:
        """Beat from start to end."""
        now = start.astimezone(UTC)
        while now <= end:
            self.planner.plan(now)
            now += timedelta(minutes=minutes)

    def written(self) -> list[tuple[str, str]]:
        """(kind:step, local time it is due), in order."""
        with self.db.reading() as session:
            rows = session.scalars(select(OutboxItem).order_by(OutboxItem.due_at, OutboxItem.kind)).all()
        return [
            (
                f"{row.kind}:{row.details.get('step', '')}".rstrip(":"),
                f"{row.due_at.astimezone(NEW_YORK):%a %H:%M}",
            )
            for row in rows
        ]

    def kinds(self) -> list[str]:
        return [kind for kind, _ in self.written()]

    def rows(self) -> list[OutboxItem]:
        with self.db.reading() as session:
            return list(session.scalars(select(OutboxItem).order_by(OutboxItem.due_at)))

    def owed(self, subject: str = "N1") -> list[Obligation]:
        with self.db.reading() as session:
            return list(
                session.scalars(
                    select(Obligation).where(Obligation.subject_id == subject).order_by(Obligation.due_at)
                )
            )

    def digest(self, day: date, person: str = DANA) -> list[str]:
        """What stands in that day's digest: subject:step."""
        with self.db.reading() as session:
            found = digest_entries(session, person, day, POLICY)
            return [f"{entry.owed.subject_id}:{entry.step.name}" for entry in found]

    def send_digests(self, before: datetime) -> None:
        with self.db.begin() as session:
            for row in session.scalars(select(OutboxItem).where(OutboxItem.kind == "digest")):
                if row.due_at < before:
                    row.state = OutboxState.SENT
