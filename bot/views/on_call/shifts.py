"""A shift that changes hands: the card of the change for each who has to do with it, and lists of shifts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, section, sections
from bot.views.drawn import Drawn
from bot.views.wording import TIERS, clock, listed, moment, phone_link
from storage.owed import Span
from storage.records import Person
from storage.shifting import ShiftChangeKind, ShiftChangeRecord, ShiftChangeStatus, ShiftShown

PUSH = "A shift"
_MOST = 20
_WHY = {"": " at once", "leave": " is on leave then", "gone": " has no open Slack account"}
DND = "Switch Do Not Disturb off in Slack for it: an alarm must be heard."
_BUTTONS = {
    "offer": ("Offer this shift", "shift.offer"),
    "take": ("Take this shift", "shift.take"),
    "swap": ("Ask for this swap", "shift.swap"),
}


def change_card(change: ShiftChangeRecord, tz: ZoneInfo) -> Drawn:
    """Whose shift it is and whose it is to be, what the reader can do, what became of it."""
    lines = [_title(change), _span(change.shift, tz), *_what(change, tz)]
    buttons = _buttons(change)
    blocks = sections(line for line in lines if line)
    blocks += [actions(buttons)] if buttons else []
    if note := _note(change):
        blocks.append(context(note))
    return Drawn(text=_push(change), blocks=blocks)


def outcome_line(change: ShiftChangeRecord, tz: ZoneInfo) -> Drawn:
    """What is left of an earlier card, for a reader who has the outcome in a newer message."""
    came = {
        ShiftChangeStatus.DONE: "swapped" if change.back else "taken",
        ShiftChangeStatus.WITHDRAWN: "taken back",
        ShiftChangeStatus.DECLINED: "declined",
    }.get(change.status, "undone")
    line = f"Shift {moment(change.shift.starts_at, tz)}: {came}, see below."
    return Drawn(text=_push(change), blocks=[context(line)])


def _push(change: ShiftChangeRecord) -> str:
    if change.status is ShiftChangeStatus.DONE:
        return "A shift has changed hands"
    return "A shift is on offer" if change.may_take else "A shift"


def _title(change: ShiftChangeRecord) -> str:
    if change.status is ShiftChangeStatus.OPEN:
        return "*Offer is over*" if change.stale else _open_title(change)
    return {
        ShiftChangeStatus.DONE: "✅ *Shifts swapped*" if change.back else "✅ *Shift taken*",
        ShiftChangeStatus.WITHDRAWN: "*Taken back*: nothing has changed",
        ShiftChangeStatus.DECLINED: "*Declined*: nothing has changed",
        ShiftChangeStatus.UNDONE: "*Undone*: as it was before",
    }[change.status]


def _open_title(change: ShiftChangeRecord) -> str:
    if change.kind is ShiftChangeKind.SWAP:
        return "*A swap of shifts*"
    if change.gives and change.gives.id == change.reader_id and not change.may_agree:
        return "📤 *Your shift is on offer*"
    who = escape(change.asked_by.name)
    if change.may_agree and not change.may_take:
        return f"*{who} would take your shift*"
    if change.asked_by.id == change.reader_id:
        return "*You asked for a shift*" if change.takes else "📤 *A shift is on offer*"
    return f"*{escape(change.gives.name) if change.gives else who} offers a shift*"


def _span(span: Span, tz: ZoneInfo) -> str:
    """On call: Fri Nov 13, 5:00 PM – Sat 9:00 AM; with the weekday, by which shifts are known."""
    near = span.ends_at - span.starts_at < timedelta(days=6)
    end = f"{span.ends_at.astimezone(tz):%a} {clock(span.ends_at, tz)}" if near else moment(span.ends_at, tz)
    return f"{TIERS[span.tier]}: {moment(span.starts_at, tz)} – {end}"


def _what(change: ShiftChangeRecord, tz: ZoneInfo) -> list[str]:
    gives, takes = _named(change.gives, change), _named(change.takes, change)
    back = f"{_span(change.back, tz)}" if change.back else ""
    if change.status is ShiftChangeStatus.DONE:
        by = _named(change.decided_by, change)
        when = f" · {moment(change.decided_at, tz)}" if change.decided_at else ""
        first = f"now *{takes}*" + (f", before {gives}" if change.gives else "")
        return [
            first,
            *([back, f"now *{gives}*, before {takes}"] if back else []),
            f"_confirmed by {by}{when}_",
        ]
    if change.back:
        return [f"{gives} gives it to {takes} for", back]
    if change.status is not ShiftChangeStatus.OPEN:
        return [f"It is {_whose(change.gives, change)}."] if change.gives else []
    return _open_lines(change, gives)


def _open_lines(change: ShiftChangeRecord, gives: str) -> list[str]:
    if change.stale:
        return ["Nobody took it; it stayed as the rota has it."]
    if change.gives and change.gives.id == change.reader_id and not change.may_agree:
        asked = f"{escape(change.takes.name)} is" if change.takes else _people(change.asked)
        return [f"{asked} asked. *It is yours until somebody takes it.*"]
    return [f"Until it is settled, {gives} has it." + (" It is running." if change.running else "")]


def _people(count: int) -> str:
    return {0: "⚠️ Nobody who may take it is", 1: "One colleague is"}.get(count, f"{count} colleagues are")


def _named(person: Person | None, change: ShiftChangeRecord) -> str:
    if person is None:
        return "nobody"
    return "you" if person.id == change.reader_id else escape(person.name)


def _whose(person: Person, change: ShiftChangeRecord) -> str:
    return "yours" if person.id == change.reader_id else f"{escape(person.name)}'s"


def _buttons(change: ShiftChangeRecord) -> list[Block]:
    about = change.id
    swap = change.kind is ShiftChangeKind.SWAP
    yes, no = ("Agree", "Decline") if swap else ("Hand it over", "Keep it")
    found = []
    if change.may_take:
        found.append(button("Take this shift", "shift.take", f"c|{about}", style="primary"))
    if change.may_agree and change.may_take:
        found.append(button("I can't", "shift.decline", about))
    elif change.may_agree:
        found += [button(yes, "shift.agree", about, style="primary"), button(no, "shift.decline", about)]
    elif change.may_arrange:
        found.append(button("Confirm for both", "shift.confirm", about))
    if change.may_withdraw and not change.may_agree:
        found.append(button("Take back", "shift.withdraw", about))
    if change.status is ShiftChangeStatus.DONE and _is_party(change):
        found.append(button("Add to calendar", "shift.calendar"))
    if change.may_undo:
        found.append(button("Undo", "shift.undo", about))
    return found


def _is_party(change: ShiftChangeRecord) -> bool:
    return change.reader_id in {p.id for p in (change.gives, change.takes) if p}


def _note(change: ShiftChangeRecord) -> str:
    if change.status is ShiftChangeStatus.DONE and _is_party(change):
        mine = change.takes is not None and change.takes.id == change.reader_id
        return f"Alarms, answers and reminders follow it. {DND if mine or change.back else ''}".strip()
    if change.status is ShiftChangeStatus.OPEN and change.may_arrange and not change.may_agree:
        return "It holds once both agree, or you confirm it for them."
    return ""


# -- lists


def shifts_card(
    title: str, shown: Sequence[ShiftShown], tz: ZoneInfo, *, empty: str, calendar: bool = False
) -> Drawn:
    """Shifts, each with its one action."""
    blocks: list[Block] = [section(f"*{title}*")]
    if not shown:
        return Drawn(text=PUSH, blocks=[*blocks, section(empty)])
    blocks += [_row(each, tz, style="primary" if len(shown) == 1 else None) for each in shown]
    if calendar:
        blocks.append(actions([button("Add to calendar", "shift.calendar")]))
    return Drawn(text=PUSH, blocks=blocks)


def gaps_card(free: Sequence[ShiftShown], doubled: Sequence[ShiftShown], tz: ZoneInfo) -> Drawn:
    """The rota's gaps, one tap from being filled by who may, and where two are on call at once."""
    if not free and not doubled:
        return Drawn(text="No gaps in the rota", blocks=[section("No gaps in the next days. ✓")])
    blocks: list[Block] = []
    if free:
        blocks += [section("*Nobody is on call*"), *rows_of(free[:_MOST], tz)]
    if len(free) > _MOST:
        blocks.append(context(f"… and {len(free) - _MOST} more."))
    if doubled:
        blocks.append(section("*Two at once, or away*"))
        blocks += rows_of(doubled[:_MOST], tz)
    return Drawn(text=f"{len(free)} gaps in the rota", blocks=blocks)


def silent_card(begins: datetime, ends: datetime, tz: ZoneInfo) -> Drawn:
    """For who comes on call: Slack will not ring."""
    line = f"🔕 *Your Slack is silent {moment(begins, tz)} – {clock(ends, tz)}, in your shift.*"
    how = "An alarm would not be heard. Switch Do Not Disturb off: your picture, *Pause notifications*."
    return Drawn(text="Do Not Disturb is on in your shift", blocks=[section(f"{line}\n{how}")])


def rows_of(shown: Sequence[ShiftShown], tz: ZoneInfo) -> list[Block]:
    """The same below another list."""
    return [_row(each, tz, style=None) for each in shown]


def own_buttons(offered: str) -> list[Block]:
    """Under who is on call, for somebody with shifts of their own; `offered`: which could be offered here."""
    first = [button("Offer this shift", "shift.offer", offered)] if offered else []
    return [actions([*first, button("My shifts", "shift.mine")])]


def _row(shown: ShiftShown, tz: ZoneInfo, *, style: str | None) -> Block:
    lines = [_span(shown.span, tz)]
    if shown.back is not None and shown.who is not None:
        lines += [f"for {escape(shown.who.name)}'s", _span(shown.back, tz)]
    elif shown.names:
        lines.append(f"{listed([escape(name) for name in shown.names])}{_WHY[shown.why]}")
    elif shown.who is None:
        lines.append("⚠️ *Nobody*")
    else:
        lines += _who_line(shown, shown.who)
    label = _BUTTONS.get(shown.button)
    accessory = button(label[0], label[1], shown.value, style=style) if label else None
    return section("\n".join(lines), accessory=accessory)


def _who_line(shown: ShiftShown, who: Person) -> list[str]:
    if shown.to is not None:
        return [f"to {escape(shown.to.name)}"]
    if shown.button == "offer":
        return []
    if shown.mine:
        return ["on offer: it is yours until somebody takes it"]
    return [f"{escape(who.name)} {phone_link(who.phone)}" + ("  ·  on offer" if shown.offered else "")]
