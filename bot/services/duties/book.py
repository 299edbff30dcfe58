"""The book of duties: what the roster asks for is compared with the rows, and only what differs is written.

A row is found by kind, subject and period. One that was met stays met; one that was withdrawn (a case closed
by mistake, a child that came back) is owed again as if it had never been.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Select, or_, select, update
from sqlalchemy.orm import Session

from bot.rules.policy import Policy
from bot.rules.reminder_days import consultation_day
from bot.rules.reminders import Kind
from bot.services.duties import seen
from bot.services.duties.duty import Duty
from storage.contention import hold
from storage.models import Obligation, new_id
from storage.upserts import Insert, Inserting, Upsert

Key = tuple[str, str, str]
FirstLook = Callable[[Duty, datetime], datetime | None]
"""When the planner is to look first at a row that begins at a moment: at its first reminder."""
_CHUNK = 1000
_REMEMBERED = timedelta(days=45)
_TAKEN_OVER = ("period", "opened_at", "closed_at", "planned_until", "snoozed_until", "withdrawn", "required")


@dataclass(frozen=True, slots=True)
class Row:
    """An obligation's row as far as the comparison needs it."""

    id: str
    person_id: str
    due_at: datetime
    required: int
    met: bool


@dataclass(slots=True)
class Changes:
    """What is to be written: duties to begin (or to begin anew), and ids of rows that are owed no more."""

    begin: list[Duty] = field(default_factory=list)
    withdraw: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.begin) + len(self.withdraw)

    def portions(self) -> Iterator[Changes]:
        """The same in portions of one short transaction each, withdrawals first."""
        for at in range(0, len(self.withdraw), _CHUNK):
            yield Changes([], self.withdraw[at : at + _CHUNK])
        for at in range(0, len(self.begin), _CHUNK):
            yield Changes(self.begin[at : at + _CHUNK], [])


@dataclass(frozen=True, slots=True)
class Scope:
    """The rows that are compared: of these kinds, and where not None, about these subjects alone."""

    kinds: Collection[Kind]
    subjects: Collection[str] | None = None


def compare(session: Session, wanted: Iterable[Duty], now: datetime, scope: Scope) -> Changes:
    """What differs between the duties that are wanted and the rows that stand. Only reads.

    The duties that are wanted must be all of those in scope, and no others.
    """
    standing, changes = _standing(session, now, scope), Changes()
    for duty in wanted:
        row = standing.pop((duty.kind, duty.subject_id, duty.period), None)
        if row is None:
            if duty.opens:
                changes.begin.append(duty)
        elif row.met:
            if duty.required > row.required:
                changes.begin.append(duty)
        elif (row.person_id, row.due_at, row.required) != (duty.person_id, duty.due_at, duty.required):
            changes.withdraw.append(row.id)
            changes.begin.append(duty)
    changes.withdraw += [row.id for row in standing.values() if not row.met]
    return changes


def _standing(session: Session, now: datetime, scope: Scope) -> dict[Key, Row]:
    """The rows that are open or were met, the newest of each kind, subject and period; the open one first."""
    columns = (
        *(Obligation.id, Obligation.kind, Obligation.subject_id, Obligation.period),
        *(Obligation.person_id, Obligation.due_at, Obligation.required, Obligation.closed_at),
    )
    query = select(*columns).where(
        Obligation.kind.in_(scope.kinds),
        or_(
            Obligation.closed_at.is_(None),
            Obligation.withdrawn.is_(False) & (Obligation.due_at > now - _REMEMBERED),
        ),
    )
    found: dict[Key, Row] = {}
    for row_id, kind, subject, period, person, due, required, closed in _rows(session, query, scope):
        key = (kind, subject, period)
        if closed is None or key not in found:
            found[key] = Row(row_id, person, due, required, closed is not None)
    return found


def _rows(session: Session, query: Select[*tuple[Any, ...]], scope: Scope) -> Iterator[Any]:
    if scope.subjects is None:
        yield from session.execute(query)
        return
    left = iter(sorted(scope.subjects))
    while some := list(islice(left, _CHUNK)):
        yield from session.execute(query.where(Obligation.subject_id.in_(some)))


def _begin_statement(insert: Inserting) -> Insert:
    new = insert(Obligation)
    return new.on_conflict_do_update(
        index_elements=["kind", "subject_id", "person_id", "due_at"],
        set_={name: new.excluded[name] for name in _TAKEN_OVER},
        where=Obligation.closed_at.is_not(None),
    )


_BEGIN = Upsert(_begin_statement)


def apply(
    session: Session, changes: Changes, *, policy: Policy, now: datetime, first_look: FirstLook
) -> None:
    """Write the changes, in the caller's transaction; what has been done already counts at once."""
    if changes.withdraw:
        gone = (Obligation.id.in_(changes.withdraw), Obligation.closed_at.is_(None))
        hold(session, Obligation.id, *gone)
        session.execute(
            update(Obligation)
            .where(*gone)
            .values(closed_at=now, planned_until=None, withdrawn=True)
            .execution_options(synchronize_session=False)
        )
    if changes.begin:
        rows = [_row(duty, now, first_look(duty, now)) for duty in changes.begin]
        session.connection().execute(_BEGIN.on(session), rows)
        by_contacts = [duty for duty in changes.begin if duty.kind in seen.BY_CONTACTS]
        if by_contacts:
            since = min(_counts_from(duty, policy) for duty in by_contacts)
            subjects = {duty.subject_id for duty in by_contacts}
            seen.settle_met(session, policy, subjects, since=since, now=now)


def _row(duty: Duty, now: datetime, look_at: datetime | None) -> Mapping[str, object]:
    """The columns that are not empty in a new row."""
    return {
        "id": new_id(),
        "kind": duty.kind.value,
        "subject_id": duty.subject_id,
        "person_id": duty.person_id,
        "period": duty.period,
        "due_at": duty.due_at,
        "opened_at": now,
        "planned_until": look_at,
        "required": duty.required,
    }


def _counts_from(duty: Duty, policy: Policy) -> date:
    """The first local day whose events can meet it."""
    if duty.kind is Kind.HEARING:
        return consultation_day(duty.due_at, policy=policy)
    return date.fromisoformat(duty.period if duty.kind is Kind.FIRST_DAYS else f"{duty.period}-01")
