"""Small windows and messages that say one thing."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.views.blocks import Block, context, escape, section, window
from bot.views.drawn import Drawn
from bot.views.wording import token
from storage.records import Person, Whereabouts
from storage.reviewed import Moved
from storage.types import NoteStatus


def sentence_window(sentence: str, title: str = "Fieldnote") -> Block:
    """A window that says one sentence."""
    return window(title, [section(escape(sentence))])


def now_with(reviewer: Person | None) -> str:
    """Who has a note for review now, for somebody who had it before."""
    return f"➡ Now with *{escape(reviewer.name)}*." if reviewer else "⚠️ Nobody can review it now."


def handed_on(where: Whereabouts, tz: ZoneInfo) -> Drawn:
    """All that is left of the card of somebody who may no longer read the note: what has become of it."""
    sentence = "This note is no longer with you for review."
    if where.status is NoteStatus.SUBMITTED:
        return Drawn(text=sentence, blocks=[context(f"{sentence} {now_with(where.reviewer)}")])
    if where.decided_by and where.decided_at:
        by = f"{escape(where.decided_by.short)}, {token(where.decided_at, tz)}"
        return Drawn(text=sentence, blocks=[context(f"{where.status.value.capitalize()} by {by}")])
    return Drawn(text=sentence, blocks=[context(sentence)])


def nobody_reviews(where: Whereabouts, tz: ZoneInfo) -> Drawn:
    """The alarm to admin and directors, who may not read the note: whose it is, since when, what to do."""
    author, case = escape(where.author.name), f"case {where.case_id}"
    if where.status is not NoteStatus.SUBMITTED or where.reviewer is not None:
        who = f"{now_with(where.reviewer)}" if where.status is NoteStatus.SUBMITTED else "It was decided."
        settled = f"✓ Settled: the note of *{author}*, {case}. {who}"
        return Drawn(text="A note that nobody could review has found its reviewer", blocks=[section(settled)])
    since = f", submitted {token(where.submitted_at, tz)}" if where.submitted_at else ""
    alarm = f"⚠️ *Nobody can review a note* of *{author}*, {case}{since}."
    why = "All who are above its author are away, have left or may not review. Name a delegate or correct "
    then = "the roster: the note then goes to its reviewer by itself."
    return Drawn(
        text="Nobody can review a note that was submitted", blocks=[section(f"{alarm}\n{why}{then}")]
    )


def worker_moved(moved: Moved, *, own: bool) -> Drawn:
    """For a worker who was put under another supervisor (`own`), and for the supervisor before."""
    who = "you" if own else f"*{escape(moved.author)}*"
    whose = f"Your notes that waited for {escape(moved.before)}" if own else "The notes that waited for you"
    lines = [
        f"👥 The roster has {who} under *{escape(moved.under)}* now.",
        f"{whose} went to *{escape(moved.after)}*, by the same due times.",
    ]
    return Drawn(text="A change of supervisor", blocks=[section("\n".join(lines))])
