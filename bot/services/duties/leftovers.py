"""Rows that no family asks about any more: of a month that is over, of what is not on file any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from bot.rules.moments import DAY
from bot.rules.months import Month
from bot.rules.reminders import Kind
from bot.services.duties.contacts import KEPT
from storage.models import Case, Child, Contact, Hearing, Obligation

_MOST = 2000
_MONTHLY = (Kind.VISIT, Kind.PARENT_CONTACT, Kind.CARETAKER_CONTACT)
_ABOUT: dict[type[Child | Contact | Case | Hearing], tuple[Kind, ...]] = {
    Child: (Kind.VISIT, Kind.FIRST_DAYS),
    Case: (Kind.PARENT_CONTACT,),
    Contact: (Kind.CARETAKER_CONTACT,),
    Hearing: (Kind.HEARING,),
}


def of_months_past(session: Session, today: date) -> list[str]:
    """Ids of open rows, some thousands at most, of months that are kept on the list no longer."""
    first = str(Month.of(today - KEPT * DAY))
    return _open(session, Obligation.kind.in_(_MONTHLY), Obligation.period < first)


def of_nobody(session: Session) -> list[str]:
    """Ids of open rows, some thousands at most, about families, children, carers, hearings not on file."""
    return _open(session, or_(*_lost()))


def _lost() -> Iterator[ColumnElement[bool]]:
    for table, kinds in _ABOUT.items():
        yield Obligation.kind.in_(kinds) & ~exists().where(table.id == Obligation.subject_id)


def _open(session: Session, *which: ColumnElement[bool]) -> list[str]:
    query = select(Obligation.id).where(Obligation.closed_at.is_(None), *which).limit(_MOST)
    return list(session.scalars(query))
