"""The conversation about a draft: answers and corrections in words, replies in threads, edited messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.handlers.door.ahead import at_ts
from bot.handlers.door.cards import Gallery
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import PATIENCE, found_once_posted, put_answer
from bot.handlers.notes.remark_cards import draw, draw_asked_back
from bot.handlers.talk import Answer, Said, understand
from bot.services import notes, outbox
from bot.services.desk import Desk
from bot.services.drafts import edits, left_open, remarks, sent
from bot.services.drafts.heard import Heard
from bot.understand.amend.parting import parted
from bot.understand.parts import ALARMS, Intent
from storage.models import Remark
from storage.types import NoteStatus

SETTLED = "That is settled already: the message shows what became of it."


def hang(gallery: Gallery) -> None:
    """Hang the drawers of the answers to remarks."""
    gallery.hang("remark", draw)
    gallery.hang("asked_back", draw_asked_back)


def register(front: FrontDesk, answers: Mapping[Intent, Answer]) -> None:
    """Listen for the taps on those answers."""
    for place in range(10):
        front.action(f"remark.pick.{place}", pick)
    front.action("remark.new", lambda visit: as_new(visit, answers))
    front.action("remark.leave_out", leave_out)
    front.action("remark.update", update)
    front.action("remark.keep", keep)
    front.action("note.ask_back", ask_back)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is no remark about a draft."""

    def unless_taken(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            if told := _told_beside_a_wish(said):
                answers[told.reading.intent](told)
                return
            heard = heard_of(said)
            if remarks.may_be(heard):
                said.visit.wait_for_earlier(said.channel, said.ts)
                if _taken(said.visit, heard):
                    return
            answer(said)

        return first

    return {intent: unless_taken(answer) for intent, answer in answers.items()}


def _told_beside_a_wish(said: Said) -> Said | None:
    """What happened since, behind the wish to drop a note that is named; the wish is answered first."""
    parts = parted(said.text) if said.thread_ts is None else None
    if parts is None:
        return None
    wish, told = (
        understand(said.visit, words, channel=said.channel, ts=said.ts, sent_at=said.sent_at)
        for words in parts
    )
    if told.reading.intent is not Intent.LOG_CONTACT:
        return None
    said.visit.wait_for_earlier(said.channel, said.ts)
    return told if _taken(said.visit, heard_of(wish)) else None


def _taken(visit: Visit, heard: Heard) -> bool:
    """Whether the message was about a draft, and was taken in (or asked about)."""
    if not found_once_posted(
        visit, heard.channel, heard.thread_ts, lambda desk: remarks.concerns(desk, heard)
    ):
        return False
    with visit.desk() as desk:
        if remarks.wished_of_several(desk, heard):
            subject = left_open.key_of(desk.actor.id, desk.today)
            put_answer(
                visit, desk, left_open.KIND, {}, key=heard.ts, channel=heard.channel, subject_id=subject
            )
            return True
        remark = remarks.hear(desk, heard)
    answer(visit, remark)
    return remark is not None


def heard_of(said: Said) -> Heard:
    """The message as the services know it."""
    return Heard(
        channel=said.channel,
        ts=said.ts,
        thread_ts=said.thread_ts,
        text=said.text,
        sent_at=said.sent_at,
        reading=said.reading,
        voice=said.voice,
    )


def _put(visit: Visit, desk: Desk, remark: Remark) -> None:
    """Have the answer posted where the words were said; of a clip in the place of "listening"."""
    key = f"remark:{remark.id}"
    if visit.listening:
        listening, visit.listening = visit.listening, None
        if sent.take_over(desk, listening, kind="remark", subject_id=remark.id, dedupe_key=key):
            visit.redraw(remark.id)
            return
    item = outbox.put(
        desk.session,
        dedupe_key=key,
        kind="remark",
        recipient_id=remark.staff_id,
        now=desk.now,
        subject_id=remark.id,
        channel=remark.channel,
        thread_ts=remark.thread_ts,
        sending_now=True,
        lease=PATIENCE,
    )
    visit.send_now(item)


# -- the message itself was changed


def changes(answers: Mapping[Intent, Answer]) -> dict[str, Callable[[Visit], None]]:
    """What is done when a message is edited or deleted, by Slack's subtype."""
    return {"message_changed": lambda visit: changed(visit, answers), "message_deleted": deleted}


def changed(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """A person edited an own message: an emergency goes first, else its draft is offered to be updated.

    What had come to nothing ("hlep") and tells of an event now is logged.
    """
    event = visit.body["event"]
    message, previous = event.get("message") or {}, event.get("previous_message") or {}
    text, before = str(message.get("text") or ""), str(previous.get("text") or "")
    if not text.strip() or text == before or message.get("bot_id"):
        return
    ts = str(message["ts"])
    said = understand(visit, text, channel=event["channel"], ts=ts, sent_at=at_ts(ts))
    said = replace(said, thread_ts=message.get("thread_ts"))
    edit = str((message.get("edited") or {}).get("ts") or event.get("event_ts") or visit.now.timestamp())
    if _newly_alarming(visit, said, before):
        # As a message of its own, so that what it says now is in the record, whatever became of the first.
        answers[said.reading.intent](replace(said, ts=f"{ts}:{edit}"))
        return
    with visit.look() as desk:
        anew = said.reading.intent is Intent.LOG_CONTACT and edits.came_to_nothing(desk, heard_of(said))
    if anew:
        answers[Intent.LOG_CONTACT](said)
        return
    with visit.desk() as desk:
        remark, over = edits.edited(
            desk, replace(heard_of(said), thread_ts=said.thread_ts or ts), before, edit
        )
        for older in over:
            outbox.ask_redraw(desk.session, older.id, desk.now)
            visit.redraw(older.id)
    answer(visit, remark)


def answer(visit: Visit, remark: Remark | None) -> None:
    """The note's card first, then the answer: who reads the one finds the other drawn anew."""
    if remark is None:
        return
    if remark.note_id:
        visit.deps.cards.redraw_now(remark.note_id)
    with visit.desk() as desk:
        _put(visit, desk, remark)


def _newly_alarming(visit: Visit, said: Said, before: str) -> bool:
    if said.reading.intent not in ALARMS:
        return False
    was = understand(visit, before, channel=said.channel, ts=said.ts, sent_at=said.sent_at)
    return was.reading.intent not in ALARMS


def deleted(visit: Visit) -> None:
    """A person deleted an own message: the draft that came from it stays, and says so."""
    event = visit.body["event"]
    previous = event.get("previous_message") or {}
    ts = str(event.get("deleted_ts") or previous.get("ts") or "")
    if not ts or previous.get("bot_id"):
        return
    said = understand(visit, "", channel=event["channel"], ts=ts, sent_at=at_ts(ts))
    with visit.desk() as desk:
        remark = edits.deleted(desk, heard_of(said))
    answer(visit, remark)


# -- taps


def _tap(visit: Visit, remark_id: str, verb: Callable[[Desk, Remark], list[str]]) -> None:
    """Settle a remark and redraw its answer; a second tap changes nothing and is shown what holds."""
    with visit.desk() as desk:
        visit.redraw(remark_id)
        for subject in (remark_id, *left_open.keys_lately(desk)):
            outbox.ask_redraw(desk.session, subject, desk.now)
        remark = remarks.still_asking(desk, remark_id)
        for note_id in verb(desk, remark) if remark else ():
            visit.redraw(note_id)
    if remark is None:
        visit.say(SETTLED)


def pick(visit: Visit) -> None:
    """Which draft the words are about; or that they belong to the one in whose thread they stand."""
    remark_id, _, note_id = str(visit.body["actions"][0]["value"]).partition("|")

    def verb(desk: Desk, remark: Remark) -> list[str]:
        if note_id in remark.candidates:
            remarks.choose(desk, remark, note_id)
        return [note_id]

    _tap(visit, remark_id, verb)


def as_new(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """The words are a new event: they are logged as such.

    Also where the tap was taken in and nobody lived to log them: the same message gives the same notes.
    """
    remark_id = str(visit.body["actions"][0]["value"])

    def verb(desk: Desk, remark: Remark) -> list[str]:
        remarks.close(desk, remark, "new")
        return []

    _tap(visit, remark_id, verb)
    with visit.look() as desk:
        told = remarks.told_as_new(desk, remark_id)
    if told is not None:
        words, channel, ts, sent_at = told
        said = understand(visit, words, channel=channel, ts=ts, sent_at=sent_at)
        # A concern that was no answer after all goes its own way.
        answers[said.reading.intent if said.reading.intent in ALARMS else Intent.LOG_CONTACT](said)


def leave_out(visit: Visit) -> None:
    """Neither: the words belong into no note."""

    def verb(desk: Desk, remark: Remark) -> list[str]:
        remarks.close(desk, remark, "left_out")
        return []

    _tap(visit, str(visit.body["actions"][0]["value"]), verb)


def update(visit: Visit) -> None:
    """Update draft was tapped."""
    _tap(visit, str(visit.body["actions"][0]["value"]), edits.update)


def keep(visit: Visit) -> None:
    """Keep as it is was tapped."""

    def verb(desk: Desk, remark: Remark) -> list[str]:
        remarks.close(desk, remark, "kept", notes.read(desk, remark.candidates[0]))
        return []

    _tap(visit, str(visit.body["actions"][0]["value"]), verb)


def ask_back(visit: Visit) -> None:
    """Ask for it back: the reviewer is told, once for a version, with Return one tap away."""
    note_id, _, version = str(visit.body["actions"][0]["value"]).partition("|")
    with visit.desk() as desk:
        note = notes.read(desk, note_id)
        mine = note.author.id == desk.actor.id
        waits = mine and note.status is NoteStatus.SUBMITTED and note.reviewer is not None
        if waits and note.reviewer:
            notes.tell(desk, "asked_back", note_id, note.reviewer.id, step=f"v{version}")
            desk.record("note.ask_back", note_id)
        sentence = f"I asked {note.reviewer.name}." if waits and note.reviewer else notes.standing(note, desk)
    visit.say(sentence)
