"""Requests that arrive at one moment share a commit; what is wrong with one concerns that one alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from bot.clock import SystemClock
from bot.handlers.door.arrivals import Arrivals
from storage.database import Database
from storage.models import InboxItem

MANY = 16
UNSTORABLE = "a lone surrogate \ud800"


def stored_together(database: Database, requests: list[tuple[str, str]]) -> list[str | Exception | None]:
    """Each from a thread of its own, all at once: its row's id, None where it was known, or what was raised."""
    arrivals = Arrivals(database, SystemClock(), lease=timedelta(seconds=30))
    ready = Barrier(len(requests))

    def store(request: tuple[str, str]) -> str | Exception | None:
        ready.wait(60)
        try:
            return arrivals.store(request[0], "event_callback", request[1])
        except UnicodeEncodeError as trouble:
            return trouble

    with ThreadPoolExecutor(len(requests)) as threads:
        return list(threads.map(store, requests))


def test_each_is_stored_once_under_its_key(database: Database) -> None:
    ids = stored_together(database, [(f"Ev{n % 8}", f"words {n % 8}") for n in range(MANY)])
    kept = {one for one in ids if isinstance(one, str)}
    assert (len(kept), ids.count(None)) == (8, 8)
    with database.reading() as session:
        rows = {row.id: (row.dedupe_key, row.payload) for row in session.scalars(select(InboxItem))}
    assert set(rows) == kept
    assert sorted(rows.values()) == [(f"Ev{n}", f"words {n}") for n in range(8)]


@pytest.mark.parametrize("place", [0, 7, 15])
def test_one_that_cannot_be_stored_takes_none_with_it(database: Database, place: int) -> None:
    requests = [(f"Ev{n}", UNSTORABLE if n == place else "words") for n in range(MANY)]
    results = stored_together(database, requests)
    assert isinstance(results[place], UnicodeEncodeError), "it is not acknowledged"
    assert sum(isinstance(one, str) for one in results) == MANY - 1
    with database.reading() as session:
        assert len(session.scalars(select(InboxItem.id)).all()) == MANY - 1
