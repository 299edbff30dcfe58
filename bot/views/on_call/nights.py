"""The hand-over at nine and at the beginning of a shift: what is open, what there was in the night."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, section
from bot.views.drawn import Drawn
from bot.views.wording import CRISIS_ENDS, moment, phone_link
from storage.crisis_records import CrisisEnd
from storage.shifting import NightCase, NightCrisis
from storage.types import CrisisStatus

_MOST = 20


def open_card(crises: Sequence[NightCrisis], tz: ZoneInfo) -> Drawn:
    """For who comes on call: the crises that are not closed."""
    blocks: list[Block] = [section("*Hand-over: still open*")]
    blocks += [section(f"*{_family(c.family)}*\n{_crisis(c, tz)}") for c in crises[:_MOST]]
    blocks.append(actions([button("Who's on call", "on_call.now")]))
    return Drawn(text=f"Hand-over: {len(crises)} open", blocks=blocks)


def night_card(cases: Sequence[NightCase], since: datetime, tz: ZoneInfo) -> Drawn:
    """For a case's worker and supervisor: what there was since the office closed."""
    blocks: list[Block] = [section(f"*The night* · since {moment(since, tz)}")]
    blocks += [section("\n".join([f"*{_family(c.family)}*", *_of_case(c, tz)])) for c in cases[:_MOST]]
    if len(cases) > _MOST:
        blocks.append(context(f"… and {len(cases) - _MOST} more."))
    return Drawn(text=f"The night: {len(cases)} of your families", blocks=blocks)


def _family(name: str) -> str:
    return f"{escape(name)} case" if name else "Case not known yet"


def _of_case(case: NightCase, tz: ZoneInfo) -> list[str]:
    lines = [f"🚨 {_crisis(crisis, tz)}" for crisis in case.crises]
    lines += [f"🔎 {escape(who)} looked up {_times(n)}, on call" for who, n in case.lookups]
    return lines + [f"📝 {escape(who)} logged {_notes(n)}" for who, n in case.notes]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _notes(count: int) -> str:
    return "a note" if count == 1 else f"{count} notes"


def _crisis(crisis: NightCrisis, tz: ZoneInfo) -> str:
    said = f"Crisis, {moment(crisis.at, tz)}, from {escape(crisis.by.name)} {phone_link(crisis.by.phone)}"
    if crisis.status is CrisisStatus.CLOSED:
        ended = CRISIS_ENDS[CrisisEnd(crisis.ended)] if crisis.ended else "closed"
        return f"{said}\nclosed: {ended}"
    if crisis.has is not None:
        return f"{said}\n⚠️ *open*, {escape(crisis.has.name)} has it {phone_link(crisis.has.phone)}"
    return f"{said}\n⚠️ *open, nobody has acknowledged it*"
