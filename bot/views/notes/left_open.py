"""The evening's message: the drafts that were left, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, confirm, context, section
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import due_words, lateness, reference, whose
from bot.views.wording import noted_time
from storage.records import NoteRecord


def left_open_card(
    notes: Sequence[NoteRecord],
    more: int,
    subject: str,
    tz: ZoneInfo,
    now: datetime,
    *,
    words: Sequence[Sequence[Block]] = (),
) -> Drawn:
    """All of a person's drafts in one message; `subject` is what the message is about, for its redrawing.

    `words`: those of which it was asked where they belong, each as it is asked again; they come first.
    """
    count = len(notes) + more
    blocks = [block for asked in words for block in asked]
    title = f"🌇 *{_drafts(count)} still open*"
    if notes:
        blocks.append(
            section(f"{title}\nNothing of them is filed yet. They stay until you submit or discard them.")
        )
    for note in notes:
        blocks += [
            section(_line(note, tz, now)),
            actions(_buttons(note), block_id=f"left|{subject}|{note.id}"),
        ]
    if more:
        blocks.append(context(f"… and {more} more: write *what's due*"))
    waiting = [f"{_drafts(count)} still open"] if notes else []
    if words:
        waiting.insert(0, f"{len(words)} answer{'s' if len(words) != 1 else ''} of yours needed")
    return Drawn(text=", ".join(waiting), blocks=blocks)


def _drafts(count: int) -> str:
    return f"{count} draft{'s' if count != 1 else ''}"


def none_left() -> Drawn:
    """What the message becomes once nothing is left."""
    return Drawn(text="No drafts are open", blocks=[context("✓ None of these drafts is open any more.")])


def _line(note: NoteRecord, tz: ZoneInfo, now: datetime) -> str:
    when = noted_time(note.content, tz)
    asked = len(note.asked)
    questions = f" · {asked} question{'s' if asked != 1 else ''} open" if asked else ""
    due = (
        f" · {lateness(note, now, tz) or due_words(note.due_at, note.late_after, tz)}" if note.due_at else ""
    )
    return f"{whose(note)}\n{when}{questions}{due}"


def _buttons(note: NoteRecord) -> list[Block]:
    ready = [] if note.asked else [button("Submit", "left.submit", reference(note), style="primary")]
    sure = confirm(
        "Discard this draft?", "It is put aside and can be brought back. Nothing is filed.", "Discard"
    )
    discard = button("Discard", "left.discard", reference(note), confirm=sure)
    return [button("Open", "note.edit", reference(note)), *ready, discard]
