"""Sealed words: nothing readable, nothing movable, and a new key takes over without a stop."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from bot.clock import SystemClock
from bot.services.roster.roster import import_roster
from storage.database import Database
from storage.models import Child, Staff
from storage.queries.roster import agency_roster
from storage.resealing import reseal
from storage.sealing import CannotOpen, Keyring
from storage.types import Role
from tests.agency import write_agency
from tests.databases import AUDIT_KEY, RECORD_KEY

NEW_KEY = b"n" * 32


def _import(database: Database, directory: Path) -> None:
    with database.begin() as session:
        import_roster(
            session, write_agency(directory), now=SystemClock().now(), tz=ZoneInfo("America/New_York")
        )


def test_a_row_whose_id_nobody_named_opens_again(database: Database) -> None:
    with database.begin() as session:
        session.add(Staff(id="S1", name="Dana Whitfield", email="", role=Role.CASEWORKER))
    with database.reading() as session:
        row = session.scalars(select(Staff)).one()
        assert (row.name, row.email, row.phone) == ("Dana Whitfield", "", "")
        assert row.email_sealed is None
        assert b"Dana" not in (row.name_sealed or b"")


def test_words_moved_to_another_row_do_not_open(database: Database, tmp_path: Path) -> None:
    _import(database, tmp_path / "roster")
    with database.begin() as session:
        blob = session.scalar(select(Child.first_name_sealed).where(Child.id == "P1"))
        session.execute(update(Child).where(Child.id == "P2").values(first_name_sealed=blob))
    with database.reading() as session, pytest.raises(CannotOpen):
        _ = session.get_one(Child, "P2").first_name


def test_a_new_key_seals_what_the_old_one_sealed(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    _import(database, tmp_path / "roster")
    both = Keyring([NEW_KEY, RECORD_KEY])
    with database.reading() as session:
        before = agency_roster(session)
    rotated = Database(database_url, keyring=both, audit_key=AUDIT_KEY)
    assert reseal(rotated, both) > 15
    assert reseal(rotated, both) == 0
    rotated.close()
    alone = Database(database_url, keyring=Keyring([NEW_KEY]), audit_key=AUDIT_KEY)
    with alone.reading() as session:
        assert agency_roster(session) == before
    alone.close()


def test_a_missing_key_changes_nothing(database: Database, tmp_path: Path) -> None:
    _import(database, tmp_path / "roster")
    with pytest.raises(CannotOpen):
        reseal(database, Keyring([NEW_KEY]))
    with database.reading() as session:
        assert agency_roster(session).staff[0].name == "Dana Whitfield"
