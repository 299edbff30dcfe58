"""A crisis that nobody answers: the next one is alerted, and the caller sees each step."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

from sqlalchemy import update

from bot.reminders.pager import Pager
from storage.models import Staff
from tests.conversations.office import Office

SAID = "CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm"
CALL = "Call by hand now"


def minutes_pass(office: Office, minutes: float = 5) -> None:
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(minutes=minutes, seconds=1))


def alarms(office: Office, slack_user: str) -> list[str]:
    """The outbox ids of the alarms in somebody's direct messages."""
    shown = office.demo.workspace.conversations.visible_to(slack_user)
    return [m.metadata["event_payload"]["id"] for m in shown if m.metadata and "acknowledge" in m.text]


def test_one_after_the_other_until_a_named_person_has_it(office: Office) -> None:
    office.demo.workspace.dnd.add("U0RILEY")
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    office.dana.waits_for("to Riley Shaw, on-call supervisor 🔕 Do Not Disturb: call 212-555-0112")
    minutes_pass(office)
    office.sam.waits_for("[Acknowledge]")
    office.dana.waits_for("to Sam Ortega, case's supervisor")
    minutes_pass(office)
    office.alex.waits_for("[Acknowledge]")
    office.sam.clicks("Acknowledge")
    for person in (office.riley, office.sam, office.alex):
        person.waits_for("Acknowledged by Sam Ortega")
        person.waits_until_gone("[Acknowledge]")
    card = office.dana.waits_for("Seen by Sam Ortega")
    assert "212-555-0111" in card
    assert "; seen" in card
    minutes_pass(office, 30)
    assert [len(alarms(office, user)) for user in ("U0RILEY", "U0SAM", "U0ALEX")] == [1, 1, 1]


@contextmanager
def a_pager() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Its address, and what it is told."""
    told: list[dict[str, object]] = []

    class Asked(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(202)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Silent."""

    server = HTTPServer(("127.0.0.1", 0), Asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v2/enqueue?routing_key=R0", told
    finally:
        server.shutdown()
        server.server_close()


def test_after_a_round_without_an_answer_the_caller_is_told_by_a_message_that_rings(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    with a_pager() as (address, told):
        pager, clock = Pager(office.db, address), office.demo.workspace.clock
        office.dana.says(SAID)
        office.riley.waits_for("[Acknowledge]")
        for person in (office.sam, office.alex):
            pager.send_due(clock.now())
            minutes_pass(office)
            person.waits_for("[Acknowledge]")
        minutes_pass(office)
        nobody_has_answered(office)
        office.riley.clicks("Acknowledge")
        office.dana.waits_for("Seen by Riley Shaw")
        pager.send_due(clock.now())
        assert pager.send_due(clock.now()) == 0, "what was told is not told again"
    assert [(e["event_action"], e["routing_key"]) for e in told] == [
        ("trigger", "R0"),
        ("trigger", "R0"),
        ("acknowledge", "R0"),
    ]
    assert not {"Tobi", "Okafor"} & set(json.dumps(told).replace('"', " ").split())


def nobody_has_answered(office: Office) -> None:
    rung = "CRISIS, case K1: nobody has answered. Call by hand now"
    pushes = office.demo.workspace.pushes
    assert office.demo.workspace.wait_until(lambda: [p.text for p in pushes].count(rung) == 1)


def test_whoever_slack_does_not_know_is_passed_over_and_that_is_said_loudly(sqlite_office: Office) -> None:
    office = sqlite_office
    with office.db.begin() as session:  # on the rota, and never in Slack
        session.execute(update(Staff).where(Staff.id == "V2").values(slack_user_id=None, email_sealed=None))
    office.dana.says(SAID)
    office.dana.waits_for("Not delivered to Riley Shaw")
    office.dana.waits_for("Nobody has been reached")
    office.demo.fieldnote.scheduler.beat()
    office.sam.waits_for("[Acknowledge]")
    assert "212-555-0112" in office.dana.newest_card(CALL)


def test_with_slack_failing_half_the_time_the_next_one_is_always_reached_and_nobody_twice(
    office: Office,
) -> None:
    faults = office.demo.workspace.faults
    office.dana.says(SAID)
    office.riley.waits_for("[Acknowledge]")
    faults.storm(0.5, "chat.postMessage", "conversations.open", "conversations.history", seed=3)
    for slack_user in ("U0SAM", "U0ALEX"):
        minutes_pass(office)
        time_goes_by_until_alarmed(office, slack_user)
    faults.clear()
    minutes_pass(office, 2)
    marks = [mark for user in ("U0RILEY", "U0SAM", "U0ALEX") for mark in alarms(office, user)]
    assert max(Counter(marks).values()) == 1, "nobody twice for the same step"


def time_goes_by_until_alarmed(office: Office, slack_user: str) -> None:
    """A quarter of a minute, in which doubts may be asked about, and again."""
    for _ in range(400):
        if office.demo.workspace.wait_until(lambda: alarms(office, slack_user), 0.15):
            return
        minutes_pass(office, 0.25)
    raise AssertionError(f"{slack_user} was not reached")
