"""What must be reported, on the crisis's card and in its windows: open until a person ticks it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    asked,
    clean,
    context,
    cut,
    escape,
    section,
    select,
    text_field,
    time_picker,
    window,
)
from bot.views.wording import clock, moment, phone_link
from storage.crisis_records import ReportItem

INCIDENTS = {
    "missing_child": "Missing child",
    "serious_injury": "Serious injury",
    "death": "Death of a child",
    "abuse": "Suspected abuse or neglect",
}
STEPS = {
    "law_enforcement": "Police (NCIC)",
    "ncmec": "NCMEC",
    "state_report": "The state's office",
    "oral_report": "State hotline, by phone",
    "written_report": "Written report",
}
_NCMEC = "1-800-843-5678"
"""1-800-THE-LOST, day and night."""
_LETTERS = 120
_WEEK = timedelta(days=6)


def report_lines(reports: Sequence[ReportItem], tz: ZoneInfo, now: datetime) -> list[Block]:
    """The checklist by incident; none where nothing is on it."""
    lines: list[str] = []
    for incident in dict.fromkeys(each.incident for each in reports):
        lines.append(f"*{INCIDENTS.get(incident, incident)}: call yourself, then tick*")
        lines += [_line(each, tz, now) for each in reports if each.incident == incident]
    return [section("\n".join(lines))] if lines else []


def name_of(period: str) -> str:
    """Of `missing_child:ncmec` what it is and for what."""
    incident, _, step = period.partition(":")
    return f"{STEPS.get(step, step)} ({INCIDENTS.get(incident, incident).lower()})"


def _line(report: ReportItem, tz: ZoneInfo, now: datetime) -> str:
    name = STEPS.get(report.step, report.step)
    if report.made_at is not None:
        number = f", no. {escape(report.number)}" if report.number else ""
        by = f"  _{escape(report.made_by.short)}_" if report.made_by else ""
        called = escape(cut(clean(report.called), _LETTERS))
        return f"☑️ {name}: {clock(report.made_at, tz)}, {called}{number}{by}"
    if report.due_at <= now:
        return f"⬜ {name}: 🔴 *at once*" if report.at_once else f"⬜ {name}: 🔴 *overdue*"
    if report.step == "ncmec":
        name = f"NCMEC 📞 {phone_link(_NCMEC)}"
    at_once = "*at once*, by" if report.at_once else "by"
    return f"⬜ {name}: {at_once} {_by(report.due_at, tz, now)}"


def _by(due_at: datetime, tz: ZoneInfo, now: datetime) -> str:
    """Within the week the weekday says it all, and the line stays one."""
    if due_at - now > _WEEK:
        return moment(due_at, tz)
    return f"{due_at.astimezone(tz):%a} {clock(due_at, tz)}"


def made_window(
    crisis_id: str, open_items: Sequence[ReportItem], now: datetime, tz: ZoneInfo, chosen: str = ""
) -> Block:
    """Which report was made, to whom, when, its number; without open ones a sentence."""
    if not open_items:
        return window("Report made", [section("Every report on the list is ticked.")])
    which = [(each.id, name_of(f"{each.incident}:{each.step}")) for each in open_items]
    first = chosen or open_items[0].id
    fields = [
        asked("Which report?", select("v", "Pick one", which, chosen=first), block_id="report"),
        asked("Who was called", text_field("v"), block_id="called", hint="Or why it is not needed."),
        asked("When", time_picker("v", chosen=f"{now.astimezone(tz):%H:%M}"), block_id="at"),
        asked("Report number", text_field("v"), block_id="number", optional=True),
    ]
    return window("Report made", fields, callback="report.made", submit="Tick", about=crisis_id)


def checklist_window(crisis_id: str) -> Block:
    """What it is, for its clocks."""
    kinds = asked("What is it?", select("v", "Pick one", list(INCIDENTS.items())), block_id="incident")
    fields = [
        kinds,
        context("Puts who must be called, and by when, on the card. You call; I report nothing."),
    ]
    return window("Checklist", fields, callback="report.checklist", submit="Add", about=crisis_id)
