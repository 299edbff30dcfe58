"""The meeting after a return, and a later date for its correction: what the worker is told."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.views.blocks import actions, button, context, escape, push, quotes, section
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import reference, whose
from bot.views.wording import token
from storage.records import NoteRecord
from storage.types import NoteStatus

_REVISE_AHEAD = "You may revise the note before it: the meeting is held all the same."


def planned_card(note: NoteRecord, tz: ZoneInfo) -> Drawn:
    """For the worker: when the supervisor will meet about the returned note; as it stands now."""
    by = escape(note.returned.by.name) if note.returned else "Your supervisor"
    if note.meeting_held_at and not note.meeting_open:
        line = f"✓ You met {token(note.meeting_held_at, tz)}."
    elif note.meeting_planned_at:
        line = f"🗓 *{by} meets with you {token(note.meeting_planned_at, tz)}*"
    else:
        line = "No meeting is fixed at the moment."
    blocks = [section(f"{line}\nAbout the returned note: {whose(note)}")]
    if note.meeting_open:
        blocks.append(context(_REVISE_AHEAD))
    return Drawn(text=push(f"Meeting about {note.initials}"), blocks=blocks)


def soon_card(note: NoteRecord, tz: ZoneInfo, reader_id: str) -> Drawn:
    """A quarter of an hour ahead, for both; for the supervisor with Record meeting."""
    at = token(note.meeting_planned_at, tz) if note.meeting_planned_at else ""
    mine = reader_id == note.author.id
    other = note.returned.by if mine and note.returned else note.author
    about = whose(note) if mine else escape(note.initials)
    blocks = [section(f"🗓 *Meeting with {escape(other.name)}* {at}\nAbout the returned note: {about}")]
    if not mine:
        record = button("Record meeting", "note.meeting", reference(note), style="primary")
        blocks.append(actions([record, button("Read", "note.read", reference(note))]))
    return Drawn(text=push(f"Meeting soon about {note.initials}"), blocks=blocks)


def later_card(note: NoteRecord, tz: ZoneInfo) -> Drawn:
    """For the worker: until when the correction may take now, and why."""
    if note.later is None or note.correction_due_at is None:
        return Drawn(text=push(f"Note {note.initials}"), blocks=[section(whose(note))])
    until = token(note.correction_due_at, tz)
    head = f"*{escape(note.later.by.name)}* gave you until *{until}* for the correction.\n{whose(note)}"
    return Drawn(
        text=push(f"Later date for {note.initials}"), blocks=[section(head), *quotes(note.later.words)]
    )


def goes_round(note: NoteRecord, tz: ZoneInfo) -> Drawn:
    """For a director: a note that went round too often, or for too long, without a decision."""
    with_whom = note.reviewer if note.status is NoteStatus.SUBMITTED else note.author
    who = escape(with_whom.name) if with_whom else "nobody"
    returned = f", last returned {token(note.returned.at, tz)}" if note.returned else ""
    lines = [
        f"🔁 *A note goes round without a decision*: {escape(note.initials)}",
        f"By {escape(note.author.name)}, version {note.submission}{returned}. Now with {who}.",
    ]
    read = actions([button("Read", "note.read", reference(note))])
    return Drawn(
        text=push(f"{note.initials} goes round without a decision"), blocks=[section("\n".join(lines)), read]
    )
