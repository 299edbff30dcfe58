"""Figures of people and units, short enough for a phone: the whole first, then row by row, then names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, context, escape, section, sections
from bot.views.drawn import Drawn
from bot.views.duties.owed import KINDS
from bot.views.wording import moment, short_day
from storage.oversight import FigureRow, Figures, OwedLine

_MOST = 40
_NO_FEDERAL = (
    "The federal measure (V/M, R/V) is not reckoned here. What is: visits as this month asks for them."
)
_ELSEWHERE = "Note by note: your administrator can export timeliness."


def figures_card(found: Sequence[Figures], tz: ZoneInfo) -> Drawn:
    """The figures that were asked for, one below the other."""
    blocks: list[Block] = []
    for each in found:
        blocks += sections(lines_of(each, tz))
    if any(each.what == "federal" for each in found):
        blocks.append(context(_NO_FEDERAL))
    if len(found) == 1 and found[0].what == "timely":
        blocks.append(context(_ELSEWHERE))
    return Drawn(text="Figures", blocks=blocks)


def nothing_own(team: Figures, tz: ZoneInfo) -> Drawn:
    """Nothing is due of one's own; what those have overdue for whom one answers stands below."""
    first = section("*What's due*\nNothing of your own is due. ✓")
    return Drawn(text="0 due", blocks=[first, *sections(lines_of(team, tz))])


def of_team(team: Figures, tz: ZoneInfo) -> list[Block]:
    """What those have overdue for whom one answers, below one's own list; none where nothing is."""
    return sections(lines_of(team, tz)) if team.total.part else []


def lines_of(found: Figures, tz: ZoneInfo) -> list[str]:
    """A figure line by line: whose and which, the whole, row by row, names."""
    title, words = _TITLES[found.what], _WORDS[found.what]
    if found.what == "court_reports" and found.total.part == found.total.late:
        title = "court reports overdue"
    span = title.format(span=_span(found.first, found.last), month=f"{found.first:%B %Y}")
    lines = [f"*{escape(found.who)}: {span}*", words(found.total)]
    nothing = not (found.total.whole or found.total.part or found.total.late)
    rows = () if nothing and not found.trend else found.rows
    lines += [f"• {escape(row.label)}: {words(row)}" for row in rows]
    shown = found.lines[:_MOST]
    lines += [f"• {_line(each, found.what, tz)}" for each in shown]
    if more := len(found.lines) - len(shown):
        lines.append(f"… and {more} more. Ask for one unit or worker.")
    return lines


def _span(first: date, last: date) -> str:
    if first == last:
        return short_day(first)
    return f"{first:%b} {first.day} – {last:%b} {last.day}"


def _line(each: OwedLine, what: str, tz: ZoneInfo) -> str:
    by = f" · {escape(each.by)}" if each.by else ""
    if each.at is None:
        return f"{escape(each.what)}{by}"
    if what == "hearings":
        return f"{moment(each.at, tz)} · {escape(each.what)}{by}"
    if each.done:
        return f"{escape(each.what)} · filed {short_day(each.done.astimezone(tz).date())} ✓{by}"
    due = short_day(each.at.astimezone(tz).date())
    return f"{escape(each.what)} · " + (f"🔴 overdue since {due}" if each.overdue else f"due {due}") + by


def _timely(row: FigureRow) -> str:
    late = f" · overdue now: {row.late}" if row.late else ""
    if not row.whole:
        return f"no note submitted{late}"
    hours = f" · median {row.hours:.0f} h after the event" if row.hours is not None else ""
    return f"{100 * row.part // row.whole}% on time, {row.part} of {row.whole}{hours}{late}"


def _visits(row: FigureRow) -> str:
    if not row.whole:
        return "nothing on record as owed, so not reckoned"
    return f"{row.part} of {row.whole} seen as often as owed ({100 * row.part // row.whole}%)"


def _unseen(row: FigureRow) -> str:
    if not row.whole:
        return "nothing on record as owed, so not reckoned"
    return f"{row.whole - row.part} of {row.whole} still to see" if row.part < row.whole else "all seen ✓"


def _behind(row: FigureRow) -> str:
    kinds = ", ".join(f"{n} {KINDS.get(kind, kind)}{'s' if n > 1 else ''}" for kind, n in row.kinds)
    return kinds or "nothing overdue ✓"


def _count(row: FigureRow) -> str:
    return f"{row.part}, {row.late} overdue" if row.late else str(row.part)


def _list(row: FigureRow) -> str:
    late = f", {row.late} overdue" if 0 < row.late < row.part else ""
    return f"{row.part} on record{late}" if row.part else "none on record"


_TITLES = {
    "timely": "notes submitted {span}",
    "returned": "notes returned {span}",
    "meetings": "meetings after a return, not recorded",
    "reviews": "notes waiting for review",
    "visits": "visits in {month}",
    "federal": "visits in {month}",
    "unseen": "children to see in {month}",
    "behind": "overdue now",
    "notes_late": "notes and corrections overdue now",
    "hearings": "hearings {span}",
    "court_reports": "court reports overdue, or due {span}",
    "conferences": "weekly conferences not recorded yet",
}
_WORDS: dict[str, Callable[[FigureRow], str]] = {
    "timely": _timely,
    "returned": _count,
    "meetings": _count,
    "reviews": _count,
    "visits": _visits,
    "federal": _visits,
    "unseen": _unseen,
    "behind": _behind,
    "notes_late": _behind,
    "hearings": _list,
    "court_reports": _list,
    "conferences": _list,
}
