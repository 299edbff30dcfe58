"""What is about time, on a clock that is moved: `python -m benchmarks.hours [R9 R10 R11]`.

Quick figures by default, `FULL=1` for the whole ones (`YEARS=` for fewer of R9's). Prints a table; exit
code 1 where something was lost, doubled, stale or late.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from benchmarks.lives import open_database
from benchmarks.virtual import AWAY, BROKEN_BEFORE, FINE, Stepped, VirtualClock, VirtualSlack, virtual_time
from bot.reminders.limits import Limits
from bot.reminders.plan import Planner
from bot.reminders.steps import steps_between
from bot.rules.deadlines import note_due
from bot.rules.moments import DAY, local_date
from bot.rules.policy import load_policy
from bot.rules.reminders import Via
from bot.services import outbox
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import Obligation, OutboxItem, Staff, new_id
from storage.types import Lane, OutboxState, Role

FULL = os.environ.get("FULL") == "1"
EIGHT = datetime(2026, 11, 9, 13, 0, tzinfo=UTC)  # 8:00 in New York
CALL = 0.2
"""Seconds that a post takes."""


@dataclass
class Result:
    """What a scenario came to; `wrong` lists what must not be."""

    scenario: str
    said: str
    wrong: list[str] = field(default_factory=list)


def changing_clocks() -> Result:
    """R9: in every zone one morning digest a local day, and 72 hours of 259,200 seconds."""
    zones = sorted(available_timezones())[:: 1 if FULL else 60]
    years = int(os.environ.get("YEARS", "10" if FULL else "1"))
    zones = zones[:400]
    wrong: list[str] = []
    for zone in zones:
        wrong += _digest_days(zone, years)
        wrong += _three_days(zone, years)
    return Result("R9", f"{len(zones)} zones, {years} years", wrong)


def _digest_days(zone: str, years: int) -> list[str]:
    tz, policy, first = ZoneInfo(zone), load_policy().in_zone(zone), date(2026, 6, 1)
    start = datetime.combine(first, datetime.min.time(), tz).astimezone(UTC)
    end = start + timedelta(days=365 * years)
    owed = Obligation(
        id="O1", kind="note", subject_id="N1", person_id="S1", period="", due_at=start, opened_at=start
    )
    steps = steps_between(owed, tz, policy, start, end)
    days = [local_date(step.at, tz) for step in steps if step.via is Via.DIGEST and "overdue" in step.name]
    right = days == [first + n * DAY for n in range(len(days))] and len(days) >= 365 * years - 1
    return [] if right else [f"{zone}: not one digest a day"]


def _three_days(zone: str, years: int) -> list[str]:
    policy, day = load_policy().in_zone(zone), datetime(2026, 1, 1, 16, 0, tzinfo=ZoneInfo(zone))
    for n in range(365 * years):
        end = day + timedelta(days=n)
        if (
            note_due(policy=policy, event_end=end).remind_by - end.astimezone(UTC)
        ).total_seconds() != 259_200:
            return [f"{zone}: 72 hours are not 259,200 s on {end.date()}"]
    return []


# -- with the sender


@dataclass
class Office:
    """A database of its own, a Slack and one sender, all on one clock."""

    db: Database
    clock: VirtualClock
    slack: VirtualSlack
    sender: Stepped

    def turn(self) -> float:
        """Look, then make all calls at once, as the sender's threads would; the seconds it took."""
        began = self.clock.now()
        wait = self.sender.look()
        calls = self.sender.waiting
        for _ in range(calls):
            self.sender.call()
        self.clock.forward(CALL if calls else max(0.02, min(wait, 1.0)))
        return (self.clock.now() - began).total_seconds()

    def send_for(self, seconds: float) -> None:
        """Send what is due now or soon, for so long at most."""
        until = self.clock.now() + timedelta(seconds=seconds)
        while self.clock.now() < until:
            self.turn()
            due_in = self.sender.due_in()
            if not self.sender.in_hand and (due_in is None or due_in > seconds):
                return
            if not self.sender.in_hand and due_in is not None and due_in > 1:
                self.clock.forward(due_in)

    def rows(self) -> list[OutboxItem]:
        with self.db.reading() as session:
            return list(session.scalars(select(OutboxItem)))

    def left(self) -> int:
        with self.db.reading() as session:
            return outbox.backlog(session, self.clock.now())


def offices(folder: str, people: int, start: datetime, per_minute: int | None = None) -> Office:
    """Such an office with so many workers, their channels known."""
    db = open_database(f"sqlite:///{folder}/hours.sqlite3")
    db.migrate()
    with db.begin() as session:
        staff = [
            {"id": f"S{n:05d}", "role": Role.CASEWORKER, "slack_user_id": f"U{n:05d}"} for n in range(people)
        ]
        session.execute(insert(Staff), staff)
    clock = VirtualClock(start)
    slack = VirtualSlack(clock, per_minute=per_minute)
    return Office(db, clock, slack, Stepped(db, slack, draw=say, limits=Limits()))


def say(_session: Session, item: OutboxItem, _now: datetime) -> Drawn:
    return Drawn(text=f"{item.kind} {item.subject_id}")


def all_at_eight() -> Result:
    """R10: Slack allows 300 a minute, all digests are due at 8:00, urgent ones come while they leave."""
    count = 5_000 if FULL else 400
    with tempfile.TemporaryDirectory() as folder:
        office = offices(folder, count, EIGHT, per_minute=300)
        with virtual_time(office.clock):
            put(office, range(count), Lane.DIGEST, EIGHT)
            urgent = put(office, range(10), Lane.URGENT, EIGHT + timedelta(seconds=30))
            while office.left() or office.clock.now() < EIGHT + timedelta(seconds=31):
                office.turn()
        took, slack = (office.clock.now() - EIGHT).total_seconds(), office.slack
        share = 100 * slack.refused / (len(slack.order) + slack.refused)
        behind = max(slack.order.index(one) for one in urgent) - min(slack.order.index(one) for one in urgent)
        arrived = slack.arrived()
        wrong = _wrong(office, Counter({item.id: 1 for item in office.rows()}), arrived)
        wrong += [f"{share:.1f}% 429s"] * (share >= 1) + [f"{took:.0f} s"] * (took > count / 5 + 20)
        wrong += ["urgent ones waited behind digests"] * (behind > 30)
        office.db.close()
    said = f"{count} digests and 10 urgent ones: all out in {took / 60:.1f} min, {share:.2f}% 429s"
    return Result("R10", f"{said}, the urgent ones within {behind + 1} posts", wrong)


def put(office: Office, people: range, lane: Lane, due_at: datetime) -> list[str]:
    """A message to each of these, due then; their ids."""
    ids = []
    with office.db.begin() as session:
        for n in people:
            item = outbox.put(
                session,
                dedupe_key=f"{lane}:{n}",
                kind="card",
                recipient_id=f"S{n:05d}",
                now=office.clock.now(),
                due_at=due_at,
                lane=lane,
                channel=f"DU{n:05d}",
            )
            assert item is not None
            ids.append(item.id)
    return ids


def _wrong(_office: Office, wanted: Counter[str], arrived: Counter[str]) -> list[str]:
    lost, doubled = wanted - arrived, arrived - wanted
    return [f"{lost.total()} lost"] * bool(lost) + [f"{doubled.total()} doubled"] * bool(doubled)


def down_for_six_hours() -> Result:
    """R11: from 6:00 to 12:00 Slack answers nothing right; one digest each afterwards, nothing stale."""
    people, policy = 300 if FULL else 3, load_policy()
    start = EIGHT - timedelta(hours=4)
    with tempfile.TemporaryDirectory() as folder:
        office = offices(folder, people, start)
        planner = Planner(office.db, policy)
        owe(office, people)
        moods = [BROKEN_BEFORE, AWAY]
        with virtual_time(office.clock):
            for minute in range(0, 16 * 60, 5):
                down = 120 <= minute < 480
                office.slack.mood = moods[minute // 5 % 2] if down else FINE
                office.clock.forward(max(0.0, 300 * (minute // 5) - office.clock.stopwatch()))
                planner.plan(office.clock.now())
                office.send_for(280)
        result = _after_the_outage(office, people)
        office.db.close()
    return result


def owe(office: Office, people: int) -> None:
    """Everybody owes four notes: two due in the outage, one in the evening, one in two days."""
    with office.db.begin() as session:
        for n in range(people):
            for hours in (5.0, 7.5, 13.0, 48.0):
                session.add(
                    Obligation(
                        id=new_id(),
                        kind="note",
                        subject_id=f"N{n}:{hours}",
                        person_id=f"S{n:05d}",
                        period="",
                        due_at=office.clock.now() + timedelta(hours=hours),
                        opened_at=office.clock.now() - timedelta(hours=20),
                        planned_until=office.clock.now(),
                    )
                )


def _after_the_outage(office: Office, people: int) -> Result:
    rows, arrived = office.rows(), office.slack.arrived()
    wanted = Counter({item.id: 1 for item in rows if item.state is OutboxState.SENT})
    wrong = _wrong(office, wanted, arrived)
    digests = Counter(item.recipient_id for item in rows if item.kind == "digest" and arrived[item.id])
    wrong += ["not one digest each"] * (set(digests.values()) != {1} or len(digests) != people)
    unfinished = [item for item in rows if item.state not in (OutboxState.SENT, OutboxState.DROPPED)]
    wrong += [f"{len(unfinished)} rows are still open"] * bool(unfinished)
    stale = [
        item
        for item in rows
        if item.state is OutboxState.SENT
        and item.expires_at
        and (item.settled_at or item.due_at) > item.expires_at
    ]
    wrong += [f"{len(stale)} stale"] * bool(stale)
    early = [item for item in rows if item.state is OutboxState.DROPPED and (item.expires_at is None)]
    wrong += [f"{len(early)} rows were dropped that had no end"] * bool(early)
    dropped = sum(1 for item in rows if item.state is OutboxState.DROPPED)
    said = f"{people} people: one digest each, {len(arrived)} messages, {dropped} whose time was over dropped"
    return Result("R11", said, wrong)


SCENARIOS: dict[str, Callable[[], Result]] = {
    "R9": changing_clocks,
    "R10": all_at_eight,
    "R11": down_for_six_hours,
}


def results(names: list[str]) -> Iterator[tuple[Result, float]]:
    for name in names:
        began = time.process_time()
        yield SCENARIOS[name](), time.process_time() - began


def main() -> None:
    failed = False
    print("| scenario | result | wrong | CPU s |\n| --- | --- | --- | --- |")
    for result, seconds in results(sys.argv[1:] or list(SCENARIOS)):
        wrong = "; ".join(result.wrong[:5]) or "nothing"
        print(f"| {result.scenario} | {result.said} | {wrong} | {seconds:.1f} |", flush=True)
        failed = failed or bool(result.wrong)
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
