"""Numbers, addresses, who is who: asked in words or by /case, answered at once or after a reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.errors import NotAllowed, Unusable
from bot.handlers.door.cards import Gallery
from bot.handlers.door.cards import Wanted as ToDraw
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer
from bot.handlers.lookups import access_log, glass
from bot.handlers.lookups.lookup_questions import (
    as_details,
    as_reference,
    card_key,
    clear_at,
    close,
    from_details,
    from_reference,
)
from bot.handlers.talk import Answer, Said, understand
from bot.services import outbox
from bot.services.desk import Desk
from bot.services.drafts.choices import choice_of
from bot.services.lookups import lookup
from bot.services.lookups.carried import answered_already, carried, goes_on_from, reason_asked
from bot.services.lookups.glass import REASONS
from bot.services.lookups.in_crisis import of_crisis
from bot.services.lookups.lookup import Wanted
from bot.services.lookups.reasons import explain, given
from bot.understand.parts import Intent, Reading
from bot.understand.wants.asking import asks_who_looked
from bot.understand.wants.reasons import reason_in
from bot.views.drawn import Drawn
from bot.views.help import one_line
from bot.views.lookups.lookup import lookup_card
from bot.views.lookups.lookup_questions import explain_window, given_card, reason_card, which_card
from bot.views.notes import note_windows as windows
from storage.models import OutboxItem

WHOM = "Whom do you mean? Give me a name, for example: number for Ana's foster mother."


def hang(gallery: Gallery) -> None:
    """Hang the drawers of answers and of the questions before them."""
    gallery.hang("lookup", draw_answer)
    gallery.hang("lookup_reason", draw_reason)
    gallery.hang("lookup_which", draw_which)
    glass.hang(gallery)
    access_log.hang(gallery)


def register(front: FrontDesk) -> None:
    """Listen for /case and the taps on a lookup's questions."""
    front.command("/case", command)
    front.action(re.compile(r"^lookup\.reason\."), reason_given)
    front.action("lookup.explain", ask_words)
    front.view("lookup.explained", words_given)
    front.action(re.compile(r"^lookup\.which\."), which_picked)
    glass.register(front)


def asked(said: Said) -> None:
    """A message asks for a fact about somebody, or who looked at a family."""
    wants = access_log.WANTS if asks_who_looked(said.text) else None
    _ask(said.visit, said.reading, wants, key=said.ts, channel=said.channel, text=said.text)


def _ask(
    visit: Visit, reading: Reading, wants: str | None, *, key: str, channel: str | None, text: str = ""
) -> None:
    """Answer, or ask which one is meant among those whom the person may look up.

    `text`: words that may lean on the look-up just before ("her number?").
    """
    candidates = [i for q in reading.questions for i in q.candidates]
    wanted = _wanted(reading, wants)
    if text and (candidates or wanted.people):
        with visit.look() as desk:
            wanted, candidates = of_crisis(desk, wanted, candidates, text)
    if text and wants is None and wanted.empty and not candidates:
        with visit.look() as desk:
            wanted, offered = carried(desk, wanted, text)
        candidates = list(offered)
    elif text and wants is None and wanted.wants is None:
        with visit.look() as desk:
            wanted = goes_on_from(desk, wanted, text)
    if not candidates:
        _answer(visit, wanted, key=key, channel=channel)
        return
    with visit.desk() as desk:
        fitting = lookup.within_reach(desk, candidates)
        if not lookup.of_one_family(desk, fitting):
            details = as_details(wanted) | {"candidates": fitting}
            put_answer(visit, desk, "lookup_which", details, key=key, channel=channel)
            return
    _answer(visit, _only(visit, fitting, wanted), key=key, channel=channel)


def _only(visit: Visit, chosen: Sequence[str], asked: Wanted) -> Wanted:
    """The same asked of those who were chosen; who is asked for by a role is theirs."""
    with visit.look() as desk:
        children = tuple(i for i in chosen if i in desk.agency.children)
    people = tuple(i for i in chosen if i not in children)
    return Wanted(children, people, wants=asked.wants, roles=asked.roles if children else ())


def _wanted(reading: Reading, wants: str | None) -> Wanted:
    subject = reading.subject
    if subject is None:
        return Wanted(wants=wants)
    roles = subject.roles if wants is None else ()
    return Wanted(subject.children, subject.people, subject.staff, wants or subject.wants, roles)


def _answer(visit: Visit, wanted: Wanted, *, key: str, channel: str | None) -> None:
    if wanted.empty:
        raise Unusable(WHOM)
    if wanted.wants == access_log.WANTS:
        access_log.answer(visit, wanted, key=key, channel=channel)
        return
    with visit.desk() as desk:
        try:
            found = lookup.answer(desk, wanted)
        except lookup.OutOfReach as beyond:
            glass.refuse(visit, desk, wanted, beyond, key=key, channel=channel)
            return
        if found.needs_reason:
            put_answer(visit, desk, "lookup_reason", as_details(wanted), key=key, channel=channel)
            return
        lookup.put_in_access_log(desk, wanted, found)
        put_answer(visit, desk, "lookup", as_details(wanted), key=key, channel=channel)


def command(visit: Visit) -> None:
    """/case with a name, or with a whole question; answered in the direct messages, wherever it is typed."""
    text = str(visit.body.get("text") or "").strip()
    if not text:
        raise Unusable(WHOM)
    key = str(visit.body["trigger_id"])
    said = understand(visit, text, channel="", ts=key, sent_at=visit.now, heading="summary of ")
    wants = access_log.WANTS if asks_who_looked(text) else None
    _ask(visit, said.reading, wants, key=key, channel=None)


def reason_given(visit: Visit) -> None:
    """On-call staff said why: the answer follows, and the question is closed."""
    reason, _, question = str(visit.body["actions"][0]["value"]).partition("|")
    with visit.desk() as desk:
        wanted = from_reference(question)
        _answer_with_reason(visit, desk, wanted, reason, key=card_key(visit))
        cases = lookup.cases_of(desk, wanted)
    close(visit, given_card(REASONS.get(reason, ""), cases))


def _answer_with_reason(visit: Visit, desk: Desk, wanted: Wanted, reason: str, *, key: str) -> None:
    """Keep the reason, and answer."""
    for case_id in lookup.answer(desk, wanted).needs_reason:
        lookup.give_reason(desk, case_id, reason)
    lookup.put_in_access_log(desk, wanted, lookup.answer(desk, wanted))
    put_answer(visit, desk, "lookup", as_details(wanted), key=key)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the words are no reason that was just asked for."""

    def unless_reason(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            reason = None if said.thread_ts else reason_in(said.text)
            if reason is None or not _given_in_words(said, reason):
                answer(said)

        return first

    return {intent: unless_reason(answer) for intent, answer in answers.items()}


def _given_in_words(said: Said, reason: str) -> bool:
    """“Crisis call", typed where the button was asked for: no new alarm. False where none was asked for."""
    visit, key = said.visit, f"why:{said.ts}"
    visit.wait_for_earlier(said.channel, said.ts)
    with visit.desk() as desk:
        if answered_already(desk, key):
            return True  # worked again after a crash: still no alarm
        asked_why = reason_asked(desk)
        if asked_why is None:
            return False
        _answer_with_reason(visit, desk, from_details(asked_why.details), reason, key=key)
        outbox.ask_redraw(desk.session, asked_why.id, desk.now)
    return True


def ask_words(visit: Visit) -> None:
    """Add words, beside a reason that was given: a window."""
    visit.open_window(explain_window(str(visit.body["actions"][0]["value"])))


def words_given(visit: Visit) -> None:
    """The words were sent."""
    view = visit.body["view"]
    words = windows.typed(view["state"]["values"], "words") or ""
    with visit.desk() as desk:
        explain(desk, str(view["private_metadata"]).split(","), words)
    visit.ack()


def which_picked(visit: Visit) -> None:
    """One of several was picked: asked again with that one."""
    action = visit.body["actions"][0]
    chosen = str((action.get("selected_option") or action)["value"])
    _, wants, roles = (*action["block_id"].split("|"), "", "")[:3]
    asked = Wanted(wants=wants or None, roles=tuple(filter(None, roles.split(","))))
    _answer(visit, _only(visit, [chosen], asked), key=card_key(visit) + chosen, channel=visit.channel)
    close(visit, one_line("You picked one ✓"))


def draw_answer(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The answer as the record stands now; None where it is no longer the person's to see."""
    if not wanted.details:
        return None
    question = from_details(wanted.details)
    try:
        found = lookup.answer(desk, question)
    except NotAllowed:
        return None
    return lookup_card(
        found.cases,
        found.staff,
        shared=found.shared,
        wants=question.wants,
        last_contact=lookup.last_contact(desk, question),
        today=desk.today,
        tz=desk.policy.zone,
        clear_at=clear_at(desk),
        minutes=desk.policy.record.lookup_clear_minutes,
    )


def draw_reason(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The question why, or what is left of it once it was answered; None where nobody may answer any more.

    A posted card brings no details: its subject is the outbox row that asked.
    """
    row = None if wanted.details else desk.session.get(OutboxItem, wanted.subject_id)
    question = from_details(wanted.details or (row.details if row else {}))
    if question.empty:
        return None
    try:
        needs = lookup.answer(desk, question).needs_reason
    except NotAllowed:
        return None
    if not needs:
        return None if wanted.details else _what_is_left(desk, question)
    cases = [desk.agency.cases[c] for c in needs]
    return reason_card(cases, REASONS, as_reference(question), clear_at=clear_at(desk))


def _what_is_left(desk: Desk, question: Wanted) -> Drawn | None:
    case_ids = lookup.cases_of(desk, question)
    reasons = given(desk, case_ids)
    return given_card(REASONS.get(next(iter(reasons.values())), ""), case_ids) if reasons else None


def draw_which(desk: Desk, wanted: ToDraw) -> Drawn | None:
    """The question which one; None for a card of which nothing is known any more."""
    if "candidates" not in wanted.details:
        return None
    choices = [choice_of(desk, i) for i in wanted.details["candidates"]]
    asked = f"{wanted.details.get('wants') or ''}|{','.join(wanted.details.get('roles') or ())}"
    return which_card(choices, asked, clear_at=clear_at(desk))
