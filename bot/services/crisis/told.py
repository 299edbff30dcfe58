"""Who was told of a crisis: a person ticks it, the assistant never says it by itself."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.rules.permissions import LookupRight, shows_in_lookup
from bot.services.desk import Desk
from bot.services.lookups.reach import Reach
from bot.understand.agency import Agency
from storage.models import CrisisCall, CrisisEntry, new_id
from storage.records import Choice
from storage.types import Contact, Relationship, Role

SAID, TOLD = "said", "told"
ASKED, APART = "asked", "apart"
"""A line of which it is asked which crisis it is of; one that was none after all. Neither is shown."""
OUTSIDE = {"police": "Police", "911": "911", "hospital": "Hospital"}
_FAMILY = (
    *(Relationship.FOSTER_PARENT, Relationship.KIN, Relationship.BIRTH_MOTHER, Relationship.BIRTH_FATHER),
    *(Relationship.ATTORNEY_FOR_CHILD, Relationship.CHILDCARE_WORKER),
)
_MOST = 10


def entries(session: Session, crisis_id: str) -> Sequence[CrisisEntry]:
    """What was said and who was told, by the time at which it was."""
    query = select(CrisisEntry).where(CrisisEntry.crisis_id == crisis_id, CrisisEntry.kind.in_((SAID, TOLD)))
    return session.scalars(query.order_by(CrisisEntry.at, CrisisEntry.said_at, CrisisEntry.id)).all()


def to_tell(desk: Desk, call: CrisisCall, case_id: str | None) -> list[Choice]:
    """Who may be ticked, ten at most: the worker and those above, the police, the family's people.

    The family's people for those who may look it up: anybody may raise a concern.
    """
    agency = desk.agency
    case = agency.cases.get(case_id or "")
    worker = (case.primary_worker_id if case else None) or call.reported_by_id
    supervisor = agency.supervisor_of(worker)
    directors = [s.id for s in agency.staff.values() if s.role is Role.DIRECTOR]
    staff = [i for i in (worker, supervisor.id if supervisor else "", *directors) if i in agency.staff]
    right = Reach.of(desk).right(case.id) if case else None
    around = [c for c in agency.contacts_of(case.id) if _shows(c, right)] if case else []
    around.sort(key=lambda c: _FAMILY.index(c.relationship))
    ids = [i for i in dict.fromkeys(staff) if i != call.reported_by_id]
    ids += [*OUTSIDE, *(c.id for c in around)]
    done = {entry.about for entry in entries(desk.session, call.id)}
    return [Choice(i, _worded(agency, i)) for i in ids if i not in done][:_MOST]


def _shows(contact: Contact, right: LookupRight | None) -> bool:
    return contact.relationship in _FAMILY and right is not None and shows_in_lookup(contact, right)


def _worded(agency: Agency, about: str) -> str:
    """The name and what they are, for a list to tick."""
    who = agency.staff.get(about)
    contact = agency.contacts.get(about)
    kind = who.role if who else contact.relationship if contact else ""
    return ", ".join(filter(None, (name_of(agency, about), kind.replace("_", " "))))


def name_of(agency: Agency, about: str) -> str:
    """Who that is; empty for nobody."""
    if about in agency.staff:
        return agency.staff[about].name
    if about in agency.contacts:
        return agency.contacts[about].name
    return OUTSIDE.get(about, about)


def tick(desk: Desk, call: CrisisCall, about: Sequence[str]) -> None:
    """These were told, says the actor, now. Who was ticked before stays as first said."""
    done = {entry.about for entry in entries(desk.session, call.id)}
    for each in (i for i in about if i not in done):
        entry = CrisisEntry(id=new_id(), crisis_id=call.id, by_id=desk.actor.id, kind=TOLD, about=each)
        entry.at = entry.said_at = desk.now
        desk.session.add(entry)
        desk.record("crisis.told", call.id, kind="crisis", details={"about": each})
