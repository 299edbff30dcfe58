"""A family out of reach: whom to ask, opening it for an hour, and what its reviewers see of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.views.blocks import (
    Block,
    actions,
    asked,
    button,
    context,
    escape,
    push,
    quotes,
    section,
    select,
    text_field,
    window,
)
from bot.views.drawn import Drawn
from bot.views.wording import clock, listed, moment, phone_link, token
from storage.crisis_records import ToCall
from storage.types import CaseFile, StaffMember

_LETTERS = 2000


class Opened(Protocol):
    """A family that was opened so."""

    @property
    def id(self) -> str: ...
    @property
    def case(self) -> CaseFile: ...
    @property
    def by(self) -> StaffMember: ...
    @property
    def reason(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def until(self) -> datetime: ...
    @property
    def seen(self) -> tuple[str, ...]: ...
    @property
    def reviewed_by(self) -> StaffMember | None: ...
    @property
    def reviewed_at(self) -> datetime | None: ...


def refused_card(to_ask: Sequence[ToCall], reference: str, minutes: int) -> Drawn:
    """Not on one's caseload: whom to ask. `reference`: the question, where it may be opened all the same."""
    line = "That family is not on your caseload, so I can't show it."
    numbers = "\n".join(_number(each) for each in to_ask) or "Please ask your supervisor."
    blocks = [section(f"{line} {'Please ask:' if to_ask else ''}\n{numbers}")]
    if reference:
        blocks.append(actions([button(f"It can't wait: open for {minutes} min", "glass.ask", reference)]))
    return Drawn(text=line, blocks=blocks)


def _number(to_call: ToCall) -> str:
    who = to_call.who
    return f"📞 *{phone_link(who.phone)}*\n*{escape(who.name)}*, {to_call.capacity.lower()}"


def glass_window(reasons: Mapping[str, str], reference: str, minutes: int) -> Block:
    """Why it can't wait: a reason and words for it."""
    fields = [
        asked("Reason", select("v", "Pick one", list(reasons.items()), chosen="crisis"), block_id="reason"),
        asked("Why can't it wait?", text_field("v", multiline=True), block_id="words"),
        context(
            f"Opens this family to you for {minutes} minutes. Your supervisor and the case's are told now, "
            "see what you look up, and review it."
        ),
    ]
    return window("Open this family", fields, callback="glass.broken", submit="Open", about=reference)


def passed_on_card(reviewers: Sequence[StaffMember]) -> Drawn:
    """What is left of it for somebody who does not review it at the moment."""
    names = listed([escape(each.name) for each in reviewers]) or "Nobody"
    line = f"🔓 A family was opened outside a caseload. While you are away it is with *{names}*."
    return Drawn(text="A family was opened outside a caseload", blocks=[section(line)])


def broken_card(opened: Opened, tz: ZoneInfo) -> Drawn:
    """What the supervisors get: who opened it, why, what was looked at; Reviewed until one of them has."""
    by, case = opened.by, opened.case
    family = f"*{escape(case.family_name)} case, {case.id}*"
    head = f"🔓 *{escape(by.name)}* opened the {family}, outside their caseload"
    when = f"{moment(opened.at, tz)} to {clock(opened.until, tz)}  ·  {escape(opened.reason)}"
    seen = f"Looked up: {escape(listed(list(opened.seen)))}" if opened.seen else "Nothing looked up yet."
    blocks = [
        section(f"{head}\n{when}\n📞 {phone_link(by.phone)}"),
        *quotes(opened.words[:_LETTERS]),
        section(seen),
    ]
    if opened.reviewed_by and opened.reviewed_at:
        blocks.append(
            context(f"✓ Reviewed by {escape(opened.reviewed_by.name)}, {token(opened.reviewed_at, tz)}")
        )
    else:
        blocks.append(actions([button("Reviewed", "glass.reviewed", opened.id, style="primary")]))
    return Drawn(text=push(f"Case {case.id} was opened outside a caseload: please review"), blocks=blocks)
