"""Whether what is owed in contacts has happened: the notes decide, documented or not (DOMAIN 3).

A visit in a draft counts as seen, so that nobody is sent out twice because of paperwork (the note has a
clock of its own).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.moments import DAY, start_of_day
from bot.rules.policy import Policy
from bot.rules.reminders import Kind
from bot.services.duties.contacts import KEPT
from bot.services.duties.progress import MATTERING, progress_of
from storage.contention import change_held
from storage.models import Child, Contact, Hearing, NoteVersion, Obligation
from storage.records import NoteContent

BY_CONTACTS = (
    *(Kind.VISIT, Kind.PARENT_CONTACT, Kind.CARETAKER_CONTACT, Kind.FIRST_DAYS),
    Kind.HEARING,
)
"""Kinds that are met by contacts; of a hearing only the consultation."""


def settle_met(
    session: Session, policy: Policy, subject_ids: Collection[str], *, since: date, now: datetime
) -> None:
    """Close what of these subjects is owed and has happened already, from the local day `since` on.

    One question answers it at a month's beginning, when there is a new row for every child in care.
    """
    told = select(NoteVersion.id).where(NoteVersion.event_on >= since).limit(1)
    if session.scalar(told) is None:
        return
    rows = session.scalars(
        select(Obligation).where(
            Obligation.subject_id.in_(subject_ids),
            Obligation.kind.in_(BY_CONTACTS),
            Obligation.closed_at.is_(None),
        )
    ).all()
    met = _met(session, policy, rows)
    _close(session, [row.id for row in rows if met.get(row.id)], now)


def _met(session: Session, policy: Policy, rows: Sequence[Obligation]) -> dict[str, bool]:
    return {row_id: found.met for row_id, found in progress_of(session, policy, rows).items()}


def recount(session: Session, policy: Policy, contents: Iterable[NoteContent], now: datetime) -> None:
    """After a note's content came, changed (give both) or went: look again at what it may be about.

    Closes what is met by it, and opens again what no longer is (a discarded draft).
    """
    session.flush()
    told = [each for each in contents if each.on is not None and MATTERING & set(each.types)]
    cases = _cases(session, told)
    if cases:
        first = min(each.on for each in told if each.on is not None)
        recheck(session, policy, cases, since=start_of_day(first, policy.zone), now=now)


def _cases(session: Session, told: Sequence[NoteContent]) -> set[str]:
    children = {child for each in told for child in each.children}
    people = {person for each in told for person in each.people}
    cases: set[str] = set()
    if children:
        cases |= set(session.scalars(select(Child.case_id).where(Child.id.in_(children))))
    if people:
        cases |= set(session.scalars(select(Contact.case_id).where(Contact.id.in_(people))))
    return cases


def recheck(
    session: Session, policy: Policy, case_ids: Collection[str], *, since: datetime, now: datetime
) -> None:
    """Look again at all that is owed in contacts with these families and fell or falls due after `since`."""
    rows = session.scalars(
        select(Obligation).where(
            Obligation.subject_id.in_(_subjects(session, case_ids)),
            Obligation.kind.in_(BY_CONTACTS),
            Obligation.withdrawn.is_(False),
            Obligation.due_at >= since,
        )
    ).all()
    met = _met(session, policy, rows)
    _close(session, [row.id for row in rows if row.closed_at is None and met.get(row.id)], now)
    _reopen(session, [row for row in rows if row.closed_at and not met.get(row.id, True)], now)


def _subjects(session: Session, case_ids: Collection[str]) -> set[str]:
    """The families, their children, the people around them, their hearings: whatever a row may be about."""
    found = set(case_ids)
    for table in (Child, Contact, Hearing):
        found |= set(session.scalars(select(table.id).where(table.case_id.in_(case_ids))))
    return found


def _close(session: Session, row_ids: Collection[str], now: datetime) -> None:
    if row_ids:
        met = (Obligation.id.in_(row_ids), Obligation.closed_at.is_(None))
        change_held(session, Obligation.id, *met, closed_at=now, planned_until=None)


def _reopen(session: Session, rows: Sequence[Obligation], now: datetime) -> None:
    """Not what is long over, nor a consultation: that may have been ticked off by hand."""
    fit = [row.id for row in rows if row.kind != Kind.HEARING and row.due_at > now - KEPT * DAY]
    if fit:
        unmet = (Obligation.id.in_(fit), Obligation.closed_at.is_not(None))
        change_held(session, Obligation.id, *unmet, closed_at=None, planned_until=now)
