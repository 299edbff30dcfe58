"""The worker says that a note tells of danger that only the model had heard: then the call is opened."""

from __future__ import annotations

from bot.services.crisis import open_call
from bot.services.desk import Desk
from bot.services.drafting import Source
from bot.understand.parts import Intent, Reading
from storage.models import Note
from storage.records import NoteRecord


def raise_call(desk: Desk, note: NoteRecord, *, concern: bool) -> str:
    """Open the call about a note and alert at once, for the worker has said so; the call's id.

    A second tap, or the same message worked again, gives the same call.
    """
    row = desk.session.get_one(Note, note.id)
    said = Reading(Intent.SAFETY_CONCERN if concern else Intent.LOG_CRISIS, said_as_crisis=True)
    source = Source(row.source_channel or "", row.source_ts or "", note.content.narrative)
    return open_call(desk, said, source, [note.id], note.case_id)
