"""Families on paper: what a sheet or an agenda says of each, read for all of them in a few looks.

Who may have it is asked by whoever makes the sheet; nothing here asks. No narratives, no Part 2 contacts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select

from bot.rules import visits
from bot.rules.months import Month
from bot.rules.permissions import LookupRight, shows_in_lookup
from bot.rules.reminders import Kind
from bot.services.conferences.case_notes import notes_about
from bot.services.desk import Desk
from bot.services.duties.facts import facts_of
from bot.services.plans import is_over
from storage.case_sheets import CaseSheet, ChildLine, OwedLine, PlanLine
from storage.models import CrisisCall, CrisisReport, Note, Obligation, PlannedVisit
from storage.queries.people import people
from storage.records import Person, years_old
from storage.types import CaseFile, Child, Contact, EventType, Hearing

LOOKS_BACK = timedelta(days=45)
"""How far back notes are shown that nobody has to do anything about any more."""
_OWED = (
    *(Kind.INCIDENT, Kind.VISIT, Kind.FIRST_DAYS),
    *(Kind.PARENT_CONTACT, Kind.CARETAKER_CONTACT, Kind.HEARING),
)
_CARERS = ("foster_parent", "kin", "childcare_worker")


def sheets_of(
    desk: Desk, case_ids: Sequence[str], *, drafts_of: Collection[str], until: date, since: date | None = None
) -> tuple[CaseSheet, ...]:
    """These families in their order; hearings through the local day `until`.

    Notes of events since the local day `since` (default: the last 45 days), and all open ones. Drafts are
    their authors' own: only those of `drafts_of` are told of.
    """
    cases = [desk.agency.cases[each] for each in case_ids if each in desk.agency.cases]
    ids = [case.id for case in cases]
    month = Month.of(desk.today)
    facts = facts_of(desk.session, ids, month.first, month.last)
    notes = notes_about(desk, ids, since or desk.today - LOOKS_BACK, drafts_of)
    owed, planned = _owed(desk, ids), _plans(desk, ids)
    return tuple(
        CaseSheet(
            case=case,
            children=tuple(_children(desk, case, month, facts.get(case.id, ()))),
            contacts=_contacts(desk, case.id),
            owed=tuple(owed.get(case.id, ())),
            notes=tuple(notes.get(case.id, ())),
            plans=tuple(planned.get(case.id, ())),
            hearings=_hearings(desk, case.id, until),
        )
        for case in cases
    )


def _children(
    desk: Desk, case: CaseFile, month: Month, facts: Iterable[visits.VisitFacts]
) -> Iterable[ChildLine]:
    told, needed = list(facts), case.visits_per_month
    for child_id in desk.agency.in_care(case.id, desk.today):
        child = desk.agency.children[child_id]
        lived = desk.agency.placement(child_id, desk.today)
        standing = visits.child_month(told, child_id, month, policy=desk.policy, case_requires=needed)
        yield ChildLine(
            child=child,
            age=years_old(child.date_of_birth, desk.today) if child.date_of_birth else None,
            lives=lived.placement_type if lived else None,
            carer=desk.agency.contacts.get(lived.placement_contact_id or "") if lived else None,
            seen=standing.seen,
            required=standing.required,
        )


def _contacts(desk: Desk, case_id: str) -> tuple[Contact, ...]:
    """All but those of substance treatment; who cares for the children first."""
    shown = [k for k in desk.agency.contacts_of(case_id) if shows_in_lookup(k, LookupRight.FREE)]
    return tuple(sorted(shown, key=lambda k: (k.relationship.value not in _CARERS, k.name)))


def _hearings(desk: Desk, case_id: str, until: date) -> tuple[Hearing, ...]:
    ahead = [
        h
        for h in desk.agency.hearings_of(case_id)
        if h.starts_at >= desk.now and h.starts_at.astimezone(desk.policy.zone).date() <= until
    ]
    return tuple(sorted(ahead, key=lambda h: h.starts_at))


def _owed(desk: Desk, case_ids: Sequence[str]) -> Mapping[str, list[OwedLine]]:
    """What contacts and reports are still owed, whoever owes them now, by case."""
    whose = {subject: (case, whom) for case in case_ids for subject, whom in _subjects(desk, case)}
    whose |= {report: (case, "") for report, case in _reports(desk, case_ids)}
    rows = desk.session.execute(
        select(Obligation.kind, Obligation.subject_id, Obligation.period, Obligation.due_at)
        .where(
            Obligation.kind.in_(_OWED),
            Obligation.subject_id.in_(whose),
            Obligation.closed_at.is_(None),
        )
        .order_by(Obligation.due_at, Obligation.id)
    )
    found: defaultdict[str, list[OwedLine]] = defaultdict(list)
    for kind, subject, period, due_at in rows:
        case, whom = whose[subject]
        if kind == Kind.INCIDENT:
            whom = period
        found[case].append(OwedLine(period if kind == Kind.HEARING else kind, whom, due_at))
    return found


def _reports(desk: Desk, case_ids: Sequence[str]) -> Iterable[tuple[str, str]]:
    """(report, case) of what a crisis's checklist still asks for: by law, within hours."""
    case_of = func.coalesce(CrisisCall.case_id, Note.case_id)
    rows = (
        select(CrisisReport.id, case_of)
        .join(CrisisCall, CrisisCall.id == CrisisReport.crisis_id)
        .outerjoin(Note, Note.id == CrisisCall.note_id)
        .where(CrisisReport.made_at.is_(None), case_of.in_(case_ids))
    )
    return [(report, case) for report, case in desk.session.execute(rows)]


def _subjects(desk: Desk, case_id: str) -> Iterable[tuple[str, str]]:
    """What something can be owed about, and who is meant by it."""
    agency = desk.agency
    yield case_id, ""
    for child in agency.children_of(case_id):
        yield child.id, child.first_name
    for contact in agency.contacts_of(case_id):
        yield contact.id, "" if contact.part2 else contact.name
    for hearing in agency.hearings_of(case_id):
        yield hearing.id, hearing.kind


def _plans(desk: Desk, case_ids: Collection[str]) -> Mapping[str, list[PlanLine]]:
    rows = desk.session.scalars(
        select(PlannedVisit)
        .where(PlannedVisit.case_id.in_(case_ids), PlannedVisit.cancelled_at.is_(None))
        .order_by(PlannedVisit.on, PlannedVisit.starts_at, PlannedVisit.id)
    ).all()
    ahead = [row for row in rows if row.on is None or row.on >= desk.today]
    who = people(desk.session, {row.staff_id for row in ahead})
    found: defaultdict[str, list[PlanLine]] = defaultdict(list)
    for row in ahead:
        if not is_over(desk.session, row, desk.policy):
            found[str(row.case_id)].append(_plan(row, who, desk.agency.children))
    return found


def _plan(row: PlannedVisit, who: Mapping[str, Person], children: Mapping[str, Child]) -> PlanLine:
    names = tuple(children[c].first_name for c in row.children if c in children)
    return PlanLine(row.on, row.starts_at, tuple(EventType(t) for t in row.types), names, who[row.staff_id])
