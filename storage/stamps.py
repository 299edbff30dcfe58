"""The roster's stamp: grows with every change, and whoever changes the roster holds it meanwhile."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.models import RosterStamp

_ONLY = 1


def lock_roster(session: Session) -> RosterStamp:
    """The stamp's row, locked until the transaction ends: changes of the roster come one after another.

    Add one to its `number` with every change, so that every process reads the roster anew; the rows through
    the session, so that it need not read all of it (`storage.roster_log`).
    """
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    session.execute(dialect.insert(RosterStamp).values(id=_ONLY, number=0).on_conflict_do_nothing())
    return session.scalars(
        select(RosterStamp).with_for_update().execution_options(populate_existing=True)
    ).one()
