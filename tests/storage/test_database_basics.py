"""Transactions, durability settings and migrations, on both databases."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage import migrations
from storage.concerned import concerns
from storage.database import Database
from storage.migrations.__main__ import draft
from storage.models import Base, Case, RosterStamp, Staff
from storage.turns import NoTurn
from storage.types import CaseStatus, Role
from tests.databases import PostgresServer, open_database


def _stamp(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(RosterStamp.number)) or 0


def _start_stamp(database: Database) -> None:
    with database.begin() as session:
        session.add(RosterStamp(id=1, number=0))


def test_it_commits_the_whole_of_a_transaction_or_nothing(database: Database) -> None:
    def fails_half_way() -> None:
        with database.begin() as session:
            session.add(Staff(id="S1", name="Dana Whitfield", role=Role.CASEWORKER))
            session.flush()
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails_half_way()
    with database.reading() as session:
        assert session.scalar(select(Staff.id)) is None


def test_it_tells_of_changes_until_told_to_tell_no_more(database: Database) -> None:
    told: list[frozenset[str]] = []

    def changes(*staff_ids: str | None) -> None:
        with database.begin() as session:
            concerns(session, staff_ids)

    listener = told.append
    database.tell_of_changes(listener)
    changes("S1", None)
    changes("S2")
    database.tell_no_more(listener)
    changes("S3")
    assert told == [frozenset({"S1"}), frozenset({"S2"})]


def test_it_loses_no_update_between_threads(database: Database) -> None:
    _start_stamp(database)

    def adds_one(_: int) -> None:
        with database.begin() as session:
            number = session.scalar(select(RosterStamp.number).with_for_update())
            session.execute(update(RosterStamp).values(number=number + 1))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(adds_one, range(80)))
    assert _stamp(database) == 80


def test_it_loses_no_update_between_replicas(database_url: str) -> None:
    replicas = [open_database(database_url) for _ in range(3)]
    _start_stamp(replicas[0])

    def adds_ten(replica: Database) -> None:
        for _ in range(10):
            with replica.begin() as session:
                number = session.scalar(select(RosterStamp.number).with_for_update())
                session.execute(update(RosterStamp).values(number=number + 1))

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(adds_ten, replicas))
    assert _stamp(replicas[0]) == 30
    for replica in replicas:
        replica.close()


def test_it_reads_the_state_before_while_somebody_writes(database: Database) -> None:
    _start_stamp(database)
    with database.begin() as session:
        session.execute(update(RosterStamp).values(number=5))
        assert _stamp(database) == 0
    assert _stamp(database) == 5


def test_it_sees_one_state_for_the_whole_of_a_reading(database: Database) -> None:
    _start_stamp(database)
    with database.reading() as reading:
        before = reading.scalar(select(RosterStamp.number))
        with database.begin() as session:
            session.execute(update(RosterStamp).values(number=7))
        assert reading.scalar(select(RosterStamp.number)) == before


def test_it_cannot_write_while_reading(database: Database) -> None:
    with database.reading() as session, pytest.raises(DBAPIError):
        session.execute(insert(RosterStamp).values(id=1, number=1))


def test_it_checks_foreign_keys(database: Database) -> None:
    with pytest.raises(IntegrityError), database.begin() as session:
        session.add(Case(id="C1", status=CaseStatus.OPEN, primary_worker_id="nobody"))


def test_its_errors_tell_no_words(database: Database) -> None:
    with pytest.raises(IntegrityError) as caught, database.begin() as session:
        session.add(Case(id="C1", status=CaseStatus.OPEN, primary_worker_id="Zephyrine"))
    assert "Zephyrine" not in str(caught.value).split("DETAIL")[0]


def test_its_rows_can_be_read_after_the_commit(database: Database) -> None:
    with database.begin() as session:
        row = Staff(id="S1", role=Role.CASEWORKER)
        session.add(row)
    assert row.role is Role.CASEWORKER


def test_it_is_durable_on_sqlite(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        asked = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        found = [session.scalar(text(f"PRAGMA {name}")) for name in asked]
    assert found == ["wal", 2, 8000, 1]


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/new.sqlite3")
    database.migrate()
    assert {path.stat().st_mode & 0o077 for path in tmp_path.glob("new.sqlite3*")} == {0}
    database.close()


def test_it_refuses_a_write_inside_of_a_write_on_sqlite(sqlite_database: Database) -> None:
    with sqlite_database.begin(), pytest.raises(NoTurn), sqlite_database.begin():
        pass
    with sqlite_database.begin() as session:
        assert session.scalar(text("SELECT 1")) == 1


def test_models_and_migrations_agree(database: Database) -> None:
    assert database.pending_migrations() == []
    with database.begin() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_migrations_can_be_taken_back_and_run_again(
    database_url: str, postgres: PostgresServer, tmp_path: Path
) -> None:
    empty = f"sqlite:///{tmp_path}/empty.sqlite3" if database_url.startswith("sqlite") else postgres.empty()
    database = open_database(empty)
    for _ in range(2):
        database.migrate()
        with database.begin() as session:
            assert session.scalar(select(func.count()).select_from(Staff)) == 0
            command.downgrade(migrations.config(session.connection()), "base")
            assert inspect(session.connection()).get_table_names() == ["alembic_version"]
    database.close()


def test_no_migration_is_drafted_where_none_is_needed() -> None:
    versions = Path(migrations.__file__).parent / "versions"
    before = sorted(versions.glob("*.py"))
    draft("Change nothing")
    assert sorted(versions.glob("*.py")) == before


def test_replicas_that_start_at_once_migrate_once(
    database_url: str, postgres: PostgresServer, tmp_path: Path
) -> None:
    empty = f"sqlite:///{tmp_path}/empty.sqlite3" if database_url.startswith("sqlite") else postgres.empty()
    replicas = [open_database(empty) for _ in range(6)]
    gate = threading.Barrier(len(replicas))

    def starts(replica: Database) -> list[str]:
        gate.wait()
        replica.migrate()
        return replica.pending_migrations()

    with ThreadPoolExecutor(len(replicas)) as pool:
        assert list(pool.map(starts, replicas)) == [[]] * len(replicas)
    for replica in replicas:
        replica.close()
