"""Who is on call, as a thumb needs it at 3 am: the name, the number to tap, until when, who is next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, context, escape, section
from bot.views.drawn import Drawn
from bot.views.wording import TIERS, clock, moment, phone_link, short_day
from storage.types import StaffMember, Tier

_MOST = 30


class Duty(Protocol):
    """One tier at one moment."""

    @property
    def tier(self) -> Tier: ...
    @property
    def who(self) -> StaffMember: ...
    @property
    def until(self) -> datetime: ...
    @property
    def then(self) -> StaffMember | None: ...
    @property
    def then_from(self) -> datetime | None: ...


class Stretch(Protocol):
    """One duty within several days."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def tier(self) -> Tier: ...
    @property
    def who(self) -> StaffMember: ...


PUSH = "Who is on call"


def on_call_now(
    *,
    at: datetime,
    is_now: bool,
    office_closes: datetime | None,
    duties: Sequence[Duty],
    unfilled: Sequence[Tier],
    tz: ZoneInfo,
) -> Drawn:
    """Who answers at a moment; in office hours who to ask first, and who takes over."""
    blocks: list[Block] = []
    if office_closes:
        hours = f"Office hours until {clock(office_closes, tz)}: call the case's worker or supervisor."
        blocks.append(section(f"{hours}\n*From {clock(office_closes, tz)} on call:*"))
    else:
        blocks.append(section("*On call now*" if is_now else f"*On call {moment(at, tz)}*"))
    blocks += [_duty(d, tz) for d in duties]
    if unfilled:
        missing = ", ".join(TIERS[t] for t in unfilled)
        blocks.append(section(f"⚠️ *Nobody is on the rota for: {missing}.* Call the director."))
    return Drawn(text=PUSH, blocks=blocks)


def _duty(duty: Duty, tz: ZoneInfo) -> Block:
    lines = [
        f"*{TIERS[duty.tier]}*  {escape(duty.who.name)}",
        f"📞 {phone_link(duty.who.phone)}  ·  until {moment(duty.until, tz)}",
    ]
    if duty.then and duty.then_from:
        at = "then" if duty.then_from == duty.until else f"next, from {moment(duty.then_from, tz)}:"
        lines.append(f"_{at} {escape(duty.then.name)}_")
    return section("\n".join(lines))


def on_call_days(first: date, last: date, stretches: Sequence[Stretch], tz: ZoneInfo) -> Drawn:
    """The rota of several days, a paragraph a shift with all tiers."""
    days = short_day(first) if first == last else f"{short_day(first)} – {short_day(last)}"
    blocks: list[Block] = [section(f"*On call {days}*")]
    by_time: dict[tuple[datetime, datetime], list[Stretch]] = {}
    for each in stretches:
        by_time.setdefault((each.starts_at, each.ends_at), []).append(each)
    paragraphs = [_stretch(times, holders, tz) for times, holders in by_time.items()]
    blocks += [section(p) for p in paragraphs[:_MOST]]
    if not paragraphs:
        blocks.append(section("Nobody is on the rota for these days."))
    if len(paragraphs) > _MOST:
        blocks.append(context(f"… and {len(paragraphs) - _MOST} more: ask for fewer days."))
    return Drawn(text=PUSH, blocks=blocks)


def _stretch(times: tuple[datetime, datetime], holders: Sequence[Stretch], tz: ZoneInfo) -> str:
    head = f"{moment(times[0], tz)} – {moment(times[1], tz)}"
    lines = [f"{TIERS[h.tier]}: *{escape(h.who.name)}* {phone_link(h.who.phone)}" for h in holders]
    return "\n".join([f"_{head}_", *lines])
