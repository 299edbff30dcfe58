"""Whom somebody still has to see this month: the count first, then names, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, section, sections
from bot.views.drawn import Drawn
from bot.views.duties.owed import week_words
from storage.owed import Late, Owed, VisitCount, VisitsLeft, Week

_MOST = 40
NONE = "No visit with a child is owed by you this month."


def visits_left_card(found: VisitsLeft | None, tz: ZoneInfo) -> Drawn:
    """“4 of 11 children still to see by Nov 30”, then who; all else that is due is one tap away."""
    if found is None:
        return Drawn(text="No visits owed", blocks=[section(NONE)])
    by = f"by {found.last:%b} {found.last.day}"
    left = sum(each.left for each in found.team) if found.team else len(found.left)
    head = f"{left} of {_children(found.total)} still to see {by}"
    if not left:
        head = f"All seen this month: {_children(found.total)} ✓"
    names = [_count(each) for each in found.team] or [_name(each, found.last, tz) for each in found.left]
    lines = [f"*{head}*", *(f"• {name}" for name in names[:_MOST])]
    if len(names) > _MOST:
        lines.append(f"… and {len(names) - _MOST} more")
    rest: list[Block] = [] if found.team else [actions([button("All that is due", "due.now")])]
    return Drawn(text=head, blocks=[*sections(lines), *rest])


def _children(count: int) -> str:
    return f"{count} {'child' if count == 1 else 'children'}"


def _name(owed: Owed, last: date, tz: ZoneInfo) -> str:
    """Hope Hall, seen 1 of 2; who leaves care before the month is over has an earlier day."""
    name = f"{owed.child.first_name} {owed.child.last_name}" if owed.child else ""
    part = next((part for part in owed.parts if part.required > 1), None)
    seen = f", seen {part.seen} of {part.required}" if part else ""
    day = owed.due_at.astimezone(tz).date()
    return f"{escape(name)}{seen}" + (f", by {day:%b} {day.day}" if day < last else "")


def _count(each: VisitCount) -> str:
    return f"{escape(each.who)}: {each.left} of {each.total}" + ("" if each.left else " ✓")


def team_doing_card(
    weeks: Sequence[Week], visits: Sequence[VisitCount], late: Sequence[Late], *, more: bool = False
) -> Drawn:
    """How a team is doing: its notes of the last seven days, then worker by worker, in numbers only.

    `more`: another figure was asked for; where those come from stands under it.
    """
    overdue = {each.who: sum(n for _, n in each.kinds) for each in late}
    blocks: list[Block] = [section(f"{_title(week)}\n{week_words(week)}") for week in weeks]
    lines = [
        _count(each) + " still to see" + (f" · {n} overdue" if (n := overdue.get(each.who)) else "")
        for each in visits
    ]
    known = {each.who for each in visits}
    lines += [f"{escape(who)}: {n} overdue" for who, n in overdue.items() if who not in known]
    if lines:
        blocks += sections(["*Children this month*", *(f"• {line}" for line in lines[:_MOST])])
    blocks = blocks or [section("No figures yet.")]
    if more:
        blocks.append(context("Other figures: your administrator can export timeliness and the access log."))
    return Drawn(text="How the team is doing", blocks=blocks)


def _title(week: Week) -> str:
    whose = f"{escape(week.unit)}'s unit" if week.unit else "The agency"
    return f"*{whose}, the last 7 days*"
