"""How long a Home takes to be drawn: `python -m benchmarks.home` (part of `make bench-latency`).

A worker with thirty children and a desk full of notes, her supervisor, the director, on both databases. CPU
milliseconds and statements, the median of twenty drawings; exit code 1 where one takes more than 300 ms.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from sqlalchemy import event

from bot.handlers.home import draw
from bot.reminders.duties import Duties
from storage.database import Database
from storage.models import Case, Child
from storage.stamps import lock_roster
from storage.types import CaseStatus, PlacementType
from tests.databases import PostgresServer, open_database
from tests.services.small_office import ALEX, DANA, JO, ROBIN, SAM, SmallOffice
from tests.stock import MONDAY, ROSTER, Stock

CASELOAD, DRAFTS, WAITING, RETURNED, TIMES = 30, 10, 20, 5, 20
MOST = 300.0
"""Milliseconds."""
WHO = {"worker": DANA, "supervisor": SAM, "director": ALEX, "on call": ROBIN, "admin": JO}
NOTE = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"


def furnished(url: str) -> SmallOffice:
    """The office, with what Dana owes in the book."""
    db = open_database(url)
    db.migrate()
    Stock(ROSTER, db, MONDAY)
    _caseload(db)
    office = SmallOffice(db)
    Duties(db, office.policy, office.shelf).follow(MONDAY)
    for number in range(DRAFTS + WAITING + RETURNED):
        note = office.draft()
        if number >= DRAFTS:
            office.submits(note)
        if number >= DRAFTS + WAITING:
            office.returns(note)
    return office


def _caseload(db: Database) -> None:
    with db.begin() as session:
        lock_roster(session).number += 1
        for n in range(CASELOAD):
            session.add(
                Case(id=f"X{n}", family_name=f"Family {n}", status=CaseStatus.OPEN, primary_worker_id=DANA)
            )
            session.flush()
            session.add(
                Child(
                    id=f"Y{n}",
                    case_id=f"X{n}",
                    first_name=f"Child {n}",
                    last_name=f"Family {n}",
                    entered_care_on=date(2026, 1, 5),
                    placement_type=PlacementType.FOSTER_HOME,
                )
            )


def measured(office: SmallOffice, who: str) -> tuple[float, int, int]:
    """(CPU milliseconds, statements, blocks) of one drawing."""
    counted, times, blocks = [0], [], 0

    def count(*_: object) -> None:
        counted[0] += 1

    for _ in range(TIMES):
        with office.desk(who) as desk:
            event.listen(desk.session.get_bind(), "before_cursor_execute", count)
            counted[0], began = 0, time.process_time()
            blocks = len(draw(desk)["blocks"])
            times.append(1000 * (time.process_time() - began))
            event.remove(desk.session.get_bind(), "before_cursor_execute", count)
    return statistics.median(times), counted[0], blocks


def _table(name: str, url: str) -> bool:
    office, good = furnished(url), True
    for role, who in WHO.items():
        took, statements, blocks = measured(office, who)
        good &= took <= MOST
        print(f"| {name} | {role} | {took:.0f} | {statements} | {blocks} |", flush=True)
    office.db.close()
    return good


def main() -> None:
    """Both databases."""
    print("| database | whose | CPU ms | statements | blocks |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        good = _table("SQLite", f"sqlite:///{Path(folder) / 'h.sqlite3'}")
        server = PostgresServer(Path(folder) / "pg")
        try:
            good &= _table("PostgreSQL", server.empty())
        finally:
            server.stop()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
