"""Backups: consistent, whole or not at all, restored into either database, nothing readable (R8, R14)."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.services.roster.roster import import_roster
from storage import audit
from storage.backup import CannotRestore, back_up, restore
from storage.database import Database
from storage.models import InboxItem, Note, NoteVersion, RosterStamp
from storage.queries.roster import agency_roster
from storage.types import Roster
from tests.agency import CHILDREN, CONTACTS, changed, write_agency
from tests.databases import AUDIT_KEY, PostgresServer, open_database

NOW = datetime(2026, 11, 9, 22, 30, tzinfo=UTC)
PLANTED = ("Zephyrine", "Quillfeather", "212-555-0166", "Marmalade Lane", "Xylocaine", "whispered")


def _fill(database: Database, directory: Path) -> None:
    files = write_agency(
        directory,
        children=changed(CHILDREN, 0, first_name="Zephyrine", last_name="Quillfeather", alerts="Xylocaine"),
        contacts=changed(CONTACTS, 0, phone="212-555-0166", address="9 Marmalade Lane", notes="Zephyrine's"),
    )
    with database.begin() as session:
        import_roster(session, files, now=NOW, tz=ZoneInfo("America/New_York"))
    with database.begin() as session:
        note = Note(author_id="DANA", entered_by_id="DANA", case_id="C1", created_at=NOW)
        session.add(note)
        session.flush()
        session.add(
            NoteVersion(
                note_id=note.id,
                number=1,
                made_by_id="DANA",
                made_at=NOW,
                made_how="read",
                narrative="Zephyrine whispered to me",
            )
        )
        session.add(
            InboxItem(
                dedupe_key="Ev1",
                kind="event",
                payload='{"text": "Zephyrine whispered"}',
                received_at=NOW,
                lease_until=NOW,
            )
        )


@pytest.fixture
def filled(database: Database, tmp_path: Path) -> Database:
    _fill(database, tmp_path / "files")
    return database


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Another, empty database to restore into."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/elsewhere.sqlite3"
    else:
        server: PostgresServer = request.getfixturevalue("postgres")
        url = server.empty()
    opened = open_database(url)
    opened.migrate()
    yield opened
    opened.close()


def _roster(database: Database) -> Roster:
    with database.reading() as session:
        return agency_roster(session)


def test_what_was_backed_up_is_restored_word_for_word(
    filled: Database, elsewhere: Database, tmp_path: Path
) -> None:
    back_up(filled, tmp_path / "copy.backup")
    restored = restore(elsewhere, tmp_path / "copy.backup")
    assert restored > 20
    assert _roster(elsewhere) == _roster(filled)
    with elsewhere.reading() as session:
        assert session.scalars(select(NoteVersion)).one().narrative == "Zephyrine whispered to me"
        assert audit.verify(session, [AUDIT_KEY]) is None
        assert audit.head(session) is not None


def test_it_refuses_a_database_with_data_in_it(filled: Database, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "copy.backup")
    before = _roster(filled)
    with pytest.raises(CannotRestore, match="holds data already"):
        restore(filled, tmp_path / "copy.backup")
    assert _roster(filled) == before


@pytest.mark.parametrize("content", [b"", b"hello", None])
def test_it_refuses_what_is_no_backup(
    sqlite_database: Database, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "f").write_bytes(content)
    with pytest.raises(CannotRestore, match="no backup"):
        restore(sqlite_database, tmp_path / "f")


def test_it_overwrites_no_file(sqlite_database: Database, tmp_path: Path) -> None:
    (tmp_path / "f").write_text("mine")
    with pytest.raises(FileExistsError):
        back_up(sqlite_database, tmp_path / "f")
    assert (tmp_path / "f").read_text() == "mine"


def test_nothing_can_be_read_in_the_files(filled: Database, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "copy.backup")
    files = [tmp_path / "copy.backup"]
    if filled.is_sqlite:
        files += filled.sqlite_file.parent.glob("fieldnote.sqlite3*")
        assert len(files) == 4
    for file in files:
        content = file.read_bytes()
        assert [name for name in PLANTED if name.encode() in content] == []
    assert (tmp_path / "copy.backup").stat().st_mode & 0o077 == 0


def test_nothing_can_be_read_in_the_tables_of_postgres(postgres: PostgresServer, tmp_path: Path) -> None:
    database = open_database(postgres.url)
    _fill(database, tmp_path / "files")
    with database.reading() as session:
        tables = session.connection().exec_driver_sql(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        )
        rows = [
            str(row)
            for (table,) in tables.all()
            for row in session.connection().exec_driver_sql(f'SELECT t::text FROM "{table}" t')
        ]
    database.close()
    postgres.clean()
    assert len(rows) > 20
    hexed = [name.encode().hex() for name in PLANTED]
    assert [row for row in rows for name in (*PLANTED, *hexed) if name in row] == []


def test_it_is_consistent_while_somebody_writes(database: Database, tmp_path: Path) -> None:
    """Two counters always change together: a copy that tears a transaction shows two different numbers."""
    with database.begin() as session:
        session.add_all([RosterStamp(id=1, number=0), RosterStamp(id=2, number=0)])
    stop = threading.Event()

    def counts() -> None:
        while not stop.is_set():
            with database.begin() as session:
                for row in session.scalars(select(RosterStamp).order_by(RosterStamp.id).with_for_update()):
                    row.number += 1
                    session.flush()

    writer = threading.Thread(target=counts)
    writer.start()
    try:
        for number in range(5):
            back_up(database, tmp_path / f"{number}.backup")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        with sqlite3.connect(tmp_path / f"{number}.backup") as copy:
            assert copy.execute("SELECT count(DISTINCT number) FROM roster_stamp").fetchone() == (1,)


_BACKS_UP = """
import sys
from pathlib import Path
from storage.backup import back_up
from tests.databases import open_database
database = open_database(sys.argv[1])
print("ready", flush=True)
for number in range(10_000):
    back_up(database, Path(sys.argv[2]) / f"{number}.backup")
"""


def test_a_backup_killed_in_the_middle_leaves_no_half_file(
    filled: Database, database_url: str, tmp_path: Path
) -> None:
    (tmp_path / "backups").mkdir()
    root = Path(__file__).parents[2]
    for pause in (0.05, 0.25):
        process = subprocess.Popen(
            [sys.executable, "-c", _BACKS_UP, database_url, str(tmp_path / "backups")],
            stdout=subprocess.PIPE,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        for file in (tmp_path / "backups").glob("*.backup"):
            with sqlite3.connect(file) as copy:
                assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                assert copy.execute("SELECT count(*) FROM staff").fetchone() == (5,)
            file.unlink()
    with filled.reading() as session:
        assert session.scalar(select(func.count()).select_from(Note)) == 1
