"""A list of notes: no words, each with Read."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, button, escape, section
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import reference
from bot.views.wording import STATUSES, TYPES, event_time, moment
from storage.records import NoteRecord
from storage.types import NoteStatus


def found_card(notes: Sequence[NoteRecord], tz: ZoneInfo) -> Drawn:
    """The notes found, newest first."""
    if not notes:
        return Drawn(text="No notes found", blocks=[section("I found no notes for that.")])
    blocks: list[Block] = [section(f"*{len(notes)} note{'s' if len(notes) > 1 else ''}*")]
    blocks += [_row(note, tz) for note in notes]
    return Drawn(text=f"{len(notes)} notes found", blocks=blocks)


def own_card(notes: Sequence[NoteRecord], tz: ZoneInfo) -> Drawn:
    """What the reader put on record, and when: "submitted Mon Nov 9, 4:12 PM"."""
    if not notes:
        return Drawn(text="No notes of yours", blocks=[section("I have no note of yours for that.")])
    count = f"{len(notes)} note{'s' if len(notes) > 1 else ''} of yours"
    return Drawn(text=count, blocks=[section(f"*{count}*"), *(_own_row(note, tz) for note in notes)])


def _own_row(note: NoteRecord, tz: ZoneInfo) -> Block:
    content, filed = note.content, note.first_submitted_at
    what = ", ".join(TYPES[t] for t in content.types[:2]) or "type not known yet"
    when = event_time(on=content.on, starts_at=content.starts_at, minutes=None, tz=tz)
    done = (
        f"submitted {moment(filed, tz)}" if filed else f"not submitted, begun {moment(note.created_at, tz)}"
    )
    now = f" · {STATUSES[note.status]}" if note.status not in (NoteStatus.DRAFT, NoteStatus.SUBMITTED) else ""
    line = f"*{escape(note.initials)}* · {what}, {when}\n{done}{now}"
    return section(line, accessory=button("Read", "note.read", reference(note)))


def _row(note: NoteRecord, tz: ZoneInfo) -> Block:
    content = note.content
    when = event_time(on=content.on, starts_at=content.starts_at, minutes=None, tz=tz)
    types = ", ".join(TYPES[t] for t in content.types[:2]) or "type not known yet"
    line = (
        f"*{escape(note.initials)}* · {when}\n{types} · {STATUSES[note.status]} · {escape(note.author.short)}"
    )
    return section(line, accessory=button("Read", "note.read", reference(note)))
