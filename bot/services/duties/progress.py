"""How far what is owed in contacts has come: how many have happened, of how many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules import visits as rules
from bot.rules.first_days import first_days, first_days_last
from bot.rules.moments import local_date
from bot.rules.months import Month
from bot.rules.policy import Policy
from bot.rules.reminder_days import consultation_day
from bot.rules.reminders import Kind
from bot.rules.visits import Standing, VisitFacts
from bot.services.duties.contacts import PARENTS
from bot.services.duties.court import CONSULTATION
from bot.services.duties.facts import facts_of
from storage.models import Child, Contact, Hearing, Obligation, Placement
from storage.types import EventType, Outcome

MATTERING = frozenset({*rules.TYPE_OF.values(), *rules.CARETAKER_TYPES, EventType.CASE_CONFERENCE})
"""Events of other types meet nothing that is owed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What is owed, part by part: with whom, and how it stands."""

    parts: tuple[tuple[str, Standing], ...]

    @property
    def met(self) -> bool:
        """Whether all of it has happened."""
        return all(each.met for _, each in self.parts)


@dataclass(frozen=True, slots=True)
class _Families:
    """To whom the subjects of rows belong."""

    case_of: Mapping[tuple[str, str], str]
    """(kind, subject) to case"""
    children_at: Mapping[str, frozenset[str]]
    """caretaker to the children who live or lived there"""
    with_parents: frozenset[str]


def progress_of(session: Session, policy: Policy, rows: Sequence[Obligation]) -> dict[str, Progress]:
    """The progress of each of these obligations, by id; those that contacts don't meet are left out."""
    counted = [row for row in rows if row.kind in _COUNT and row.period != "report"]
    if not counted:
        return {}
    families = _families(session, counted)
    spans = [_span(row, policy) for row in counted]
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    facts = facts_of(session, set(families.case_of.values()), first, last)
    found = {}
    for row in counted:
        case = families.case_of.get((row.kind, row.subject_id))
        if case is not None:
            found[row.id] = _COUNT[Kind(row.kind)](row, case, facts.get(case, ()), families, policy)
    return found


def _span(row: Obligation, policy: Policy) -> tuple[date, date]:
    if row.kind == Kind.HEARING:
        return consultation_day(row.due_at, policy=policy), local_date(row.due_at, policy.zone)
    if row.kind == Kind.FIRST_DAYS:
        began = date.fromisoformat(row.period)
        return began, first_days_last(began, policy=policy)
    month = Month.parse(row.period)
    return month.first, month.last


def _families(session: Session, rows: Sequence[Obligation]) -> _Families:
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        by_kind[row.kind].add(row.subject_id)
    case_of = {(Kind.PARENT_CONTACT.value, case): case for case in by_kind[Kind.PARENT_CONTACT]}
    for kind, table in _TABLES.items():
        query = select(table.id, table.case_id).where(table.id.in_(by_kind[kind]))
        for subject, case in session.execute(query) if by_kind[kind] else ():
            case_of[kind.value, subject] = case
    starting = {case for (kind, _), case in case_of.items() if kind == Kind.FIRST_DAYS}
    carers = by_kind[Kind.CARETAKER_CONTACT]
    return _Families(case_of, _children_at(session, carers), _with_parents(session, starting))


def _children_at(session: Session, carers: Collection[str]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    if carers:
        now = select(Child.placement_contact_id, Child.id).where(Child.placement_contact_id.in_(carers))
        then = select(Placement.placement_contact_id, Placement.child_id).where(
            Placement.placement_contact_id.in_(carers)
        )
        for query in (now, then):
            for carer, child in session.execute(query):
                found[str(carer)].add(child)
    return {carer: frozenset(children) for carer, children in found.items()}


def _with_parents(session: Session, cases: Collection[str]) -> frozenset[str]:
    if not cases:
        return frozenset()
    query = select(Contact.case_id).where(Contact.case_id.in_(cases), Contact.relationship.in_(PARENTS))
    return frozenset(session.scalars(query.distinct()))


_TABLES: dict[Kind, type[Child | Contact | Hearing]] = {
    Kind.VISIT: Child,
    Kind.FIRST_DAYS: Child,
    Kind.CARETAKER_CONTACT: Contact,
    Kind.HEARING: Hearing,
}


def _visit(
    row: Obligation, case: str, facts: Iterable[VisitFacts], families: _Families, policy: Policy
) -> Progress:
    del case, families
    month = Month.parse(row.period)
    found = rules.child_month(facts, row.subject_id, month, policy=policy, case_requires=row.required)
    return Progress((("child", found),))


def _parent(
    row: Obligation, case: str, facts: Iterable[VisitFacts], families: _Families, policy: Policy
) -> Progress:
    del families
    counted = [note for note in facts if rules.counts_for_parent(note, case, policy=policy)]
    return Progress((("parent", _in_month(row, counted)),))


def _caretaker(
    row: Obligation, case: str, facts: Iterable[VisitFacts], families: _Families, policy: Policy
) -> Progress:
    """One talk with the caretaker is about every child who lives there, whichever of them was named."""
    here = families.children_at.get(row.subject_id, frozenset())
    counted = [
        note
        for note in facts
        if any(rules.counts_for_caretaker(note, child, case, policy=policy) for child in here)
    ]
    return Progress((("caretaker", _in_month(row, counted)),))


def _in_month(row: Obligation, counted: Iterable[VisitFacts]) -> Standing:
    month = Month.parse(row.period)
    return rules.standing(counted, month.first, month.last, required=row.required)


def _first_days(
    row: Obligation, case: str, facts: Iterable[VisitFacts], families: _Families, policy: Policy
) -> Progress:
    owed, parents = policy.visits, case in families.with_parents
    rest = row.required - owed.first_days_child - owed.first_days_at_placement
    found = first_days(
        facts,
        row.subject_id,
        case,
        date.fromisoformat(row.period),
        policy=policy,
        parents=parents,
        caretaker=rest > (owed.first_days_parent if parents else 0),
    )
    parts = (
        *(("child", found.child), ("at_placement", found.child_at_placement)),
        *(("parent", found.parent), ("caretaker", found.caretaker)),
    )
    return Progress(tuple(part for part in parts if part[1].required))


def _hearing(
    row: Obligation, case: str, facts: Iterable[VisitFacts], families: _Families, policy: Policy
) -> Progress:
    """The consultation: a case conference that was held within the 60 days."""
    del case, families
    first, last = _span(row, policy)
    held = [n for n in facts if EventType.CASE_CONFERENCE in n.types and n.outcome is Outcome.COMPLETED]
    return Progress(((CONSULTATION, rules.standing(held, first, last, required=1)),))


_COUNT = {
    Kind.VISIT: _visit,
    Kind.PARENT_CONTACT: _parent,
    Kind.CARETAKER_CONTACT: _caretaker,
    Kind.FIRST_DAYS: _first_days,
    Kind.HEARING: _hearing,
}
