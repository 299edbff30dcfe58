"""Many decide at the same moment, through every process: one decision, the others told who and when."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from bot.clock import SystemClock
from playground import acts
from playground.person import Someone
from storage.models import AuditRow, Note, OutboxItem, ReviewDecision
from storage.types import NoteStatus
from tests.nothing_lost.lives import Nursery, Place, place
from tests.stock import NEW_YORK, ROSTER

CLICKS_EACH = 6


@pytest.fixture
def sam_is_away(database_url: str, tmp_path: Path) -> Iterator[Place]:
    """Sam is on leave, so that Alex reviews; but Sam reads along and is still Dana's supervisor."""
    roster = tmp_path / "roster"
    shutil.copytree(ROSTER, roster)
    today = SystemClock().now().astimezone(NEW_YORK).date()
    with (roster / "leave.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(["V1", today - timedelta(days=1), today + timedelta(days=1), "D1"])
    with place(database_url, roster) as found:
        yield found


def submitted_and_open(here: Place, *readers: Someone) -> None:
    """Dana's note is submitted; each reader has it open in a window."""
    dana = here.someone("U0DANA")
    dana.says("h/v Maya Okafor yesterday 4pm at Ms Stone's, 45 min, kids healthy")
    dana.clicks("Submit")
    dana.waits_for("Submitted")
    for reader in readers:
        reader.clicks("Read")
        reader.waits_for_window("Read note")


def also_ask(here: Place, staff_id: str) -> None:
    """Put the note's card before a second person, as a digest would."""
    with here.database.begin() as session:
        card = session.scalars(select(OutboxItem).where(OutboxItem.kind == "review_card")).one()
        session.add(
            OutboxItem(
                dedupe_key=f"{card.dedupe_key}:{staff_id}",
                kind=card.kind,
                recipient_id=staff_id,
                subject_id=card.subject_id,
                due_at=card.due_at,
                next_at=card.due_at,
                created_at=card.created_at,
            )
        )


def all_click_approve(here: Place, *people: Someone) -> None:
    """Each presses Approve so many times, all at the same moment."""
    ready = Barrier(len(people) * CLICKS_EACH)

    def click(person: Someone, found: object) -> None:
        ready.wait(60)
        acts.use(here.workspace, person.user, found.surface, (found.block, found.element))

    buttons = {person: person.finds("Approve") for person in people}
    threads = [Thread(target=click, args=pair) for pair in buttons.items() for _ in range(CLICKS_EACH)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_one_decision_and_the_others_are_told_who_and_when(sam_is_away: Place, nursery: Nursery) -> None:
    here = sam_is_away
    replicas = 1 if here.database.is_sqlite else 2
    lives = [nursery.start(here.settings) for _ in range(replicas)]
    assert here.server.wait_for_bot(connections=replicas)
    sam, alex = here.someone("U0SAM"), here.someone("U0ALEX")
    submitted_and_open(here, alex)
    also_ask(here, "V1")
    sam.clicks("Read")
    sam.waits_for_window("Read note")
    all_click_approve(here, sam, alex)
    for person in (sam, alex):
        person.waits_for("Already approved by")
        assert here.workspace.wait_until(lambda person=person: "Approved by" in person.reads()), "on its card"
    here.someone("U0DANA").waits_for("approved this note")
    with here.database.reading() as session:
        decisions = session.scalars(select(ReviewDecision)).all()
        assert len(decisions) == 1
        assert session.scalars(select(Note.status)).all() == [NoteStatus.APPROVED]
        recorded = select(func.count()).where(AuditRow.action == "note.approved")
        assert session.scalar(recorded) == 1
        told_dana = select(func.count()).where(OutboxItem.kind == "note_approved")
        assert session.scalar(told_dana) == 1
    winner = {"V1": "S. Ortega", "D1": "A. Marsh"}[decisions[0].decided_by_id]
    for person in (sam, alex):
        assert person.sees(f"Already approved by {winner}, ")
    for life in lives:
        life.kill()
