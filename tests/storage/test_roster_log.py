"""Which rows of the roster changed: what is known is all of it, and what may not be all is not told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from benchmarks.beat import fill
from bot.services.shelf import Shelf
from bot.understand.agency import Agency
from storage.database import Database
from storage.models import Case, Child, Contact, ContactChild, Hearing, Leave, Placement, RosterChange, Staff
from storage.queries.roster import agency_roster
from storage.roster_log import KEPT, MOST, Touched, changes_between
from storage.stamps import lock_roster
from storage.types import CaseStatus, Relationship

Deed = Callable[[Session], object]


def change(db: Database, *deeds: Deed) -> int:
    """Change the roster in one transaction; its number."""
    with db.begin() as session:
        stamp = lock_roster(session)
        for deed in deeds:
            deed(session)
        stamp.number += 1
    return stamp.number


def between(db: Database, last: int, now: int) -> Touched | None:
    with db.reading() as session:
        return changes_between(session, last, now)


def rename(child_id: str) -> Deed:
    return lambda session: setattr(session.get_one(Child, child_id), "first_name", "Mia")


def close(case_id: str) -> Deed:
    return lambda session: setattr(session.get_one(Case, case_id), "status", CaseStatus.CLOSED)


@pytest.fixture
def agency(database: Database) -> Database:
    fill(database, 20)
    return database


def test_what_changed_is_known_by_its_number(agency: Database) -> None:
    first = change(agency, rename("P1a"), close("C2"))
    second = change(agency, rename("P3b"))
    assert (first, second) == (2, 3)
    assert between(agency, 1, 2) == {"children": {"P1a"}, "cases": {"C2"}}
    assert between(agency, 2, 3) == {"children": {"P3b"}}
    assert between(agency, 1, 3) == {"children": {"P1a", "P3b"}, "cases": {"C2"}}


def test_what_is_deleted_or_linked_counts(agency: Database) -> None:
    def drop(session: Session) -> None:
        session.delete(session.get_one(Hearing, "H3"))

    link: Deed = lambda session: session.add(ContactChild(contact_id="K1", child_id="P1a"))  # noqa: E731
    number = change(agency, drop, link)
    assert between(agency, 1, number) == {"hearings": {"H3"}, "contacts": {"K1"}}


def _at_once(session: Session) -> None:
    session.execute(update(Case).values(status=CaseStatus.CLOSED))


def _undone_in_part(session: Session) -> None:
    rename("P1a")(session)
    inner = session.begin_nested()
    rename("P2a")(session)
    session.flush()
    inner.rollback()


def _very_many(session: Session) -> None:
    ids = range(MOST + 1)
    session.add_all(Contact(id=f"X{n}", case_id="C1", relationship=Relationship.KIN) for n in ids)


@pytest.mark.parametrize("deed", [_at_once, _undone_in_part, _very_many, lambda _session: None])
def test_what_may_not_be_all_is_not_told(agency: Database, deed: Deed) -> None:
    number = change(agency, deed)
    assert between(agency, number - 1, number) is None
    after = change(agency, rename("P5a"))
    assert between(agency, number - 1, after) is None
    assert between(agency, number, after) == {"children": {"P5a"}}, "the next change is known again"


def test_what_was_taken_back_never_was(agency: Database) -> None:
    def think_better(session: Session) -> None:
        session.flush()
        raise RuntimeError("taken back")

    with pytest.raises(RuntimeError, match="taken back"):
        change(agency, rename("P1a"), think_better)
    number = change(agency, rename("P2a"))
    assert between(agency, 1, number) == {"children": {"P2a"}}


def test_only_so_many_changes_are_kept(sqlite_database: Database) -> None:
    fill(sqlite_database, 20)
    for n in range(KEPT + 5):
        change(sqlite_database, lambda session, n=n: setattr(session.get_one(Case, "C1"), "county", str(n)))  # type: ignore[misc]
    with sqlite_database.reading() as session:
        numbers = session.scalars(select(RosterChange.number)).all()
    assert len(numbers) == KEPT
    assert between(sqlite_database, 1, KEPT + 6) is None


def _move(session: Session) -> None:
    session.get_one(Child, "P1a").case_id = "C0"
    row = session.get_one(Placement, "P1a-1")
    row.placement_contact_id, row.starts_on = "K3", date(2026, 10, 1)


def _add(session: Session) -> None:
    session.add(Case(id="C00", status=CaseStatus.OPEN, primary_worker_id="W0"))
    session.flush()
    session.add(Child(id="P0", case_id="C00", entered_care_on=date(2026, 11, 1), placement_contact_id="K1"))
    session.add(Leave(staff_id="W0", first_day=date(2026, 12, 1), last_day=date(2026, 12, 2)))


def _take_away(session: Session) -> None:
    for table, row_id in ((Hearing, "H3"), (Placement, "P4a-1")):
        session.delete(session.get_one(table, row_id))
    session.get_one(Case, "C5").primary_worker_id = None


def _of_staff(session: Session) -> None:
    session.get_one(Staff, "W0").timezone = "America/Chicago"


def test_indexes_that_follow_a_change_are_those_that_are_built_anew(agency: Database) -> None:
    shelf = Shelf()
    with agency.reading() as session:
        before = shelf.agency(session)
    for deeds, families in (
        ((_move,), {"C0", "C1"}),
        ((_add, close("C3")), {"C00", "C3"}),
        ((_take_away,), {"C3", "C4", "C5"}),
    ):
        change(agency, *deeds)
        with agency.reading() as session:
            after, anew = shelf.agency(session), Agency.of(agency_roster(session))
        assert after.came_of is not None
        assert (after.came_of.before(), after.came_of.families) == (before, families)
        for each in fields(Agency):
            if each.name not in ("came_of", "_kept"):
                assert getattr(after, each.name) == getattr(anew, each.name), each.name
        assert list(after.children) == list(anew.children)
        before = after
    change(agency, _of_staff)
    with agency.reading() as session:
        assert shelf.agency(session).came_of is None, "on staff hangs too much"
