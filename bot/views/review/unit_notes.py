"""A list of a unit's notes: whose, on whom by initials, where each stands; no words, each with Read."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.views.blocks import Block, button, context, escape, section, sections
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import in_a_line, reference
from bot.views.oversight.figures import lines_of
from bot.views.wording import STATUSES, moment, short_day, token
from storage.oversight import UnitNote, UnitNotes
from storage.records import NoteRecord
from storage.types import Decision, NoteStatus

_MOST = 15
_TITLES = {
    "came_in": "notes that came in {span}",
    "did": "notes of {span}",
    "approved": "what you approved {span}",
    "returned": "what you sent back {span}",
    "decided": "what you decided {span}",
    "open": "what is open",
    "changed": "corrected and sent again {span}",
}
_NONE = {
    "approved": "You approved no note in these days.",
    "returned": "You sent no note back in these days.",
    "decided": "You decided on no note in these days.",
    "open": "No note waits for review.",
    "changed": "No corrected note came in these days.",
}
_DRAFTS = "Drafts are their author's alone: what was begun and not submitted does not stand here."


def unit_card(found: UnitNotes, tz: ZoneInfo) -> Drawn:
    """The notes asked for; of what is open also what went back, what is overdue, which visits are left."""
    title = _TITLES[found.what].format(span=_span(found))
    if found.own:
        title = f"{title[:1].upper()}{title[1:]}"
    count = f" ({len(found.notes)})" if found.notes else ""
    who = "" if found.own else f"{escape(found.who)}: "
    blocks: list[Block] = [section(f"*{who}{title}*{count}")]
    if not found.notes:
        blocks.append(section(_NONE.get(found.what, "No note came in.")))
    blocks += [_row(each, found, tz) for each in found.notes[:_MOST]]
    if more := len(found.notes) - _MOST:
        blocks += [context(f"… and {more} more. Ask for one worker, or fewer days.")] if more > 0 else []
    if found.returned:
        blocks.append(section(f"*Sent back and not corrected yet* ({len(found.returned)})"))
        blocks += [_returned(each, tz) for each in found.returned[:_MOST]]
    elif found.what == "open":
        blocks.append(section("Nothing that was sent back is still out."))
    for each in found.figures:
        blocks += sections(lines_of(each, tz))
    if found.what in {"open", "did"}:
        blocks.append(context(_DRAFTS))
    return Drawn(text="Notes", blocks=blocks)


def _span(found: UnitNotes) -> str:
    if found.first == found.last:
        return short_day(found.first)
    return f"{found.first:%b} {found.first.day} – {found.last:%b} {found.last.day}"


def _row(each: UnitNote, found: UnitNotes, tz: ZoneInfo) -> Block:
    note = each.note
    mine = note.status is NoteStatus.SUBMITTED and note.reviewer and note.reviewer.id == found.reviewer_id
    label = "Review" if mine else "Read"
    line = f"*{escape(note.author.name)}*  {escape(in_a_line(note, tz))}\n{_stands(each, tz)}"
    return section(line, accessory=button(label, "note.read", reference(note)))


def _stands(each: UnitNote, tz: ZoneInfo) -> str:
    note = each.note
    if each.decision and each.at:
        done = "approved" if each.decision is Decision.APPROVED else "sent back"
        since = ""
        if each.decision is Decision.RETURNED and note.status is not NoteStatus.RETURNED:
            since = f" · since then {STATUSES[note.status].lower()}"
        return f"{done} {token(each.at, tz)}{since}"
    revised = f" · revised, version {note.submission}" if note.submission > 1 else ""
    sent = f"submitted {moment(note.submitted_at, tz)}" if note.submitted_at else "not submitted"
    if note.status is NoteStatus.SUBMITTED:
        due = f" · review due {token(note.review_due_at, tz)}" if note.review_due_at else ""
        return f"{sent}{revised}{due}"
    return f"{sent}{revised} · {STATUSES[note.status]}"


def _returned(note: NoteRecord, tz: ZoneInfo) -> Block:
    due = f" · correction due {token(note.correction_due_at, tz)}" if note.correction_due_at else ""
    when = f"sent back {token(note.returned.at, tz)}" if note.returned else "sent back"
    line = f"*{escape(note.author.name)}*  {escape(in_a_line(note, tz))}\n{when}{due}"
    return section(line, accessory=button("Read", "note.read", reference(note)))
