"""SIGKILL at every step, and a storm of kills and faults: nothing lost, nothing doubled (bench R1, quick)."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from benchmarks.lives import STEPS
from playground.server import PlaygroundServer
from storage.database import Database
from storage.types import OutboxState
from tests.reminders.office import USERS, Office

ROOT = Path(__file__).parents[2]
REMINDERS, KILLS = 30, 30


def lives(database_url: str, server: PlaygroundServer, *options: str) -> subprocess.Popen[str]:
    """A sender in a process of its own that is killed as the options say, then drains."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.lives",
        database_url,
        server.api_url,
        *options,
    ]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str], seconds: float = 300) -> int:
    """How often its lives were killed; it must have left nothing."""
    try:
        output, _ = process.communicate(timeout=seconds)
    finally:
        process.kill()
    *_, killed, left = map(int, output.split())
    assert left == 0
    return killed


def arrived(office: Office) -> Counter[str]:
    """How many messages carry each outbox id."""
    marks: Counter[str] = Counter()
    for person in office.workspace.people:
        for message in office.workspace.conversations.visible_to(person):
            assert message.metadata is not None
            marks[message.metadata["event_payload"]["id"]] += 1
    return marks


def test_a_storm_of_kills_and_faults_loses_and_doubles_nothing(
    database: Database, database_url: str, slack: PlaygroundServer
) -> None:
    """One death at each step of a message, then 25 at random, while 19% of Slack's answers are faulty."""
    office = Office(database, slack)
    wanted = [office.real_put(f"r{n}", to=list(USERS)[n % 4]) for n in range(REMINDERS)]
    slack.workspace.faults.storm(0.19, seed=7)
    options = ["--kill-at", ",".join(STEPS), "--kills", str(KILLS - len(STEPS)), "--seed", "7"]
    killed = ended(lives(database_url, slack, *options, "--patience", "1.0"))
    assert killed > KILLS / 3, "a storm without deaths shows nothing"
    assert arrived(office) == Counter(wanted)
    assert office.states() == {OutboxState.SENT: REMINDERS}
    assert len(office.posted()) == REMINDERS


def test_two_processes_at_once_share_the_work(
    database: Database, database_url: str, slack: PlaygroundServer
) -> None:
    office = Office(database, slack)
    wanted = [office.real_put(f"r{n}", to=list(USERS)[n % 4]) for n in range(REMINDERS)]
    both = [
        lives(database_url, slack, "--kills", "2", "--seed", str(seed), "--patience", "3.0")
        for seed in (1, 2)
    ]
    for process in both:
        ended(process)
    assert arrived(office) == Counter(wanted)


def test_without_the_probe_the_storm_would_double(slack: PlaygroundServer, sqlite_database: Database) -> None:
    """The check can fail: a sender that takes silence for "not sent" posts twice."""
    office = Office(sqlite_database, slack)
    slack.workspace.faults.add("error_after", "chat.postMessage")
    item_id = office.put("one")
    office.send()
    office.forget_doubt(item_id)
    office.send()
    assert arrived(office) == {item_id: 2}
