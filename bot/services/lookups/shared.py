"""A professional whom several families share: one number, which tells of none of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.permissions import shows_in_lookup
from bot.services.desk import Desk
from bot.services.lookups.reach import Reach
from storage.types import Contact, Relationship

_OF_MANY = frozenset(
    {
        Relationship.ATTORNEY_FOR_CHILD,
        Relationship.AGENCY_ATTORNEY,
        Relationship.PARENT_ATTORNEY,
        Relationship.THERAPIST,
        Relationship.SCHOOL,
        Relationship.DOCTOR,
        Relationship.ACS_WORKER,
    }
)


def shared_by(desk: Desk, people: Sequence[str]) -> Contact | None:
    """The one attorney, therapist and the like whom all these rows of several families are.

    None where one of the rows does not show to the actor, or says something else: it then is a family's.
    """
    rows = [desk.agency.contacts[p] for p in people if p in desk.agency.contacts]
    facts = {(k.name, k.relationship, k.organization, k.phone, k.alt_phone, k.address) for k in rows}
    if len(facts) != 1 or len({k.case_id for k in rows}) < 2 or rows[0].relationship not in _OF_MANY:
        return None
    reach = Reach.of(desk)
    rights = [(k, reach.right(k.case_id)) for k in rows]
    shown = (right is not None and shows_in_lookup(k, right) and not k.notes for k, right in rights)
    return rows[0] if all(shown) else None
