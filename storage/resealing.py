"""Re-encryption: after a new key was put first in RECORD_KEYS, seal with it what older ones sealed.

Works in small transactions beside a running program and can be killed and started again: a value is
replaced only if it still is what was read, and what is done is not done twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Table, select, update

from storage.database import Database
from storage.models import Base
from storage.sealing import Keyring, place_of

_SUFFIX = "_sealed"
_BATCH = 200


def reseal(database: Database, ring: Keyring) -> int:
    """Seal every value under the ring's first key; how many were not yet. CannotOpen where a key is missing.

    Programs that still run with the old order of keys go on sealing with the old one: restart them first.
    """
    return sum(_reseal_column(database, ring, column) for column in _sealed_columns())


def _sealed_columns() -> Iterator[Column[Any]]:
    for table in Base.metadata.sorted_tables:
        yield from (column for column in table.columns if column.name.endswith(_SUFFIX))


def _reseal_column(database: Database, ring: Keyring, column: Column[Any]) -> int:
    with database.reading() as session:
        rows = session.execute(select(column.table.c.id, column).where(column.is_not(None)))
        waiting = [row_id for row_id, blob in rows if not ring.is_current(blob)]
    batches = [waiting[start : start + _BATCH] for start in range(0, len(waiting), _BATCH)]
    return sum(_reseal_rows(database, ring, column, ids) for ids in batches)


def _reseal_rows(database: Database, ring: Keyring, column: Column[Any], ids: list[str]) -> int:
    table, name = column.table, column.name.removesuffix(_SUFFIX)
    assert isinstance(table, Table)
    with database.begin() as session:
        rows = session.execute(
            select(table.c.id, column).where(table.c.id.in_(ids), column.is_not(None))
        ).all()
        for row_id, blob in rows:
            place = place_of(table.name, name, row_id)
            anew = ring.seal(ring.open(blob, place), place)
            session.execute(update(table).where(table.c.id == row_id, column == blob).values({column: anew}))
        return len(rows)
