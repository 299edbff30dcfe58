"""Numbers, addresses, who is who: asked in words or by /case, answered at once or after a reason."""

from __future__ import annotations

import re
from datetime import timedelta
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
    candidates = [i for q in said.reading.questions for i in q.candidates]
    wanted = _wanted(said.reading)
    if candidates:
        details = _as_details(wanted) | {"candidates": candidates}
        with said.visit.desk() as desk:
            put_answer(said.visit, desk, "lookup_which", details, key=said.ts, channel=said.channel)
        return
    _answer(said.visit, wanted, key=said.ts, channel=said.channel)


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
    """/case with a name."""
    text = str(visit.body.get("text") or "").strip()
    if not text:
        raise Unusable(WHOM)
    event = {"ts": f"{visit.now.timestamp():.6f}", "channel": visit.body["channel_id"]}
    said = understand(visit, event, f"who is {text}")
    _answer(visit, _wanted(said.reading), key=str(visit.body["trigger_id"]), channel=None)


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
    """The question in a block's id (ids only), to be asked again after the reason."""
    lists = ",".join(wanted.children), ",".join(wanted.people), ",".join(wanted.staff)
    return "~".join((wanted.wants or "", *lists))[:240]


def _from_reference(block_id: str) -> Wanted:
    wants, *lists = block_id.partition("|")[2].split("~")
    children, people, staff = (tuple(filter(None, part.split(","))) for part in lists)
    return Wanted(children, people, staff, wants or None)


def reason_given(visit: Visit) -> None:
    """On-call staff said why: the answer follows, and the question is closed."""
    action = visit.body["actions"][0]
    wanted, reason = _from_reference(action["block_id"]), str(action["value"])
    with visit.desk() as desk:
        for case_id in lookup.answer(desk, wanted).needs_reason:
            lookup.give_reason(desk, case_id, reason)
        lookup.put_in_access_log(desk, wanted, lookup.answer(desk, wanted))
        put_answer(visit, desk, "lookup", _as_details(wanted), key=_card_key(visit))
    _close(visit, f"Reason: {REASONS[reason]} ✓")


def which_picked(visit: Visit) -> None:
    """One of several was picked: asked again with that one."""
    action = visit.body["actions"][0]
    before = _from_reference(action["block_id"])
    chosen = (action.get("selected_option") or action)["value"]
    with visit.look() as desk:
        child = chosen in desk.agency.children
        words = choice_of(desk, chosen).words
    wanted = Wanted((chosen,) if child else (), () if child else (chosen,), wants=before.wants)
    _close(visit, f"You picked: {words} ✓")
    _answer(visit, wanted, key=_card_key(visit) + chosen, channel=visit.channel)


def _card_key(visit: Visit) -> str:
    return f"{visit.channel}:{visit.body.get('message', {}).get('ts', '')}"


def _close(visit: Visit, line: str) -> None:
    message = visit.body.get("message", {})
    if visit.channel and message.get("ts"):
        block = {"type": "section", "text": {"type": "plain_text", "text": line}}
        visit.deps.client.chat_update(channel=visit.channel, ts=message["ts"], text="Done", blocks=[block])


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
        clear_at=desk.now + timedelta(minutes=desk.policy.record.lookup_clear_minutes),
    )


def draw_reason(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The question why."""
    question = _from_details(wanted.details)
    needs = lookup.answer(desk, question).needs_reason
    if not needs:
        return None
    cases = [desk.agency.cases[c] for c in needs]
    return reason_card(cases, REASONS, _reference(question))


def draw_which(desk: Desk, wanted: ToDraw) -> Drawn:
    """The question which one."""
    choices = [choice_of(desk, i) for i in wanted.details["candidates"]]
    return which_card(choices, _reference(_from_details(wanted.details)))
