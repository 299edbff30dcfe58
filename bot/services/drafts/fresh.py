"""A draft at the moment it is stored: its rows in as few statements as they take, its record from memory.

A worker waits for its card. The statements are constants (building one costs more than running it), and
what was just written is not read back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import insert

from bot.services import obligations
from bot.services.desk import Desk
from bot.services.drafts.choices import worded
from bot.services.drafts.versions import add_version, due_of
from storage.models import Note, new_id
from storage.queries.note_parts import open_questions
from storage.queries.people import person_of
from storage.records import ChildOf, NoteContent, NoteRecord, Person, PersonOf, years_old
from storage.types import CaseFile, Child, NoteStatus

_NOTE = insert(Note)
Source = tuple[str, str, int]
"""Where a note came from: channel, ts, and which of the message's notes it is."""


def write_draft(
    desk: Desk, content: NoteContent, case_id: str | None, *, place: Source, how: str
) -> NoteRecord:
    """Store a new draft of the actor's, owed by its due time; the note as it stands then."""
    note_id, session, author_id = new_id(), desk.session, desk.actor.id
    days_off = [each.first_day for each in desk.agency.leaves if each.staff_id == author_id]
    due = due_of(content, desk.now, desk.policy, days_off)
    row: dict[str, Any] = {
        "id": note_id,
        "case_id": case_id,
        "status": NoteStatus.DRAFT,
        "version": 1,
        "created_at": desk.now,
        "off_caseload": is_off_caseload(desk, case_id, author_id),
        "due_at": due.remind_by,
        "late_after": due.late_after,
    }
    channel, ts, item = place
    source = {"source_channel": channel, "source_ts": ts, "item": item, "loops": 0}
    session.connection().execute(_NOTE, row | source | {"author_id": author_id, "entered_by_id": author_id})
    add_version(session, note_id, 1, content, made_by=author_id, how=how, now=desk.now)
    obligations.owe(
        session,
        kind="note",
        subject_id=note_id,
        person_id=author_id,
        due_at=due.remind_by,
        late_after=due.late_after,
        now=desk.now,
        new=True,
    )
    return _record(desk, row, content)


def is_off_caseload(desk: Desk, case_id: str | None, author_id: str) -> bool:
    """Whether the case is neither the author's own nor covered for a colleague today."""
    return case_id is not None and case_id not in desk.agency.caseload(author_id, desk.today).case_ids


def _record(desk: Desk, row: dict[str, Any], content: NoteContent) -> NoteRecord:
    """The same that `notes.read` would read back."""
    case, ordered = desk.agency.cases.get(row["case_id"] or ""), _in_order(content)
    note = NoteRecord(
        author=desk.actor,
        entered_by=desk.actor,
        content=ordered,
        family_name=case.family_name if case else "",
        county=case.county if case else "",
        case_worker=_worker(desk, case) if case else None,
        children=tuple(_child(desk, desk.agency.children[c], ordered) for c in ordered.children),
        people=tuple(_person(desk, p) for p in ordered.people),
        asked=open_questions(content.questions),
        **row,
    )
    return replace(note, asked=worded(desk, note))


def _in_order(content: NoteContent) -> NoteContent:
    """The content in the order in which a version's parts are read."""
    children = tuple(sorted(set(content.children)))
    return replace(
        content,
        types=tuple(sorted(set(content.types))),
        children=children,
        people=tuple(sorted(set(content.people))),
        seen_alone=tuple(c for c in children if c in content.seen_alone),
    )


def _worker(desk: Desk, case: CaseFile) -> Person | None:
    member = desk.agency.staff.get(case.primary_worker_id or "")
    return person_of(member) if member else None


def _child(desk: Desk, child: Child, content: NoteContent) -> ChildOf:
    age = years_old(child.date_of_birth, desk.today) if child.date_of_birth else None
    alone = True if child.id in content.seen_alone else None
    return ChildOf(child.id, child.first_name, child.last_name, age, alone)


def _person(desk: Desk, contact_id: str) -> PersonOf:
    contact = desk.agency.contacts[contact_id]
    return PersonOf(contact.id, contact.name, contact.relationship, contact.organization)
