"""What nobody waits for is written down when nobody waits, together, and none of it is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.clock import SystemClock
from bot.handlers.door import afterwards
from bot.handlers.door.afterwards import Afterwards, Rest
from bot.services.outbox import FOR_THE_SENDER
from storage.database import Database
from storage.models import MethodPause
from storage.records import NoteContent

PATIENCE = 240.0
"""Seconds for what comes at once, on however slow a machine."""
TEN_MINUTES = 600.0


def uncounted(session: Session, told: Sequence[NoteContent]) -> None:
    raise AssertionError("nobody told of an event")


@pytest.fixture
def desk(sqlite_database: Database) -> Iterator[Afterwards]:
    made = Afterwards(sqlite_database, count=uncounted)
    made.start()
    yield made
    made.stop()


def row(name: str) -> Callable[[Session], None]:
    """A write that fails where that name stands already."""

    def write(session: Session) -> None:
        session.add(MethodPause(method=name, until=SystemClock().now(), why=""))
        session.flush()

    return write


def rest_of(name: str, told: list[str], event: threading.Event | None = None) -> Rest:
    rest = Rest()

    def kept() -> None:
        told.append(f"{name} kept")
        if event:
            event.set()

    def lost() -> None:
        told.append(f"{name} lost")
        if event:
            event.set()

    rest.add(row(name), then=kept, otherwise=lost)
    return rest


def names(db: Database) -> list[str]:
    with db.reading() as session:
        return sorted(session.scalars(select(MethodPause.method)))


def test_it_is_written_soon_where_nobody_waits(desk: Afterwards, sqlite_database: Database) -> None:
    told: list[str] = []
    done = threading.Event()
    desk.add(rest_of("one", told, done))
    assert done.wait(PATIENCE)
    assert (told, names(sqlite_database)) == (["one kept"], ["one"])


def test_it_waits_for_those_who_wait_for_a_card(
    desk: Afterwards, sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "LONGEST_WAIT", TEN_MINUTES)
    done = threading.Event()
    with desk.at_work():
        desk.add(rest_of("one", [], done))
        assert not done.wait(0.2)
        assert names(sqlite_database) == []
    assert done.wait(PATIENCE)


def test_it_does_not_wait_for_ever(desk: Afterwards) -> None:
    done = threading.Event()
    with desk.at_work():
        desk.add(rest_of("one", [], done))
        assert done.wait(PATIENCE), "soon it is written whoever waits"


def test_nothing_piles_up_where_there_is_always_somebody_who_waits(
    desk: Afterwards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "LONGEST_WAIT", 0.5)
    monkeypatch.setattr(afterwards, "TOGETHER", 1)
    done, left = threading.Event(), 200
    with desk.at_work():
        for number in range(left):
            desk.add(rest_of(f"number {number}", [], done if number == left - 1 else None))
        assert done.wait(PATIENCE), "the waiting is counted from the oldest, not anew for each few"


def test_whoever_waits_for_what_is_left_does_not_hold_it_up(
    desk: Afterwards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "LONGEST_WAIT", TEN_MINUTES)
    done = threading.Event()
    with desk.at_work():
        desk.add(rest_of("one", [], done))
        with desk.aside():
            assert done.wait(PATIENCE)


def test_what_waited_is_written_in_one_transaction(desk: Afterwards, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(afterwards, "LONGEST_WAIT", TEN_MINUTES)
    seen: list[int] = []
    done = threading.Event()
    with desk.at_work():
        for number in range(3):
            rest = Rest()
            rest.add(lambda session: seen.append(id(session)), then=done.set if number == 2 else lambda: None)
            desk.add(rest)
    assert done.wait(PATIENCE)
    assert len(seen) == 3
    assert len(set(seen)) == 1


def test_one_that_fails_takes_no_other_with_it(desk: Afterwards, sqlite_database: Database) -> None:
    told: list[str] = []
    done = threading.Event()
    with desk.at_work():
        desk.add(rest_of("one", told))
        desk.add(rest_of("one", told))
        desk.add(rest_of("two", told, done))
    assert done.wait(PATIENCE)
    assert told == ["one kept", "one lost", "two kept"]
    assert names(sqlite_database) == ["one", "two"]


def test_nothing_is_left_behind_at_the_end(desk: Afterwards, sqlite_database: Database) -> None:
    with desk.at_work():
        for number in range(9):
            desk.add(rest_of(f"number {number}", []))
        desk.stop()
    assert len(names(sqlite_database)) == 9


def test_the_sender_is_woken_where_a_card_is_to_be_drawn_anew(sqlite_database: Database) -> None:
    woken: list[str] = []
    desk = Afterwards(sqlite_database, count=uncounted, wake=lambda: woken.append("woken"))
    desk.add(rest_of("one", []))
    assert woken == []
    rest = Rest()
    rest.add(lambda session: session.info.update({FOR_THE_SENDER: True}))
    desk.add(rest)
    assert woken == ["woken"]


def test_where_it_was_not_started_it_is_written_at_once(sqlite_database: Database) -> None:
    told: list[str] = []
    Afterwards(sqlite_database, count=uncounted).add(rest_of("one", told))
    assert (told, names(sqlite_database)) == (["one kept"], ["one"])


def test_the_failure_is_the_databases_own(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        row("one")(session)
    with pytest.raises(IntegrityError), sqlite_database.begin() as session:
        row("one")(session)


def test_what_several_requests_tell_of_is_counted_once_with_their_rows(sqlite_database: Database) -> None:
    counted: list[tuple[list[str], list[str]]] = []

    def count(session: Session, told: Sequence[NoteContent]) -> None:
        stand = sorted(session.scalars(select(MethodPause.method)))
        counted.append((stand, [child for event in told for child in event.children]))

    told: list[str] = []
    done = threading.Event()
    desk = Afterwards(sqlite_database, count=count)
    desk.start()
    with desk.at_work():
        for name, event in (("one", None), ("two", None), ("three", done)):
            rest = rest_of(name, told, event)
            rest.told.append(NoteContent(children=(name,)))
            desk.add(rest)
    assert done.wait(PATIENCE)
    desk.stop()
    assert counted == [(["one", "three", "two"], ["one", "two", "three"])]


def test_where_counting_fails_no_request_counts_as_done(sqlite_database: Database) -> None:
    def count(session: Session, told: Sequence[NoteContent]) -> None:
        raise RuntimeError("the roster is gone")

    told: list[str] = []
    rest = rest_of("one", told)
    rest.told.append(NoteContent(children=("C1",)))
    Afterwards(sqlite_database, count=count).add(rest)
    assert (told, names(sqlite_database)) == (["one lost"], [])
