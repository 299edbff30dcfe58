"""The audit chain: whatever is done to its rows without the key is found (R13)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from storage import audit
from storage.audit import Head
from storage.database import Database
from storage.models import AuditRow
from tests.databases import AUDIT_KEY, open_database

NOW = datetime(2026, 11, 9, 22, 30, 15, 123456, tzinfo=UTC)
OTHER_KEY = b"k" * 32


def _record(session: Session, number: int) -> None:
    audit.record(
        session,
        at=NOW + timedelta(seconds=number),
        actor_id=f"S00{number % 3}" if number % 4 else None,
        action="note.approve",
        subject_kind="note",
        subject_id=f"n{number}",
        details={"version": number, "lag": number / 7, "café": [None, True]},
    )


def _fill(database: Database, rows: int) -> None:
    for number in range(rows):
        with database.begin() as session:
            _record(session, number)


def _verified(database: Database, anchor: Head | None = None) -> audit.Broken | None:
    with database.reading() as session:
        return audit.verify(session, [AUDIT_KEY, OTHER_KEY], [anchor] if anchor else [])


def test_an_untouched_chain_holds(database: Database) -> None:
    assert _verified(database) is None
    _fill(database, 5)
    with database.reading() as session:
        head = audit.head(session)
        assert head
        assert head.seq == 5
    assert _verified(database, head) is None


def test_rows_come_with_their_change_or_not_at_all(database: Database) -> None:
    def fails() -> None:
        with database.begin() as session:
            _record(session, 1)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails()
    _fill(database, 1)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AuditRow)) == 1


def test_several_rows_of_one_transaction_follow_each_other(database: Database) -> None:
    with database.begin() as session:
        for number in range(4):
            _record(session, number)
    assert _verified(database) is None


def test_a_reading_session_records_nothing(database: Database) -> None:
    with database.reading() as session, pytest.raises(ValueError, match="reading"):
        _record(session, 1)


def test_sixteen_people_at_once_make_one_chain(database: Database) -> None:
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda number: _fill(database, 3 + number % 2), range(16)))
    assert _verified(database) is None
    with database.reading() as session:
        assert session.scalar(select(func.max(AuditRow.seq))) == 16 * 3 + 8


def test_a_new_key_starts_a_stretch_linked_to_the_old(database: Database, database_url: str) -> None:
    _fill(database, 3)
    rotated = open_database(database_url, audit_key=OTHER_KEY)
    _fill(rotated, 3)
    rotated.close()
    assert _verified(database) is None
    with database.reading() as session:
        broken = audit.verify(session, [OTHER_KEY])
    assert broken
    assert broken.seq == 1
    with database.begin() as session:
        session.execute(delete(AuditRow).where(AuditRow.seq == 3))
    assert _verified(database) == audit.Broken(4, "row 3 is missing before it")


def test_a_chain_cut_short_is_found_by_its_anchor(database: Database) -> None:
    _fill(database, 6)
    with database.begin() as session:
        head = audit.head(session)
        session.execute(delete(AuditRow).where(AuditRow.seq > 4))
    assert _verified(database) is None
    broken = _verified(database, head)
    assert broken
    assert broken.seq == 5


ROWS = 12
_CHANGES: dict[str, Any] = {
    "at": NOW - timedelta(days=1),
    "actor_id": "S999",
    "action": "note.read",
    "subject_kind": "case",
    "subject_id": "n77",
    "details": {"version": 99},
    "key_name": audit.key_name(OTHER_KEY),
    "previous": "f" * 64,
    "mac": "0" * 64,
}
_change = st.tuples(st.just("change"), st.integers(1, ROWS), st.sampled_from(sorted(_CHANGES)))
_delete = st.tuples(st.just("delete"), st.integers(1, ROWS - 1), st.booleans())
_swap = st.tuples(st.just("swap"), st.integers(1, ROWS), st.integers(1, ROWS)).filter(lambda t: t[1] != t[2])
_insert = st.tuples(st.just("insert"), st.integers(1, ROWS + 1), st.integers(1, ROWS))


def _shift(session: Session, start: int, by: int) -> None:
    for seq in sorted(session.scalars(select(AuditRow.seq).where(AuditRow.seq >= start)), reverse=by > 0):
        session.execute(update(AuditRow).where(AuditRow.seq == seq).values(seq=seq + by))


def _tamper(session: Session, what: str, row: int, how: Any) -> None:
    table = AuditRow.__table__
    if what == "change":
        session.execute(update(AuditRow).where(AuditRow.seq == row).values({how: _CHANGES[how]}))
    elif what == "delete":
        session.execute(delete(AuditRow).where(AuditRow.seq == row))
        if how:  # and close the gap, to hide it
            _shift(session, row + 1, -1)
    elif what == "swap":
        for old, new in ((row, 1000), (how, row), (1000, how)):
            session.execute(update(AuditRow).where(AuditRow.seq == old).values(seq=new))
    else:
        copied = dict(session.execute(select(table).where(table.c.seq == how)).mappings().one())
        _shift(session, row, 1)
        session.execute(insert(AuditRow).values(**{**copied, "seq": row}))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(_change, _delete, _swap, _insert))
def test_any_change_is_found(sqlite_database: Database, tampering: tuple[str, int, Any]) -> None:
    if _count(sqlite_database) == 0:
        _fill(sqlite_database, ROWS)
    with sqlite_database.begin() as session, session.begin_nested() as undone:
        _tamper(session, *tampering)
        found = audit.verify(session, [AUDIT_KEY, OTHER_KEY])
        undone.rollback()
    assert found is not None
    assert _verified(sqlite_database) is None


def _count(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(text("SELECT count(*) FROM audit")) or 0
