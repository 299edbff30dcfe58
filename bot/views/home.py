"""The Home tab, made for a phone: what waits first, each with its action; by role."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.policy import Policy
from bot.views.blocks import (
    Block,
    actions,
    button,
    context,
    divider,
    escape,
    home,
    section,
    sections,
)
from bot.views.duties.owed import action_of, line_of
from bot.views.home_parts import (
    away_lines,
    crisis_lines,
    delegate_lines,
    exception_lines,
    figures,
    gap_lines,
    health_lines,
    shift_lines,
)
from bot.views.leave.team_calendar import calendar_button
from bot.views.oversight.agenda import agenda_button, conferences_button
from bot.views.wording import ROLES, clock, moment, short_day
from storage.home import Group, HomeDay
from storage.types import Role

_TITLES = {
    "incident": "Reports to make",
    "review": "Waiting for your review",
    "meeting": "Meetings after a return",
    "returned": "Returned to you",
    "note": "To submit",
    "planned": "Planned visits",
    "visit": "Visits left this month",
    "contact": "Parents and caretakers",
    "other": "Also due",
}
_SHORT = {
    "incident": "to report",
    "review": "to review",
    "meeting": "to meet",
    "returned": "returned",
    "note": "to submit",
    "visit": "to visit",
}
_NO_NOTES = (Role.ADMIN, Role.SECRETARY)
_HEARINGS = 6


def home_view(day: HomeDay, policy: Policy) -> Block:
    """The person's day: a line that says how it stands, the buttons, then what waits, by urgency."""
    tz = policy.zone
    today = day.now.astimezone(tz).date()
    head = f"*{escape(day.who.name)}*  ·  {ROLES[day.who.role]}  ·  {short_day(today)}\n{_summary(day)}"
    blocks: list[Block] = [section(head), *_paragraphs(shift_lines(day, tz), crisis_lines(day, tz))]
    blocks += [actions(_buttons(day)), divider()]
    for group in day.groups:
        blocks += _group(group, policy)
    blocks += _hearings(day, policy)
    blocks += _paragraphs(
        *(figures(day), exception_lines(day, tz), gap_lines(day, tz), health_lines(day)),
        *(away_lines(day), delegate_lines(day)),
    )
    if blocks[-1] == divider():
        blocks.append(section("Nothing is due. ✓"))
    end = context(f"As of {clock(day.now, tz)}. Or simply write to me under Messages.")
    return home([*blocks[:97], divider(), actions(_elsewhere(day)), end])


def _summary(day: HomeDay) -> str:
    found = [f"{group.total} {_SHORT[group.name]}" for group in day.groups if group.name in _SHORT]
    late = [f"🔴 *{day.overdue} overdue*"] if day.overdue else []
    return "  ·  ".join([*late, *found]) or "Nothing waits for you."


def _paragraphs(*parts: Sequence[str]) -> list[Block]:
    return [block for lines in parts if lines for block in sections(lines)]


def _buttons(day: HomeDay) -> list[Block]:
    """What cannot wait, above all else: on a phone the day's list begins right under it."""
    log = [button("Log a contact", "log.contact", style="primary")] if day.who.role not in _NO_NOTES else []
    several = [button(f"Approve several ({day.approvable})", "queue.several")] if day.approvable > 1 else []
    crisis = button("Crisis", "crisis.window", style="danger")
    return [*log, crisis, button("Who's on call", "on_call.now"), *several]


def _elsewhere(day: HomeDay) -> list[Block]:
    """What else there is, below the day."""
    role = day.who.role
    team = [conferences_button(), calendar_button()] if role in _REVIEWING else []
    own = [agenda_button(day.who.id)] if role is Role.CASEWORKER else []
    stands_in = [button("Who reviews for me", "delegate.ask")] if role in _REVIEWING else []
    names = [button("Nicknames", "nicknames.list")] if role in _CALL_NAMES else []
    return [*team, *own, *stands_in, *names, button("What I can do", "help.now")]


_REVIEWING = (Role.SUPERVISOR, Role.DIRECTOR)
_CALL_NAMES = (Role.CASEWORKER, Role.SUPERVISOR)


def _group(group: Group, policy: Policy) -> list[Block]:
    count = f" ({group.total})" if group.total > 1 else ""
    blocks = [section(f"*{_TITLES[group.name]}*{count}")]
    blocks += [section(line_of(each, policy.zone), accessory=action_of(each)) for each in group.shown]
    if group.total > len(group.shown):
        more = f"… and {group.total - len(group.shown)} more. These come first."
        blocks += [context(more), actions([button("Show all", f"due.now.{group.name}")])]
    return blocks


def _hearings(day: HomeDay, policy: Policy) -> list[Block]:
    if not day.hearings:
        return []
    lines = [
        f"{moment(h.starts_at, policy.zone)} · {escape(family)} · {escape(h.kind)}, {escape(h.court)}"
        for h, family in day.hearings[:_HEARINGS]
    ]
    return sections(["*Hearings*", *lines])
