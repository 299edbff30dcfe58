"""What is due, by urgency, each with its action one tap away."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, section
from bot.views.drawn import Drawn
from bot.views.duties.owed import KINDS, action_of, line_of, week_words
from bot.views.wording import moment
from storage.owed import Late, Owed, Week
from storage.types import Hearing

MOST = 20
_FIRST, _LONG = 8, 12
"""A chat shows the end of a message: of a long list come the first few, or what is urgent is out of sight."""
Hearings = Sequence[tuple[Hearing, str]]


def due_list(
    owed: Sequence[Owed],
    hearings: Hearings,
    tz: ZoneInfo,
    *,
    title: str = "What's due",
    skip: int = 0,
    later_shifts: int = 0,
) -> Drawn:
    """The list as a message; `skip`: how many were shown before; `later_shifts`: how many are not in it."""
    shown = skip + (_FIRST if not skip and len(owed) > _LONG else MOST)
    blocks = due_blocks(owed[skip:shown], hearings, tz, title=title, whole=owed if not skip else ())
    further: list[Block] = []
    if later_shifts and not skip:
        more = f"{later_shifts} more shift{'s' if later_shifts > 1 else ''} of yours within a month"
        blocks.append(context(more))
        further.append(button("My shifts", "shift.mine"))
    if rest := len(owed[shown:]):
        further.insert(0, button(f"Show more ({rest})", "due.more", str(shown)))
    if further:
        blocks.append(actions(further))
    return Drawn(text=_counted(owed), blocks=blocks)


def due_blocks(
    owed: Sequence[Owed],
    hearings: Hearings,
    tz: ZoneInfo,
    *,
    title: str = "What's due",
    whole: Sequence[Owed] = (),
) -> list[Block]:
    """The list as blocks; `whole`: all of it, counted at its head where it is longer than what is shown."""
    count = f"  {_counted(whole)}" if len(whole) > len(owed) else ""
    blocks: list[Block] = [section(f"*{title}*{count}")]
    if not owed and not hearings:
        return [*blocks, section("Nothing is due. ✓")]
    blocks += [section(line_of(each, tz), accessory=action_of(each)) for each in owed]
    if hearings:
        lines = [
            f"{moment(h.starts_at, tz)} · {escape(family)} · {escape(h.kind)}, {escape(h.court)}"
            for h, family in hearings[:MOST]
        ]
        blocks.append(section("*Hearings*\n" + "\n".join(lines)))
    return blocks


def _counted(owed: Sequence[Owed]) -> str:
    late = sum(1 for each in owed if each.overdue)
    return f"{len(owed)} due" + (f", {late} overdue" if late else "")


def team_card(late: Sequence[Late]) -> Drawn:
    """What the team has overdue, worker by worker; no child and no words."""
    if not late:
        return Drawn(text="Nothing overdue in your team", blocks=[section("Nothing is overdue. ✓")])
    lines = [f"*{escape(each.who)}*  {_counts(each)}" for each in late[:MOST]]
    total = sum(n for each in late for _, n in each.kinds)
    return Drawn(text=f"Team: {total} overdue", blocks=[section("\n".join(["*Overdue*", *lines]))])


def _counts(late: Late) -> str:
    return ", ".join(f"{n} {KINDS.get(kind, kind)}{'s' if n > 1 else ''}" for kind, n in late.kinds)


def _unit(week: Week) -> str:
    return f"{escape(week.unit)}'s unit" if week.unit else "The agency"


def weeks_card(weeks: Sequence[Week]) -> Drawn:
    """The week's figures by unit: numbers first, and only numbers."""
    blocks = [section(f"*{_unit(week)}*\n{week_words(week)}") for week in weeks[:40]]
    return Drawn(text="Last week by unit", blocks=blocks or [section("No figures yet.")])
