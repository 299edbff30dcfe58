"""The whole of it: beats, outages, what the auditor finds, and a heartbeat that stops when it should."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.orm import Session

from bot.reminders.auditor import audit, report
from bot.reminders.digest import digest_entries
from bot.reminders.scheduler import Scheduler
from bot.rules.moments import local_date
from bot.rules.policy import load_policy
from bot.services import obligations
from bot.views.drawn import Drawn
from playground import faults
from storage.models import OutboxItem
from storage.types import OutboxState
from tests.reminders.office import DANA, PAT, RILEY, SAM, Office

NEW_YORK = ZoneInfo("America/New_York")
POLICY = load_policy()


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=NEW_YORK)


def tell(session: Session, item: OutboxItem, now: datetime) -> Drawn | None:
    """Draws digests from what is owed, as the bot does."""
    if item.kind != "digest":
        return Drawn(text=f"{item.kind} of {item.subject_id}")
    day = local_date(item.due_at, NEW_YORK)
    entries = digest_entries(session, item.recipient_id or "", day, POLICY)
    said = ", ".join(f"{entry.owed.kind} {entry.owed.subject_id}" for entry in entries)
    return Drawn(text=f"{day:%a}: {said}") if entries else None


class Beating:
    """The office with its scheduler; time is moved by hand."""

    def __init__(self, office: Office, heartbeat_url: str = "") -> None:
        self.office = office
        self.sender = office.sender(draw=tell)
        self.scheduler = Scheduler(
            office.db,
            office.clock,
            policy=POLICY,
            deliverer=self.sender,
            cards=office.cards(),
            heartbeat_url=heartbeat_url,
        )

    def owe(self, kind: str, subject: str, due: datetime, person: str = DANA) -> None:
        with self.office.db.begin() as session:
            obligations.owe(
                session,
                kind=kind,
                subject_id=subject,
                person_id=person,
                due_at=due,
                now=self.office.clock.now(),
            )

    def beat(self) -> None:
        self.scheduler.beat()
        self.sender.drain(10)

    def fast_forward(self, to: datetime, minutes: int = 60) -> None:
        """Beat from now to then."""
        while self.office.clock.now() < to:
            self.office.clock.to(
                min(to.astimezone(UTC), self.office.clock.now() + timedelta(minutes=minutes))
            )
            self.beat()


@pytest.fixture
def beating(office: Office) -> Iterator[Beating]:
    made = Beating(office)
    yield made
    made.sender.stop()


def test_a_week_of_dana_s(beating: Beating) -> None:
    beating.owe("note", "N1", at(12, 16))
    beating.owe("note", "N2", at(12, 17))
    beating.fast_forward(at(12, 12, 15))
    assert beating.office.sees() == [
        "Wed: note N1, note N2",
        "Thu: note N1, note N2",
        "note_reminder of N1",
    ]
    with beating.office.db.begin() as session:
        obligations.settle(session, kind="note", subject_id="N2", now=beating.office.clock.now())
    beating.fast_forward(at(13, 12))
    assert beating.office.sees()[3:] == ["Fri: note N1"], "N2 is done, N1 is late"
    assert (beating.office.sees(SAM), beating.office.sees(RILEY)) == ([], [])


def test_slack_down_for_six_hours_loses_nothing_and_repeats_nothing(beating: Beating) -> None:
    """R11: one digest afterwards, and no ping whose time is over."""
    office = beating.office
    beating.owe("note", "N1", at(12, 11))
    beating.owe("note", "N2", at(12, 16))
    beating.owe("review", "N3", at(14, 23, 59), SAM)
    beating.fast_forward(at(11, 12))
    before = len(office.sees())
    down = office.workspace.faults.add(faults.ERROR_BEFORE, times=None)
    beating.fast_forward(at(12, 13), minutes=60)
    down.times = 0
    beating.fast_forward(at(12, 19))
    said = office.sees()[before:]
    assert sorted(said) == ["Thu: note N1, note N2", "note_reminder of N2"]
    assert office.sees(SAM) == ["Thu: review N3"]


def test_the_process_down_for_two_days_says_one_merged_digest(beating: Beating) -> None:
    beating.owe("note", "N1", at(11, 9))
    beating.beat()
    beating.office.clock.to(at(13, 14).astimezone(UTC))
    beating.beat()
    beating.beat()
    assert beating.office.sees() == ["Fri: note N1"]


def test_a_beat_never_dies(beating: Beating, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beating.scheduler._planner, "plan", lambda _now: 1 / 0)
    beating.office.put("one")
    beating.beat()
    assert beating.office.sees() == ["card of None"]


def test_the_ticker_beats_by_itself_and_ends_cleanly(office: Office) -> None:
    made = Beating(office)
    made.scheduler._seconds = 0.2
    made.scheduler.start()
    try:
        office.put("one")
        assert office.workspace.wait_until(lambda: office.sees() == ["card of None"])
    finally:
        made.scheduler.stop()
    office.put("two")
    assert not office.workspace.wait_until(lambda: len(office.sees()) > 1, 0.6)


def test_the_auditor_finds_what_stays_open(office: Office) -> None:
    item_id = office.put("one")
    now = office.clock.now()
    assert audit(office.db, now + timedelta(minutes=14)).clean
    assert audit(office.db, now + timedelta(minutes=16)).rows == (item_id,)
    office.send()
    assert audit(office.db, now + timedelta(minutes=16)).clean


def test_the_auditor_finds_a_planner_that_sleeps(beating: Beating) -> None:
    beating.owe("note", "N1", at(12, 16))
    now = beating.office.clock.now()
    assert audit(beating.office.db, now + timedelta(minutes=9)).clean
    assert len(audit(beating.office.db, now + timedelta(minutes=11)).obligations) == 1
    beating.beat()
    assert audit(beating.office.db, beating.office.clock.now() + timedelta(minutes=11)).clean


def test_the_auditor_finds_an_obligation_that_nobody_heard_of(beating: Beating) -> None:
    """A row that vanished: planned, so the planner is content, and nothing was ever said."""
    beating.owe("note", "N1", at(12, 16))
    beating.beat()
    beating.fast_forward(at(12, 17), minutes=120)
    late = at(14, 6).astimezone(UTC)
    assert not audit(beating.office.db, at(12, 18).astimezone(UTC)).obligations
    with beating.office.db.begin() as session:
        for row in session.query(OutboxItem):
            row.state = OutboxState.DROPPED
    assert len(audit(beating.office.db, late).obligations) == 1


@contextmanager
def dead_man() -> Iterator[tuple[str, list[str]]]:
    """An address that notes who called."""
    calls: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            calls.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_args: object) -> None:
            """Silent."""

    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/ping", calls
    server.shutdown()
    server.server_close()


def test_the_heartbeat_goes_only_while_nothing_is_missed(office: Office) -> None:
    with dead_man() as (url, calls):
        made = Beating(office, url)
        made.fast_forward(office.clock.now() + timedelta(minutes=16), minutes=5)
        assert calls == ["/ping"] * 2, "the first look only starts the count"
        made.office.put("stuck", to=PAT, due_at=office.clock.now() - timedelta(hours=1))
        assert not report(audit(office.db, office.clock.now()), url)
        assert len(calls) == 2
        made.sender.stop()
    assert not report(audit(office.db, office.clock.now() - timedelta(hours=2)), url), "nobody is there"
    assert not report(audit(office.db, office.clock.now() - timedelta(hours=2)), "file:///etc/hostname")
