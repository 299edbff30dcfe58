"""Paragraphs of a Home: shift, crises, figures, exceptions, gaps, health, leave, delegates; empty is none."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from bot.views.blocks import escape
from bot.views.duties.owed import KINDS, span_words, week_words
from bot.views.wording import TIERS, clock, listed, moment, short_day
from storage.home import HomeDay
from storage.types import Role

_MOST = 8
_GAPS = 5


def shift_lines(day: HomeDay, tz: ZoneInfo) -> list[str]:
    """The own shift: on now until when, else the next one."""
    lines = []
    if day.shift_until:
        lines.append(f"📟 *You are on call until {moment(day.shift_until, tz)}.*")
        lines.append("For a number write, for example, “number for Maya's foster mother”.")
    if day.next_shift:
        tier, starts_at, _ = day.next_shift
        lines.append(f"Your next shift: {TIERS[tier]}, from {moment(starts_at, tz)}.")
    return lines


def crisis_lines(day: HomeDay, tz: ZoneInfo) -> list[str]:
    """Crises that go on, and who has them."""
    if not day.crises:
        return ["No crisis is open."] if day.shift_until else []
    lines = ["🔴 *Open crises*"]
    for each in day.crises:
        family = f"{escape(each.family)} case" if each.family else "no case named"
        seen = f"with {escape(each.seen_by)}" if each.seen_by else "*nobody has acknowledged it*"
        lines.append(
            f"• {family}, since {clock(each.since, tz)} {short_day(each.since.astimezone(tz).date())}, {seen}"
        )
    return lines


def figures(day: HomeDay) -> list[str]:
    """The agency's last seven days: numbers only."""
    if not day.weeks:
        return []
    return ["*The last seven days*", week_words(day.weeks[0])]


def exception_lines(day: HomeDay, tz: ZoneInfo) -> list[str]:
    """What the director sees to: notes nobody can review, rounds without end, later dates and why."""
    lines = []
    if day.unreviewed:
        notes = "1 note" if day.unreviewed == 1 else f"{day.unreviewed} notes"
        lines.append(f"• 🔴 {notes} that nobody can review: name a delegate or correct the roster")
    for note in day.round_again:
        who = note.reviewer.short if note.reviewer else "nobody"
        about = f"{escape(note.author.name)}, {escape(note.initials)}"
        lines.append(f"• {about}: goes round without end, with {escape(who)}")
    for each in day.exceptions[:_MOST]:
        until = short_day(each.due_at.astimezone(tz).date())
        case = f", case {escape(each.case_id)}" if each.case_id else ""
        lines.append(
            f"• {escape(each.author.name)}{case}: correction until {until}, by {escape(each.by.short)}: "
            f"_{escape(each.reason[:200])}_"
        )
    return ["*Exceptions*", *lines] if lines else []


def gap_lines(day: HomeDay, tz: ZoneInfo) -> list[str]:
    """Gaps in the rota, the first few."""
    if not day.gaps:
        return ["*Rota*: no gaps in the next days. ✓"] if day.who.role is Role.ADMIN else []
    lines = [f"• {span_words(span, tz)}" for span in day.gaps[:_GAPS]]
    more = [f"… and {len(day.gaps) - _GAPS} more"] if len(day.gaps) > _GAPS else []
    return ["*Nobody is on call*", *lines, *more]


def health_lines(day: HomeDay) -> list[str]:
    """The roster's health, for the administrator."""
    if day.who.role is not Role.ADMIN:
        return []
    nobody = [f"• {day.unreviewed} submitted notes have nobody to review them."] if day.unreviewed else []
    lines = [*nobody, *(f"• {escape(line)}" for line in day.health)]
    return ["*Roster*", *lines] if lines else ["*Roster*: nothing is missing. ✓"]


def away_lines(day: HomeDay) -> list[str]:
    """The team: what is overdue with whom, and who is away now or soon."""
    lines = []
    for late in day.late[:_MOST]:
        counts = listed([f"{n} {KINDS.get(kind, kind)}{'s' if n > 1 else ''}" for kind, n in late.kinds])
        lines.append(f"• {escape(late.who)}: {counts} overdue")
    for each in day.away[:_MOST]:
        cover = f", {escape(each.cover)} covers" if each.cover else ", ⚠️ nobody covers"
        lines.append(f"• {escape(each.who)}: off {_stretch(each.first_day, each.last_day)}{cover}")
    if not lines:
        return ["*Team*: nothing overdue, nobody away. ✓"] if day.who.role is Role.SUPERVISOR else []
    return ["*Team*", *lines]


def delegate_lines(day: HomeDay) -> list[str]:
    """Who reviews in the person's stead."""
    return [
        f"🤝 *{escape(each.delegate)} reviews for you* {_stretch(each.first_day, each.last_day)}"
        for each in day.delegates
    ]


def _stretch(first: date, last: date) -> str:
    return short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"
