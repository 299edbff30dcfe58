"""The Home tab, made for a phone: what is due first, the buttons under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, divider, escape, home, section
from bot.views.due import due_blocks
from bot.views.wording import ROLES, clock, moment, short_day
from storage.owed import Owed
from storage.types import Hearing, Role


def home_view(
    *,
    name: str,
    role: Role,
    owed: Sequence[Owed],
    hearings: Sequence[tuple[Hearing, str]],
    shift_until: datetime | None,
    now: datetime,
    tz: ZoneInfo,
) -> Block:
    """The person's day: due things by urgency, with actions; then what can be begun."""
    local = now.astimezone(tz)
    blocks: list[Block] = [section(f"*{escape(name)}*  ·  {ROLES[role]}  ·  {short_day(local.date())}")]
    if shift_until:
        blocks.append(section(f"📟 *You are on call until {moment(shift_until, tz)}.*"))
    blocks.append(actions(_buttons(role)))
    blocks.append(divider())
    blocks += due_blocks(owed, hearings, tz, title=_TITLES.get(role, "What's due"))
    blocks.append(context(f"As of {clock(now, tz)}. Or simply write to me under Messages."))
    return home(blocks)


_TITLES = {Role.SUPERVISOR: "Waiting for you", Role.DIRECTOR: "Waiting for you"}


def _buttons(role: Role) -> list[Block]:
    log = [button("Log a contact", "log.contact", style="primary")] if role not in _NO_NOTES else []
    names = [button("Nicknames", "nicknames.list")] if log else []
    crisis = button("Crisis", "crisis.window", style="danger")
    return [*log, crisis, button("Who's on call", "on_call.now"), button("What I can do", "help.now"), *names]


_NO_NOTES = {Role.ADMIN, Role.SECRETARY}
