"""Which rows of the roster changed with which number of its stamp, so that readers need not look at all.

Every change that goes through a writing session is noticed. Where one may have been missed (a statement over
many rows, very many at once), nothing is written of that number, and readers look at everything.
"""

from __future__ import annotations

from sqlalchemy import delete, event, insert, select
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction, UOWTransaction, sessionmaker

from storage.models import (
    Base,
    Case,
    Child,
    Contact,
    ContactChild,
    Hearing,
    Leave,
    Placement,
    RosterChange,
    RosterStamp,
    Shift,
    Staff,
)

MOST = 2000
"""Rows of one change that are written down."""
KEPT = 100
"""Changes that are kept: whoever read before them looks at everything."""
_ROSTER: tuple[type[Base], ...] = (
    *(Staff, Case, Child, Contact, ContactChild, Placement, Hearing, Leave, Shift),
)
_TOUCHED, _NUMBER = "roster rows touched", "roster number"
Touched = dict[str, set[str]]


def changes_between(session: Session, last: int, now: int) -> Touched | None:
    """By table, ids of the rows that have changed since the stamp was `last`; None where that is not known.

    A contact counts as changed where the children changed whose contact it is.
    """
    query = select(RosterChange.number, RosterChange.table, RosterChange.row_id)
    rows = session.execute(query.where(RosterChange.number > last, RosterChange.number <= now)).all()
    if len({number for number, _, _ in rows}) != now - last:
        return None
    found: Touched = {}
    for _, table, row_id in rows:
        found.setdefault(table, set()).add(row_id)
    return found


def write_at_commit(sessions: sessionmaker[Session]) -> None:
    """Have these sessions write down at their commit what they changed of the roster."""
    event.listen(sessions, "after_flush", _notice)
    event.listen(sessions, "do_orm_execute", _notice_statement)
    event.listen(sessions, "before_commit", _write)
    event.listen(sessions, "after_soft_rollback", _forget)


def _notice(session: Session, _context: UOWTransaction) -> None:
    for row in (*session.new, *session.dirty, *session.deleted):
        if isinstance(row, RosterStamp):
            session.info[_NUMBER] = row.number
        elif isinstance(row, _ROSTER):
            table, row_id = _place(row)
            session.info.setdefault(_TOUCHED, {}).setdefault(table, set()).add(row_id)


def _place(row: Base) -> tuple[str, str]:
    if isinstance(row, ContactChild):
        return Contact.__tablename__, row.contact_id
    return row.__tablename__, str(row.__dict__.get("id") or "")


def _notice_statement(state: ORMExecuteState) -> None:
    mapper = state.bind_mapper
    writes = state.is_insert or state.is_update or state.is_delete
    if writes and mapper is not None and issubclass(mapper.class_, _ROSTER):
        _lose_sight(state.session)


def _lose_sight(session: Session) -> None:
    session.info.setdefault(_TOUCHED, {})[""] = {""}


def _write(session: Session) -> None:
    if not session.info.get(_TOUCHED) and not session.new and not session.dirty and not session.deleted:
        return
    session.flush()
    touched, number = session.info.pop(_TOUCHED, None), session.info.pop(_NUMBER, None)
    if not touched or number is None or "" in touched or sum(map(len, touched.values())) > MOST:
        return
    rows = [
        {"number": number, "table": table, "row_id": row_id}
        for table, ids in touched.items()
        for row_id in ids
    ]
    session.connection().execute(insert(RosterChange), rows)
    session.connection().execute(delete(RosterChange).where(RosterChange.number <= number - KEPT))


def _forget(session: Session, undone: SessionTransaction) -> None:
    """All of it is undone; or a part, and what is left is not known."""
    if undone.nested:
        _lose_sight(session)
        return
    session.info.pop(_TOUCHED, None)
    session.info.pop(_NUMBER, None)
