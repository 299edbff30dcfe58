"""Several writers of PostgreSQL want the same rows: they wait in one line, and who loses begins anew unseen."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from slack_sdk import WebClient
from sqlalchemy import select, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.reminders.calls import Answer, Fate
from bot.reminders.engine import Engine
from bot.reminders.limits import POST, Limits
from bot.reminders.prepare import Do, Prepared
from bot.reminders.work import Outcome
from bot.services import inbox, outbox
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import InboxItem, Note, OutboxItem
from storage.types import OutboxState
from tests.conversations.office import Office
from tests.services.small_office import DANA, MONDAY

VISIT = "h/v Maya Okafor today 4pm at Ms Stone's, 45 min. both kids home, healthy, rm clean"
NOTE = "the note"
pytestmark = [
    pytest.mark.parametrize("database_url", ["postgresql"], indirect=True),
    pytest.mark.usefixtures("stocked"),
]


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.01)


def wait_in_line(database: Database, many: int) -> None:
    """Until so many transactions wait for somebody else's row."""
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )

    def count() -> int:
        with database.reading() as session:
            return session.scalar(waiting) or 0

    until(lambda: count() >= many)


def put(session: Session, key: str, **more: Any) -> str:
    item = outbox.put(
        session,
        dedupe_key=key,
        kind="card",
        recipient_id=DANA,
        now=MONDAY,
        subject_id=NOTE,
        channel="D1",
        **more,
    )
    assert item is not None
    return item.id


def two_about_a_note(database: Database, *, lower_first: bool = False, **more: Any) -> tuple[str, str]:
    """Two messages on their way, and which is written first: (the lower id, the higher)."""
    with database.begin() as session:
        first = put(session, "first", **more)
        for number in range(1000):
            second = put(session, f"second {number}", **more)
            if (first < second) is lower_first:
                return min(first, second), max(first, second)
            session.execute(text("DELETE FROM outbox WHERE id = :id"), {"id": second})
    raise AssertionError("ids are drawn at random")


def hold(session: Session, *item_ids: str) -> None:
    for item_id in item_ids:
        session.execute(select(OutboxItem.id).where(OutboxItem.id == item_id).with_for_update())


def in_line(database: Database, held: str, *works: Callable[[Session], object]) -> None:
    """Each in a transaction and thread of its own: one after the other waits, then the row is let go."""

    def done(work: Callable[[Session], object]) -> None:
        with database.begin() as session:
            work(session)

    with ThreadPoolExecutor(len(works)) as threads:
        with database.begin() as session:
            hold(session, held)
            running = []
            for number, work in enumerate(works, start=1):
                running.append(threads.submit(done, work))
                wait_in_line(database, number)
        for each in running:
            each.result(60)


def test_who_loses_begins_anew(database: Database) -> None:
    rows, met, tries = two_about_a_note(database), Barrier(2), []

    def changes(first: str, second: str) -> None:
        anew: list[None] = []

        def work(session: Session) -> None:
            tries.append(first)
            add = update(OutboxItem).values(attempts=OutboxItem.attempts + 1)
            session.execute(add.where(OutboxItem.id == first))
            if not anew:
                anew.append(None)
                met.wait(60)
            session.execute(add.where(OutboxItem.id == second))

        database.write(work)

    with ThreadPoolExecutor(2) as threads:
        for each in [threads.submit(changes, *rows), threads.submit(changes, *reversed(rows))]:
            each.result(60)
    assert len(tries) == 3, "one of the two has lost, once"
    with database.reading() as session:
        assert session.scalars(select(OutboxItem.attempts)).all() == [2, 2]


def test_a_real_fault_is_not_tried_again(database: Database) -> None:
    tries = []

    def work(session: Session) -> None:
        tries.append(None)
        session.execute(text("SELECT 1 / 0"))

    with pytest.raises(Exception, match="division by zero"):
        database.write(work)
    assert len(tries) == 1


def test_a_redraw_holds_the_rows_in_their_order(database: Database) -> None:
    low, high = two_about_a_note(database)
    in_line(
        database,
        high,
        lambda session: outbox.ask_redraw(session, NOTE, MONDAY),
        lambda session: hold(session, low, high),
    )


def test_a_message_that_tells_of_others_is_settled_in_that_order_too(database: Database) -> None:
    """The sender settles the one row and has the other touched, while a click has both touched."""
    telling = {"sending_now": True, "details": {outbox.TELLS_OTHERS: True}}
    low, high = two_about_a_note(database, lower_first=True, **telling)
    with database.reading() as session:
        item = session.get_one(OutboxItem, high)
    engine = Engine(
        database,
        WebClient(),
        SystemClock(),
        draw=lambda *_: None,
        limits=Limits(),
        on_step=lambda *_: None,
    )
    posted = Outcome(Prepared(item, Do.POST, Drawn(text="it")), Answer(Fate.OK, POST, "1.1"))
    in_line(
        database,
        low,
        lambda session: outbox.ask_redraw(session, NOTE, MONDAY),
        lambda session: engine.write_down(session, [posted]),
    )
    with database.reading() as session:
        states = {row.id: row.state for row in session.execute(select(OutboxItem.id, OutboxItem.state))}
    assert states == {low: OutboxState.MAYBE_SENT, high: OutboxState.SENT}


def test_renewing_a_lease_waits_for_nobody(database: Database) -> None:
    """Somebody marks a request as done at this very moment."""
    lease = timedelta(seconds=30)
    with database.begin() as session:
        ids = [
            inbox.store(session, key=f"Ev{n}", kind="event", payload="{}", now=MONDAY, lease=lease) or ""
            for n in range(3)
        ]
    with database.begin() as marking:
        inbox.done(marking, ids[1], MONDAY)
        with database.begin() as renewing:
            renewing.execute(text("SET LOCAL lock_timeout = '1ms'"))
            inbox.renew(renewing, ids, MONDAY + lease, lease=lease)
    with database.reading() as session:
        leases = {
            row.id: row.lease_until for row in session.execute(select(InboxItem.id, InboxItem.lease_until))
        }
    assert [leases[i] == MONDAY + 2 * lease for i in ids] == [True, False, True]


def test_a_click_that_loses_is_done_all_the_same_and_nobody_is_told(office: Office) -> None:
    office.dana.says(VISIT)
    office.dana.waits_for("[Submit]")
    with office.db.begin() as session:
        note_id = session.scalars(select(Note.id)).one()
        planned = outbox.put(
            session,
            dedupe_key="some day",
            kind="card",
            recipient_id=DANA,
            now=MONDAY,
            due_at=MONDAY + timedelta(days=900),
            subject_id=note_id,
        )
        assert planned is not None
    # Whichever of the two PostgreSQL ends, the click's transaction (nearly always) or this one.
    with suppress(OperationalError), office.db.begin() as session:
        hold(session, planned.id)
        office.dana.clicks("Submit")
        wait_in_line(office.db, 1)
        session.execute(update(Note).where(Note.id == note_id).values(off_caseload=Note.off_caseload))
    office.dana.waits_for("Submitted today")
    office.sam.waits_for("Note from Dana")
    assert not office.dana.sees("Something went wrong")
