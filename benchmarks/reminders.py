"""The delivery engine under storm and load: `python -m benchmarks.reminders [R1 R2 R10 speed beat]`.

Quick figures by default; `FULL=1` runs the whole ones, `COUNT=1000` sets the size of R1's storm. Prints a
table; exit code 1 where something was lost or doubled.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import insert

from benchmarks.lives import draw, limits
from benchmarks.places import COLUMNS, PEOPLE, Row, fill, judge, postgres, prepared, sqlite, users
from benchmarks.storm import storm
from bot.clock import SystemClock
from bot.reminders import calls
from bot.reminders.deliver import Deliverer
from bot.reminders.plan import Planner
from bot.rules.policy import load_policy
from playground.server import PlaygroundServer
from playground.workspace import Workspace
from storage.database import Database
from storage.models import Obligation, new_id
from storage.types import Lane

FULL = os.environ.get("FULL") == "1"


# -- the scenarios


def r1() -> Iterator[Row]:
    """So many reminders and kills; `ON=sqlite` or `ON=postgresql` and `PROCESSES=` for a part of it."""
    count = int(os.environ.get("COUNT", "10000" if FULL else "60"))
    on, wanted = os.environ.get("ON", ""), os.environ.get("PROCESSES", "")
    for name, place, processes in (
        ("sqlite", sqlite, 1),
        ("sqlite", sqlite, 2),
        ("postgresql", addresses, 4),
    ):
        if name.startswith(on) and str(processes).startswith(wanted):
            with place() as url:
                yield storm("R1 storm", url, processes, count, count)


@contextmanager
def addresses() -> Iterator[str]:
    """The address of a PostgreSQL server."""
    with postgres() as server:
        yield server.url


def r2() -> Iterator[Row]:
    """The database crashes again and again while the storm goes on."""
    count, crashes = (2_000, 10) if FULL else (200, 2)
    with postgres() as server:

        def crash() -> None:
            for _ in range(crashes):
                time.sleep(3)
                server.crash()

        yield storm("R2 database crashes", server.url, 2, count, count // 4, crash=crash)


def r10() -> Iterator[Row]:
    """Slack allows 300 a minute; digests are due all at once, some urgent ones after them."""
    count = 5_000 if FULL else 100
    with sqlite() as url:
        workspace = Workspace(users())
        db = prepared(url)
        wanted = fill(db, count, Lane.DIGEST)
        workspace.faults.allow_per_minute("chat.postMessage", 300)
        with PlaygroundServer(workspace) as server:
            started = time.monotonic()
            urgent: list[str] = []
            timer = threading.Timer(3, lambda: urgent.extend(fill(db, 10, Lane.URGENT)))
            timer.start()
            drain(db, server, pace=5.0, seconds=count)
            timer.join()
            drain(db, server, pace=5.0, seconds=120)
            seconds = time.monotonic() - started
        posts = workspace.calls_of("chat.postMessage")
        refused = sum(1 for call in posts if not call.ok)
        order = [
            call.args["metadata"]["event_payload"]["id"]
            for call in posts
            if call.ok and call.at > started + 3
        ]
        behind = max((order.index(one) for one in urgent), default=0)
        row = Row("R10 300 a minute", "sqlite", 1, count + 10, 0, seconds)
        row.remark = f"{100 * refused / len(posts):.1f}% 429s; urgent within {behind + 1} posts"
        yield judge(row, wanted + urgent, workspace)
        db.close()


def drain(db: Database, server: PlaygroundServer, *, pace: float, seconds: float, threads: int = 4) -> None:
    client = calls.client_for(server.workspace.bot_token, server.api_url)
    paced = replace(limits(30, pace), threads=threads, digest_burst=min(2.0, pace) if pace <= 5 else pace)
    sender = Deliverer(db, client, SystemClock(), draw=draw, limits=paced)
    sender.drain(seconds)
    sender.stop()


def speed() -> Iterator[Row]:
    """All due at one instant, against a Slack that takes all it gets."""
    count = 5_000 if FULL else 500
    with sqlite() as url:
        yield _speed(url, count)
    with postgres() as server:
        yield _speed(server.url, count)


def _speed(url: str, count: int) -> Row:
    workspace = Workspace(users())
    db = prepared(url)
    wanted = fill(db, count)
    with PlaygroundServer(workspace) as server:
        started = time.monotonic()
        drain(db, server, pace=100_000, seconds=120, threads=8)
        seconds = time.monotonic() - started
    db.close()
    row = Row(
        "speed",
        url.partition(":")[0].partition("+")[0],
        1,
        count,
        0,
        seconds,
        remark=f"{count / seconds:.0f} a second",
    )
    return judge(row, wanted, workspace)


def beat() -> Iterator[Row]:
    """A beat where all is planned, and one where everything falls due: by size of the agency."""
    for count in (2_000, 20_000, 200_000) if FULL else (2_000, 20_000):
        with sqlite() as url:
            yield _beat(url, count)
        if count == 200_000 or not FULL:
            with postgres() as server:
                yield _beat(server.url, count)


def _beat(url: str, count: int) -> Row:
    db, policy, now = prepared(url), load_policy(), SystemClock().now()
    due = now + timedelta(days=3)
    for begin in range(0, count, 10_000):
        with db.begin() as session:
            session.execute(
                insert(Obligation),
                [
                    {
                        "id": new_id(),
                        "kind": "note",
                        "subject_id": f"N{n}",
                        "person_id": f"S{n % PEOPLE:04d}",
                        "due_at": due + timedelta(seconds=n % 86_400),
                        "opened_at": now,
                        "planned_until": now,
                    }
                    for n in range(begin, min(count, begin + 10_000))
                ],
            )
    planner = Planner(db, policy)
    started = time.monotonic()
    planner.plan(now)
    first = time.monotonic() - started
    started = time.monotonic()
    planner.plan(now + timedelta(seconds=1))
    again = time.monotonic() - started
    db.close()
    remark = f"all new {first:.1f} s, all planned {again * 1000:.1f} ms"
    return Row("beat", url.partition(":")[0].partition("+")[0], 1, count, 0, first, remark=remark)


SCENARIOS = {"R1": r1, "R2": r2, "R10": r10, "speed": speed, "beat": beat}


def main() -> None:
    chosen = sys.argv[1:] or list(SCENARIOS)
    print("| " + " | ".join(COLUMNS) + " |")
    print("| " + " | ".join("---" for _ in COLUMNS) + " |")
    failed = False
    for name in chosen:
        for row in SCENARIOS[name]():
            print(row.show(), flush=True)
            failed = failed or bool(row.lost or row.doubled)
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
