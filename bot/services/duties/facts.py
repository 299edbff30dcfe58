"""What of the notes decides whether a contact counts, by case: present versions only, no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from bot.rules.visits import VisitFacts
from storage.models import Note, NoteChild, NoteType, NoteVersion, Staff
from storage.types import EventType, NoteStatus

_COLUMNS = (
    *(Note.id, Note.case_id, Note.status, NoteVersion.id, NoteVersion.event_on, NoteVersion.method),
    *(NoteVersion.outcome, NoteVersion.place, NoteVersion.at_residence, Staff.role),
)


def facts_of(
    session: Session, case_ids: Collection[str], first: date, last: date
) -> dict[str, list[VisitFacts]]:
    """The events of these cases from `first` through `last` (local dates), whatever became of the notes.

    Discarded drafts are left out.
    """
    if not case_ids:
        return {}
    rows = session.execute(
        select(*_COLUMNS)
        .join(NoteVersion, and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version))
        .join(Staff, Staff.id == Note.author_id)
        .where(
            Note.case_id.in_(case_ids),
            Note.status != NoteStatus.DISCARDED,
            NoteVersion.event_on.between(first, last),
        )
    ).all()
    versions = [row[3] for row in rows]
    types, children = _types(session, versions), _children(session, versions)
    found: defaultdict[str, list[VisitFacts]] = defaultdict(list)
    for note_id, case_id, status, version_id, on, method, outcome, place, at_residence, role in rows:
        if case_id is None or on is None:
            continue
        found[case_id].append(
            VisitFacts(
                note_id=note_id,
                case_id=case_id,
                status=status,
                types=frozenset(types.get(version_id, ())),
                children=frozenset(children.get(version_id, ())),
                on=on,
                method=method,
                outcome=outcome,
                author_role=role,
                place=place,
                at_residence=at_residence,
            )
        )
    return found


def _types(session: Session, versions: Collection[str]) -> dict[str, set[EventType]]:
    found: defaultdict[str, set[EventType]] = defaultdict(set)
    query = select(NoteType.version_id, NoteType.type).where(NoteType.version_id.in_(versions))
    for version_id, event_type in session.execute(query) if versions else ():
        found[version_id].add(event_type)
    return found


def _children(session: Session, versions: Collection[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    query = select(NoteChild.version_id, NoteChild.child_id).where(NoteChild.version_id.in_(versions))
    for version_id, child_id in session.execute(query) if versions else ():
        found[version_id].add(child_id)
    return found
