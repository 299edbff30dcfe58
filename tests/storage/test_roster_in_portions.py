"""The whole agency is read in portions: what changes between two of them is in what comes of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from benchmarks.beat import fill
from bot.services.shelf import Shelf
from storage import types
from storage.database import Database
from storage.models import Base, Case, Child, Contact, ContactChild, Hearing, Placement, RosterStamp, Staff
from storage.queries.roster import agency_roster
from storage.queries.roster_reader import RosterReader
from storage.sealing import CannotOpen
from storage.stamps import lock_roster
from storage.types import PlacementType, Relationship

CHILDREN = 60
PORTION = 25


def change(db: Database, deed: Callable[[Session], object]) -> None:
    with db.begin() as session:
        stamp = lock_roster(session)
        deed(session)
        stamp.number += 1


def of_many(session: Session) -> None:
    """As a statement over many rows does it: nobody knows which rows those were."""
    session.execute(update(Case).where(Case.id < "C2").values(county="Kings"))


def read_as(db: Database, reader: RosterReader) -> types.Roster:
    with db.reading() as session:
        return reader.read(session)


def ahead(db: Database, reader: RosterReader) -> bool:
    with db.reading() as session:
        return reader.read_ahead(session)


@pytest.fixture
def agency(database: Database) -> Database:
    fill(database, CHILDREN)
    with database.begin() as session:
        session.add(ContactChild(contact_id="K1", child_id="P1a"))
        session.add(ContactChild(contact_id="K1", child_id="P1b"))
        maya = session.get_one(Child, "P3a")
        maya.nickname, maya.alerts, maya.left_care_on = "May", "Peanuts", date(2026, 11, 3)
        session.get_one(Staff, "W1").slack_user_id = "U0DANA"
        stone = session.get_one(Contact, "K3")
        stone.part2, stone.on_call_visible, stone.language = True, False, "Spanish"
    return database


def same(row: Base, record: object, but: Iterable[str] = ()) -> bool:
    names = [name for name in type(record).__slots__ if name not in but]  # type: ignore[attr-defined]
    return [getattr(row, name) for name in names] == [getattr(record, name) for name in names]


def test_a_record_holds_what_the_mapper_s_row_holds(agency: Database) -> None:
    with agency.reading() as session:
        roster = agency_roster(session)
        for row in session.scalars(select(Child)):
            child = next(each for each in roster.children if each.id == row.id)
            assert same(row, child, ["date_of_birth"])
            assert child.date_of_birth == date.fromisoformat(row.date_of_birth)
        cases = {each.id: each for each in roster.cases}
        assert all(same(row, cases[row.id]) for row in session.scalars(select(Case)))
        hearings = {each.id: each for each in roster.hearings}
        assert all(same(row, hearings[row.id]) for row in session.scalars(select(Hearing)))
        assert {each.starts_at.tzinfo for each in roster.hearings} != {None}
        staff = {each.id: each for each in roster.staff}
        assert all(same(row, staff[row.id], ["slack_user_id"]) for row in session.scalars(select(Staff)))
        assert (staff["W1"].slack_user_id, staff["W2"].slack_user_id) == ("U0DANA", "")
        contacts = {each.id: each for each in roster.contacts}
        assert all(same(row, contacts[row.id], ["child_ids"]) for row in session.scalars(select(Contact)))
        assert (contacts["K1"].child_ids, contacts["K2"].child_ids) == (("P1a", "P1b"), ())
        lived = {each.child_id: each for each in roster.placements}
        assert all(same(row, lived[row.child_id]) for row in session.scalars(select(Placement)))
    assert isinstance(cases["C1"].status, types.CaseStatus)
    assert contacts["K3"].part2 is True


def test_it_takes_some_portions_and_then_nothing_more(agency: Database) -> None:
    reader, portions = RosterReader(PORTION), 1
    while not ahead(agency, reader):
        portions += 1
    assert portions > 5
    whole = read_as(agency, reader)
    assert whole == read_as(agency, RosterReader())
    assert reader.changes is None
    change(agency, lambda session: setattr(session.get_one(Child, "P3a"), "first_name", "Mia"))
    assert ahead(agency, reader), "one row is no matter of portions"
    assert [row.after for row in _changes(agency, reader) if row.after] == [
        row for row in read_as(agency, RosterReader()).children if row.id == "P3a"
    ]


def _changes(db: Database, reader: RosterReader) -> tuple[types.Child, ...]:
    read_as(db, reader)
    assert reader.changes is not None
    return reader.changes.children  # type: ignore[return-value]


def deeds(chance: random.Random, number: int) -> list[Callable[[Session], object]]:
    """What may happen to some row, read already or not."""
    case, child = f"C{chance.randrange(30)}", f"P{chance.randrange(30)}{chance.choice('ab')}"

    def lose(session: Session) -> None:
        found = session.get(Placement, f"{child}-1")
        if found is not None:
            session.delete(found)

    def come(session: Session) -> None:
        session.add(Child(id=f"P{number:02d}new", case_id=case, first_name="Tobi", entered_care_on=date.min))

    def link(session: Session) -> None:
        session.merge(ContactChild(contact_id=case.replace("C", "K"), child_id=child))

    def move(session: Session) -> None:
        session.get_one(Child, child).placement_type = chance.choice(list(PlacementType))

    def rename(session: Session) -> None:
        contact = session.get_one(Contact, case.replace("C", "M"))
        contact.name, contact.relationship = f"Ms {number}", Relationship.KIN

    return [lose, come, link, move, rename]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_changes_between_two_portions_is_not_missed(agency: Database, seed: int) -> None:
    chance, reader = random.Random(seed), RosterReader(PORTION)
    for number in range(14):
        ahead(agency, reader)
        for deed in chance.sample(deeds(chance, number), 2):
            change(agency, deed)
        if chance.random() < 0.3:
            assert read_as(agency, reader) == read_as(agency, RosterReader())
    assert read_as(agency, reader) == read_as(agency, RosterReader())


@pytest.mark.parametrize("portions", [1, 4, 50])
def test_where_nobody_knows_what_changed_it_begins_again(agency: Database, portions: int) -> None:
    reader = RosterReader(PORTION)
    read_as(agency, reader)
    change(agency, of_many)
    for _ in range(portions):
        ahead(agency, reader)
    change(agency, lambda session: session.execute(update(Case).values(county="Queens")))
    for _ in range(portions):
        ahead(agency, reader)
    assert {case.county for case in read_as(agency, reader).cases} == {"Queens"}
    assert read_as(agency, reader) == read_as(agency, RosterReader())


def test_an_older_database_put_in_its_place_is_read_anew(agency: Database) -> None:
    reader = RosterReader(PORTION)
    change(agency, of_many)
    ahead(agency, reader)
    with agency.begin() as session:
        session.get_one(RosterStamp, 1).number = 1
        session.get_one(Child, "P0a").first_name = "Mia"
    assert read_as(agency, reader) == read_as(agency, RosterReader())


# -- the shelf


def test_the_shelf_is_stocked_in_portions(agency: Database) -> None:
    shelf, calls = Shelf(PORTION), 1
    while not shelf.read_ahead(agency, patience=0):
        calls += 1
        assert shelf.latest is None
    assert calls > 5
    with agency.reading() as session:
        first = shelf.agency(session)
        assert first.roster == agency_roster(session)
        assert shelf.read_ahead(agency, patience=0)
        assert shelf.agency(session) is first


def test_who_asks_meanwhile_does_not_wait_for_the_rest(agency: Database) -> None:
    shelf = Shelf(PORTION)
    assert not shelf.read_ahead(agency, patience=0)
    with agency.reading() as session:
        assert shelf.agency(session).roster == agency_roster(session)
    assert shelf.read_ahead(agency, patience=0)


def test_a_reading_that_failed_half_way_leaves_nothing_behind(agency: Database) -> None:
    shelf = Shelf(PORTION)
    with agency.begin() as session:
        blob = session.get_one(Child, "P5a").first_name_sealed
        assert blob
        session.execute(update(Child).where(Child.id == "P5a").values(first_name_sealed=b"broken"))
    with pytest.raises(CannotOpen):
        shelf.read_ahead(agency, patience=60)
    with agency.begin() as session:
        session.execute(update(Child).where(Child.id == "P5a").values(first_name_sealed=blob))
    assert shelf.read_ahead(agency, patience=60)
    with agency.reading() as session:
        assert shelf.agency(session).roster == agency_roster(session)


def test_a_transaction_that_reads_has_one_agency_and_the_next_one_the_changed(agency: Database) -> None:
    shelf = Shelf()
    with agency.reading() as session:
        before = shelf.agency(session)
        change(agency, lambda writing: setattr(writing.get_one(Child, "P0a"), "first_name", "Mia"))
        assert shelf.agency(session) is before
        session.rollback()
        assert shelf.agency(session).roster == agency_roster(session) != before.roster
    with agency.begin() as session:
        assert shelf.agency(session).roster != before.roster
