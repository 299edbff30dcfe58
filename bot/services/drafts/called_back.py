"""“She called me back at 11:20”: whoever was tried in vain just before, where that can only be one.

Whom one returns a call to needs no name on a phone; but a guess would put the call into another family's
record. So it is taken from the sender's own last attempts alone, and marked on the card as assumed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.services.desk import Desk
from bot.services.drafts.own_event import calls_back
from bot.understand.parts import Item, Mark, Reading
from bot.understand.types.sorts import type_with
from bot.understand.writing.text import decoded
from storage.queries.notes import notes_of
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Method, NoteStatus, Outcome

LATELY = timedelta(hours=24)
"""An attempt that was noted longer ago is not called back about without a name."""
WHY = "called_back"
_BY_WIRE = frozenset({Method.PHONE, Method.TEXT, Method.VIDEO})
_TRIED_BY = _BY_WIRE | {Method.IN_PERSON}
"""Whoever was missed at the door calls back too."""
_THERE = (NoteStatus.DRAFT, NoteStatus.SUBMITTED, NoteStatus.RETURNED, NoteStatus.APPROVED)
_WHO = frozenset({"child", "person", "type"})


def with_who_called_back(desk: Desk, reading: Reading, text: str, sent_at: datetime) -> Reading:
    """The reading, with the people and children of the attempt that was called back about; else unchanged."""
    if len(reading.contacts) != 1 or not calls_back(decoded(text)):
        return reading
    item = reading.contacts[0]
    if not _open(reading, item):
        return reading
    tried = _tried(desk, sent_at, _named(reading))
    if len({(content.people, content.children) for content in tried}) != 1:
        return reading
    content = tried[0]
    whose = replace(
        item,
        people=content.people,
        children=content.children,
        types=item.types or _types_of_call(desk, content),
        method=item.method or (content.method if content.method in _BY_WIRE else Method.PHONE),
    )
    left = tuple(q for q in reading.questions if q.slot not in _WHO)
    slots = {q.slot for q in left}
    return replace(
        reading,
        contacts=(whose,),
        questions=left,
        ask=tuple(slot for slot in reading.ask if slot in slots),
        marks=(*reading.marks, *(Mark("person", person, WHY) for person in content.people)),
    )


def _types_of_call(desk: Desk, content: NoteContent) -> tuple[EventType, ...]:
    """The types of the attempt; of one at the door those that a call with the same people has."""
    if content.method in _BY_WIRE:
        return content.types
    found = (type_with(desk.agency, person, desk.today) for person in content.people)
    return tuple(sorted({kind for kind in found if kind}))


def _open(reading: Reading, item: Item) -> bool:
    """Nobody is named in it, not even as one of several; it was a call, a text, or is not said."""
    named = (
        item.people or item.children or (any(q.candidates for q in reading.questions) and not _named(reading))
    )
    return (
        not named and (item.method is None or item.method in _BY_WIRE) and item.outcome is Outcome.COMPLETED
    )


def _named(reading: Reading) -> frozenset[str]:
    """Whom a name that fits several may mean: "Stacy rang back", who has a row in each of two families."""
    asked = [q for q in reading.questions if q.candidates]
    return frozenset(asked[0].candidates) if len(asked) == 1 and asked[0].slot == "person" else frozenset()


def _tried(desk: Desk, sent_at: datetime, named: frozenset[str]) -> Sequence[NoteContent]:
    """The calls that may be meant: those in vain; of somebody `named` also one that was answered."""
    notes = notes_of(
        desk.session, desk.actor, today=desk.today, statuses=_THERE, author_id=desk.actor.id,
        outcome=None if named else Outcome.ATTEMPTED, most=20,
    )  # fmt: skip
    lately = [note.content for note in notes if _is_lately_tried(note, sent_at)]
    return [each for each in lately if not named or named.intersection(each.people)]


def _is_lately_tried(note: NoteRecord, sent_at: datetime) -> bool:
    content = note.content
    at = content.starts_at or note.created_at
    return bool(content.people) and content.method in _TRIED_BY and sent_at - LATELY <= at <= sent_at
