"""The review queue as a message, and the window in which several notes of a worker are approved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, asked, button, checkboxes, context, escape, section, window
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import in_a_line, reference
from bot.views.wording import clock, listed, token
from storage.records import NoteRecord, Person

MOST = 15
_BOXES = 10
"""Slack takes ten boxes in a row of them; a worker with more has the others in the next round."""
_UNREAD = 20
_BY_TAP = "I decide nothing by words: *Review* opens the note, with Approve, Return and Ask under it."


def queue_card(
    notes: Sequence[NoteRecord],
    waiting: tuple[int, int],
    tz: ZoneInfo,
    *,
    now: datetime,
    told: bool = False,
    of: Sequence[str] = (),
) -> Drawn:
    """What waits for the reader's decision, by due time: worker, initials, type, day; never the words.

    `waiting`: how many there are, and how many of them can be approved at once. `told`: a decision was put
    into words. `of`: those whose notes alone these are.
    """
    total, approvable = waiting
    as_of = context(f"As of {clock(now, tz)}.")
    names = escape(listed(list(of)))
    whose, head = (f"{names}: ", "waiting for your review") if of else ("", "Waiting for your review")
    if not notes:
        nothing = f"Nothing{f' of {names}' if of else ''} waits for your review. ✓"
        return Drawn(text="Nothing to review", blocks=[section(nothing), as_of])
    count = f"{total} note{'' if total == 1 else 's'}"
    blocks = [section(f"*{whose}{head}* ({count})")]
    blocks += [
        section(_line(note, tz), accessory=button("Review", "note.read", reference(note)))
        for note in notes[:MOST]
    ]
    if total > MOST:
        blocks.append(context(f"… and {total - MOST} more. These are due first."))
    if approvable > 1:
        blocks.append(actions([button(f"Approve several ({approvable})", "queue.several", style="primary")]))
    if told:
        blocks.append(context(_BY_TAP))
    return Drawn(text=f"{count} to review", blocks=[*blocks, as_of])


def _line(note: NoteRecord, tz: ZoneInfo) -> str:
    revised = f" · *revised, version {note.submission}*" if note.submission > 1 else ""
    due = f"\nreview due {token(note.review_due_at, tz)}" if note.review_due_at else ""
    return f"*{escape(note.author.name)}*  {escape(in_a_line(note, tz))}{revised}{due}"


def several_window(
    who: Person | None,
    opened: Sequence[NoteRecord],
    unread: Sequence[NoteRecord],
    others: Sequence[Person],
    tz: ZoneInfo,
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
        pairs = [(reference(note), in_a_line(note, tz)) for note in shown]
        boxes = checkboxes("v", pairs, chosen=[value for value, _ in pairs])
        blocks.append(
            asked("Approve", boxes, block_id="notes", hint="Each is final. Untick what you would keep.")
        )
    else:
        blocks.append(context("None yet: open them below."))
    if unread:
        blocks.append(section("*Not read yet*"))
    blocks += [
        section(escape(in_a_line(note, tz)), accessory=button("Read", "note.read", reference(note)))
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


def _others(others: Sequence[Person]) -> list[Block]:
    if not others:
        return []
    buttons = [button(each.name, f"queue.worker.{n}", each.id) for n, each in enumerate(others[:20])]
    return [context("Notes of somebody else:"), actions(buttons)]
