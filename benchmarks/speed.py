"""How fast what is due at one instant leaves: `python -m benchmarks.speed [COUNT]`, 5,000 by default.

Each message goes to a person of their own, as a morning's digests do, under the limits of service but for
the pace, against a stand-in for Slack that takes all it gets. Prints messages a second by the wall clock, and
CPU milliseconds a message, which say what it costs where the machine is busy with other things.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert

from benchmarks.lives import draw, open_database
from benchmarks.places import postgres, sqlite
from benchmarks.stand_in import StandIn, stand_in
from bot.clock import SystemClock
from bot.reminders import calls
from bot.reminders.deliver import Deliverer
from bot.reminders.limits import Limits
from bot.reminders.needed import OBLIGATION
from bot.services import outbox
from storage.database import Database
from storage.models import Obligation, SlackStanding, Staff, new_id
from storage.types import Lane, Role

UNPACED = Limits(digests_per_second=100_000, digest_burst=100_000)
LONGEST = 600
COLUMNS = (
    *("database", "channels", "messages", "seconds", "a second", "CPU ms a message"),
    *("stand-in's", "connections", "lost", "doubled"),
)


@dataclass
class Morning:
    """Reminders of something owed each, all due now."""

    db: Database
    count: int
    known: bool
    """Whether the people's channels are."""

    def prepare(self) -> set[str]:
        """People, what they owe, what reminds them; the messages' ids."""
        people = [
            {"id": f"S{n:05d}", "role": Role.CASEWORKER, "slack_user_id": f"U{n:05d}"}
            for n in range(self.count)
        ]
        with self.db.begin() as session:
            session.execute(insert(Staff), people)
            if self.known:
                session.execute(insert(SlackStanding), [_standing(n) for n in range(self.count)])
        ids: set[str] = set()
        for begin in range(0, self.count, 500):
            ids |= self._write(range(begin, min(self.count, begin + 500)))
        return ids

    def _write(self, numbers: range) -> set[str]:
        now, ids = SystemClock().now(), set()
        with self.db.begin() as session:
            owed = [_owed(n, now) for n in numbers]
            session.execute(insert(Obligation), owed)
            for n, row in zip(numbers, owed, strict=True):
                item = outbox.put(
                    session,
                    dedupe_key=f"note:N{n}",
                    kind="note_reminder",
                    recipient_id=f"S{n:05d}",
                    now=now,
                    subject_id=f"N{n}",
                    lane=Lane.DIGEST,
                    details={OBLIGATION: row["id"]},
                )
                assert item is not None
                ids.add(item.id)
        return ids


def _standing(number: int) -> dict[str, object]:
    user = f"U{number:05d}"
    asked = datetime(1970, 1, 1, tzinfo=UTC)
    return {"slack_user_id": user, "staff_id": f"S{number:05d}", "member": False, "checked_at": asked} | {
        "dm_channel": f"D{user}"
    }


def _owed(number: int, now: datetime) -> dict[str, object]:
    row = {"id": new_id(), "kind": "note", "subject_id": f"N{number}", "person_id": f"S{number:05d}"}
    return row | {"due_at": now, "opened_at": now}


def measure(url: str, count: int, *, known: bool) -> str:
    """One line of the table."""
    db = open_database(url)
    db.migrate()
    wanted = Morning(db, count, known).prepare()
    with stand_in() as slack:
        took, cpu = _send(db, slack)
        marks, its, connections = slack.told()
    db.close()
    lost = sum(1 for one in wanted if not marks[one])
    doubled = marks.total() - len(marks)
    cells = (
        *(url.partition(":")[0].partition("+")[0], "known" if known else "to be opened", count),
        *(f"{took:.1f}", f"{count / took:.0f}", f"{1000 * cpu / count:.2f}"),
        *(f"{1000 * its / count:.2f}", connections, lost, doubled),
    )
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _send(db: Database, slack: StandIn) -> tuple[float, float]:
    """(seconds, CPU seconds of this process) until all have left."""
    client = calls.client_for("xoxb-stand-in", slack.api_url)
    sender = Deliverer(db, client, SystemClock(), draw=draw, limits=UNPACED)
    wall, cpu = time.monotonic(), time.process_time()
    sender.drain(LONGEST)
    took = time.monotonic() - wall, time.process_time() - cpu
    sender.stop()
    return took


@contextmanager
def _databases() -> Iterator[list[str]]:
    with sqlite() as first, sqlite() as second, postgres() as server:
        yield [first, second, server.url]


def main() -> None:
    """Measure on both databases, on the first one also with channels still to be opened."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    print("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS))
    with _databases() as (first, second, third):
        for url, known in ((first, True), (second, False), (third, True)):
            print(measure(url, count, known=known), flush=True)


if __name__ == "__main__":
    main()
