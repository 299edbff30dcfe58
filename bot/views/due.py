"""What is due, by urgency, each with its action one tap away."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, section
from bot.views.drawn import Drawn
from bot.views.owed import KINDS, action_of, line_of, week_words
from bot.views.wording import moment
from storage.owed import Late, Owed, Week
from storage.types import Hearing

MOST = 20
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
    blocks = due_blocks(owed[skip:], hearings, tz, title=title)
    if later_shifts and not skip:
        more = f"{later_shifts} more shift{'s' if later_shifts > 1 else ''} of yours within a month"
        blocks += [context(more), actions([button("My shifts", "shift.mine")])]
    if len(owed) > skip + MOST:
        blocks.append(actions([button("Show more", "due.more", str(skip + MOST))]))
    late = sum(1 for o in owed if o.overdue)
    push = f"{len(owed)} due" + (f", {late} overdue" if late else "")
    return Drawn(text=push, blocks=blocks)


def due_blocks(
    owed: Sequence[Owed], hearings: Hearings, tz: ZoneInfo, *, title: str = "What's due"
) -> list[Block]:
    """The list as blocks, for a message or the Home."""
    blocks: list[Block] = [section(f"*{title}*")]
    if not owed and not hearings:
        return [*blocks, section("Nothing is due. ✓")]
    blocks += [section(line_of(each, tz), accessory=action_of(each)) for each in owed[:MOST]]
    if len(owed) > MOST:
        blocks.append(context(f"… and {len(owed) - MOST} more. These come first."))
    if hearings:
        lines = [
            f"{moment(h.starts_at, tz)} · {escape(family)} · {escape(h.kind)}, {escape(h.court)}"
            for h, family in hearings[:MOST]
        ]
        blocks.append(section("*Hearings*\n" + "\n".join(lines)))
    return blocks


def team_card(late: Sequence[Late]) -> Drawn:
    """What the team has overdue, worker by worker; no child and no words."""
    if not late:
        return Drawn(text="Nothing overdue in your team", blocks=[section("Nothing is overdue. ✓")])
    lines = [f"*{escape(each.who)}*  {_counts(each)}" for each in late[:MOST]]
    total = sum(n for each in late for _, n in each.kinds)
    return Drawn(text=f"Team: {total} overdue", blocks=[section("\n".join(["*Overdue*", *lines]))])


def _counts(late: Late) -> str:
    return ", ".join(f"{n} {KINDS.get(kind, kind)}{'s' if n > 1 else ''}" for kind, n in late.kinds)


def weeks_card(weeks: Sequence[Week]) -> Drawn:
    """The week's figures by unit: numbers first, and only numbers."""
    blocks = [section(f"*{escape(week.unit) or 'The agency'}*\n{week_words(week)}") for week in weeks[:40]]
    return Drawn(text="Last week by unit", blocks=blocks or [section("No figures yet.")])
