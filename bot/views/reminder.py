"""Reminders: one digest a morning instead of many pings, and the ping that cannot wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.views.blocks import actions, button, context, push, section
from bot.views.drawn import Drawn
from bot.views.due import ACTIONS, Owed, due_blocks, line_of, target_of
from bot.views.wording import short_day


def digest_card(owed: Sequence[Owed], tz: ZoneInfo, day: date) -> Drawn:
    """The morning's list, by urgency, each line with its action."""
    blocks = due_blocks(owed, (), tz, title=f"Good morning. {short_day(day)}")
    late = sum(1 for each in owed if each.overdue)
    push = f"Good morning: {len(owed)} due" + (f", {late} overdue" if late else "")
    return Drawn(text=push, blocks=blocks)


def ping_card(owed: Owed, tz: ZoneInfo) -> Drawn:
    """One thing, its action, and Snooze."""
    word, label, action = ACTIONS.get(owed.kind, ACTIONS["note"])
    buttons = [
        button(label, action, target_of(owed), style="primary"),
        button("Snooze", "reminder.snooze", owed.id),
    ]
    blocks = [section(line_of(owed, tz)), actions(buttons)]
    who = owed.note.initials if owed.note else _initials(owed)
    return Drawn(text=push(f"{word}: {who}".strip(": ")), blocks=blocks)


def _initials(owed: Owed) -> str:
    return f"{owed.child.first_name[:1]}.{owed.child.last_name[:1]}." if owed.child else ""


def dead_letter(details: Mapping[str, Any]) -> Drawn:
    """For the admin: a message that Slack will not take."""
    kind = str(details.get("kind", "message"))
    error = str(details.get("error", ""))
    line = f"⚠️ A message ({kind}) to a member of staff could not be delivered: {error or 'refused by Slack'}."
    blocks = [section(line), context(f"Reference {details.get('outbox_id', details.get('id', ''))}")]
    return Drawn(text="A message could not be delivered", blocks=blocks)
