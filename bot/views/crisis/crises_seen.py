"""The crises of some days, as a list: when, whose, what, who took it and how soon, open or closed."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, section
from bot.views.crisis.crisis_reports import INCIDENTS, STEPS
from bot.views.drawn import Drawn
from bot.views.wording import CRISIS_ENDS, clock, moment
from storage.crisis_records import CrisisEnd, CrisisRecord, ReportItem
from storage.oversight import CrisesSeen, CrisisSeen
from storage.types import CrisisStatus

_TICKED = "A report counts as made once somebody has ticked it: of others I know nothing."


def crises_card(found: CrisesSeen, tz: ZoneInfo, *, reports: bool = False) -> Drawn:
    """The list; `reports`: it was asked whether they were reported."""
    when = f"{moment(found.since, tz)} – {moment(found.until, tz)}" if found.since else ""
    count = len(found.crises) + found.more
    if not count:
        whose = "No crisis on record" if found.all_of_agency else "No crisis of yours or your cases on record"
        return Drawn(text="No crisis on record", blocks=[section(f"{whose}.\n{when}")])
    head = "1 crisis" if count == 1 else f"{count} crises"
    if going := sum(each.call.status is not CrisisStatus.CLOSED for each in found.crises):
        head += ", still open" if going == count else f", {going} still open"
    blocks: list[Block] = [section(f"*{head}*" + (f" · {when}" if when else ""))]
    blocks += [section(_crisis(each, tz, reports=reports)) for each in found.crises]
    small = [f"… and {found.more} before. Ask for fewer days."] if found.more else []
    if reports or any(each.call.reports for each in found.crises):
        small.append(_TICKED)
    blocks += [context(" ".join(small))] if small else []
    return Drawn(text=head, blocks=[*blocks, actions([button("Who's on call", "on_call.now")])])


def _crisis(seen: CrisisSeen, tz: ZoneInfo, *, reports: bool) -> str:
    call = seen.call
    whose = escape(seen.whose) or "case not known yet"
    lines = [
        f"*{moment(call.opened_at, tz)}* · {whose}",
        f"{_kind(call)} · from {escape(call.reported_by.name)}",
    ]
    lines += [_taken(call, tz), _state(call, tz)]
    if told := [f"{escape(e.told)} {_at(e.at, call, tz)}" for e in call.timeline if e.told]:
        lines.append("☑️ Ticked as told: " + ", ".join(told))
    lines += [_report(each, tz) for each in call.reports]
    if reports and not call.reports:
        lines.append("No report on its checklist, and none ticked")
    return "\n".join(lines)


def _kind(call: CrisisRecord) -> str:
    kinds = [INCIDENTS.get(each, each) for each in dict.fromkeys(r.incident for r in call.reports)]
    return ", ".join(kinds) or ("Safety concern" if call.kind == "concern" else "Crisis")


def _taken(call: CrisisRecord, tz: ZoneInfo) -> str:
    if call.acknowledged_by and call.acknowledged_at:
        after = _length(call.acknowledged_at - call.opened_at)
        at = _at(call.acknowledged_at, call, tz)
        return f"✅ {escape(call.acknowledged_by.name)} acknowledged it {at}, after {after}"
    if call.alarm_at is None:
        return "⚠️ Nobody was alerted: it is still asked whether this is a crisis"
    told = len([step for step in call.steps if step.person])
    return f"⚠️ *Nobody has acknowledged it* ({told} {'alert' if told == 1 else 'alerts'})"


def _state(call: CrisisRecord, tz: ZoneInfo) -> str:
    if call.status is not CrisisStatus.CLOSED:
        return "Open"
    ended = f": {CRISIS_ENDS[CrisisEnd(call.ended)]}" if call.ended in set(CrisisEnd) else ""
    return f"Closed {_at(call.closed_at, call, tz) if call.closed_at else ''}{ended}"


def _report(report: ReportItem, tz: ZoneInfo) -> str:
    name = STEPS.get(report.step, report.step)
    if report.made_at is None:
        return f"⬜ {name}: nobody has ticked it"
    number = f", no. {escape(report.number)}" if report.number else ""
    by = f" by {escape(report.made_by.name)}" if report.made_by else ""
    return f"☑️ {name}: ticked{by}, {moment(report.made_at, tz)}{number}"


def _at(at: datetime, call: CrisisRecord, tz: ZoneInfo) -> str:
    """The clock alone on the day on which it began."""
    same = at.astimezone(tz).date() == call.opened_at.astimezone(tz).date()
    return clock(at, tz) if same else moment(at, tz)


def _length(passed: timedelta) -> str:
    """12 min, 3 h 5 min, 2 days."""
    minutes = max(0, int(passed.total_seconds() // 60))
    if minutes < 1:
        return "less than a minute"
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 24 * 60:
        return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"
    days = minutes // (24 * 60)
    return f"{days} day{'s' if days > 1 else ''}"
