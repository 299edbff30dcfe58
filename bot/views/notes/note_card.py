"""The worker's card of a note, by its status: draft with questions, submitted, returned, approved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, confirm, context, escape, push, quotes, section
from bot.views.drawn import Drawn
from bot.views.notes.marks import to_check
from bot.views.notes.note_parts import advices, assumed, facts, reference, where_it_stands, whose, words
from bot.views.notes.questions import at_once, question
from bot.views.wording import token
from storage.records import NoteRecord
from storage.types import NoteStatus

REVISED_WORDS = 1200
"""On the returned card the reason stands too; Slack takes some 13,000 characters together."""


def worker_card(
    note: NoteRecord, tz: ZoneInfo, now: datetime | None = None, *, changes: Sequence[str] = ()
) -> Drawn:
    """The card as its author sees it `now`. After Submit the words are no longer in the chat (DOMAIN 7).

    `changes`: lines on what the last words about it changed, in small.
    """
    if note.status is NoteStatus.DRAFT:
        return _draft(note, tz, now, changes)
    if note.status is NoteStatus.RETURNED:
        return _returned(note, tz)
    blocks = [*facts(note, tz, short=True), context(where_it_stands(note, tz))]
    return Drawn(text=_push(note), blocks=[*blocks, *_after(note, tz)])


def _draft(note: NoteRecord, tz: ZoneInfo, now: datetime | None, changes: Sequence[str]) -> Drawn:
    blocks = [*facts(note, tz, short=True), *words(note)]
    if lines := [*changes, *assumed(note), *advices(note)]:
        blocks.append(context(*lines[:10]))
    for asked in at_once(note):
        blocks += question(note, asked, tz)
    blocks += to_check(note, tz)
    blocks += [actions(_draft_buttons(note), block_id=f"draft|{reference(note)}")]
    return Drawn(text=_push(note), blocks=[*blocks, context(where_it_stands(note, tz, now))])


def beside_crisis(note: NoteRecord, tz: ZoneInfo) -> Drawn:
    """A draft while its crisis goes on: a small line and its buttons; of the questions only whose it is.

    The rest can wait, and nobody discards it by a slip: whom to call must not leave the screen.
    """
    asks = len(note.asked)
    still = f"{asks} question{'s' if asks > 1 else ''}, later" if asks else "ready to submit"
    blocks: list[Block] = [context(f"📝 Draft note: {whose(note)} · {still}")]
    for asked in (each for each in at_once(note) if each.slot in ("child", "words")):
        blocks += question(note, asked, tz)
    whole = button("Show all", "note.show_all", reference(note))
    buttons = [each for each in _draft_buttons(note) if each["action_id"] != "note.discard"]
    blocks.append(actions([*buttons, whole], block_id=f"draft|{reference(note)}"))
    return Drawn(text=_push(note), blocks=blocks)


def _draft_buttons(note: NoteRecord) -> list[Block]:
    ready = [] if note.asked else [button("Submit", "note.submit", reference(note), style="primary")]
    edit = button("Edit", "note.edit", reference(note))
    sure = confirm(
        "Discard this draft?", "It is put aside and can be brought back. Nothing is filed.", "Discard"
    )
    return [*ready, edit, button("Discard", "note.discard", reference(note), confirm=sure)]


def _returned(note: NoteRecord, tz: ZoneInfo) -> Drawn:
    blocks: list[Block] = []
    if note.returned:
        by = f"↩ *Returned by {escape(note.returned.by.name)}*, {token(note.returned.at, tz)}"
        blocks += [section(by), *quotes(note.returned.reason)]
    blocks += facts(note, tz, short=True)
    revised = note.returned is not None and note.version > note.returned.version
    if revised:
        blocks += [
            *words(note, REVISED_WORDS),
            context("Your revision is saved, not yet sent. Submit sends it."),
            *_open_questions(note, tz),
        ]
    if note.meeting_open and note.meeting_planned_at and note.returned:
        by = escape(note.returned.by.name)
        blocks.append(context(f"🗓 Meeting with {by} {token(note.meeting_planned_at, tz)}"))
    buttons = [button("Revise", "note.revise", reference(note), style=None if revised else "primary")]
    if revised and not note.asked:
        buttons.insert(0, button("Submit", "note.submit", reference(note), style="primary"))
    buttons += _answer(note)
    blocks += [actions(buttons, block_id=f"returned|{reference(note)}"), context(where_it_stands(note, tz))]
    return Drawn(text=_push(note), blocks=blocks)


def _open_questions(note: NoteRecord, tz: ZoneInfo) -> list[Block]:
    return [block for asked in at_once(note) for block in question(note, asked, tz)]


def _after(note: NoteRecord, tz: ZoneInfo) -> list[Block]:
    if note.status is NoteStatus.DISCARDED:
        return [actions([button("Bring back", "note.bring_back", reference(note))])]
    if note.status is NoteStatus.SUBMITTED:
        return [actions([button("Read", "note.read", reference(note)), *_answer(note)])]
    entered = note.entered_in_state_at
    lines = [f"✓ Entered in CONNECTIONS {token(entered, tz)}"] if entered else []
    lines += [f"Addendum by {escape(a.by.short)}, {token(a.at, tz)}" for a in note.addenda]
    buttons = [
        button("Copy for CONNECTIONS", "note.copy", reference(note)),
        *([] if entered else [button("Mark entered", "note.entered", reference(note))]),
        button("Add addendum", "note.addendum", reference(note)),
        button("Read", "note.read", reference(note)),
        *_answer(note),
    ]
    return [*([context(*lines)] if lines else []), actions(buttons)]


def _answer(note: NoteRecord) -> list[Block]:
    """A question on the note that waits for its author."""
    waits = bool(note.questions) and note.questions[-1].by.id != note.author.id
    return [button("Answer the question", "note.answer", reference(note))] if waits else []


def _push(note: NoteRecord) -> str:
    """What a lock screen shows: initials and the case number at most (DOMAIN 7)."""
    if note.status is NoteStatus.DRAFT:
        asks = len(note.asked)
        open_ = "ready to submit" if not asks else f"{asks} question{'s' if asks > 1 else ''} to answer"
        return push(f"Draft note {note.initials}: {open_}")
    return push(f"Note {note.initials}: {note.status.value}")


def notice(note: NoteRecord, sentence: str, nameless: str, buttons: list[Block] | None = None) -> Drawn:
    """A short message about a note: whose it is, one sentence, perhaps buttons."""
    blocks = [section(f"{whose(note)}\n{sentence}")]
    return Drawn(text=push(nameless), blocks=[*blocks, *([actions(buttons)] if buttons else [])])
