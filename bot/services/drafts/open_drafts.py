"""The actor's own drafts, as much of them as words may be about: two statements, however many there are."""

from __future__ import annotations

import re

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from bot.services.desk import Desk
from bot.services.drafts.amending import facts_from
from bot.understand.agency import Agency
from bot.understand.amend import Facts
from bot.understand.parts import Question
from storage.models import Note, NoteVersion
from storage.queries.note_parts import content_of
from storage.types import NoteStatus

_PARTS = [joinedload(part) for part in (NoteVersion.types, NoteVersion.children, NoteVersion.people)]

_ONLY_A_TIME = re.compile(
    r"\W*(?:(?:at|around|like|about|a las?|como a las?) )?\d{1,2}(?:[:.]?\d\d)? ?"
    r"(?:[ap]\.?m?\.?)?(?:ish)?\W*",
    re.IGNORECASE,
)
MOST = 12
"""Drafts that words are held against."""


def answers_when(desk: Desk, text: str) -> bool:
    """Whether the words are an hour alone, and a draft of the actor's asks for its day or hour."""
    if not _ONLY_A_TIME.fullmatch(text):
        return False
    return any(q.slot in {"date", "time"} for _, facts in open_drafts(desk, MOST) for q in facts.asked)


def open_drafts(desk: Desk, most: int) -> list[tuple[str, Facts]]:
    """Ids and facts of the actor's drafts, the newest events first, undated ones last; `most` of them."""
    query = (
        select(Note.case_id, NoteVersion)
        .join(NoteVersion, (NoteVersion.note_id == Note.id) & (NoteVersion.number == Note.version))
        .where(Note.author_id == desk.actor.id, Note.status == NoteStatus.DRAFT)
        .order_by(
            NoteVersion.event_on.desc().nulls_last(),
            NoteVersion.starts_at.desc().nulls_last(),
            Note.created_at.desc(),
            Note.id,
        )
        .limit(most)
    )
    rows = desk.session.execute(query.options(*_PARTS)).unique()
    return [(version.note_id, _facts(desk.agency, version, case_id)) for case_id, version in rows]


def _facts(agency: Agency, version: NoteVersion, case_id: str | None) -> Facts:
    return facts_from(content_of(version), case_id, _asked(agency, version))


def _asked(agency: Agency, version: NoteVersion) -> tuple[Question, ...]:
    """The open questions, with those answers that are still on file."""
    return tuple(
        Question(
            q["slot"],
            tuple(i for i in q.get("candidates", ()) if i in agency.children or i in agency.contacts),
        )
        for q in version.questions
    )
