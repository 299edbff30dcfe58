"""What of the notes decides whether a contact counts, by case: present versions only, no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TypeVar

from sqlalchemy import and_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.rules.visits import VisitFacts
from storage.models import Note, NoteChild, NoteType, NoteVersion, Staff
from storage.types import NoteStatus

T = TypeVar("T")
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
    told = (Note.status != NoteStatus.DISCARDED, NoteVersion.event_on.between(first, last))
    rows = session.execute(
        select(*_COLUMNS)
        .join(NoteVersion, and_(NoteVersion.note_id == Note.id, NoteVersion.number == Note.version))
        .join(Staff, Staff.id == Note.author_id)
        .where(Note.case_id.in_(case_ids), *told)
    ).all()
    versions = [row[3] for row in rows]
    types = _by_version(session, NoteType.version_id, NoteType.type, versions)
    children = _by_version(session, NoteChild.version_id, NoteChild.child_id, versions)
    found: defaultdict[str, list[VisitFacts]] = defaultdict(list)
    for note_id, case_id, status, version_id, on, method, outcome, place, at_residence, role in rows:
        if case_id is None or on is None:
            continue
        fact = VisitFacts(
            note_id=note_id,
            case_id=case_id,
            status=status,
            types=types[version_id],
            children=children[version_id],
            on=on,
            method=method,
            outcome=outcome,
            author_role=role,
            place=place,
            at_residence=at_residence,
        )
        found[case_id].append(fact)
    return found


def _by_version(
    session: Session,
    version_id: InstrumentedAttribute[str],
    value: InstrumentedAttribute[T],
    versions: Collection[str],
) -> defaultdict[str, frozenset[T]]:
    """The values that each of these versions has in a table of its parts."""
    found: defaultdict[str, frozenset[T]] = defaultdict(frozenset)
    query = select(version_id, value).where(version_id.in_(versions))
    for version, each in session.execute(query) if versions else ():
        found[version] |= {each}
    return found
