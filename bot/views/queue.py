"""The review queue as a message, and the window in which several notes of a worker are approved."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, asked, button, checkboxes, context, escape, section, window
from bot.views.drawn import Drawn
from bot.views.note_parts import reference
from bot.views.wording import TYPES, short_day, token
from storage.records import NoteRecord, Person

MOST = 15
_BOXES = 10
"""Slack takes ten boxes in a row of them; a worker with more has the others in the next round."""
_UNREAD = 20


def queue_card(notes: Sequence[NoteRecord], total: int, approvable: int, tz: ZoneInfo) -> Drawn:
    """What waits for the reader's decision, by due time: worker, initials, type, day; never the words."""
    if not notes:
        return Drawn(text="Nothing to review", blocks=[section("Nothing waits for your review. ✓")])
    count = f"{total} note{'' if total == 1 else 's'}"
    blocks = [section(f"*Waiting for your review* ({count})")]
    blocks += [
        section(_line(note, tz), accessory=button("Review", "note.read", reference(note)))
        for note in notes[:MOST]
    ]
    if total > MOST:
        blocks.append(context(f"… and {total - MOST} more. These are due first."))
    if approvable > 1:
        blocks.append(actions([button(f"Approve several ({approvable})", "queue.several", style="primary")]))
    return Drawn(text=f"{count} to review", blocks=blocks)


def _line(note: NoteRecord, tz: ZoneInfo) -> str:
    revised = f" · *revised, version {note.submission}*" if note.submission > 1 else ""
    due = f"\nreview due {token(note.review_due_at, tz)}" if note.review_due_at else ""
    return f"*{escape(note.author.name)}*  {_what(note)}{revised}{due}"


def _what(note: NoteRecord) -> str:
    first = TYPES[note.content.types[0]] if note.content.types else "event"
    on = f", {short_day(note.content.on)}" if note.content.on else ""
    return f"{escape(note.initials)} · {first}{on}"


def several_window(
    who: Person | None,
    opened: Sequence[NoteRecord],
    unread: Sequence[NoteRecord],
    others: Sequence[Person],
    *,
    done: str = "",
) -> Block:
    """The notes of one worker: those that were read can be ticked, the others have to be opened first.

    `others`: workers of whom something waits as well, each a tap away. `done`: what was just done, in a line.
    """
    said = [section(f"✓ {escape(done)}")] if done else []
    if who is None:
        return window("Approve several", [*said, section("Nothing waits for your review. ✓")])
    shown, blocks = opened[:_BOXES], [*said, section(f"Notes of *{escape(who.name)}* that you have read:")]
    if shown:
        pairs = [(reference(note), _plain(note)) for note in shown]
        boxes = checkboxes("v", pairs, chosen=[value for value, _ in pairs])
        blocks.append(
            asked("Approve", boxes, block_id="notes", hint="Each is final. Untick what you would keep.")
        )
    else:
        blocks.append(context("None yet: open them below."))
    if unread:
        blocks.append(section("*Not read yet*"))
    blocks += [
        section(_what(note), accessory=button("Read", "note.read", reference(note)))
        for note in unread[:_UNREAD]
    ]
    blocks += _others(others)
    return window(
        "Approve several",
        blocks,
        callback="queue.approved",
        submit="Approve" if shown else None,
        close="Cancel",
        about=who.id,
    )


def _plain(note: NoteRecord) -> str:
    first = TYPES[note.content.types[0]] if note.content.types else "event"
    on = f", {short_day(note.content.on)}" if note.content.on else ""
    return f"{note.initials} · {first}{on}"


def _others(others: Sequence[Person]) -> list[Block]:
    if not others:
        return []
    buttons = [button(each.name, f"queue.worker.{n}", each.id) for n, each in enumerate(others[:20])]
    return [context("Notes of somebody else:"), actions(buttons)]
