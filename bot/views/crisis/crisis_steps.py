"""The steps of a crisis alarm in words: "sent" only when Slack has stored it, "seen" only by name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import escape
from bot.views.wording import clock, phone_link
from storage.crisis_records import Arrival, CrisisRecord, LadderStep
from storage.records import Person

RUNGS = {
    "on_call": "on call",
    "backup": "backup",
    "on_call_supervisor": "on-call supervisor",
    "case_supervisor": "case's supervisor",
    "next_level_up": "next level up",
    "director": "director",
    "last_resort": "nobody else is there",
}
_MOST = 6


def step_lines(crisis: CrisisRecord, tz: ZoneInfo, now: datetime) -> list[str]:
    """A line for each step that has come, the newest six."""
    gone = [step for step in crisis.steps if step.at <= now and step.arrival is not Arrival.DROPPED]
    empty = [step for step in crisis.steps if step.person is None and step not in gone and step.at <= now]
    shown = sorted([*gone, *empty], key=lambda step: step.number)
    lines = [_line(crisis, step, tz, now) for step in shown[-_MOST:]]
    before = len(shown) - len(lines)
    return [f"… and {before} before", *lines] if before else lines


def _line(crisis: CrisisRecord, step: LadderStep, tz: ZoneInfo, now: datetime) -> str:
    rung = RUNGS.get(step.rung, step.rung)
    if step.person is None:
        return f"No {rung} there at {clock(step.at, tz)}: passed over"
    name = f"{escape(step.person.name)}, {rung}"
    if step.arrival is Arrival.FAILED:
        return f"‼️ *Not delivered* to {name}: call {phone_link(step.person.phone)}"
    if step.overdue(now):
        return f"‼️ *Not delivered yet* to {name}: call {phone_link(step.person.phone)}"
    if step.arrival is not Arrival.SENT or step.sent_at is None:
        return f"Sending to {name} …"
    seen = _seen(crisis, step.person, tz)
    silent = "" if seen or not step.silent else f" 🔕 *Do Not Disturb*: call {phone_link(step.person.phone)}"
    return f"Sent {clock(step.sent_at, tz)} to {name}{seen}{silent}"


def _seen(crisis: CrisisRecord, person: Person, tz: ZoneInfo) -> str:
    by, at = crisis.acknowledged_by, crisis.acknowledged_at
    return f"; seen {clock(at, tz)}" if by and at and by.id == person.id else ""
