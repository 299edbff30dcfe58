"""How a crisis goes on: the lines of its timeline, who was told, how it ended, and the windows for these."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    checkboxes,
    clean,
    context,
    cut,
    escape,
    section,
    select,
    text_field,
    window,
)
from bot.views.drawn import Drawn
from bot.views.wording import CRISIS_ENDS, clock
from storage.crisis_records import CrisisEnd, CrisisRecord, TimelineEntry
from storage.records import Choice
from storage.types import CRISIS_GOING_ON

_SHOWN, _LETTERS = 10, 220


def going_on(crisis: CrisisRecord) -> list[Block]:
    """What can be done while it goes on."""
    still_open = any(each.made_at is None for each in crisis.reports)
    made = [button("Report made", "report.made", crisis.id, style="primary")] if still_open else []
    add = [] if crisis.reports else [button("Checklist", "report.checklist", crisis.id)]
    return [
        *made,
        button("Who was told", "crisis.told", crisis.id),
        *add,
        button("Close", "crisis.close", crisis.id),
    ]


def timeline(crisis: CrisisRecord, tz: ZoneInfo, *, how: bool = True) -> list[Block]:
    """The newest lines, each with its own time; while it goes on, unless not `how`, how to add one."""
    lines = [_line(entry, tz) for entry in crisis.timeline[-_SHOWN:]]
    if before := len(crisis.timeline) - len(lines):
        lines.insert(0, f"… {before} before")
    blocks = [section("\n".join(lines))] if lines else []
    if how and crisis.status in CRISIS_GOING_ON:
        blocks.append(context("What happens next: write “2:20 police there”, here or in the thread."))
    return blocks


def _line(entry: TimelineEntry, tz: ZoneInfo) -> str:
    by = f"  _{escape(entry.by.short)}_" if entry.by else ""
    words = f"☑️ told {escape(entry.told)}" if entry.told else escape(cut(clean(entry.words), _LETTERS))
    return f"*{clock(entry.at, tz)}*  {words}{by}"


def ended(crisis: CrisisRecord, tz: ZoneInfo) -> str:
    """Closed, by whom, how."""
    at = f" {clock(crisis.closed_at, tz)}" if crisis.closed_at else ""
    by = f" by {escape(crisis.closed_by.name)}" if crisis.closed_by else ""
    how = CRISIS_ENDS[CrisisEnd(crisis.ended)] if crisis.ended in set(CrisisEnd) else ""
    words = f"\n{escape(cut(clean(crisis.outcome), _LETTERS))}" if crisis.outcome else ""
    return f"⚪ *Closed*{at}{by}: {how}{words}"


def kept_card(entry_id: str, at: str, crisis: CrisisRecord, *, of: str, close: bool, report: bool) -> Drawn:
    """The answer to a line; where it was an emergency of its own, or a note, that is one tap away.

    `of`: whose crisis. `close`, `report`: the words ask for its end, tell of a report that was made.
    """
    line = f"✓ {at}: added to the alarm"
    shown = f"{line} about {escape(of)}" if of else f"{line} that is running"
    shown += ", for those who handle it. No note of its own was made."
    goes_on = crisis.status in CRISIS_GOING_ON
    still_open = any(each.made_at is None for each in crisis.reports)
    buttons = [button("Close it", "crisis.close", crisis.id, style="primary")] if close and goes_on else []
    if report and still_open:
        buttons.append(button("Tick the report", "report.made", crisis.id, style="primary"))
    buttons += [button("It's a note", "crisis.note", entry_id)] if goes_on else []
    anew = button("New alarm", "crisis.anew", entry_id)
    blocks = [section(shown, accessory=anew), *([actions(buttons)] if buttons else [])]
    return Drawn(text=f"{line}.", blocks=blocks)


def which_card(entry_id: str, choices: Sequence[Choice]) -> Drawn:
    """Several crises go on, and it is not clear of which one the words tell."""
    line = "Which crisis is that about? I keep it until you say."
    buttons = [
        button(each.words, f"crisis.of.{number}", f"{entry_id}|{each.id}", style="primary")
        for number, each in enumerate(choices)
    ]
    buttons.append(button("New alarm", "crisis.anew", entry_id, style="danger"))
    buttons.append(button("It's a note", "crisis.note", entry_id))
    return Drawn(text=line, blocks=[section(line), actions(buttons)])


def apart_card() -> Drawn:
    """What was no line of a crisis after all."""
    line = "✓ No line of the crisis: taken out of its timeline."
    return Drawn(text=line, blocks=[context(line)])


def told_window(crisis_id: str, choices: Sequence[Choice]) -> Block:
    """Who was told: boxes; without any left, a sentence."""
    if not choices:
        return window("Who was told", [section("Everybody on the list was told.")])
    boxes = checkboxes("v", [(choice.id, choice.words) for choice in choices])
    fields = [asked("Ticked by you, now", boxes, block_id="told")]
    return window("Who was told", fields, callback="crisis.told", submit="They were told", about=crisis_id)


def close_window(crisis_id: str) -> Block:
    """How it ended."""
    ends = [(end.value, words) for end, words in CRISIS_ENDS.items()]
    fields = [
        asked("How did it end?", select("v", "Pick one", ends), block_id="ended"),
        asked("In your words", text_field("v", multiline=True), block_id="words", optional=True),
        context("Nobody more is alerted. What you wrote in the thread goes into your Crisis Call note."),
    ]
    return window("Close", fields, callback="crisis.closed", submit="Close", close="Back", about=crisis_id)
