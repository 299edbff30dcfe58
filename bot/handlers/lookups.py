"""Numbers, addresses, who is who: asked in words or by /case, answered at once or after a reason."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from bot.errors import NotAllowed, Unusable
from bot.handlers.cards import Gallery
from bot.handlers.cards import Wanted as ToDraw
from bot.handlers.front_desk import FrontDesk, Visit
from bot.handlers.posting import put_answer
from bot.handlers.talk import Said, understand
from bot.services import lookup
from bot.services.choices import choice_of
from bot.services.desk import Desk
from bot.services.lookup import REASONS, Wanted
from bot.understand.parts import Reading
from bot.views.drawn import Drawn
from bot.views.help import one_line
from bot.views.lookup import lookup_card, reason_card, which_card

WHOM = "Whom do you mean? Give me a name, for example: number for Maya's foster mother."


def hang(gallery: Gallery) -> None:
    """Hang the drawers of answers and of the questions before them."""
    gallery.hang("lookup", draw_answer)
    gallery.hang("lookup_reason", draw_reason)
    gallery.hang("lookup_which", draw_which)


def register(front: FrontDesk) -> None:
    """Listen for /case and the taps on a lookup's questions."""
    front.command("/case", command)
    front.action(re.compile(r"^lookup\.reason\."), reason_given)
    front.action(re.compile(r"^lookup\.which\."), which_picked)


def asked(said: Said) -> None:
    """A message asks for a fact about somebody."""
    _ask(said.visit, said.reading, key=said.ts, channel=said.channel)


def _ask(visit: Visit, reading: Reading, *, key: str, channel: str | None) -> None:
    """Answer, or ask which one is meant among those whom the person may look up."""
    candidates = [i for q in reading.questions for i in q.candidates]
    wanted = _wanted(reading)
    if not candidates:
        _answer(visit, wanted, key=key, channel=channel)
        return
    with visit.desk() as desk:
        fitting = lookup.within_reach(desk, candidates)
        if len(fitting) > 1:
            details = _as_details(wanted) | {"candidates": fitting}
            put_answer(visit, desk, "lookup_which", details, key=key, channel=channel)
            return
    _answer(visit, _only(visit, fitting[0], wanted.wants), key=key, channel=channel)


def _only(visit: Visit, chosen: str, wants: str | None) -> Wanted:
    with visit.look() as desk:
        child = chosen in desk.agency.children
    return Wanted((chosen,) if child else (), () if child else (chosen,), wants=wants)


def _wanted(reading: Reading) -> Wanted:
    subject = reading.subject
    if subject is None:
        return Wanted()
    return Wanted(subject.children, subject.people, subject.staff, subject.wants)


def _answer(visit: Visit, wanted: Wanted, *, key: str, channel: str | None) -> None:
    if wanted.empty:
        raise Unusable(WHOM)
    with visit.desk() as desk:
        found = lookup.answer(desk, wanted)
        if found.needs_reason:
            put_answer(visit, desk, "lookup_reason", _as_details(wanted), key=key, channel=channel)
            return
        lookup.put_in_access_log(desk, wanted, found)
        put_answer(visit, desk, "lookup", _as_details(wanted), key=key, channel=channel)


def command(visit: Visit) -> None:
    """/case with a name; answered in the direct messages, wherever it is typed."""
    text = str(visit.body.get("text") or "").strip()
    if not text:
        raise Unusable(WHOM)
    key = str(visit.body["trigger_id"])
    said = understand(visit, f"who is {text}", channel="", ts=key, sent_at=visit.now)
    _ask(visit, said.reading, key=key, channel=None)


def _as_details(wanted: Wanted) -> dict[str, Any]:
    return {
        "children": list(wanted.children),
        "people": list(wanted.people),
        "staff": list(wanted.staff),
        "wants": wanted.wants,
    }


def _from_details(details: dict[str, Any]) -> Wanted:
    children, people, staff = (tuple(details.get(k) or ()) for k in ("children", "people", "staff"))
    return Wanted(children, people, staff, details.get("wants"))


def _reference(wanted: Wanted) -> str:
    """The question in a button's value (ids only), to be asked again after the reason."""
    return "~".join((wanted.wants or "", *map(",".join, (wanted.children, wanted.people, wanted.staff))))


def _from_reference(reference: str) -> Wanted:
    wants, *lists = reference.split("~")
    children, people, staff = (tuple(filter(None, part.split(","))) for part in lists)
    return Wanted(children, people, staff, wants or None)


def reason_given(visit: Visit) -> None:
    """On-call staff said why: the answer follows, and the question is closed."""
    reason, _, question = str(visit.body["actions"][0]["value"]).partition("|")
    wanted = _from_reference(question)
    with visit.desk() as desk:
        for case_id in lookup.answer(desk, wanted).needs_reason:
            lookup.give_reason(desk, case_id, reason)
        lookup.put_in_access_log(desk, wanted, lookup.answer(desk, wanted))
        put_answer(visit, desk, "lookup", _as_details(wanted), key=_card_key(visit))
    _close(visit, f"Reason: {REASONS[reason]} ✓" if reason in REASONS else "Done ✓")


def which_picked(visit: Visit) -> None:
    """One of several was picked: asked again with that one."""
    action = visit.body["actions"][0]
    chosen = str((action.get("selected_option") or action)["value"])
    wants = action["block_id"].partition("|")[2] or None
    _answer(visit, _only(visit, chosen, wants), key=_card_key(visit) + chosen, channel=visit.channel)
    _close(visit, "You picked one ✓")


def _card_key(visit: Visit) -> str:
    return f"{visit.channel}:{visit.body.get('message', {}).get('ts', '')}"


def _close(visit: Visit, line: str) -> None:
    """Put a nameless line in the place of the question, which named somebody."""
    message, drawn = visit.body.get("message", {}), one_line(line)
    if visit.channel and message.get("ts"):
        visit.deps.client.chat_update(
            channel=visit.channel, ts=message["ts"], text=drawn.text, blocks=drawn.blocks
        )


def draw_answer(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The answer as the record stands now; None where it is no longer the person's to see."""
    if not wanted.details:
        return None
    question = _from_details(wanted.details)
    try:
        found = lookup.answer(desk, question)
    except NotAllowed:
        return None
    return lookup_card(
        found.cases,
        found.staff,
        wants=question.wants,
        last_contact=lookup.last_contact(desk, question),
        today=desk.today,
        tz=desk.policy.zone,
        clear_at=_clear_at(desk),
    )


def _clear_at(desk: Desk) -> datetime:
    return desk.now + timedelta(minutes=desk.policy.record.lookup_clear_minutes)


def draw_reason(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The question why; None where it need not, or may not, be answered any more."""
    question = _from_details(wanted.details)
    try:
        needs = lookup.answer(desk, question).needs_reason
    except NotAllowed:
        return None
    if not needs:
        return None
    cases = [desk.agency.cases[c] for c in needs]
    return reason_card(cases, REASONS, _reference(question), clear_at=_clear_at(desk))


def draw_which(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The question which one; None for a card of which nothing is known any more."""
    if "candidates" not in wanted.details:
        return None
    choices = [choice_of(desk, i) for i in wanted.details["candidates"]]
    return which_card(choices, wanted.details.get("wants") or "", clear_at=_clear_at(desk))
