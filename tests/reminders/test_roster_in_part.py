"""A change of the roster costs what changed: the rest is neither opened anew nor looked at, and nothing is missed."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.beat import POLICY, START, fill
from bot.reminders.duties import Duties
from bot.services.duties.moved import same_staff, touched
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from storage.database import Database
from storage.models import (
    Case,
    Child,
    Contact,
    ContactChild,
    Hearing,
    Leave,
    Obligation,
    Placement,
    RosterStamp,
)
from storage.queries.roster import agency_roster
from storage.queries.roster_reader import RosterReader
from storage.types import CaseStatus, PlacementType, Relationship

CHILDREN = 80
CASES = CHILDREN // 2
WORKERS = CHILDREN // 14


class Registry:
    """An agency whose roster changes, as imports would have it."""

    def __init__(self, db: Database, seed: int = 0) -> None:
        self.db, self.chance, self.count = db, random.Random(seed), 0
        fill(db, CHILDREN)

    def change(self, deed: Callable[[Session], None]) -> None:
        with self.db.begin() as session:
            deed(session)
            session.get_one(RosterStamp, 1).number += 1

    def case(self) -> str:
        return f"C{self.chance.randrange(CASES)}"

    def child(self) -> str:
        return f"P{self.chance.randrange(CASES)}{self.chance.choice('ab')}"

    def day(self) -> date:
        return START.date() + timedelta(days=self.chance.randrange(-40, 5))

    # -- what happens in an agency

    def move_case(self, session: Session) -> None:
        session.get_one(Case, self.case()).primary_worker_id = f"W{self.chance.randrange(WORKERS)}"

    def close_or_open(self, session: Session) -> None:
        case = session.get_one(Case, self.case())
        case.status = CaseStatus.OPEN if case.status is CaseStatus.CLOSED else CaseStatus.CLOSED

    def leave_care(self, session: Session) -> None:
        session.get_one(Child, self.child()).left_care_on = self.day()

    def change_family(self, session: Session) -> None:
        session.get_one(Child, self.child()).case_id = self.case()

    def move_home(self, session: Session) -> None:
        """To another family's carer, perhaps."""
        child = session.get_one(Child, self.child())
        carer = f"K{self.chance.randrange(CASES)}"
        row = session.scalars(select(Placement).where(Placement.child_id == child.id)).first()
        assert row is not None
        child.placement_contact_id = row.placement_contact_id = carer
        row.starts_on, row.placement_type = self.day(), PlacementType.KINSHIP

    def lose_placement(self, session: Session) -> None:
        row = session.get(Placement, f"{self.child()}-1")
        if row is not None:
            session.delete(row)

    def change_parent(self, session: Session) -> None:
        parent = session.get_one(Contact, f"M{self.chance.randrange(CASES)}")
        parent.relationship = self.chance.choice([Relationship.BIRTH_MOTHER, Relationship.KIN])
        parent.name = f"Ms Nobody {self.count}"

    def link_contact(self, session: Session) -> None:
        link = (f"K{self.chance.randrange(CASES)}", self.child())
        found = session.get(ContactChild, link)
        if found is None:
            session.add(ContactChild(contact_id=link[0], child_id=link[1]))
        else:
            session.delete(found)

    def set_hearing(self, session: Session) -> None:
        self.count += 1
        at = START + timedelta(days=self.chance.randrange(-5, 100))
        session.add(Hearing(id=f"HX{self.count}", case_id=self.case(), starts_at=at))

    def drop_hearing(self, session: Session) -> None:
        found = session.scalars(select(Hearing).order_by(Hearing.id)).all()
        session.delete(self.chance.choice(found))

    def go_on_leave(self, session: Session) -> None:
        self.count += 1
        first = START.date() + timedelta(days=self.chance.randrange(-1, 9))
        worker, cover = f"W{self.count % WORKERS}", f"W{(self.count + 1) % WORKERS}"
        if not session.scalars(select(Leave).where(Leave.staff_id == worker)).first():
            session.add(
                Leave(
                    staff_id=worker, first_day=first, last_day=first + timedelta(3), covering_staff_id=cover
                )
            )

    @property
    def deeds(self) -> list[Callable[[Session], None]]:
        return [
            *(self.move_case, self.close_or_open, self.leave_care, self.change_family, self.move_home),
            *(self.lose_placement, self.change_parent, self.link_contact, self.set_hearing),
            *(self.drop_hearing, self.go_on_leave),
        ]

    def owed(self) -> set[tuple[str, str, str, str]]:
        with self.db.reading() as session:
            rows = session.scalars(select(Obligation).where(Obligation.closed_at.is_(None)))
            return {(row.kind, row.subject_id, row.period, row.person_id) for row in rows}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_look_at_what_changed_finds_what_a_look_at_everything_finds(database: Database, seed: int) -> None:
    registry, now, found = Registry(database, seed), START, 0
    duties = Duties(database, POLICY, Shelf())
    duties.follow(now)
    for _ in range(12):
        for deed in registry.chance.sample(registry.deeds, registry.chance.randrange(1, 4)):
            registry.change(deed)
        now += timedelta(seconds=15)
        found += duties.follow(now)
        assert Duties(database, POLICY, Shelf()).follow(now) == 0, (
            "a process that knows nothing finds it all right"
        )
    assert found > 12


@pytest.mark.parametrize("seed", [3])
def test_a_new_day_s_look_at_a_few_finds_what_a_look_at_everything_finds(
    sqlite_database: Database, seed: int
) -> None:
    """Over months, their ends and the first days of placements; the roster changes on some of the days."""
    registry, now, found = Registry(sqlite_database, seed), START, 0
    duties = Duties(sqlite_database, POLICY, Shelf())
    duties.follow(now)
    for _ in range(20):
        now += timedelta(
            days=registry.chance.choice([1, 1, 1, 1, 2, 3, 12]), hours=registry.chance.randrange(9)
        )
        for deed in registry.chance.sample(registry.deeds, registry.chance.randrange(3)):
            registry.change(deed)
        found += duties.follow(now)
        assert Duties(sqlite_database, POLICY, Shelf()).follow(now) == 0
    assert found > 200


def test_a_moved_case_moves_its_own_duties_and_no_others(sqlite_database: Database) -> None:
    registry = Registry(sqlite_database)
    duties = Duties(sqlite_database, POLICY, Shelf())
    duties.follow(START)
    before = registry.owed()
    registry.change(lambda session: setattr(session.get_one(Case, "C1"), "primary_worker_id", "W4"))
    moved = duties.follow(START + timedelta(seconds=15))
    after = registry.owed()
    subjects = {subject for _, subject, _, _ in before ^ after}
    assert subjects
    assert subjects <= {"C1", "P1a", "P1b", "K1", "M1", "H1"}
    assert moved == len(before ^ after)
    assert {person for _, _, _, person in after - before} == {"W4"}


# -- reading


def test_what_did_not_change_is_the_very_same_record(database: Database) -> None:
    registry, reader = Registry(database), RosterReader()
    registry.change(lambda session: setattr(session.get_one(Child, "P3a"), "first_name", "Maya"))
    with database.reading() as session:
        first = Agency.of(reader.read(session))
    registry.change(lambda session: setattr(session.get_one(Child, "P3a"), "first_name", "Mia"))
    with database.reading() as session:
        second = Agency.of(reader.read(session))
    assert (first.children["P3a"].first_name, second.children["P3a"].first_name) == ("Maya", "Mia")
    anew = [row.id for row in second.roster.children if first.children[row.id] is not row]
    assert anew == ["P3a"]
    assert all(first.contacts[row.id] is row for row in second.roster.contacts)
    assert touched(first, second) == {"C3"}


def test_a_reader_that_remembers_reads_what_a_new_one_reads(database: Database) -> None:
    registry, reader = Registry(database, 3), RosterReader()
    for _ in range(25):
        for deed in registry.chance.sample(registry.deeds, 3):
            registry.change(deed)
        with database.reading() as session:
            assert reader.read(session) == agency_roster(session)


def test_leave_touches_no_record_of_a_family(sqlite_database: Database) -> None:
    registry, reader = Registry(sqlite_database), RosterReader()
    with sqlite_database.reading() as session:
        first = Agency.of(reader.read(session))
    registry.change(registry.go_on_leave)
    with sqlite_database.reading() as session:
        second = Agency.of(reader.read(session))
    assert same_staff(first, second)
    assert not touched(first, second)
