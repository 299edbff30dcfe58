"""Leave: the plan with what must be in before, its window, and what others are told of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    confirm,
    context,
    date_picker,
    escape,
    sections,
    select,
    window,
)
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import whose
from bot.views.wording import TIERS, listed, moment, noted_time, short_day
from storage.leaving import LeaveRecord
from storage.records import Choice, NoteRecord
from storage.types import LeaveStatus

NOBODY = "nobody"
_TITLES = {
    LeaveStatus.PROPOSED: "*Plan of leave*",
    LeaveStatus.CONFIRMED: "✅ *Leave confirmed*",
    LeaveStatus.DROPPED: "*Plan of leave* · cancelled, nothing was changed",
    LeaveStatus.TAKEN_BACK: "*Leave taken back*",
}
_HOLDS = (LeaveStatus.PROPOSED, LeaveStatus.CONFIRMED)


def leave_card(leave: LeaveRecord, *, mine: bool, tz: ZoneInfo) -> Drawn:
    """Who is off when, who covers, what must be in before; `mine`: the author reads."""
    blocks: list[Block] = sections([_TITLES[leave.status], *_days(leave, mine=mine)])
    if leave.status in _HOLDS and not leave.over:
        lines = _cover(leave) + _reviews(leave, "") + _cutoff(leave, tz)
        blocks += sections(lines + _on_call(leave, mine=mine, tz=tz))
        blocks += _owed(leave, mine=mine, tz=tz)
        shifts = [button("My shifts", "shift.mine")] if mine and leave.shifts else []
        blocks.append(actions([*_buttons(leave), *shifts]))
        blocks.append(context(_what_happens(leave)))
    return Drawn(text="Your leave" if mine else "A plan of leave", blocks=blocks)


def told_card(leave: LeaveRecord, *, reader_id: str, tz: ZoneInfo) -> Drawn:
    """The same for the supervisor and for who covers: what it means for them. Names no child."""
    who = escape(leave.who.name) if leave.who else ""
    days = f"*{who}* · {_stretch(leave)}"
    if leave.status is not LeaveStatus.CONFIRMED:
        return Drawn(text="Leave was taken back", blocks=sections(["*Leave taken back*", days]))
    lines = ["*Leave*", days]
    if leave.cover and leave.cover.id == reader_id:
        lines += _covered(leave, reader_id)
    elif leave.who and leave.who.id == reader_id:
        lines.append(f"Entered for you by {escape(leave.entered_by.name)}.")
    else:
        lines += _cover(leave) + _reviews(leave, reader_id)
    if leave.notes_by:
        lines.append(f"All notes are due by {moment(leave.notes_by, tz)}.")
    blocks = sections(lines)
    if leave.has_sheet:
        blocks.append(actions([_sheet(leave)]))
    return Drawn(text="Leave was planned", blocks=blocks)


def _sheet(leave: LeaveRecord) -> Block:
    return button("Hand-over sheet (PDF)", "leave.sheet", leave.id)


def leave_window(leave: LeaveRecord, *, cover: Sequence[Choice], who: Sequence[Choice], today: date) -> Block:
    """Asks for the days and who covers; whose leave it is where that may be another's."""
    first, last = leave.first_day or today, leave.last_day or leave.first_day or today
    chosen = leave.cover.id if leave.cover else NOBODY
    fields = [
        asked("First day off", date_picker("v", chosen=first.isoformat()), block_id="first"),
        asked("Last day off", date_picker("v", chosen=last.isoformat()), block_id="last"),
        asked("Who covers", select("v", "Pick one", _covers(leave, cover), chosen=chosen), block_id="cover"),
    ]
    if len(who) > 1 or leave.who is None:
        named = leave.who.id if leave.who else None
        menu = select("v", "Pick one", [(c.id, c.words) for c in who], chosen=named)
        fields.insert(0, asked("Whose leave", menu, block_id="who"))
    return window("Leave", fields, callback="leave.changed", submit="Save", close="Cancel", about=leave.id)


def _covers(leave: LeaveRecord, offered: Sequence[Choice]) -> list[tuple[str, str]]:
    """Nobody, those who were named, then the others: who is chosen is never cut off."""
    named = [*([leave.cover] if leave.cover else []), *leave.may_cover]
    pairs = {NOBODY: "Nobody yet"} | {each.id: each.name for each in named}
    return list((pairs | {each.id: each.words for each in offered}).items())


def _stretch(leave: LeaveRecord) -> str:
    if leave.first_day is None:
        return "_no days yet_"
    first = short_day(leave.first_day)
    if leave.last_day is None:
        return f"from {first}, _last day not known yet_"
    return first if leave.last_day == leave.first_day else f"{first} – {short_day(leave.last_day)}"


def _days(leave: LeaveRecord, *, mine: bool) -> list[str]:
    if leave.who is None:
        return [f"_whose leave?_ · {_stretch(leave)}"]
    if mine:
        return [_stretch(leave)]
    return [f"{escape(leave.who.name)} · {_stretch(leave)}", f"Entered by {escape(leave.entered_by.name)}"]


def _families(leave: LeaveRecord) -> str:
    return f"{leave.families} famil{'y' if leave.families == 1 else 'ies'}"


def _cover(leave: LeaveRecord) -> list[str]:
    if leave.cover is not None:
        away = " · ⚠️ is off in these days, too" if leave.away else ""
        return [f"*Covered by* {escape(leave.cover.name)}{away}"]
    if leave.may_cover:
        names = listed([escape(each.name) for each in leave.may_cover])
        return [f"*Covered by* _who? {names} fit: tap Change_"]
    if leave.families:
        return [f"*Covered by* ⚠️ nobody yet: {_families(leave)} would be without a worker"]
    return []


def _covered(leave: LeaveRecord, reader_id: str) -> list[str]:
    """What it means for who covers: families, reviews, or both."""
    reviews = _reviews(leave, reader_id)
    if reviews and not leave.families:
        return reviews
    return [f"You cover {_families(leave)}: in these days they are yours to read, log and look up.", *reviews]


def _reviews(leave: LeaveRecord, reader_id: str) -> list[str]:
    """To whom the notes go that whoever is off reviews."""
    if leave.reviewer is None or leave.who is None:
        return []
    if leave.reviewer.id == reader_id:
        return [f"In these days the notes of {escape(leave.who.name)}'s workers come to you for review."]
    return [f"*Reviews go to* {escape(leave.reviewer.name)}"]


def _cutoff(leave: LeaveRecord, tz: ZoneInfo) -> list[str]:
    if leave.notes_by is None:
        return []
    line = f"*All notes in by* {moment(leave.notes_by, tz)}"
    if leave.policy_by and leave.policy_by != leave.notes_by:
        line += f"\n(the policy's {moment(leave.policy_by, tz)} is a holiday)"
    return [line]


def _on_call(leave: LeaveRecord, *, mine: bool, tz: ZoneInfo) -> list[str]:
    """Shifts in these days, which leave alone takes from nobody."""
    if not leave.shifts:
        return []
    held = [f"• {TIERS[s.tier]}, {moment(s.starts_at, tz)} – {moment(s.ends_at, tz)}" for s in leave.shifts]
    offer = ": *My shifts* offers them" if mine else ", until somebody takes over"
    return [f"⚠️ *Still on call in these days*{offer}", *held]


def _owed(leave: LeaveRecord, *, mine: bool, tz: ZoneInfo) -> list[Block]:
    if not mine:
        return []
    if not leave.unsubmitted:
        return [context("Nothing of yours is waiting to be submitted.")]
    count = len(leave.unsubmitted) + leave.more
    title = f"*Not submitted yet* ({count})"
    lines = [_line(note, due, tz) for note, due in leave.unsubmitted]
    more = [f"… and {leave.more} more: write *what's due*"] if leave.more else []
    return sections([title, *lines, *more])


def _line(note: NoteRecord, due: datetime | None, tz: ZoneInfo) -> str:
    by = f" · due {moment(due, tz)}" if due else ""
    return f"• {whose(note)} · {noted_time(note.content, tz)}{by}"


def _buttons(leave: LeaveRecord) -> list[Block]:
    change = button("Change", "leave.change", leave.id)
    if leave.status is LeaveStatus.CONFIRMED:
        sure = confirm("Take this leave back?", "Everybody who was told is told again.", "Take back", "Keep")
        sheet = [_sheet(leave)] if leave.has_sheet else []
        return [*sheet, button("Take back", "leave.take_back", leave.id, confirm=sure)]
    ready = [button("Confirm", "leave.confirm", leave.id, style="primary")] if leave.complete else []
    return [*ready, change, button("Cancel", "leave.cancel", leave.id)]


def _what_happens(leave: LeaveRecord) -> str:
    if leave.status is LeaveStatus.CONFIRMED:
        return "Your supervisor and whoever covers have been told. Due times follow the leave."
    if not leave.complete:
        return "Tap Change and say which days. Nothing holds before you confirm."
    return "Nothing holds before you confirm. Then due times follow; supervisor and cover are told."
