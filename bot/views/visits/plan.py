"""The card of a visit that is yet to happen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    context,
    date_picker,
    escape,
    push,
    section,
    sections,
    time_picker,
    window,
)
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import CARD_PEOPLE
from bot.views.wording import RELATIONSHIPS, TYPES, event_time, initials_of, listed
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
    logged: bool = False,
) -> Drawn:
    """Whom, when, what; Log visit once it happened."""
    who = names(children)
    when = event_time(on=on, starts_at=starts_at, minutes=minutes, tz=tz)
    lines = [
        ("~Planned~ Cancelled: " if cancelled else "Planned: ") + (who or "_no child named_"),
        " · ".join(TYPES[EventType(t)] for t in types),
        f"*When*  {when if on else '_no day yet: tell me the day when you know it_'}",
    ]
    if people:
        lines.append("*With*  " + _people(people))
    if case:
        lines.append(escape(f"{case.family_name} case, {case.id}"))
    blocks: list[Block] = sections(line for line in lines if line)
    if not cancelled and not logged:
        blocks.append(actions(_buttons(plan_id, dated=on is not None or starts_at is not None)))
    said = "Logged: its note has a card of its own." if logged else _NO_NOTE
    blocks.append(context(said))
    return Drawn(text=push(f"Planned visit {initials_of(children)}".strip()), blocks=blocks)


_NO_NOTE = "A plan is no note: it counts once the visit is logged."


def _buttons(plan_id: str, *, dated: bool) -> list[Block]:
    calendar = [button("Add to calendar", "plan.calendar", plan_id)] if dated else []
    return [
        button("Log visit", "plan.log", plan_id),
        button("Move", "plan.move", plan_id),
        *calendar,
        button("Cancel", "plan.cancel", plan_id),
    ]


def missed_card(
    *,
    plan_id: str,
    children: Sequence[Child],
    on: date | None,
    starts_at: datetime | None,
    hours: int,
    logged: bool,
    tz: ZoneInfo,
) -> Drawn:
    """A visit called off whose time had come: a missed contact is a note as well."""
    who = names(children)
    when = event_time(on=on, starts_at=starts_at, minutes=None, tz=tz)
    blocks = [section(" · ".join(part for part in ("Cancelled", who, when) if part))]
    if logged:
        blocks.append(context("Written down: its note has a card of its own."))
    else:
        blocks.append(actions([button("Write it down", "plan.missed", plan_id, style="primary")]))
        blocks.append(context(f"A missed or attempted contact is a note too, within {hours} hours."))
    return Drawn(text=push(f"Visit cancelled {initials_of(children)}".strip()), blocks=blocks)


def move_window(plan_id: str, on: date | None, starts_at: datetime | None, tz: ZoneInfo) -> Block:
    """Asks for another day, and the hour where it is known."""
    local = starts_at.astimezone(tz) if starts_at else None
    day, hour = on.isoformat() if on else None, f"{local:%H:%M}" if local else None
    return window(
        "Move visit",
        [
            asked("Day", date_picker("v", chosen=day), block_id="on"),
            asked("Time", time_picker("v", chosen=hour), block_id="at", optional=True),
        ],
        callback="plan.moved",
        submit="Move",
        close="Cancel",
        about=plan_id,
    )


def names(children: Sequence[Child]) -> str:
    """The children of a plan, by name."""
    return listed([f"*{escape(c.first_name)} {escape(c.last_name)}*" for c in children])


def _people(people: Sequence[Contact]) -> str:
    """Each once: somebody who stands on several cases' files is one person."""
    named = list(dict.fromkeys(f"{escape(p.name)} ({RELATIONSHIPS[p.relationship]})" for p in people))
    more = len(named) - CARD_PEOPLE
    return listed(named[:CARD_PEOPLE] + ([f"{more} more"] if more > 0 else []))
