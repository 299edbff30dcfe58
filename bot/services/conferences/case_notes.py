"""The notes of families by their facts: present versions, no narrative, read in a few looks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import selectinload

from bot.services.desk import Desk
from storage.case_sheets import NoteLine
from storage.models import Note, NoteVersion
from storage.queries.people import people
from storage.records import Person
from storage.types import NoteStatus

_OPEN = (NoteStatus.DRAFT, NoteStatus.RETURNED)


def notes_about(
    desk: Desk, case_ids: Collection[str], since: date, drafts_of: Collection[str]
) -> Mapping[str, list[NoteLine]]:
    """By case, the newest event first: what happened since that local day, and whatever is still open.

    Of drafts those of the authors `drafts_of`: nobody else's business.
    """
    if not case_ids:
        return {}
    rows = desk.session.execute(
        select(Note, NoteVersion)
        .join(NoteVersion, and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version))
        .where(
            Note.case_id.in_(case_ids),
            Note.status != NoteStatus.DISCARDED,
            or_(Note.status != NoteStatus.DRAFT, Note.author_id.in_(drafts_of)),
            or_(Note.status.in_(_OPEN), NoteVersion.event_on >= since),
        )
        .options(
            selectinload(NoteVersion.types),
            selectinload(NoteVersion.children),
            selectinload(NoteVersion.people),
        )
        .order_by(NoteVersion.event_on.desc().nulls_last(), Note.created_at.desc(), Note.id)
    ).all()
    who = people(desk.session, {note.author_id for note, _ in rows})
    found: defaultdict[str, list[NoteLine]] = defaultdict(list)
    for note, version in rows:
        found[str(note.case_id)].append(_line(desk, note, version, who))
    return found


def _line(desk: Desk, note: Note, version: NoteVersion, who: Mapping[str, Person]) -> NoteLine:
    contacts, children = desk.agency.contacts, desk.agency.children
    with_whom = (contacts.get(each.contact_id) for each in version.people)
    treated = any(contact is not None and contact.part2 for contact in with_whom)
    return NoteLine(
        id=note.id,
        case_id=str(note.case_id),
        author=who[note.author_id],
        status=note.status,
        types=tuple(each.type for each in version.types),
        children=tuple(children[c.child_id].first_name for c in version.children if c.child_id in children),
        on=version.event_on,
        outcome=version.outcome,
        created_at=note.created_at,
        due_at=note.due_at,
        late_after=note.late_after,
        submitted_at=note.submitted_at,
        correction_due_at=note.correction_due_at if note.status is NoteStatus.RETURNED else None,
        follow_ups="" if treated else (version.follow_ups or ""),
    )
