"""The small office with the one who gives open reviews to whoever has them now, and what tests ask of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select

from bot.reminders.reviewers import Reviewers
from bot.services.staff import SlackUser, note_standing
from storage.models import AuditRow, Delegate, Leave, Note, Obligation, OutboxItem, Staff
from storage.records import NoteRecord
from storage.stamps import lock_roster
from storage.types import OutboxState
from tests.services.small_office import NEW_YORK, SmallOffice

TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (10, 11, 12))


class Followed:
    """A small office in which things change after a note was submitted."""

    def __init__(self, office: SmallOffice) -> None:
        self.office = office
        self.restarts()

    def restarts(self) -> None:
        """The program ends and starts again: nothing that it kept in memory is left."""
        self.reviewers = Reviewers(self.office.db, self.office.policy, self.office.shelf)

    def follows(self, on: date | None = None, hour: int = 10) -> int:
        """A beat, now or on that day; how many notes changed hands."""
        if on is not None:
            self.office.now = datetime(on.year, on.month, on.day, hour, tzinfo=NEW_YORK)
        else:
            self.office.later(seconds=15)
        return self.reviewers.follow(self.office.now)

    # -- what changes

    def leave(self, staff_id: str, first: date, last: date, cover: str | None = None) -> None:
        with self.office.db.begin() as session:
            lock_roster(session).number += 1
            session.add(Leave(staff_id=staff_id, first_day=first, last_day=last, covering_staff_id=cover))

    def delegate(self, staff_id: str, to: str, first: date, last: date) -> None:
        with self.office.db.begin() as session:
            session.add(Delegate(supervisor_id=staff_id, delegate_id=to, first_day=first, last_day=last))

    def moves(self, staff_id: str, under: str | None) -> None:
        """The roster puts somebody under another supervisor."""
        with self.office.db.begin() as session:
            lock_roster(session).number += 1
            session.get_one(Staff, staff_id).supervisor_id = under

    def account(self, staff_id: str, *, closed: bool) -> None:
        """Slack says that somebody's account was closed, or is open again."""
        with self.office.db.begin() as session:
            user = session.get_one(Staff, staff_id).slack_user_id or ""
            note_standing(session, SlackUser(user, member=not closed), self.office.now)

    # -- what is there

    def reviewer(self, note: NoteRecord) -> str | None:
        with self.office.db.reading() as session:
            return session.get_one(Note, note.id).reviewer_id

    def owed(self, *kinds: str) -> list[tuple[str, str, datetime]]:
        """What is open of these kinds: (kind, whose, by when)."""
        with self.office.db.reading() as session:
            rows = session.execute(
                select(Obligation.kind, Obligation.person_id, Obligation.due_at)
                .where(Obligation.closed_at.is_(None), Obligation.kind.in_(kinds))
                .order_by(Obligation.kind, Obligation.person_id)
            )
            return [(kind, person, due) for kind, person, due in rows]

    def messages(self, kind: str, waiting: bool = True) -> list[OutboxItem]:
        """Messages of the kind, in the order in which they were put."""
        with self.office.db.reading() as session:
            query = select(OutboxItem).where(OutboxItem.kind == kind)
            if waiting:
                query = query.where(OutboxItem.state == OutboxState.WAITING)
            return list(session.scalars(query.order_by(OutboxItem.created_at, OutboxItem.recipient_id)))

    def to(self, kind: str) -> list[str | None]:
        """For whom messages of the kind are waiting."""
        return [item.recipient_id for item in self.messages(kind)]

    def audited(self, action: str) -> list[AuditRow]:
        with self.office.db.reading() as session:
            return list(
                session.scalars(select(AuditRow).where(AuditRow.action == action).order_by(AuditRow.seq))
            )


def days(count: int) -> timedelta:
    return timedelta(days=count)
