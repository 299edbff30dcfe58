"""The card of a visit that is yet to happen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, push, sections
from bot.views.drawn import Drawn
from bot.views.note_parts import CARD_PEOPLE
from bot.views.wording import RELATIONSHIPS, TYPES, event_time, listed
from storage.types import CaseFile, Child, Contact, EventType


def plan_card(
    *,
    plan_id: str,
    children: Sequence[Child],
    people: Sequence[Contact],
    case: CaseFile | None,
    types: Sequence[str],
    on: date | None,
    starts_at: datetime | None,
    minutes: int | None,
    cancelled: bool,
    tz: ZoneInfo,
) -> Drawn:
    """Whom, when, what; Log visit once it happened."""
    names = listed([f"*{escape(c.first_name)} {escape(c.last_name)}*" for c in children])
    when = event_time(on=on, starts_at=starts_at, minutes=minutes, tz=tz)
    lines = [
        ("~Planned~ Cancelled: " if cancelled else "Planned: ") + (names or "_no child named_"),
        " · ".join(TYPES[EventType(t)] for t in types),
        f"*When*  {when if on else '_no day yet: tell me the day when you know it_'}",
    ]
    if people:
        lines.append("*With*  " + _people(people))
    if case:
        lines.append(escape(f"{case.family_name} case, {case.id}"))
    blocks: list[Block] = sections(line for line in lines if line)
    if not cancelled:
        log = button("Log visit", "plan.log", plan_id)
        blocks.append(actions([log, button("Cancel", "plan.cancel", plan_id)]))
    blocks.append(context("A plan is no note: it counts once the visit is logged."))
    initials = " ".join(f"{c.first_name[:1]}.{c.last_name[:1]}." for c in children)
    return Drawn(text=push(f"Planned visit {initials}".strip()), blocks=blocks)


def _people(people: Sequence[Contact]) -> str:
    named = [f"{escape(p.name)} ({RELATIONSHIPS[p.relationship]})" for p in people[:CARD_PEOPLE]]
    more = len(people) - len(named)
    return listed([*named, f"{more} more"] if more else named)
