"""What stands in small on a draft's card: what words about it have changed, and that its message is gone."""

from __future__ import annotations

from bot.services.desk import Desk
from bot.services.drafts.amending import CORRECTED, change_of
from bot.services.drafts.edits import REREAD, source_deleted
from bot.views.notes.changes import was_lines
from storage.records import NoteRecord

GONE = "🗑 The message behind this draft was deleted in Slack. The draft stays."


def changes_on(desk: Desk, note: NoteRecord) -> list[str]:
    """Lines for the note's card; none, and no read, for a draft that is as it was first read."""
    if note.version == 1:
        return []
    lines = [GONE] if source_deleted(desk, note.id) else []
    change = change_of(desk, note.id, note.version)
    if change.how in (CORRECTED, REREAD):
        lines += was_lines(change.before, change.after, change.names, desk.policy.zone)
    return lines
