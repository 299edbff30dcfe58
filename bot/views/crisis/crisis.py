"""Crisis and safety concern: the number first, then who is alerted and who has seen it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.views.blocks import Block, actions, button, context, escape, push, quotes, section, sections
from bot.views.crisis.crisis_reports import report_lines
from bot.views.crisis.crisis_steps import step_lines
from bot.views.crisis.crisis_timeline import ended, going_on, timeline
from bot.views.drawn import Drawn
from bot.views.notes.note_parts import CARD_WORDS
from bot.views.wording import clock, listed, phone_link, short_day
from storage.crisis_records import CrisisRecord, ToCall
from storage.types import CRISIS_GOING_ON, CaseFile, Child, CrisisStatus

_NAMES = {"crisis": "Crisis", "concern": "Safety concern"}
_NUMBERS, _NUMBERS_BESIDE_REPORTS = 4, 3
"""Numbers to call; reports due take lines as well, and the first number must stay on a phone's screen."""


def about(
    children: Sequence[Child], case: CaseFile | None, *, alerts: bool = True, asked: bool = False
) -> str:
    """Whose crisis it is, with what the one who goes there has to know (allergies, runaway risk).

    Without `alerts` for who may not look the family up. `asked`: a note below the card asks whose it is.
    """
    if case is None:
        how = "answer the question on the note below" if asked else "clear it up by phone"
        return f"*Case not known yet*: {how}."
    names = listed([f"*{escape(c.first_name)} {escape(c.last_name)}*" for c in children])
    lines = [f"{names or 'Family'}  ·  {escape(case.family_name)} case, {case.id}"]
    return "\n".join(
        [*lines, *[f"⚠️ {escape(c.first_name)}: {escape(c.alerts)}" for c in children if alerts and c.alerts]]
    )


def caller_card(
    crisis: CrisisRecord, whose: str, numbers: Sequence[ToCall], tz: ZoneInfo, now: datetime
) -> Drawn:
    """What the one who reported it sees: whom to call, whose (`about`), how the alarm stands.

    Until somebody has it there is hardly more on it than a phone's screen holds; a chat shows the end of it,
    so the numbers stand below what is known already.
    """
    blocks = [
        section(_headline(crisis, tz, now)),
        section(whose),
        *sections(_number(each) for each in _to_call(crisis, numbers)),
        *sections([_alarm(crisis, tz, now), *step_lines(crisis, tz, now)]),
        *report_lines(crisis.reports, tz, now),
        *timeline(crisis, tz, how=crisis.acknowledged_by is not None),
    ]
    if buttons := _caller_buttons(crisis, now):
        blocks.append(actions(buttons, block_id=f"crisis|{crisis.id}"))
    blocks.append(context("Danger to life: 911. I report nothing: you do."))
    return Drawn(text=f"{_NAMES[crisis.kind]} saved: numbers to call", blocks=blocks)


def unanswered_card(
    crisis: CrisisRecord, whose: str, numbers: Sequence[ToCall], tz: ZoneInfo, now: datetime
) -> Drawn:
    """The caller's card once more, as a message that rings: nobody was reached, or nobody has answered."""
    case = f", case {crisis.case_id}" if crisis.case_id else ""
    text = push(f"{_NAMES[crisis.kind].upper()}{case}: nobody has answered. Call by hand now")
    return Drawn(text=text, blocks=caller_card(crisis, whose, numbers, tz, now).blocks)


def _headline(crisis: CrisisRecord, tz: ZoneInfo, now: datetime) -> str:
    if crisis.status is CrisisStatus.CLOSED:
        return ended(crisis, tz)
    if crisis.acknowledged_by and crisis.acknowledged_at:
        by = crisis.acknowledged_by
        seen = f"✅ *Seen by {escape(by.name)}*, {clock(crisis.acknowledged_at, tz)}."
        return f"{seen}\n📞 {phone_link(by.phone)}"
    saved = f"{_NAMES[crisis.kind]} saved {clock(crisis.opened_at, tz)}."
    if crisis.status is CrisisStatus.OPEN and crisis.unreached(now):
        return f"‼️ *Nobody has been reached. Call by hand now:*\n{saved}"
    return f"🔴 *{saved} Call by hand now:*"


def _to_call(crisis: CrisisRecord, numbers: Sequence[ToCall]) -> Sequence[ToCall]:
    """Until somebody has it; then the one number that counts stands in the headline."""
    if crisis.acknowledged_by or crisis.status is CrisisStatus.CLOSED:
        return ()
    return numbers[: _NUMBERS_BESIDE_REPORTS if crisis.reports else _NUMBERS]


def _number(to_call: ToCall) -> str:
    return f"📞 {phone_link(to_call.who.phone)}\n*{escape(to_call.who.name)}*, {_lower(to_call.capacity)}"


def _lower(capacity: str) -> str:
    return capacity[:1].lower() + capacity[1:]


def _alarm(crisis: CrisisRecord, tz: ZoneInfo, now: datetime) -> str:
    if crisis.status is CrisisStatus.NOT_A_CRISIS:
        return "Taken back: nobody is alerted. The note below stays."
    if crisis.acknowledged_by or crisis.status is CrisisStatus.CLOSED:
        return "Alerted:" if crisis.steps else "Nobody was alerted."
    if crisis.alarm_at is None:
        return "Nobody is alerted yet, for it seems to be some time ago. Alert somebody?"
    who = ", ".join(escape(p.name) for p in crisis.alerted)
    if not who:
        return "‼️ *There is nobody to alert*: no one on the rota, no supervisor, no director."
    if crisis.alarm_at > now:
        return f"I alert {who} at {clock(crisis.alarm_at, tz)}, unless this is no crisis."
    more = f" Next alert {clock(crisis.next_step_at, tz)}." if crisis.next_step_at else ""
    return f"*Not seen yet.*{more}"


def _caller_buttons(crisis: CrisisRecord, now: datetime) -> list[Block]:
    if crisis.status not in CRISIS_GOING_ON:
        return []
    waiting = crisis.status is CrisisStatus.OPEN and (crisis.alarm_at is None or crisis.alarm_at > now)
    if not waiting:
        return going_on(crisis)
    alert = button("Alert now", "crisis.alert", crisis.id, style="danger")
    return [alert, button("Not a crisis", "crisis.none", crisis.id)]


def _words(crisis: CrisisRecord) -> list[Block]:
    """What was said, never so much that Slack would refuse the alarm; who has it reads on in the note."""
    if len(crisis.words) <= CARD_WORDS:
        return quotes(crisis.words) if crisis.words.strip() else []
    return [*quotes(crisis.words[:CARD_WORDS]), context("… the message is longer: call who reported it.")]


def alarm_card(crisis: CrisisRecord, whose: str, tz: ZoneInfo, now: datetime) -> Drawn:
    """What the one who is alerted sees: the number of who reported it, Acknowledge, what was said."""
    name, by = _NAMES[crisis.kind], crisis.reported_by
    case = f", case {crisis.case_id}" if crisis.case_id else ""
    who = f"📞 {phone_link(by.phone)}\n*{escape(by.name)}* reported it {clock(crisis.opened_at, tz)}"
    blocks: list[Block] = [section(f"🔴 *{name}*{escape(case)}\n{who}")]
    if crisis.status is CrisisStatus.OPEN:
        take = button("Acknowledge", "crisis.acknowledge", crisis.id, style="primary")
        blocks += [actions([take]), context("Acknowledge says: I have seen it and act. Then call.")]
    elif crisis.acknowledged_by and crisis.acknowledged_at:
        seen = f"✅ *Acknowledged by {escape(crisis.acknowledged_by.name)}*"
        blocks.append(section(f"{seen}, {clock(crisis.acknowledged_at, tz)}"))
        if crisis.status is CrisisStatus.CLOSED:
            blocks.append(section(ended(crisis, tz)))
        else:
            blocks.append(actions(going_on(crisis)))
    elif crisis.status is CrisisStatus.CLOSED:
        blocks.append(section(ended(crisis, tz)))
    else:
        return Drawn(
            text=push(f"{name}{case}: taken back"),
            blocks=[*blocks, context("Taken back by who reported it: not a crisis.")],
        )
    how = crisis.status is not CrisisStatus.OPEN
    blocks += [section(whose), *_words(crisis), *report_lines(crisis.reports, tz, now)]
    blocks += timeline(crisis, tz, how=how)
    if lines := step_lines(crisis, tz, now):
        blocks.append(context("\n".join(lines)))
    return Drawn(text=push(f"{name.upper()}{case}: please acknowledge"), blocks=blocks)


def told_card(crisis: CrisisRecord, whose: str, tz: ZoneInfo, now: datetime) -> Drawn:
    """What the case's worker and supervisor have by morning: what happened, who has it, how it ended."""
    name, by = _NAMES[crisis.kind], crisis.reported_by
    case = f", case {crisis.case_id}" if crisis.case_id else ""
    head = f"🔴 *{name}*{escape(case)}, {short_day(crisis.opened_at.astimezone(tz).date())}"
    who = f"*{escape(by.name)}* reported it {clock(crisis.opened_at, tz)}  📞 {phone_link(by.phone)}"
    how = "*Nobody has acknowledged it yet.*"
    if crisis.status is CrisisStatus.CLOSED:
        how = ended(crisis, tz)
    elif crisis.acknowledged_by and crisis.acknowledged_at:
        how = f"✅ {escape(crisis.acknowledged_by.name)} has it since {clock(crisis.acknowledged_at, tz)}"
    blocks = [
        section(f"{head}\n{who}\n{how}"),
        section(whose),
        *_words(crisis),
        *report_lines(crisis.reports, tz, now),
        *timeline(crisis, tz),
    ]
    if lines := step_lines(crisis, tz, now):
        blocks.append(context("\n".join(lines)))
    return Drawn(text=push(f"{name}{case}: please read"), blocks=blocks)


def who_has_card(crisis: CrisisRecord, whose: str, tz: ZoneInfo) -> Drawn:
    """Who has it, for its reporter who takes it on in words: the alarm runs until somebody alerted taps."""
    if crisis.status is CrisisStatus.OPEN:
        then = f" Next alert {clock(crisis.next_step_at, tz)}." if crisis.next_step_at else ""
        line = f"🔴 *{escape(whose)}*: nobody who was alerted has acknowledged it yet.{then} You reported it."
        return Drawn(text="Nobody has the crisis yet", blocks=[section(line)])
    line = f"*{escape(whose)}*: that is settled already."
    if crisis.acknowledged_by and crisis.acknowledged_at:
        who, at = escape(crisis.acknowledged_by.name), clock(crisis.acknowledged_at, tz)
        line = f"✅ *{escape(whose)}*: {who} has it since {at}."
    more = "What happens next: write “2:20 police there”, here or in its thread."
    going_on = crisis.status is CrisisStatus.ACKNOWLEDGED
    return Drawn(text="Who has the crisis", blocks=[section(line), *([context(more)] if going_on else [])])


def take_on_card(crisis: CrisisRecord, whose: str, tz: ZoneInfo) -> Drawn:
    """Acknowledge, for who said so in words: they alone stop no alarm."""
    if crisis.status is CrisisStatus.OPEN:
        asked = f"Acknowledge *{escape(whose)}*? Until you tap, the alarm goes on to the next one."
        take = button("Acknowledge", "crisis.acknowledge", crisis.id, style="primary")
        return Drawn(text="Acknowledge the crisis?", blocks=[section(asked, accessory=take)])
    line = "That is settled already."
    if crisis.acknowledged_by and crisis.acknowledged_at:
        line = f"✅ Acknowledged by {crisis.acknowledged_by.name}, {clock(crisis.acknowledged_at, tz)}"
    return Drawn(text="Crisis", blocks=[context(escape(line))])
