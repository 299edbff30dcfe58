"""The windows around a review: return, later date, meeting, addendum, and the block to paste."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    FIELD,
    Block,
    asked,
    context,
    date_picker,
    escape,
    multi_select,
    section,
    select,
    text_field,
    time_picker,
    window,
)
from bot.views.notes.note_parts import reference
from bot.views.wording import METHODS, OUTCOMES, PLACES, RELATIONSHIPS, TYPES, clock, listed, short_day, token
from storage.records import NoteRecord
from storage.types import Leave

REASONS = {
    "time": "Time or date",
    "who": "Who took part",
    "unclear": "Not clear enough",
    "opinion": "Opinion instead of fact",
    "incomplete": "Something is missing",
    "other": "Other",
}
"""What a return may be about, for a tap; the words of the reason go with it."""


def return_window(
    note: NoteRecord, due: datetime, tz: ZoneInfo, *, leave: Leave | None = None, cover: str = ""
) -> Block:
    """Asks for the reason of a return, and for a later date where the policy's will not do.

    `due`: when the correction would be due. `leave`: the author's, where it is in the way of that.
    """
    pick = multi_select("v", "Pick what applies", list(REASONS.items()))
    words = text_field("v", multiline=True, placeholder="What has to be put right")
    hint = "The worker reads these words. A meeting with the worker is then yours to record."
    why = text_field("v", placeholder="The director sees it")
    blocks = [
        *([context(_away(note, leave, due, tz, cover))] if leave else []),
        asked("About", pick, block_id="about", optional=True),
        asked("Reason", words, block_id="reason", hint=hint),
        asked(
            "Later date for the correction",
            date_picker("v", placeholder="By the policy"),
            block_id="later",
            optional=True,
            hint=f"Without one it is due {moment_of(due, tz)}.",
        ),
        asked("Why later", why, block_id="why", optional=True),
    ]
    about = reference(note)
    return window(
        "Return note", blocks, callback="note.returned", submit="Return", close="Cancel", about=about
    )


def _away(note: NoteRecord, leave: Leave, due: datetime, tz: ZoneInfo, cover: str) -> str:
    days = f"{short_day(leave.first_day)} – {short_day(leave.last_day)}"
    covers = f", {escape(cover)} covers" if cover else ""
    return (
        f"⚠️ *{escape(note.author.name)} is on leave {days}*{covers}. The correction's time runs on in leave: "
        f"it would be due {token(due, tz)}. You may set a later date below."
    )


def moment_of(at: datetime, tz: ZoneInfo) -> str:
    """Thu Nov 12: a day's end, by its day."""
    return f"at the end of {short_day(at.astimezone(tz).date())}"


def later_window(note: NoteRecord, tz: ZoneInfo) -> Block:
    """Asks for a later date of a correction, and why."""
    holds = note.correction_due_at
    return window(
        "Later date",
        [
            context(f"The correction is due {moment_of(holds, tz)}." if holds else "The correction's date."),
            asked("Later date for the correction", date_picker("v"), block_id="later"),
            asked("Why later", text_field("v", placeholder="The director sees it"), block_id="why"),
        ],
        callback="note.later",
        submit="Set",
        close="Cancel",
        about=reference(note),
    )


def other_time_window(note: NoteRecord, day: date, times: Sequence[datetime], tz: ZoneInfo) -> Block:
    """Asks for when the meeting will be; the worker is told."""
    at = f"{times[0].astimezone(tz):%H:%M}" if times else "10:00"
    return window(
        "Fix the meeting",
        [
            section(f"With *{escape(note.author.name)}*, who is told at once."),
            asked("Date", date_picker("v", chosen=day.isoformat()), block_id="on"),
            asked("Time", time_picker("v", chosen=at), block_id="at"),
        ],
        callback="meeting.fixed",
        submit="Fix",
        close="Cancel",
        about=reference(note),
    )


def meeting_window(note: NoteRecord, tz: ZoneInfo, now_local: str, today: str) -> Block:
    """When and how the meeting over a return was held."""
    ways = [("in_person", "In person"), ("phone", "Phone"), ("video", "Video")]
    return window(
        "Record meeting",
        [
            context(f"Return of {token(note.returned.at, tz)}" if note.returned else "Return"),
            asked("Date", date_picker("v", chosen=today), block_id="on"),
            asked("Time", time_picker("v", chosen=now_local), block_id="at"),
            asked("How", select("v", "Pick one", ways, chosen="in_person"), block_id="how"),
            asked("What was agreed", text_field("v", multiline=True), block_id="outcome", optional=True),
        ],
        callback="note.met",
        submit="Record",
        close="Cancel",
        about=reference(note),
    )


def addendum_window(note: NoteRecord) -> Block:
    """Asks for an addendum's words."""
    return window(
        "Add addendum",
        [
            context("The approved note stays as it is; your words are added under your name and this time."),
            asked("Addendum", text_field("v", multiline=True), block_id="words"),
        ],
        callback="note.added",
        submit="Add",
        close="Cancel",
        about=reference(note),
    )


def copy_window(note: NoteRecord, tz: ZoneInfo, system: str) -> Block:
    """The note as a block to paste into the state's system, in a field that can be selected."""
    text = paste_block(note, tz)
    pieces = [text[i : i + FIELD] for i in range(0, len(text), FIELD)]
    fields = [
        asked(f"Select all and copy ({n + 1} of {len(pieces)})" if len(pieces) > 1 else "Select all and copy",
              text_field("v", chosen=piece, multiline=True), block_id=f"copy{n}", optional=True)
        for n, piece in enumerate(pieces)
    ]  # fmt: skip
    hint = context(f"After pasting it into {system}, tap *Mark entered* on the card.")
    # Slack takes no window with a field and without a button that sends it.
    return window(
        "Copy for CONNECTIONS", [*fields, hint], callback="note.copied", submit="Done", about=reference(note)
    )


def paste_block(note: NoteRecord, tz: ZoneInfo) -> str:
    """The fields in the order of a CONNECTIONS progress note; times in the agency's zone."""
    content = note.content
    start = content.starts_at.astimezone(tz) if content.starts_at else None
    others = [f"{p.name} ({RELATIONSHIPS[p.relationship]})" for p in note.people]
    rows = [
        ("Event date", f"{content.on:%m/%d/%Y}" if content.on else "not recorded"),
        ("Event time", clock(start, tz) if start else "not recorded"),
        ("Duration", f"{content.minutes} min" if content.minutes else "not recorded"),
        ("Author", note.author.name),
        ("Entered by", note.entered_by.name),
        ("Method", METHODS[content.method] if content.method else ""),
        ("Location", PLACES[content.place] if content.place else ""),
        ("Type", "; ".join(TYPES[t] for t in content.types)),
        ("Outcome", OUTCOMES.get(content.outcome, "") if content.outcome else ""),
        ("Case", f"{note.family_name} ({note.case_id})"),
        ("Family participants / focus", listed([c.name for c in note.children])),
        ("Seen alone", listed([c.name for c in note.children if c.seen_alone])),
        ("Other participants", listed(others)),
        ("Follow-up", content.follow_ups),
    ]
    lines = [f"{name}: {value}" for name, value in rows if value]
    added = [
        f"\nAddendum by {a.by.name}, {a.at.astimezone(tz):%m/%d/%Y %H:%M}:\n{a.words}" for a in note.addenda
    ]
    return "\n".join([*lines, "Narrative:", content.narrative, *added])
