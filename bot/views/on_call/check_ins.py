"""A visit with a time to be back by: the worker's card, the question, the alert with the number to call."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, quote, sections
from bot.views.drawn import Drawn
from bot.views.wording import clock, phone_link
from storage.checking_in import CheckInRecord, CheckInStatus

PUSH = "Check-in"
_OPEN = (CheckInStatus.OUT, CheckInStatus.TAKEN_ON)


def worker_card(check_in: CheckInRecord, tz: ZoneInfo) -> Drawn:
    """What will happen, and the two answers."""
    lines = [_headline(check_in, tz), *_told(check_in, tz)]
    blocks: list[Block] = sections(lines)
    if check_in.status in _OPEN:
        note = [] if check_in.asked else [button("It's a note", "check_in.note", check_in.id)]
        blocks.append(actions([*_answers(check_in), *note]))
    return Drawn(text=PUSH, blocks=blocks)


def _headline(check_in: CheckInRecord, tz: ZoneInfo) -> str:
    if check_in.status is CheckInStatus.NOTE:
        return "No check-in: your words were taken as a note."
    if check_in.status is CheckInStatus.BACK:
        return "✅ *Back*" + (f", {clock(check_in.back_at, tz)}" if check_in.back_at else "")
    at = clock(check_in.back_by, tz)
    alert = clock(check_in.alert_at, tz)
    if check_in.asked:
        return f"*You said back by {at}.* Are you safe?"
    whom = f"{_first(check_in)}, with your number"
    return f"🕔 *I'll ask you at {at}.* Without an answer by {alert} I alert {whom}."


def _first(check_in: CheckInRecord) -> str:
    return escape(check_in.first.name) if check_in.first else "the director"


def _told(check_in: CheckInRecord, tz: ZoneInfo) -> list[str]:
    """Who was alerted, said as sent only once Slack has stored it."""
    if check_in.status is CheckInStatus.NOTE:
        return []
    lines = []
    for each in check_in.told:
        name = escape(each.who.name)
        if each.refused:
            lines.append(f"⚠️ *{name} could not be reached by Slack*: call {phone_link(each.who.phone)}")
        else:
            lines.append(
                f"{name}: " + (f"alerted {clock(each.sent_at, tz)}" if each.sent_at else "being alerted")
            )
    if check_in.acknowledged_by and check_in.acknowledged_at:
        lines.append(
            f"Seen by *{escape(check_in.acknowledged_by.name)}* {clock(check_in.acknowledged_at, tz)}"
        )
    return lines


def _answers(check_in: CheckInRecord) -> list[Block]:
    return [
        button("I'm back", "check_in.back", check_in.id, style="primary"),
        button("30 more minutes", "check_in.more", check_in.id),
    ]


def ask_card(check_in: CheckInRecord, tz: ZoneInfo) -> Drawn:
    """The question, at the time that was said."""
    if check_in.status not in _OPEN:
        return Drawn(text=PUSH, blocks=sections([_headline(check_in, tz)]))
    if not check_in.asked:
        line = f"More time: I'll ask you at {clock(check_in.back_by, tz)}."
        return Drawn(text=PUSH, blocks=[*sections([line]), actions(_answers(check_in))])
    lines = [f"*Back safe?* You said back by {clock(check_in.back_by, tz)}."]
    if not check_in.told:
        lines.append(f"At {clock(check_in.alert_at, tz)} I alert {_first(check_in)}.")
    blocks = [*sections([*lines, *_told(check_in, tz)]), actions(_answers(check_in))]
    return Drawn(text="Back safe?", blocks=blocks)


def alarm_card(check_in: CheckInRecord, reader_id: str, tz: ZoneInfo) -> Drawn:
    """For who is alerted: the number to call first, what was said, Acknowledge."""
    name, number = escape(check_in.who.name), phone_link(check_in.who.phone)
    if check_in.status is CheckInStatus.BACK:
        return back_card(check_in, tz)
    if check_in.status is CheckInStatus.OUT and not check_in.asked:
        line = f"{name} asked for more time, until {clock(check_in.back_by, tz)}. 📞 {number}"
        return Drawn(text=PUSH, blocks=sections([line]))
    lines = [
        f"🚨 *{name} has not come back*",
        f"📞 Call now: {number}",
        f"Back by {clock(check_in.back_by, tz)} was said; asked then, and no answer. Their words:",
    ]
    blocks = [*sections(lines), quote(check_in.words)]
    if check_in.acknowledged_by is None:
        blocks.append(actions([button("Acknowledge", "check_in.acknowledge", check_in.id, style="primary")]))
        blocks.append(context("Until somebody acknowledges, the next one is alerted every few minutes."))
    else:
        mine = check_in.acknowledged_by.id == reader_id
        blocks += sections(["You have it." if mine else f"{escape(check_in.acknowledged_by.name)} has it."])
    return Drawn(text="🚨 A worker has not come back", blocks=blocks)


def back_card(check_in: CheckInRecord, tz: ZoneInfo) -> Drawn:
    """For who was alerted: all is well."""
    at = f", {clock(check_in.back_at, tz)}" if check_in.back_at else ""
    return Drawn(text="Check-in: back", blocks=sections([f"✅ *{escape(check_in.who.name)} is back*{at}."]))
