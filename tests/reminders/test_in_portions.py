"""Where there is very much to write, a beat writes a part and the next goes on: what is urgent first, nothing lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from benchmarks.beat import POLICY, START, fill
from benchmarks.lives import open_database
from bot.reminders.duties import Duties
from bot.reminders.plan import Planner
from bot.reminders.scheduler import Scheduler
from bot.services import obligations
from bot.services.shelf import Shelf
from storage.database import Database
from storage.models import Hearing, Obligation, OutboxItem
from tests.reminders.office import DANA, Office

CHILDREN = 80
Row = tuple[str, str, str, str]

BEATS_ON = """
import sys
from datetime import timedelta
from benchmarks.beat import POLICY, START
from bot.reminders.duties import Duties
from bot.services.shelf import Shelf
from benchmarks.lives import open_database

duties = Duties(open_database(sys.argv[1]), POLICY, Shelf(), portion=3)
for beat in range(1000):
    duties.follow(START + timedelta(seconds=beat), patience=0)
    print("beat", flush=True)
"""


def _owed(db: Database) -> list[Row]:
    with db.reading() as session:
        rows = session.scalars(select(Obligation).where(Obligation.closed_at.is_(None)))
        return sorted((row.kind, row.subject_id, row.period, row.person_id) for row in rows)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """What is owed once all has been looked at."""
    db = open_database(f"sqlite:///{tmp_path_factory.mktemp('whole')}/all.sqlite3")
    db.migrate()
    fill(db, CHILDREN)
    Duties(db, POLICY, Shelf()).follow(START)
    return _owed(db)


def test_beats_without_patience_write_it_all_in_the_end(database: Database, whole: list[Row]) -> None:
    fill(database, CHILDREN)
    duties, beats, most = Duties(database, POLICY, Shelf(), portion=3), 0, 0
    while beats == 0 or duties.busy:
        most = max(most, duties.follow(START + timedelta(seconds=beats), patience=0))
        beats += 1
    assert _owed(database) == whole
    assert beats > CHILDREN // 2 // 3
    assert most < len(whole) / 2, "no beat does all of it"
    assert duties.follow(START + timedelta(seconds=beats)) == 0


def test_who_has_a_hearing_before_them_comes_first(sqlite_database: Database) -> None:
    fill(sqlite_database, CHILDREN)
    duties = Duties(sqlite_database, POLICY, Shelf(), portion=3)
    duties.follow(START, patience=0)  # what the office owes
    duties.follow(START, patience=0)
    with sqlite_database.reading() as session:
        soonest = select(Hearing.id).where(Hearing.starts_at > START).order_by(Hearing.starts_at).limit(3)
        first = set(session.scalars(soonest))
    assert first <= {subject for _, subject, _, _ in _owed(sqlite_database)}
    assert duties.busy


def test_a_process_killed_between_two_portions_loses_nothing(
    sqlite_database: Database, whole: list[Row]
) -> None:
    fill(sqlite_database, CHILDREN)
    url = f"sqlite:///{sqlite_database.sqlite_file}"
    with subprocess.Popen([sys.executable, "-c", BEATS_ON, url], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for _ in range(4):
            assert process.stdout.readline() == b"beat\n"
        process.send_signal(signal.SIGKILL)
    assert len(_owed(sqlite_database)) > 0
    duties = Duties(sqlite_database, POLICY, Shelf())
    duties.follow(START + timedelta(minutes=1))
    assert _owed(sqlite_database) == whole


def test_a_look_that_failed_is_made_again(sqlite_database: Database, whole: list[Row]) -> None:
    """The database was locked by somebody who would not let go, for instance."""
    fill(sqlite_database, CHILDREN)
    duties = Duties(sqlite_database, POLICY, Shelf(), portion=3)
    sqlite_database.close()
    file = sqlite_database.sqlite_file
    away = file.with_suffix(".away")
    duties.follow(START, patience=0)
    sqlite_database.close()
    file.rename(away)
    file.mkdir()
    with pytest.raises(Exception, match="unable to open"):
        duties.follow(START, patience=0)
    file.rmdir()
    away.rename(file)
    duties.follow(START)
    assert _owed(sqlite_database) == whole


def test_an_import_into_a_running_process_holds_up_no_reminder(office: Office) -> None:
    """The agency is read a portion a beat; what is owed already is planned meanwhile, the rest afterwards."""
    sender = office.sender()
    scheduler = Scheduler(
        office.db,
        office.clock,
        policy=POLICY,
        deliverer=sender,
        cards=office.cards(),
        shelf=Shelf(portion=25),
    )
    scheduler.beat(START)
    fill(office.db, CHILDREN)
    with office.db.begin() as session:
        begun, soon = START - timedelta(days=2), START + timedelta(hours=3)
        obligations.owe(session, kind="note", subject_id="N1", person_id=DANA, due_at=soon, now=begun)
    scheduler.beat(START, patience=0)
    assert scheduler.busy
    assert {kind for kind, _, _, _ in _owed(office.db)} == {"note"}
    with office.db.reading() as session:
        assert "N1" in session.scalars(select(OutboxItem.subject_id)).all()
    beats = 1
    while scheduler.busy:
        beats += 1
        scheduler.beat(START + timedelta(seconds=beats), patience=0)
    sender.stop()
    assert beats > 10
    assert len(_owed(office.db)) > 2 * CHILDREN
    assert Duties(office.db, POLICY, Shelf()).follow(START + timedelta(minutes=5)) == 0


def test_a_planner_without_patience_goes_on_where_it_stopped(sqlite_database: Database) -> None:
    fill(sqlite_database, 10 * CHILDREN)
    Duties(sqlite_database, POLICY, Shelf()).follow(START)
    morning = START.replace(day=15, hour=9)
    planner, beats = Planner(sqlite_database, POLICY), 0
    while beats == 0 or planner.busy:
        planner.plan(morning, patience=0)
        beats += 1
    assert beats > 1
    with sqlite_database.reading() as session:
        left = select(func.count()).where(Obligation.planned_until <= morning)
        digests = select(func.count()).where(OutboxItem.kind == "digest")
        assert session.scalar(left) == 0
        assert (session.scalar(digests) or 0) > 10
