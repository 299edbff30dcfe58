"""Requests that wait while processes die: only what was begun each time is taken for the cause, and that is told."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.services import inbox
from storage.database import Database
from storage.models import InboxItem, OutboxItem
from tests.stock import MONDAY

LEASE, LIVES = timedelta(seconds=30), 25


def stored(db: Database, *names: str) -> dict[str, str]:
    """Messages of Dana's, a second apart: their rows' ids by their words."""
    found = {}
    for n, words in enumerate(names):
        event = {"type": "message", "user": "U0DANA", "channel": "D1", "ts": f"{n}.0", "text": words}
        with db.begin() as session:
            row_id = inbox.store(
                session,
                key=words,
                kind="events_api",
                payload=json.dumps({"event": event}),
                now=MONDAY + timedelta(seconds=n),
                lease=LEASE,
            )
        assert row_id is not None
        found[words] = row_id
    return found


def a_life(db: Database, *, dies_of: str | None, at: int) -> list[str]:
    """A process leases what is left, works it one by one, and dies where it begins with `dies_of`.

    None: it dies before it begins with anything. What it has worked, by row.
    """
    now = MONDAY + timedelta(minutes=at)
    with db.begin() as session:
        inbox.end_leases(session, now)
        leased = inbox.unmarked(session, now, lease=LEASE, tries=LIVES)
    worked = []
    for row_id, _ in leased if dies_of else ():
        with db.begin() as session:
            inbox.begun(session, row_id)
        if row_id == dies_of:
            return worked
        with db.begin() as session:
            inbox.done(session, row_id, now)
        worked.append(row_id)
    return worked


def unfinished(db: Database) -> list[str]:
    with db.reading() as session:
        return list(session.scalars(select(InboxItem.id).where(InboxItem.done_at.is_(None))))


def test_what_only_waited_is_never_given_up(stocked: Database) -> None:
    rows = stored(stocked, *(f"message {n}" for n in range(60)))
    for at in range(3 * LIVES):
        a_life(stocked, dies_of=None, at=at)
    assert sorted(unfinished(stocked)) == sorted(rows.values())


def test_the_cause_is_given_up_its_sender_told_and_all_others_are_worked_before(stocked: Database) -> None:
    rows = stored(stocked, "poison", "first", "second")
    assert a_life(stocked, dies_of=rows["poison"], at=1) == []
    assert a_life(stocked, dies_of=rows["poison"], at=2) == [rows["first"], rows["second"]]
    for at in range(3, LIVES + 2):
        a_life(stocked, dies_of=rows["poison"], at=at)
    assert unfinished(stocked) == []
    with stocked.reading() as session:
        row = session.get_one(InboxItem, rows["poison"])
        assert row.error == inbox.GIVEN_UP
        assert "poison" in (row.payload or ""), "the words stay"
        (told,) = session.scalars(select(OutboxItem))
        assert (told.recipient_id, told.channel, told.thread_ts) == ("W1", "D1", "0.0")
        assert told.details == {"sentence": "given_up"}


@pytest.mark.parametrize("body", [{}, {"event": {"type": "message", "user": "U0NOBODY"}}])
def test_a_sender_who_is_not_on_staff_is_told_nothing(
    sqlite_stocked: Database, body: dict[str, object]
) -> None:
    with sqlite_stocked.begin() as session:
        when = {"now": MONDAY, "lease": LEASE}
        row_id = inbox.store(session, key="k", kind="events_api", payload=json.dumps(body), **when)
        session.get_one(InboxItem, row_id).attempts = LIVES
    assert a_life(sqlite_stocked, dies_of=None, at=1) == []
    assert unfinished(sqlite_stocked) == []
    with sqlite_stocked.reading() as session:
        assert session.scalars(select(OutboxItem)).all() == []
