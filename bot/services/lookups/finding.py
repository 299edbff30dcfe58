"""Finding what was recorded before, within reach."""

from __future__ import annotations

from datetime import date

from bot.services.desk import Desk
from storage.queries import notes as reads
from storage.records import NoteRecord
from storage.types import NoteStatus

_ALL = tuple(s for s in NoteStatus if s is not NoteStatus.DISCARDED)
_MOST = 15


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
