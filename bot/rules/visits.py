"""What counts for the monthly visit and for a placement's first days (42 USC 624(f); 18 NYCRR 441.21).

Two questions are kept apart: whether the obligation is met, and whether a visit counts in the federal
measure (see `federal`). A month is that of the event's local date.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from bot.rules.months import Month
from bot.rules.policy import Policy
from storage.types import EventType, Method, NoteStatus, Outcome, Place, Role

SEEN = frozenset({NoteStatus.DRAFT, NoteStatus.SUBMITTED, NoteStatus.RETURNED, NoteStatus.APPROVED})


class Whom(StrEnum):
    """With whom a contact is owed."""

    CHILD = "child"
    PARENT = "parent"
    CARETAKER = "caretaker"


TYPE_OF = {
    Whom.CHILD: EventType.CASEWORKER_CHILD,
    Whom.PARENT: EventType.BIRTH_PARENT_CASEWORKER,
    Whom.CARETAKER: EventType.CASEWORKER_FOSTER_PARENT,
}
CARETAKER_TYPES = frozenset({EventType.CASEWORKER_FOSTER_PARENT, EventType.CHILD_CARE_WORKER_CASEWORKER})
"""A facility's child care worker is the caretaker of a child who lives there."""
REMOTE = frozenset({Method.PHONE, Method.VIDEO})


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What of a note decides whether it counts; `on` is the event's local date.

    `author_role` is the author's at the time; `placement_move` says that the contact was the move itself.
    """

    note_id: str
    case_id: str | None
    status: NoteStatus
    types: frozenset[EventType]
    children: frozenset[str]
    on: date
    method: Method | None
    outcome: Outcome | None
    author_role: Role
    place: Place | None = None
    at_residence: bool | None = None
    placement_move: bool = False


def counts_for_child(note: VisitFacts, child_id: str, *, policy: Policy) -> bool:
    """Whether it is a completed in-person contact of a caseworker with that child, documented or not.

    Attempted, cancelled and missed ones don't count, nor do phone and video; a discarded draft is none.
    """
    return (
        _happened(note, Whom.CHILD, policy) and child_id in note.children and note.method is Method.IN_PERSON
    )


def counts_federally(note: VisitFacts, child_id: str, *, policy: Policy) -> bool:
    """Whether it counts in the federal measure: as above, but no glimpse at court and no placement move."""
    return (
        counts_for_child(note, child_id, policy=policy)
        and note.place is not Place.COURT
        and EventType.COURT_APPEARANCE not in note.types
        and not note.placement_move
    )


def counts_at_residence(note: VisitFacts, child_id: str, *, policy: Policy) -> bool:
    """Whether it counts federally and took place where the child lived that day; not known is no."""
    return counts_federally(note, child_id, policy=policy) and note.at_residence is True


def counts_for_parent(note: VisitFacts, case_id: str, *, policy: Policy) -> bool:
    """Whether it is a completed contact with a birth parent of the case (in person, if the profile says)."""
    in_person = policy.visits.parent_in_person
    return note.case_id == case_id and _happened(note, Whom.PARENT, policy) and _by(note.method, in_person)


def counts_for_caretaker(note: VisitFacts, child_id: str, case_id: str, *, policy: Policy) -> bool:
    """Whether it is a completed contact with the child's caretaker.

    A note of the case that names children counts for those; one that names none for all of the case.
    """
    concerned = note.case_id == case_id and (not note.children or child_id in note.children)
    in_person = policy.visits.caretaker_in_person
    return concerned and _happened(note, Whom.CARETAKER, policy) and _by(note.method, in_person)


def _happened(note: VisitFacts, whom: Whom, policy: Policy) -> bool:
    return (
        note.status in SEEN
        and note.outcome is Outcome.COMPLETED
        and bool(_types_of(whom) & note.types)
        and note.author_role.value in policy.visits.by_roles
    )


def _types_of(whom: Whom) -> frozenset[EventType]:
    return CARETAKER_TYPES if whom is Whom.CARETAKER else frozenset({TYPE_OF[whom]})


def _by(method: Method | None, in_person_only: bool) -> bool:
    return method is Method.IN_PERSON or (not in_person_only and method in REMOTE)


class Period(Protocol):
    """Local dates from `first` through `last`."""

    @property
    def first(self) -> date: ...

    @property
    def last(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """How a period's contacts stand: owed, seen (documented or not), documented (the note approved)."""

    required: int
    seen: int
    documented: int

    @property
    def still_owed(self) -> int:
        """Contacts that have not happened yet."""
        return max(0, self.required - self.seen)

    @property
    def met(self) -> bool:
        """Whether as many as required have happened."""
        return self.seen >= self.required

    @property
    def seen_not_documented(self) -> bool:
        """The child was seen often enough, but the notes that say so are not all approved yet."""
        return self.met and self.documented < self.required


def standing(counted: Iterable[VisitFacts], first: date, last: date, *, required: int) -> Standing:
    """How the period from `first` to `last` (local dates, both included) stands.

    `counted` are the notes that count at all (see the questions above). Two notes are two contacts, but
    two of the same day are one: a second note about one visit makes no second visit.
    """
    inside = [note for note in counted if first <= note.on <= last]
    seen = {note.on for note in inside}
    documented = {note.on for note in inside if note.status is NoteStatus.APPROVED}
    return Standing(required, len(seen), len(documented))


def child_month(
    notes: Iterable[VisitFacts], child_id: str, month: Month, *, policy: Policy, case_requires: int = 1
) -> Standing:
    """How the month's visits with a child stand; `case_requires` is the case's visits_per_month.

    The larger of the profile's number and the case's is owed.
    """
    counted = (note for note in notes if counts_for_child(note, child_id, policy=policy))
    required = max(policy.visits.child_per_month, case_requires)
    return standing(counted, month.first, month.last, required=required)


def in_care(day: date, *, entered: date | None, left: date | None) -> bool:
    """Whether the child is in care on the day; the days of entering and of leaving count."""
    return entered is not None and entered <= day and (left is None or day <= left)


def owes_visit(month: Period, *, entered: date | None, left: date | None) -> bool:
    """Whether a visit is owed in the month: the child is in care on at least one of its days."""
    return entered is not None and entered <= month.last and (left is None or left >= month.first)
