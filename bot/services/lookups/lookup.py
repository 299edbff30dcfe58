"""Looking up a number, an address, who is who: what is needed for the call, to whom it may be shown.

Own and covered cases, and a supervisor's unit, at once; on-call staff for any open case during their
shift after a reason; everybody else is refused and told whom to ask, or opens it for an hour (see
`glass`). Each answer is in the access log (DOMAIN 5). Substance-treatment contacts (42 CFR Part 2)
never show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import NotAllowed, Unusable
from bot.rules.permissions import LookupRight, shows_in_lookup
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.lookups.glass import REASONS, in_force
from bot.services.lookups.reach import Reach
from bot.services.lookups.reasons import given
from bot.services.lookups.shared import shared_by
from bot.services.on_call.on_call import own_shift
from bot.understand.names.roles import holders, roles
from storage.models import LookupReason, new_id
from storage.queries import notes as reads
from storage.records import NoteRecord
from storage.types import CaseFile, Child, Contact, Hearing, NoteStatus, Outcome, StaffMember

_CALLED = frozenset({"phone", "address"})
"""What is asked of a child by where it lives."""
_WITH_HOME = _CALLED | {"summary"}


class OutOfReach(NotAllowed):
    """Families that the actor may not look up: `cases`, and whether they may be opened for an hour."""

    def __init__(self, sentence: str, cases: Sequence[str], *, may_open: bool) -> None:
        super().__init__(sentence)
        self.cases, self.may_open = tuple(cases), may_open


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: ids of children, contacts and staff, and which fact (None: who is it).

    `roles`: who is asked for by what they are to the children ("mom"), as the roster has it when answered.
    """

    children: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    wants: str | None = None
    roles: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Nobody was named."""
        return not (self.children or self.people or self.staff)


@dataclass(frozen=True, slots=True)
class CaseAnswer:
    """What may be shown of one case.

    `at_risk`: the children whose alerts the call needs; `hidden`: a contact asked for does not show;
    `missing`: roles asked for that nobody on file has.
    """

    case: CaseFile
    worker: StaffMember | None
    supervisor: StaffMember | None
    children: tuple[Child, ...]
    contacts: tuple[Contact, ...]
    hearing: Hearing | None
    at_risk: tuple[Child, ...] = ()
    hidden: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer; `needs_reason` names the cases for which a reason is still to be given.

    `shared`: a professional of several families, asked for by name alone, whose number tells of none of them.
    """

    cases: tuple[CaseAnswer, ...]
    staff: tuple[StaffMember, ...]
    needs_reason: tuple[str, ...] = ()
    shared: Contact | None = None


def cases_of(desk: Desk, wanted: Wanted) -> list[str]:
    """The cases that the question is about, in its order."""
    agency = desk.agency
    named = [agency.children[c].case_id for c in wanted.children if c in agency.children]
    named += [agency.contacts[p].case_id for p in wanted.people if p in agency.contacts]
    return list(dict.fromkeys(named))


def answer(desk: Desk, wanted: Wanted) -> Answer:
    """What the actor may be told. OutOfReach, with whom to ask, where a case is."""
    by_name = not (wanted.children or wanted.staff or wanted.roles) and wanted.wants in {None, *_CALLED}
    if by_name and (shared := shared_by(desk, wanted.people)):
        return Answer((), (), shared=shared)
    rights = rights_to(desk, cases_of(desk, wanted))
    needs = tuple(c for c, r in rights.items() if r is LookupRight.WITH_REASON and not given(desk, [c]))
    shown = [_of_case(desk, case, right, wanted) for case, right in rights.items() if case not in needs]
    staff = tuple(desk.agency.staff[s] for s in wanted.staff if s in desk.agency.staff)
    if wanted.wants == "supervisor":
        staff = tuple(_supervising(desk, member) for member in staff)
    return Answer(tuple(shown), staff, needs)


def rights_to(desk: Desk, cases: Sequence[str]) -> dict[str, LookupRight]:
    """In what right each of these cases may be looked up; OutOfReach where one may not."""
    reach = Reach.of(desk)
    rights = {case: reach.right(case) for case in cases}
    beyond = [case for case, right in rights.items() if right is None]
    if beyond:
        may_open = all(reach.may_break_glass(case) for case in beyond)
        raise OutOfReach(_whom_to_ask(desk, beyond[0]), beyond, may_open=may_open)
    return {case: right for case, right in rights.items() if right is not None}


def _supervising(desk: Desk, member: StaffMember) -> StaffMember:
    """Who supervises a colleague; the actor's own supervisor is asked for as such, and nobody above."""
    own = desk.agency.supervisor_of(desk.actor.id)
    return (
        member if own is not None and own.id == member.id else desk.agency.supervisor_of(member.id) or member
    )


def within_reach(desk: Desk, candidates: Sequence[str]) -> list[str]:
    """Those of the children and contacts whose case the actor may look up, each once.

    NotAllowed where there is none: even the question "which one?" would tell of other families.
    """
    reach = Reach.of(desk)
    found = [i for i in dict.fromkeys(candidates) if _visible(reach, i)]
    if not found:
        raise NotAllowed(
            "Nobody of that name is on your caseload. Please ask your supervisor, or give me the full name."
        )
    return found


def of_one_family(desk: Desk, ids: Sequence[str]) -> bool:
    """Whether one answer serves: one of them alone, or children of one family, who share case and right."""
    children = [desk.agency.children[i] for i in ids if i in desk.agency.children]
    return len(ids) == 1 or (len(children) == len(ids) and len({c.case_id for c in children}) == 1)


def _visible(reach: Reach, row_id: str) -> bool:
    agency = reach.desk.agency
    child, contact = agency.children.get(row_id), agency.contacts.get(row_id)
    row = child or contact
    right = reach.right(row.case_id) if row else None
    return right is not None and (contact is None or shows_in_lookup(contact, right))


def _whom_to_ask(desk: Desk, case_id: str) -> str:
    worker = desk.agency.staff.get(desk.agency.cases[case_id].primary_worker_id or "")
    whom = f"{worker.name}, {worker.phone}" if worker else "your supervisor"
    return f"That family is not on your caseload, so I can't show it. Please ask the case's worker: {whom}."


def give_reason(desk: Desk, case_id: str, reason: str) -> None:
    """Say why this case is looked up in this shift; said once, it holds to the shift's end.

    NotAllowed where the actor is not on call now, or may not look that case up; Unusable for no reason.
    """
    shift = own_shift(desk)
    if reason not in REASONS:
        raise Unusable("Please pick one of the reasons.")
    if shift is None or rights_to(desk, [case_id])[case_id] is not LookupRight.WITH_REASON:
        raise NotAllowed("You are not on call at the moment, so I can't open that case for you.")
    if given(desk, [case_id]):
        return
    row = LookupReason(
        id=new_id(),
        staff_id=desk.actor.id,
        case_id=case_id,
        shift_ends_at=shift.ends_at,
        reason=reason,
        given_at=desk.now,
    )
    desk.session.add(row)
    desk.record("lookup.reason", case_id, kind="case", details={"reason": reason})
    desk.session.flush()


def put_in_access_log(desk: Desk, wanted: Wanted, found: Answer) -> None:
    """Write down who looked at what, in the transaction of the answer."""
    if found.shared:
        details = {"contacts": [found.shared.id], "wants": [wanted.wants or "who"]}
        desk.record("lookup.shared", found.shared.id, kind="contact", details=details)
    for shown in found.cases:
        if (glass := in_force(desk, shown.case.id)) is not None:
            outbox.ask_redraw(desk.session, glass.id, desk.now)  # who reviews it sees what was looked at
        details = {"contacts": [k.id for k in shown.contacts], "children": [c.id for c in shown.children]}
        details["wants"] = [wanted.wants or "who"]
        desk.record("lookup", shown.case.id, kind="case", details=details)


def _of_case(desk: Desk, case_id: str, right: LookupRight, wanted: Wanted) -> CaseAnswer:
    agency, case = desk.agency, desk.agency.cases[case_id]
    children = [c for c in agency.children_of(case_id) if c.id in wanted.children]
    by_role, missing = _with_roles(desk, case_id, children, wanted.roles)
    asked = [k for k in agency.contacts_of(case_id) if k.id in {*wanted.people, *by_role}]
    contacts = asked or (caregivers(desk, children) if wanted.wants in _WITH_HOME else [])
    shown = tuple(k for k in contacts if shows_in_lookup(k, right))
    worker = agency.staff.get(case.primary_worker_id or "")
    return CaseAnswer(
        case=case,
        worker=worker,
        supervisor=agency.supervisor_of(worker.id) if worker else None,
        children=tuple(children),
        contacts=shown,
        hearing=_next_hearing(desk, case_id) if wanted.wants in {"next_hearing", "summary"} else None,
        at_risk=_at_risk(desk, case_id, children, shown),
        hidden=len(shown) < len(contacts),
        missing=missing,
    )


def _with_roles(
    desk: Desk, case_id: str, children: Sequence[Child], names: Sequence[str]
) -> tuple[set[str], tuple[str, ...]]:
    """Who around these children has the roles, and which of the roles nobody on file has."""
    ids = [child.id for child in children]
    known = {name: roles().get(name) for name in names}
    holding = {
        name: holders(desk.agency, role, case_id, ids, desk.today) if role and ids else ()
        for name, role in known.items()
    }
    return {i for found in holding.values() for i in found}, tuple(n for n in names if not holding[n])


def _at_risk(
    desk: Desk, case_id: str, children: Sequence[Child], contacts: Sequence[Contact]
) -> tuple[Child, ...]:
    """The children with alerts whom a call is about: those named, else the contacts' own, in care today."""
    of_contacts = {child for contact in contacts for child in contact.child_ids}
    if children or not contacts:
        about = [child.id for child in children]
    else:
        about = [i for i in desk.agency.in_care(case_id, desk.today) if not of_contacts or i in of_contacts]
    return tuple(c for c in (desk.agency.children[i] for i in about) if c.alerts)


def caregivers(desk: Desk, children: Sequence[Child]) -> list[Contact]:
    """Where the children live today: who is meant by "the number" of a child."""
    lived = [desk.agency.placement(c.id, desk.today) for c in children]
    homes = dict.fromkeys(p.placement_contact_id for p in lived if p and p.placement_contact_id)
    return [desk.agency.contacts[k] for k in homes if k in desk.agency.contacts]


def _next_hearing(desk: Desk, case_id: str) -> Hearing | None:
    to_come = (h for h in desk.agency.hearings_of(case_id) if h.starts_at > desk.now)
    return min(to_come, key=lambda h: h.starts_at, default=None)


def last_contact(desk: Desk, wanted: Wanted) -> NoteRecord | None:
    """The newest contact that took place with those asked about, on record and within the actor's reach.

    None for a contact that does not show: that there was any would tell of a treatment.
    """
    visible = tuple(
        p for p in wanted.people if p in desk.agency.contacts and not desk.agency.contacts[p].part2
    )
    if wanted.wants not in {"last_contact", "summary"} or (not wanted.children and not visible):
        return None
    filed = (NoteStatus.SUBMITTED, NoteStatus.RETURNED, NoteStatus.APPROVED)
    found = reads.notes_of(
        desk.session,
        desk.actor,
        today=desk.today,
        statuses=filed,
        children=wanted.children,
        people=visible if not wanted.children else (),
        outcome=Outcome.COMPLETED,
        most=1,
    )
    return next(iter(found), None)
