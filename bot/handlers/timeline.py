"""A crisis as it goes on: messages in its thread, who was told, closing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.handlers.ahead import at_ts
from bot.handlers.cards import Gallery, Wanted
from bot.handlers.front_desk import FrontDesk, Visit
from bot.handlers.posting import PATIENCE, found_once_posted, put_answer
from bot.handlers.talk import Answer, Said
from bot.services import outbox
from bot.services.crisis import crisis_note, crisis_reading, timeline, told
from bot.services.crisis.crisis import case_named
from bot.services.crisis.whose import case_of
from bot.services.desk import Desk
from bot.services.drafts import sent
from bot.understand.names.text import split_name, tokens_of
from bot.understand.parts import Intent
from bot.understand.responding import responds
from bot.views import note_windows as windows
from bot.views.crisis import about, told_card
from bot.views.crisis_timeline import close_window, kept_card, told_window
from bot.views.drawn import Drawn
from bot.views.wording import clock
from storage.crisis_records import CrisisEnd
from storage.models import CrisisEntry
from storage.types import CrisisStatus

KEPT = "crisis_kept"
_HAS_CLOCK = re.compile(r"(?:at |a las )?\d", re.IGNORECASE)
"""A cheap look before the database is asked."""
_ALARMS = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN})


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the thread's answer and of what the case's people get."""
    gallery.hang(KEPT, _kept)
    gallery.hang(crisis_note.TELL_CASE, _told)


def register(front: FrontDesk) -> None:
    """Listen for the buttons and windows."""
    front.action("crisis.told", ask_told)
    front.view("crisis.told", tell)
    front.action("crisis.close", ask_close)
    front.view("crisis.closed", close)
    front.action("crisis.anew", anew)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is no line of a crisis that goes on."""

    def unless_kept(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            if not (kept(said) if said.thread_ts else meant(said)):
                answer(said)

        return first

    return {intent: unless_kept(answer) for intent, answer in answers.items()}


def changes(others: Mapping[str, Callable[[Visit], None]]) -> dict[str, Callable[[Visit], None]]:
    """What is done when a message is edited: a line of a timeline first, all else as `others` have it."""

    def changed(visit: Visit) -> None:
        if not _corrected(visit):
            others["message_changed"](visit)

    return {**others, "message_changed": changed}


def _corrected(visit: Visit) -> bool:
    event = visit.body["event"]
    message = event.get("message") or {}
    if message.get("bot_id") or not message.get("text"):
        return False
    ts = str(message["ts"])
    line = timeline.Line(str(message["text"]), None, at_ts(ts), event["channel"], ts)
    edit = str((message.get("edited") or {}).get("ts") or event.get("event_ts") or visit.now.timestamp())
    with visit.desk() as desk:
        crisis_id = timeline.corrected(desk, line, edit)
        if crisis_id:
            visit.redraw(crisis_id)
    return crisis_id is not None


def kept(said: Said) -> bool:
    """Whether the message stands in a crisis's thread, and was kept in its timeline."""
    visit = said.visit

    def crisis_at(desk: Desk) -> bool:
        return timeline.call_at(desk, said.channel, said.thread_ts) is not None

    if not found_once_posted(visit, said.channel, said.thread_ts, crisis_at):
        return False
    with visit.desk() as desk:
        crisis_id = timeline.call_at(desk, said.channel, said.thread_ts) or ""
        if not timeline.takes(desk, crisis_id, alarming=said.reading.intent in _ALARMS):
            return False
        _keep(said, desk, crisis_id)
    return True


def meant(said: Said) -> bool:
    """Whether a message outside of any thread is such a line ("2:20 police there"), and was kept.

    Said as a crisis it never is: that is a new alarm; nor is a whole contact, which is a note of its own.
    """
    if said.reading.said_as_crisis or "?" in said.text or _is_contact(said):
        return False
    if not (_HAS_CLOCK.match(said.text) or responds(said.text)):
        return False
    with said.visit.look() as desk:
        crisis_id = timeline.call_meant(desk, _line(said), _family_named(desk, said))
    if crisis_id is None:
        return False
    with said.visit.desk() as desk:
        _keep(said, desk, crisis_id)
    return True


def _family_named(desk: Desk, said: Said) -> str | None:
    """The family that the line names by a name of its own; an adult's surname ("officer Ruiz left") is none.

    On-call staff have the whole agency for a caseload, where nearly every surname is somebody's.
    """
    case_id = case_named(desk, said.reading)
    if case_id is None:
        return None
    children = desk.agency.children_of(case_id)
    names = [desk.agency.cases[case_id].family_name, *(c.first_name for c in children)]
    own = {word for name in names for word in split_name(name)}
    said_words = {token.word for token in tokens_of(said.text)}
    return case_id if own & (said_words | {word.removesuffix("s") for word in said_words}) else None


def _is_contact(said: Said) -> bool:
    told = said.reading.contacts[0] if said.reading.contacts else None
    return said.reading.intent is Intent.LOG_CONTACT and bool(told and told.types and told.children)


def _line(said: Said) -> timeline.Line:
    item = said.reading.contacts[0] if said.reading.contacts else None
    return timeline.Line(said.text, item.starts_at if item else None, said.sent_at, said.channel, said.ts)


def _keep(said: Said, desk: Desk, crisis_id: str) -> None:
    entry = timeline.add(desk, crisis_id, _line(said))
    _answer(said, desk, entry)
    said.visit.redraw(crisis_id)


def anew(visit: Visit) -> None:
    """New alarm: what was kept as a line is an emergency of its own."""
    entry_id = str(visit.body["actions"][0]["value"])
    with visit.desk() as desk:
        call_id = timeline.raise_anew(desk, entry_id)
        put_answer(visit, desk, "crisis_card", {}, key=call_id, subject_id=call_id)


def _answer(said: Said, desk: Desk, entry: CrisisEntry) -> None:
    """A short line in the thread; of a clip in the place of "listening"."""
    visit, key = said.visit, f"{KEPT}:{entry.id}"
    if visit.listening:
        listening, visit.listening = visit.listening, None
        if sent.take_over(desk, listening, kind=KEPT, subject_id=entry.id, dedupe_key=key):
            visit.redraw(entry.id)
            return
    item = outbox.put(
        desk.session,
        dedupe_key=key,
        kind=KEPT,
        recipient_id=visit.actor.id,
        now=desk.now,
        subject_id=entry.id,
        channel=said.channel,
        thread_ts=said.thread_ts,
        sending_now=True,
        lease=PATIENCE,
    )
    visit.send_now(item)


def _kept(desk: Desk, wanted: Wanted) -> Drawn:
    at = clock(timeline.time_of(desk, wanted.subject_id), desk.policy.zone)
    return kept_card(wanted.subject_id, at)


def _told(desk: Desk, wanted: Wanted) -> Drawn | None:
    """Dropped where it was no crisis, or where they were alerted and have it in front of them."""
    call = crisis_reading.crisis(desk, wanted.subject_id)
    if wanted.details and (
        call.status is CrisisStatus.NOT_A_CRISIS or timeline.has_card(desk, wanted.subject_id)
    ):
        return None
    children = [desk.agency.children[i] for i in crisis_reading.children_of(desk, call)]
    whose = about(children, desk.agency.cases.get(call.case_id or ""))
    return told_card(call, whose, desk.policy.zone, desk.now)


def _crisis_id(visit: Visit) -> str:
    return str(visit.body["actions"][0]["value"])


def ask_told(visit: Visit) -> None:
    """Who was told: a window with boxes."""
    with visit.look() as desk:
        call = timeline.open_to(desk, _crisis_id(visit))
        choices = told.to_tell(desk, call, case_of(desk.session, call))
    visit.open_window(told_window(call.id, choices))


def tell(visit: Visit) -> None:
    """The boxes were sent."""
    view = visit.body["view"]
    crisis_id = str(view["private_metadata"])
    with visit.desk() as desk:
        timeline.tick(desk, crisis_id, windows.ticked(view["state"]["values"], "told"))
        visit.redraw(crisis_id)
    visit.ack()


def ask_close(visit: Visit) -> None:
    """Close: a window asks how it ended."""
    crisis_id = _crisis_id(visit)
    with visit.redrawn_if_refused(crisis_id), visit.look() as desk:
        timeline.to_close(desk, crisis_id)
    visit.open_window(close_window(crisis_id))


def close(visit: Visit) -> None:
    """How it ended was sent."""
    view = visit.body["view"]
    crisis_id, values = str(view["private_metadata"]), view["state"]["values"]
    picked = windows.picked(values, "ended")
    if picked not in set(CrisisEnd):
        visit.ack(response_action="errors", errors={"ended": "How did it end?"})
        return
    with visit.desk() as desk:
        timeline.close(desk, crisis_id, CrisisEnd(picked), windows.typed(values, "words") or "")
        visit.redraw(crisis_id)
    visit.ack()
