"""The book of duties against the roster: only what differs is written, by any number of processes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.reminders.duties import Duties
from bot.reminders.plan import Planner
from bot.rules.policy import load_policy
from bot.services.shelf import Shelf
from storage.database import Database
from storage.models import (
    Case,
    Child,
    Contact,
    Hearing,
    Leave,
    Obligation,
    OutboxItem,
    Placement,
    RosterStamp,
    Shift,
    Staff,
)
from storage.types import CaseStatus, PlacementType, Relationship, Tier
from tests.reminders.office import DANA, SAM, employ

NEW_YORK = ZoneInfo("America/New_York")
POLICY = load_policy()
NOW = datetime(2026, 11, 9, 15, 0, tzinfo=UTC)


class Agency:
    """Dana works for Sam; Maya (P1) came to her foster home K1 on 2 November; her mother is M1."""

    def __init__(self, db: Database) -> None:
        self.db = db
        with db.begin() as session:
            employ(session)
            session.flush()
            session.execute(update(Staff).where(Staff.id == DANA).values(supervisor_id=SAM))
            session.add(RosterStamp(id=1, number=1))
            session.add(Case(id="C1", status=CaseStatus.OPEN, primary_worker_id=DANA))
            session.flush()
            session.add(Contact(id="K1", case_id="C1", relationship=Relationship.FOSTER_PARENT))
            session.add(Contact(id="M1", case_id="C1", relationship=Relationship.BIRTH_MOTHER))
            began, home = date(2026, 11, 2), PlacementType.FOSTER_HOME
            lives = {"placement_type": home, "placement_contact_id": "K1"}
            session.add(Child(id="P1", case_id="C1", entered_care_on=began, **lives))
            session.flush()
            session.add(Placement(child_id="P1", starts_on=began, **lives))
            session.add(Hearing(id="H1", case_id="C1", starts_at=NOW + timedelta(days=40)))
            session.add(Leave(staff_id=DANA, first_day=date(2026, 11, 30), last_day=date(2026, 12, 2)))
            starts = NOW + timedelta(days=2)
            held = {"staff_id": DANA, "rostered_id": DANA, "tier": Tier.PRIMARY}
            session.add(Shift(starts_at=starts, ends_at=starts + timedelta(hours=16), **held))

    def process(self) -> Duties:
        """A process of its own, which knows nothing yet."""
        return Duties(self.db, POLICY, Shelf())

    def change(self, table: type, **values: object) -> None:
        with self.db.begin() as session:
            session.execute(update(table).values(**values))
            session.execute(update(RosterStamp).values(number=RosterStamp.number + 1))

    def open(self, person: str = DANA) -> set[str]:
        with self.db.reading() as session:
            query = select(Obligation).where(Obligation.closed_at.is_(None), Obligation.person_id == person)
            return {f"{row.kind} {row.period}".strip() for row in session.scalars(query)}

    def planned(self) -> set[datetime | None]:
        with self.db.reading() as session:
            return set(session.scalars(select(Obligation.planned_until)))


@pytest.fixture
def agency(database: Database) -> Agency:
    return Agency(database)


HERS = {
    "visit 2026-11",
    "parent_contact 2026-11",
    "caretaker_contact 2026-11",
    "first_days 2026-11-02",
    "hearing consultation",
    "hearing report",
    "leave 2026-11-30",
    "conference 2026-11-16 worker",
    "shift",
}


def test_all_that_the_roster_asks_of_dana(agency: Agency) -> None:
    agency.process().follow(NOW)
    assert agency.open() == HERS
    assert agency.open(SAM) == {"conference 2026-11-16", "team 2026-11"}


def test_a_second_look_and_a_second_process_write_nothing(agency: Agency) -> None:
    first, second = agency.process(), agency.process()
    assert first.follow(NOW) > 0
    assert first.follow(NOW + timedelta(seconds=15)) == 0
    assert second.follow(NOW + timedelta(seconds=20)) == 0
    assert first.follow(NOW + timedelta(days=1)) == 2, "only the admin's line of the gap that has begun"


def test_new_rows_wait_for_their_first_reminder(agency: Agency) -> None:
    agency.process().follow(NOW)
    Planner(agency.db, POLICY).plan(NOW)
    with agency.db.reading() as session:
        assert session.scalars(select(OutboxItem.kind)).all() == []
    assert all(moment is None or moment > NOW for moment in agency.planned())


def test_everything_moves_with_the_case_and_nothing_is_left_behind(agency: Agency) -> None:
    process = agency.process()
    process.follow(NOW)
    agency.change(Case, primary_worker_id=SAM)
    process.follow(NOW + timedelta(minutes=1))
    assert agency.open() == {"leave 2026-11-30", "conference 2026-11-16 worker", "shift"}
    assert agency.open(SAM) >= {"visit 2026-11", "first_days 2026-11-02", "hearing report"}


def test_a_child_at_home_has_no_caretaker_and_no_first_days(agency: Agency) -> None:
    process = agency.process()
    process.follow(NOW)
    agency.change(Placement, placement_type=PlacementType.TRIAL_DISCHARGE, placement_contact_id=None)
    process.follow(NOW + timedelta(minutes=1))
    gone = HERS - agency.open()
    assert gone == {"caretaker_contact 2026-11", "first_days 2026-11-02"}


def test_a_hearing_put_off_is_owed_by_its_new_day(agency: Agency) -> None:
    process = agency.process()
    process.follow(NOW)
    agency.change(Hearing, starts_at=NOW + timedelta(days=80))
    process.follow(NOW + timedelta(minutes=1))
    with agency.db.reading() as session:
        query = select(Obligation.due_at).where(
            Obligation.kind == "hearing", Obligation.period == "report", Obligation.closed_at.is_(None)
        )
        due = session.scalars(query).one()
    assert due.astimezone(NEW_YORK).date() == (NOW + timedelta(days=66)).astimezone(NEW_YORK).date()
    assert process.follow(NOW + timedelta(minutes=2)) == 0


def test_the_month_turns_at_the_agency_s_midnight(agency: Agency) -> None:
    process = agency.process()
    process.follow(NOW)
    process.follow(datetime(2026, 12, 1, 4, 59, tzinfo=UTC))
    assert "visit 2026-12" not in agency.open()
    process.follow(datetime(2026, 12, 1, 5, 0, tzinfo=UTC))
    assert agency.open() >= {"visit 2026-11", "visit 2026-12"}, "last month's stays a while"
    process.follow(datetime(2026, 12, 12, 6, 0, tzinfo=UTC))
    assert "visit 2026-11" not in agency.open()
