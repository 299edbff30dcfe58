"""What is due, by urgency, each with its action one tap away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, button, context, escape, section
from bot.views.drawn import Drawn
from bot.views.note_parts import due_words, reference
from bot.views.wording import TYPES, moment, short_day, token
from storage.records import NoteRecord
from storage.types import Child, Hearing

MOST = 20


class Owed(Protocol):
    """One thing owed."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def due_at(self) -> datetime: ...
    @property
    def overdue(self) -> bool: ...
    @property
    def note(self) -> NoteRecord | None: ...
    @property
    def child(self) -> Child | None: ...


ACTIONS = {
    "note": ("Note to submit", "Open note", "note.open"),
    "correction": ("Correction", "Revise", "note.revise"),
    "review": ("To review", "Review", "note.read"),
    "meeting": ("Meeting to record", "Record meeting", "note.meeting"),
    "left": ("Left behind", "Read", "note.read"),
    "visit": ("Visit this month", "Log visit", "visit.log"),
}


def due_list(
    owed: Sequence[Owed], hearings: Sequence[tuple[Hearing, str]], tz: ZoneInfo, *, title: str = "What's due"
) -> Drawn:
    """The list as a message."""
    blocks = due_blocks(owed, hearings, tz, title=title)
    late = sum(1 for o in owed if o.overdue)
    push = f"{len(owed)} due" + (f", {late} overdue" if late else "")
    return Drawn(text=push, blocks=blocks)


def due_blocks(
    owed: Sequence[Owed], hearings: Sequence[tuple[Hearing, str]], tz: ZoneInfo, *, title: str = "What's due"
) -> list[Block]:
    """The list as blocks, for a message or the Home."""
    blocks: list[Block] = [section(f"*{title}*")]
    if not owed and not hearings:
        return [*blocks, section("Nothing is due. ✓")]
    blocks += [_row(each, tz) for each in owed[:MOST]]
    if len(owed) > MOST:
        blocks.append(context(f"… and {len(owed) - MOST} more. These come first."))
    if hearings:
        lines = [
            f"{moment(h.starts_at, tz)} · {escape(family)} · {escape(h.kind)}, {escape(h.court)}"
            for h, family in hearings[:MOST]
        ]
        blocks.append(section("*Hearings*\n" + "\n".join(lines)))
    return blocks


def _row(owed: Owed, tz: ZoneInfo) -> Block:
    _, label, action = ACTIONS.get(owed.kind, ACTIONS["note"])
    accessory = button(label, action, target_of(owed)) if owed.child or owed.note else None
    return section(line_of(owed, tz), accessory=accessory)


def target_of(owed: Owed) -> str:
    """What the action is about: the child of a visit, else the note."""
    if owed.child is not None:
        return owed.child.id
    return reference(owed.note) if owed.note else owed.id


def line_of(owed: Owed, tz: ZoneInfo) -> str:
    """What is owed, about whom, by when: two lines."""
    word = ACTIONS.get(owed.kind, ACTIONS["note"])[0]
    late = owed.note.late_after if owed.note and owed.kind == "note" else None
    since = f"🔴 *overdue* since {token(late or owed.due_at, tz)}"
    when = since if owed.overdue else due_words(owed.due_at, late, tz)
    if owed.child is not None:
        return f"*{word}*  {escape(owed.child.first_name)} {escape(owed.child.last_name)}\n{when}"
    if owed.kind == "left" and owed.note:
        return f"*{word} by {escape(owed.note.author.name)}*  {_about(owed.note, tz)}\nnever submitted"
    return f"*{word}*  {_about(owed.note, tz)}\n{when}" if owed.note else f"*{word}*\n{when}"


def _about(note: NoteRecord, tz: ZoneInfo) -> str:
    del tz
    first = TYPES[note.content.types[0]] if note.content.types else "event"
    day = f", {short_day(note.content.on)}" if note.content.on else ""
    return f"{escape(note.initials)} · {first}{day}"
