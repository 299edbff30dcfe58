"""The cards that answer words about a draft, drawn from the record as it stands."""

from __future__ import annotations

from bot.handlers.door.cards import Wanted
from bot.rules.review import Action, statuses_for
from bot.services import notes
from bot.services.desk import Desk
from bot.services.drafts import amending, edits, remarks
from bot.views.drawn import Drawn
from bot.views.notes.changes import changed_lines
from bot.views.notes.remark import RemarkShown, asked_back, remark_card
from storage.models import Remark


def draw(desk: Desk, wanted: Wanted) -> Drawn | None:
    """The answer to a remark as it stands now."""
    remark = remarks.remark_by_id(desk, wanted.subject_id)
    if remark is None:
        return None
    ids = [remark.note_id] if remark.note_id else remark.candidates
    about = [notes.read(desk, i) for i in ids]
    own = all(desk.actor.id in (note.author.id, note.entered_by.id) for note in about)
    tz = desk.policy.zone
    shown = RemarkShown(remark.id, remark.asks, remark.choice, tz, *_lines(desk, remark), own=own)
    return remark_card(shown, about)


def _lines(desk: Desk, remark: Remark) -> tuple[tuple[str, ...], bool]:
    """What the remark changed, or would change; whether its words stand in the note."""
    tz = desk.policy.zone
    if remark.asks == remarks.UPDATE:
        offers = edits.offers_of(desk, remark) or ()
        found = [
            line
            for o in offers
            for line in changed_lines(
                o.note.content, o.after, amending.names_of(desk, o.note.content, o.after), tz
            )
        ]
        return tuple(found), True
    if remark.choice != "taken_in" or not remark.note_id or not remark.version or remark.version < 2:
        return (), False
    change = amending.change_of(desk, remark.note_id, remark.version)
    lines = changed_lines(change.before, change.after, change.names, tz)
    return tuple(lines), change.before.narrative != change.after.narrative


def draw_asked_back(desk: Desk, wanted: Wanted) -> Drawn | None:
    """To the reviewer, while the note still waits for review."""
    note = notes.read(desk, wanted.subject_id)
    return asked_back(note) if note.status not in statuses_for(Action.EDIT) else None
