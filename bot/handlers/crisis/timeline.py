"""A crisis as it goes on: messages in its thread, and beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bot.handlers.crisis.line_words import happened, is_note, others_plan, own_hour, whole
from bot.handlers.door.ahead import at_ts
from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import PATIENCE, found_once_posted, put_answer
from bot.handlers.talk import Answer, Said, understand
from bot.services import outbox
from bot.services.crisis import at_hand, crisis_note, crisis_reading, gone_again, running, timeline, told
from bot.services.crisis.named import families_of
from bot.services.desk import Desk
from bot.services.drafts import sent
from bot.services.drafts.open_drafts import answers_when
from bot.understand.danger.ending import ends
from bot.understand.danger.responding import closes, corrects, goes_on, is_remark, reports
from bot.understand.parts import ALARMS, Intent
from bot.views.crisis.crisis import about, told_card
from bot.views.crisis.crisis_timeline import apart_card, kept_card, which_card
from bot.views.drawn import Drawn
from bot.views.wording import clock
from storage.crisis_records import CrisisRecord
from storage.models import CrisisCall, CrisisEntry
from storage.records import Choice
from storage.types import CrisisStatus

_HAS_CLOCK = re.compile(r"(?:at |a las )?\d", re.IGNORECASE)
"""A cheap look before the database is asked."""
_TOLD = frozenset({Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN, Intent.OTHER})


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the thread's answer and of what the case's people get."""
    gallery.hang(timeline.KEPT, _kept)
    gallery.hang(crisis_note.TELL_CASE, _told)


def register(front: FrontDesk, answers: Mapping[Intent, Answer]) -> None:
    """Listen for the buttons and windows."""
    front.action("crisis.anew", anew)
    front.action(re.compile(r"^crisis\.of\."), place)
    front.action("crisis.note", lambda visit: as_note(visit, answers))


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
        return _of_thread(desk, said) is not None

    if not found_once_posted(visit, said.channel, said.thread_ts, crisis_at):
        return False
    with visit.desk() as desk:
        crisis_id = _of_thread(desk, said) or ""
        if not timeline.takes(desk, crisis_id, alarming=said.reading.intent in ALARMS):
            return False
        keep(said, desk, crisis_id)
    return True


def _of_thread(desk: Desk, said: Said) -> str | None:
    """The crisis of the thread; under the message that told of it, what is no answer to its note."""
    if found := timeline.call_at(desk, said.channel, said.thread_ts):
        return found
    call = timeline.told_in(desk, said.channel, said.thread_ts)
    if call is None or (is_remark(said.text) and not ends(said.text)):
        return None
    answers = at_hand.answers_its_note(desk, call, said.text, said.sent_at, whole=whole(said))
    return None if answers else call.id


def meant(said: Said) -> bool:
    """Whether a message outside of any thread is such a line ("ms Lee has him"), and was kept or asked about.

    Said as a crisis it never is: that is a new alarm; nor is a visit told whole, which is a note of its own.
    """
    alarming = said.reading.intent in ALARMS
    if said.reading.said_as_crisis or is_note(said):
        return False
    over = ends(said.text)
    if is_remark(said.text) and not over and not (alarming and corrects(said.text)):
        return False
    asked = said.reading.intent not in _TOLD and not others_plan(said)
    if asked and not (over or _HAS_CLOCK.match(said.text) or goes_on(said.text) or closes(said.text)):
        return False
    agency = said.visit.agency
    families = families_of(agency, said.reading, said.text)
    sounds = running.Sounds(
        families.only,
        cases=families.at_all,
        alarming=alarming,
        telling=not asked,
        happened=happened(said),
        own_hour=own_hour(said),
        whole=whole(said),
    )
    if not running.may_be_line(agency, said.text, sounds):
        return False
    if alarming or sounds.case_id is None:
        # "Dad arrested", sent right behind the crisis: that may still be at work.
        said.visit.wait_for_earlier(said.channel, said.ts)
    with said.visit.look() as desk:
        if answers_when(desk, said.text):
            return False
        found = running.calls_meant(desk, line(said), sounds)
    if not found:
        return False
    with said.visit.desk() as desk:
        keep(said, desk, found[0], among=found if len(found) > 1 else ())
    return True


def line(said: Said) -> timeline.Line:
    """The message as a line of a timeline."""
    item = said.reading.contacts[0] if said.reading.contacts else None
    return timeline.Line(said.text, item.starts_at if item else None, said.sent_at, said.channel, said.ts)


def keep(said: Said, desk: Desk, crisis_id: str, *, among: Sequence[str] = ()) -> None:
    """Keep the message as a line of the crisis, or of one of several, and say so."""
    entry = timeline.add(desk, crisis_id, line(said), among=among)
    _answer(said, desk, entry)
    said.visit.redraw(crisis_id)


def anew(visit: Visit) -> None:
    """New alarm: what was kept as a line is an emergency of its own."""
    entry_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(entry_id), visit.desk() as desk:
        call_id = timeline.raise_anew(desk, entry_id)
        put_answer(visit, desk, "crisis_card", {}, key=call_id, subject_id=call_id)
        visit.redraw(entry_id)


def place(visit: Visit) -> None:
    """Which of several crises a line is of."""
    entry_id, _, crisis_id = str(visit.body["actions"][0]["value"]).partition("|")
    with visit.redrawn_if_refused(entry_id), visit.desk() as desk:
        timeline.place(desk, entry_id, crisis_id)
        raise_if_gone(visit, desk, crisis_id, entry_id)
        visit.redraw(entry_id)
        visit.redraw(crisis_id)


def raise_if_gone(visit: Visit, desk: Desk, crisis_id: str, entry_id: str) -> bool:
    """Where a line says that the crisis's child is gone again, an alarm of its own; whether it was raised."""
    call, entry = desk.row(CrisisCall, crisis_id), timeline.line_of(desk, entry_id)
    new = (
        gone_again.raise_again(desk, call, entry)
        if gone_again.news_of(desk, call, entry.words or "")
        else None
    )
    if new is not None:
        put_answer(visit, desk, "crisis_card", {}, key=new, subject_id=new)
    return new is not None


def as_note(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """It's a note: what was kept as a line is logged, and is no line any more."""
    entry_id = str(visit.body["actions"][0]["value"])
    with visit.redrawn_if_refused(entry_id), visit.desk() as desk:
        line = timeline.take_out(desk, entry_id)
        visit.redraw(entry_id)
    said = understand(visit, line.words, channel=line.channel, ts=line.ts, sent_at=line.sent_at)
    answers[Intent.LOG_CONTACT](said)


def _answer(said: Said, desk: Desk, entry: CrisisEntry) -> None:
    """A short line in the thread; of a clip in the place of "listening"."""
    visit, key = said.visit, f"{timeline.KEPT}:{entry.id}"
    if visit.listening:
        listening, visit.listening = visit.listening, None
        if sent.take_over(desk, listening, kind=timeline.KEPT, subject_id=entry.id, dedupe_key=key):
            visit.redraw(entry.id)
            return
    item = outbox.put(
        desk.session,
        dedupe_key=key,
        kind=timeline.KEPT,
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
    entry = timeline.line_of(desk, wanted.subject_id)
    words = entry.words or ""
    if entry.kind == told.ASKED:
        return which_card(entry.id, _choices(desk, (entry.about or "").split(",")))
    if entry.kind == told.APART:
        return apart_card()
    call = crisis_reading.crisis(desk, entry.crisis_id)
    return kept_card(
        entry.id,
        clock(entry.at, desk.policy.zone),
        call,
        of=whose_short(desk, call),
        close=closes(words) or ends(words),
        report=reports(words),
    )


def _choices(desk: Desk, ids: Sequence[str]) -> list[Choice]:
    """The crises by their children's names; one of nobody known by its hour."""
    calls = [crisis_reading.crisis(desk, each) for each in ids]
    zone = desk.policy.zone
    return [Choice(call.id, whose_short(desk, call) or clock(call.opened_at, zone)) for call in calls]


def whose_short(desk: Desk, call: CrisisRecord) -> str:
    """The children's first names; without any the family's."""
    case = desk.agency.cases.get(call.case_id or "")
    names = [desk.agency.children[i].first_name for i in crisis_reading.children_of(desk, call)]
    return ", ".join(names) or (case.family_name if case else "")


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
