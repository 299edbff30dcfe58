"""The supervisor's card of a note: whose it is, by when it is due, what can be done; never its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, push, section
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import lateness, reference, where_it_stands
from bot.views.notices import now_with
from bot.views.wording import TYPES, event_time, moment, token
from storage.records import NoteRecord
from storage.types import NoteStatus


def review_card(
    note: NoteRecord,
    tz: ZoneInfo,
    viewer_id: str,
    *,
    by_line: bool = False,
    instead_of: str = "",
    times: Sequence[datetime] = (),
) -> Drawn:
    """Worker, case, child by initials, types, date, due time, and the buttons that hold now (DOMAIN 4).

    For whom the note is no longer with it says who has it, without a button; who decides `by_line` all the
    same, as the author's supervisor, may still read it. `instead_of`: in whose stead the viewer reviews.
    `times`: when the meeting that the viewer owes over a return could be.
    """
    children = ", ".join(c.initials for c in note.children) or "no child named"
    revised = f"*Revised, version {note.submission}* from" if note.submission > 1 else "Note from"
    lines = [
        f"{revised} *{escape(note.author.name)}*",
        escape(f"{children} · case {note.case_id}"),
        " · ".join(TYPES[t] for t in note.content.types),
        _event(note, tz),
    ]
    mine = note.status is not NoteStatus.SUBMITTED or _is_with(note, viewer_id)
    standing = review_standing(note, tz) if mine else f"{now_with(note.reviewer)} {review_standing(note, tz)}"
    if instead_of and _is_with(note, viewer_id) and note.status is NoteStatus.SUBMITTED:
        standing += f" · you review it for {escape(instead_of)}"
    buttons = _review_buttons(note, tz, viewer_id, times) if mine else _reading(note) if by_line else []
    return Drawn(text=_push(note), blocks=[section("\n".join(lines)), *buttons, context(standing)])


def _is_with(note: NoteRecord, viewer_id: str) -> bool:
    return note.reviewer is not None and note.reviewer.id == viewer_id


def _reading(note: NoteRecord) -> list[Block]:
    return [actions([button("Read", "note.read", reference(note))], block_id=f"review|{reference(note)}")]


def _event(note: NoteRecord, tz: ZoneInfo) -> str:
    content = note.content
    return event_time(on=content.on, starts_at=content.starts_at, minutes=None, tz=tz)


def _review_buttons(note: NoteRecord, tz: ZoneInfo, viewer_id: str, times: Sequence[datetime]) -> list[Block]:
    if note.status is NoteStatus.SUBMITTED:
        owed = owes_meeting(note, viewer_id)
        meeting = [button("Record meeting", "note.meeting", reference(note))] if owed else []
        return [actions([*decision_buttons(note), *meeting], block_id=f"review|{reference(note)}")]
    if owes_meeting(note, viewer_id):
        return _meeting(note, tz, times)
    return _reading(note)


def owes_meeting(note: NoteRecord, viewer_id: str) -> bool:
    """Whether the meeting over the note's return is the viewer's to fix and to record."""
    return note.meeting_open and note.returned is not None and note.returned.by.id == viewer_id


def _meeting(note: NoteRecord, tz: ZoneInfo, times: Sequence[datetime]) -> list[Block]:
    """Record meeting; before it is fixed, the times that are free, each a tap."""
    record = button("Record meeting", "note.meeting", reference(note), style="primary")
    read = button("Read", "note.read", reference(note))
    other = button("Other time", "meeting.other", reference(note))
    later = [button("Later date", "note.later", reference(note))]
    about = reference(note)
    row = [record, read, *(later if note.status is NoteStatus.RETURNED else [])]
    if note.meeting_planned_at is not None:
        return [actions([*row, other], block_id=f"review|{about}")]
    free = [
        button(moment(at, tz), f"meeting.at.{n}", f"{about}|{int(at.timestamp())}")
        for n, at in enumerate(times)
    ]
    asks = context(f"When will you meet with {escape(note.author.name)}? A tap fixes it and says so.")
    return [
        asks,
        actions([*free, other], block_id=f"times|{about}"),
        actions(row, block_id=f"review|{about}"),
    ]


def decision_buttons(note: NoteRecord, *, in_window: bool = False) -> list[Block]:
    """Read, Approve, Return; in the reading window without Read."""
    read = [] if in_window else [button("Read", "note.read", reference(note))]
    return [
        *read,
        button("Approve", "note.approve", reference(note), style="primary"),
        button("Return", "note.return", reference(note)),
    ]


def review_standing(note: NoteRecord, tz: ZoneInfo) -> str:
    """One line on how the note stands with its reviewer."""
    if note.status is NoteStatus.SUBMITTED and note.review_due_at:
        late = lateness(note, note.first_submitted_at, tz)
        return f"Review due {token(note.review_due_at, tz)}" + (f" · submitted {late}" if late else "")
    line = where_it_stands(note, tz)
    if note.status is NoteStatus.RETURNED and note.returned:
        line = f"↩ Returned by {escape(note.returned.by.short)}, {token(note.returned.at, tz)}"
        due = note.correction_due_at if note.later else None
        line += f" · correction by {token(due, tz)}, an exception" if due else ""
    if note.meeting_open and note.meeting_planned_at:
        line += f" · meeting {token(note.meeting_planned_at, tz)}"
    elif note.meeting_open:
        line += " · meeting with the worker still to be recorded"
    elif note.meeting_held_at:
        line += f" · met {token(note.meeting_held_at, tz)}"
    return line


def _push(note: NoteRecord) -> str:
    kind = f"Revised note, version {note.submission}," if note.submission > 1 else "Note"
    return push(f"{kind} {note.initials} from {note.author.short} to review")
