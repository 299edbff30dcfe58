"""A note begun from a button instead of words: about the right child already, everything else to be said."""

from __future__ import annotations

from sqlalchemy import select

from bot.errors import NotAllowed, Unusable
from bot.rules.permissions import may_author
from bot.services.desk import Desk
from bot.services.drafts.drafting import store
from bot.services.notes import read
from storage.models import Note
from storage.records import NoteContent, NoteRecord
from storage.types import EventType, Method

BUTTON = "button"
"""What stands in the place of a channel in a note that no message is behind."""


def ensure_may_author(desk: Desk) -> None:
    """Return quietly where the actor writes notes; else NotAllowed (an admin, a secretary: DOMAIN 1)."""
    if not may_author(desk.me):
        raise NotAllowed("Notes are written by who was there: your role can't write notes of its own.")


def visit_to_log(desk: Desk, child_id: str, *, key: str) -> NoteRecord:
    """A draft of an in-person contact with the child; the same `key` gives the same draft."""
    child = desk.agency.children.get(child_id)
    if child is None:
        raise Unusable("That child is no longer on file. Ask your administrator.")
    content = NoteContent(types=(EventType.CASEWORKER_CHILD,), children=(child_id,), method=Method.IN_PERSON)
    return begin(desk, content, child.case_id, key=key)


def begin(desk: Desk, content: NoteContent, case_id: str | None, *, key: str) -> NoteRecord:
    """Store a draft that no message stands behind; the same `key` gives the same note again.

    NotAllowed for those who write no notes.
    """
    ensure_may_author(desk)
    known = select(Note.id).where(Note.source_channel == BUTTON, Note.source_ts == key)
    if there := desk.session.scalar(known):
        return read(desk, there)
    return store(desk, content, case_id, place=(BUTTON, key, 0), how=BUTTON)
