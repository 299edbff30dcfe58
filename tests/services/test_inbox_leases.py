"""What a process took in is its own until its lease is over, or until another one takes over at its start."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.services import inbox
from storage.database import Database

NOW = datetime(2026, 11, 9, 17, 30, tzinfo=ZoneInfo("America/New_York"))
LEASE = timedelta(minutes=2)


def found(database: Database, at: datetime) -> list[str]:
    with database.begin() as session:
        return [payload for _, payload in inbox.unmarked(session, at, lease=LEASE, tries=5)]


def test_what_was_just_stored_is_nobody_elses_before_its_lease_ends(database: Database) -> None:
    with database.begin() as session:
        inbox.store(session, key="message:D1:1", kind="event", payload="{}", now=NOW, lease=LEASE)
    assert found(database, NOW) == []
    assert found(database, NOW + LEASE) == ["{}"]


def test_who_takes_over_finds_at_once_what_was_left(database: Database) -> None:
    with database.begin() as session:
        inbox.store(session, key="message:D1:1", kind="event", payload="{}", now=NOW, lease=LEASE)
    with database.begin() as session:
        inbox.end_leases(session, NOW)
        inbox.store(session, key="message:D1:2", kind="event", payload="[]", now=NOW, lease=LEASE)
    assert found(database, NOW) == ["{}"], "what came in since is worked by who took it in"
