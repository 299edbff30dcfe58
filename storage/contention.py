"""Where several writers of PostgreSQL want the same rows: held in one order, and who lost begins anew.

Of two transactions that hold a row each and wait for the other's, PostgreSQL ends one after a second. Holding
rows lowest id first makes that rare; beginning the transaction anew makes it nobody's trouble. SQLite has one
writer at a time: there is nothing to hold, and nobody loses.
"""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute, Session

log = logging.getLogger(__name__)
T = TypeVar("T")
TRIES = 6
_PAUSE = 0.02
_LOST = frozenset({"40P01", "40001"})
"""PostgreSQL's codes for deadlock_detected and serialization_failure."""


def hold(session: Session, ids: InstrumentedAttribute[str], *which: ColumnElement[bool]) -> None:
    """Lock these rows until the transaction ends, the lowest id first, before several are written."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(ids).where(*which).order_by(ids).with_for_update())


def change_held(
    session: Session, ids: InstrumentedAttribute[str], *which: ColumnElement[bool], **values: Any
) -> list[str]:
    """Set these values in all rows that fit, held first; the ids of those that were changed.

    What the session has of these rows in memory stays as it was read.
    """
    hold(session, ids, *which)
    changed = update(ids.class_).where(*which).values(**values).returning(ids)
    return list(session.scalars(changed.execution_options(synchronize_session=False)))


def has_lost(error: BaseException) -> bool:
    """Whether PostgreSQL ended the transaction for the sake of another one; nothing of it was kept."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _LOST


def anew_where_lost(work: Callable[[], T]) -> T:
    """What `work` gives, begun anew where its transaction lost against another one, TRIES times in all.

    `work` must bear being done again from its beginning: what it did outside of the transaction stays done.
    """
    for attempt in range(1, TRIES):
        try:
            return work()
        except DBAPIError as error:
            if not has_lost(error):
                raise
            log.info("a transaction lost against another one and is begun anew")
        # Of random length, so that the two do not meet again.
        threading.Event().wait(random.uniform(0, _PAUSE * attempt))
    return work()
