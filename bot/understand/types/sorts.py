"""Which type of contact a talk with somebody is, by what they are to the child (READING, "Types")."""

from __future__ import annotations

from datetime import date

from bot.understand.agency import Agency
from bot.understand.types.event import PARENTS
from storage.types import Contact, EventType, Relationship

KIN = (Relationship.KIN, Relationship.DISCHARGE_RESOURCE, Relationship.SIBLING_ADULT)
SORTS = {
    Relationship.BIRTH_MOTHER: EventType.BIRTH_PARENT_CASEWORKER,
    Relationship.BIRTH_FATHER: EventType.BIRTH_PARENT_CASEWORKER,
    Relationship.FOSTER_PARENT: EventType.CASEWORKER_FOSTER_PARENT,
    Relationship.CHILDCARE_WORKER: EventType.CHILD_CARE_WORKER_CASEWORKER,
    Relationship.SCHOOL: EventType.SCHOOL,
    Relationship.THERAPIST: EventType.COLLATERAL,
    Relationship.DOCTOR: EventType.COLLATERAL,
    Relationship.ATTORNEY_FOR_CHILD: EventType.COLLATERAL,
    Relationship.AGENCY_ATTORNEY: EventType.COLLATERAL,
    Relationship.PARENT_ATTORNEY: EventType.COLLATERAL,
    Relationship.ACS_WORKER: EventType.COLLATERAL,
}
"""The type of a talk with somebody of this relationship, whoever it is."""


def type_with(agency: Agency, contact_id: str, on: date) -> EventType | None:
    """The type of a contact with this person."""
    row = agency.contacts[contact_id]
    if row.relationship in (*PARENTS, Relationship.CHILDCARE_WORKER):
        return SORTS[row.relationship]
    if agency.holds_placement(contact_id, on) or _with_holder(agency, row, on):
        return EventType.CASEWORKER_FOSTER_PARENT
    if row.relationship in KIN:
        return EventType.DISCHARGE_RESOURCE
    return SORTS.get(row.relationship, EventType.COLLATERAL)


def _with_holder(agency: Agency, row: Contact, on: date) -> bool:
    """“Wanda and Earl": kin of the same name, in the same home, as the one who holds the placement."""
    if row.relationship is not Relationship.KIN:
        return False
    last = row.name.split()[-1]
    return any(
        other.name.split()[-1] == last
        and ((bool(row.address) and other.address == row.address) or "placement" in row.notes.lower())
        for other in agency.contacts_of(row.case_id)
        if other.id != row.id
        and other.relationship is Relationship.KIN
        and agency.holds_placement(other.id, on)
    )
