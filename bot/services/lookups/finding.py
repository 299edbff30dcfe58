"""Finding what was recorded before, within reach."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.rules.moments import end_of_day, start_of_day
from bot.services.desk import Desk
from storage.queries import notes as reads
from storage.records import NoteRecord
from storage.types import EventType, NoteStatus

_ALL = tuple(s for s in NoteStatus if s is not NoteStatus.DISCARDED)
_MOST = 15
_LAST_FEW = 5
_A_FEW = 3
_LATELY = timedelta(hours=12)


def find_notes(
    desk: Desk,
    *,
    children: tuple[str, ...],
    people: tuple[str, ...],
    first: date | None,
    last: date | None,
) -> list[NoteRecord]:
    """Notes on these children or with these people, events between the local dates, newest event first."""
    return reads.notes_of(
        desk.session,
        desk.actor,
        today=desk.today,
        statuses=_ALL,
        children=children,
        people=people if not children else (),
        first=first,
        last=last,
        most=_MOST,
    )


def living_with(desk: Desk, people: Sequence[str]) -> tuple[str, ...]:
    """The children who live today with these contacts: a visit there names no carer who was only at home."""
    agency = desk.agency
    cases = dict.fromkeys(agency.contacts[i].case_id for i in people if i in agency.contacts)
    children = (child.id for case in cases for child in agency.children_of(case))
    homes = ((child, agency.placement(child, desk.today)) for child in children)
    return tuple(child for child, lived in homes if lived and lived.placement_contact_id in people)


def discarded_lately(desk: Desk) -> list[NoteRecord]:
    """The actor's notes that were put aside, begun within these hours, the newest first."""
    found = reads.own_notes(
        desk.session, desk.actor, today=desk.today, statuses=(NoteStatus.DISCARDED,), most=_A_FEW
    )
    return [each for each in found if each.created_at >= desk.now - _LATELY]


def sent_lately(desk: Desk, *, decided: bool = False) -> NoteRecord | None:
    """The note that the actor sent last, within these hours; `decided`: one that came back counts as well."""
    states = (NoteStatus.SUBMITTED, *((NoteStatus.APPROVED, NoteStatus.RETURNED) if decided else ()))
    found = reads.own_notes(desk.session, desk.actor, today=desk.today, statuses=states, most=1)
    return next((n for n in found if n.submitted_at and n.submitted_at >= desk.now - _LATELY), None)


def told_before(desk: Desk, note: NoteRecord) -> NoteRecord | None:
    """Another note of the author about the same event, by children, kinds and hour; None: there is none."""
    content = note.content
    if not content.starts_at or not content.children or note.author.id != desk.actor.id:
        return None
    same = reads.notes_of(
        desk.session,
        desk.actor,
        today=desk.today,
        statuses=_ALL,
        author_id=desk.actor.id,
        children=content.children,
        first=content.on,
        last=content.on,
        most=_MOST,
    )

    def told(each: NoteRecord) -> tuple[object, ...]:
        c = each.content
        return c.starts_at, frozenset(c.children), frozenset(c.types), c.method, c.outcome

    return next((each for each in same if each.id != note.id and told(each) == told(note)), None)


def own_work(
    desk: Desk, *, first: date | None, last: date | None, types: Sequence[EventType] = ()
) -> list[NoteRecord]:
    """What the actor put on record: of events on these local dates, or put there on them; the newest first.

    Of these types, where there is any; no dates: the last few.
    """
    zone = desk.policy.zone
    made = (start_of_day(first, zone), end_of_day(last or first, zone)) if first else None

    def of(kinds: Sequence[EventType]) -> list[NoteRecord]:
        return reads.own_notes(
            desk.session,
            desk.actor,
            today=desk.today,
            statuses=_ALL,
            first=first,
            last=last,
            made=made,
            types=kinds,
            most=_MOST if first else _LAST_FEW,
        )

    return (of(types) if types else []) or of(())
