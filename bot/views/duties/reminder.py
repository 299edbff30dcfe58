"""Reminders: one digest a morning instead of many pings, and the ping that cannot wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, push, section
from bot.views.drawn import Drawn
from bot.views.duties.due import MOST, due_blocks
from bot.views.duties.owed import action_of, face_of, initials, line_of
from bot.views.wording import phone_link, short_day
from storage.owed import Owed
from storage.types import StaffMember


def digest_card(owed: Sequence[Owed], tz: ZoneInfo, day: date) -> Drawn:
    """The morning's list, by urgency, each line with its action; and Snooze for all of it."""
    blocks = due_blocks(owed[:MOST], (), tz, title=f"Good morning. {short_day(day)}", whole=owed)
    more = [button("Show more", "due.now")] if len(owed) > MOST else []
    blocks.append(actions([*more, button("Snooze", "reminder.snooze_digest", day.isoformat())]))
    late = sum(1 for each in owed if each.overdue)
    push = f"Good morning: {len(owed)} due" + (f", {late} overdue" if late else "")
    return Drawn(text=push, blocks=blocks)


def ping_card(owed: Owed, tz: ZoneInfo, step: str = "") -> Drawn:
    """One thing, its action, and Snooze; `step` tells a question about what was planned from its notice."""
    if owed.kind == "planned_visit":
        return _planned_card(owed, tz, step)
    buttons = [action_of(owed, style="primary"), button("Snooze", "reminder.snooze", owed.id)]
    return _ping(face_of(owed)[0], owed, line_of(owed, tz), buttons)


def _ping(word: str, owed: Owed, line: str, buttons: Sequence[Block]) -> Drawn:
    return Drawn(text=push(f"{word}: {initials(owed)}".strip(": ")), blocks=[section(line), actions(buttons)])


def _planned_card(owed: Owed, tz: ZoneInfo, step: str) -> Drawn:
    over = step == "did_it_happen"
    buttons = [
        button("Log visit", "plan.log", owed.target, style="primary" if over else None),
        button("Move", "plan.move", owed.target),
        button("Cancelled" if over else "Cancel", "plan.cancel", owed.target),
        button("Snooze", "reminder.snooze", owed.id),
    ]
    line = f"*Did it happen?*\n{line_of(owed, tz)}" if over else line_of(owed, tz)
    return _ping("Did it happen?" if over else "Planned visit", owed, line, buttons)


def dead_letter(details: Mapping[str, Any], who: StaffMember | None, reference: str) -> Drawn:
    """For the admin: a message to `who` that Slack will not take."""
    kind = str(details.get("kind", "message")).replace("_", " ")
    name = f"*{escape(who.name)}*" if who else "a member of staff"
    number = f" 📞 {phone_link(who.phone)}" if who else ""
    first = f"⚠️ A message to {name} could not be delivered."
    if kind.endswith(" alarm"):
        first = f"‼️ *An alarm did not reach* {name}{number}\nWho comes next on the ladder is alerted instead."
    why = f"Slack says: {details.get('error') or 'refused'} ({kind}, reference {reference[:8]})."
    blocks = [section(first), context(f"{why} `fieldnote doctor` names everybody who can't be reached.")]
    return Drawn(text="A message could not be delivered", blocks=blocks)
