"""Crisis and safety concern: numbers first, then who is alerted and who has seen it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, push, quotes, section
from bot.views.drawn import Drawn
from bot.views.note_parts import CARD_WORDS
from bot.views.wording import clock, listed, phone_link
from storage.records import Person
from storage.types import CaseFile, Child, CrisisStatus, StaffMember


class ToCall(Protocol):
    """Somebody to call by hand."""

    @property
    def capacity(self) -> str: ...
    @property
    def who(self) -> StaffMember: ...


class Crisis(Protocol):
    """A crisis call as it stands."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def status(self) -> CrisisStatus: ...
    @property
    def case_id(self) -> str | None: ...
    @property
    def reported_by(self) -> Person: ...
    @property
    def opened_at(self) -> datetime: ...
    @property
    def alarm_at(self) -> datetime | None: ...
    @property
    def alerted(self) -> tuple[Person, ...]: ...
    @property
    def acknowledged_by(self) -> Person | None: ...
    @property
    def acknowledged_at(self) -> datetime | None: ...
    @property
    def words(self) -> str: ...


_NAMES = {"crisis": "Crisis", "concern": "Safety concern"}


def about(children: Sequence[Child], case: CaseFile | None) -> str:
    """Whose crisis it is, with what the one who goes there has to know (allergies, runaway risk)."""
    if case is None:
        return "*Case not known yet*: answer the question on the note below."
    names = listed([f"*{escape(c.first_name)} {escape(c.last_name)}*" for c in children])
    lines = [f"{names or 'Family'}  ·  {escape(case.family_name)} case, {case.id}"]
    return "\n".join(
        [*lines, *[f"⚠️ {escape(c.first_name)}: {escape(c.alerts)}" for c in children if c.alerts]]
    )


def caller_card(crisis: Crisis, whose: str, numbers: Sequence[ToCall], tz: ZoneInfo, now: datetime) -> Drawn:
    """What the one who reported it sees: saved, whose (`about`), whom to call, how the alarm stands."""
    name = _NAMES[crisis.kind]
    lines = [f"*{n.capacity}*  {escape(n.who.name)}\n📞 {phone_link(n.who.phone)}" for n in numbers[:4]]
    blocks = [
        section(f"🔴 *{name} saved {clock(crisis.opened_at, tz)}. Call by hand now:*"),
        section(whose),
        *[section(line) for line in lines],
        section(_alarm(crisis, tz, now)),
    ]
    if buttons := _caller_buttons(crisis, now):
        blocks.append(actions(buttons, block_id=f"crisis|{crisis.id}"))
    blocks.append(
        context("In danger of life call 911. I report nothing to anybody outside the agency: you do.")
    )
    return Drawn(text=f"{name} saved: numbers to call", blocks=blocks)


def _alarm(crisis: Crisis, tz: ZoneInfo, now: datetime) -> str:
    if crisis.status is CrisisStatus.NOT_A_CRISIS:
        return "Taken back: nobody is alerted. The note below stays."
    if crisis.acknowledged_by and crisis.acknowledged_at:
        return f"✅ *Seen by {escape(crisis.acknowledged_by.name)}*, {clock(crisis.acknowledged_at, tz)}."
    if crisis.alarm_at is None:
        return "Nobody is alerted yet, for it seems to be some time ago. Alert somebody?"
    who = ", ".join(escape(p.name) for p in crisis.alerted) or "nobody: there is nobody on the rota to alert"
    if crisis.alarm_at > now:
        return f"I alert {who} at {clock(crisis.alarm_at, tz)}, unless this is no crisis."
    return f"Alerting {who} since {clock(crisis.alarm_at, tz)}; *not seen yet*. Call: don't wait for it."


def _caller_buttons(crisis: Crisis, now: datetime) -> list[Block]:
    if crisis.status is not CrisisStatus.OPEN:
        return []
    waiting = crisis.alarm_at is None or crisis.alarm_at > now
    alert = [button("Alert now", "crisis.alert", crisis.id, style="danger")] if waiting else []
    return [*alert, button("Not a crisis", "crisis.none", crisis.id)] if waiting else alert


def _words(crisis: Crisis) -> list[Block]:
    """What was said, never so much that Slack would refuse the alarm; who has it reads on in the note."""
    if len(crisis.words) <= CARD_WORDS:
        return quotes(crisis.words) if crisis.words.strip() else []
    return [*quotes(crisis.words[:CARD_WORDS]), context("… the message is longer: call who reported it.")]


def alarm_card(crisis: Crisis, whose: str, tz: ZoneInfo) -> Drawn:
    """What the one who is alerted sees: who reported it, how to reach them, Acknowledge."""
    name, by = _NAMES[crisis.kind], crisis.reported_by
    case = f", case {crisis.case_id}" if crisis.case_id else ""
    who = f"Reported by *{escape(by.name)}* {phone_link(by.phone)}, {clock(crisis.opened_at, tz)}"
    head = f"🔴 *{name}*{escape(case)}\n{who}"
    blocks: list[Block] = [section(head), section(whose)]
    if crisis.status is CrisisStatus.OPEN:
        blocks += _words(crisis)
        take = button("Acknowledge", "crisis.acknowledge", crisis.id, style="primary")
        blocks += [actions([take]), context("Acknowledge says: I have seen it and act. Then call.")]
    elif crisis.acknowledged_by and crisis.acknowledged_at:
        seen = (
            f"✅ Acknowledged by {escape(crisis.acknowledged_by.name)}, {clock(crisis.acknowledged_at, tz)}"
        )
        blocks += [*_words(crisis), context(seen)]
    else:
        blocks.append(context("Taken back by who reported it: not a crisis."))
    return Drawn(text=push(f"{name.upper()}{case}: please acknowledge"), blocks=blocks)
