"""The team's calendar of leave, for a phone: a paragraph a week, a line or two a person."""

from __future__ import annotations

from bot.views.blocks import Block, button, context, escape, header, sections, window
from bot.views.drawn import Drawn
from bot.views.oversight.case_lines import days
from bot.views.wording import short_day
from storage.team_calendar import Away, TeamCalendar, WeekAway

OPEN = "leave.calendar"
_MESSAGE, _WINDOW = 10_000, 100_000
"""Characters that the weeks may have together: Slack refuses longer messages."""


def calendar_card(found: TeamCalendar, *, of_unit: bool = False) -> Drawn:
    """The calendar as a message; `of_unit`: it is no more than one unit's, and says so."""
    only = [context("Of your own unit; who else is off their supervisor knows.")] if of_unit else []
    return Drawn(text=_push(found), blocks=[*_blocks(found, _MESSAGE), *only])


def calendar_window(found: TeamCalendar) -> Block:
    """The calendar as a window, from the Home."""
    return window("Team calendar", _blocks(found, _WINDOW))


def calendar_button() -> Block:
    """Opens it, for the Home."""
    return button("Team calendar", OPEN)


def _push(found: TeamCalendar) -> str:
    gaps = f", {found.gaps} without full cover" if found.gaps else ""
    return f"Who is off: {len({(a.who.id, a.until) for w in found.weeks for a in w.away})} leaves{gaps}"


def _blocks(found: TeamCalendar, most: int) -> list[Block]:
    span = f"{short_day(found.first)} – {short_day(found.last)}, {found.last.year}"
    if not found.weeks:
        return [header("Who is off"), *sections([f"Nobody, {span}. ✓"]), *_ends(found)]
    blocks: list[Block] = [header("Who is off")]
    if found.gaps:
        blocks += sections(
            [f"⚠️ *{found.gaps} without full cover*: their families would be without a worker."]
        )
    for week in found.weeks:
        lines = [f"*Week of {short_day(week.monday)}*{_closed(week)}", *map(_line, week.away)]
        most -= sum(map(len, lines))
        if most < 0 or len(blocks) > 40:
            rest = f"… and later weeks: ask for the days from {short_day(week.monday)} on."
            return [*blocks, context(rest), *_ends(found)]
        blocks += sections(lines)
    return [*blocks, context(span), *_ends(found)]


def _ends(found: TeamCalendar) -> list[Block]:
    if found.own:
        return [context("Yours, and whom you cover for. Your supervisor sees the team's.")]
    plan = "To plan somebody's leave, write for instance _/timeoff_ and say whose."
    return [context(plan)] if found.team else []


def _closed(week: WeekAway) -> str:
    return "".join(f" · {day:%a} closed" for day in week.holidays if day.weekday() < 5)


def _line(away: Away) -> str:
    more = f" _(until {short_day(away.until)})_" if away.until != away.last else ""
    return f"*{escape(away.who.name)}*  {days(away.first, away.last)}{more}\n{_cover(away)}"


def _cover(away: Away) -> str:
    if away.families == 0 and away.cover is None:
        return "      no families to cover"
    if away.cover is None:
        count = f"{away.families} famil{'y' if away.families == 1 else 'ies'}"
        return f"      ⚠️ *nobody covers* {count}"
    if away.cover_away:
        return f"      ⚠️ {escape(away.cover.name)} covers, but is *off {days(*away.cover_away)}*"
    return f"      covered by {escape(away.cover.name)}"
