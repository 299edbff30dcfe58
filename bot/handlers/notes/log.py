"""Words about what happened become drafts, each on its own card; also by /log, a shortcut, the Home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.errors import Unusable
from bot.handlers.door.ahead import at_ts
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import put_answer, put_soon
from bot.handlers.notes.note_cards import own_card
from bot.handlers.notes.notes import editor
from bot.handlers.talk import Answer, Said, understand
from bot.handlers.visits.plans import put_plans
from bot.services.desk import Desk, Session
from bot.services.drafts.blank import begin, ensure_may_author
from bot.services.drafts.called_back import with_who_called_back
from bot.services.drafts.drafting import Source, draft, events_told
from bot.services.drafts.same_day import on_the_day_before_it
from bot.services.lookups.finding import told_before
from bot.understand.parts import Intent
from storage.records import NoteContent, NoteRecord
from storage.types import Outcome

SAY_IT = "Say in a line what happened, for example: /log saw Maya at the foster home today 4pm"


def register(front: FrontDesk, answers: Mapping[Intent, Answer]) -> None:
    """Listen for /log and the shortcuts."""
    front.command("/log", lambda visit: by_command(visit, answers))
    front.shortcut("log.contact", blank)
    front.action("log.contact", blank)
    front.shortcut("log.this", lambda visit: this_message(visit, answers))


def log_contact(said: Said) -> None:
    """Store a draft for each event told, and post its card; what is yet to happen is kept as a plan."""
    with said.visit.desk() as desk:
        ensure_may_author(desk)
        reading = with_who_called_back(desk, said.reading, said.text, said.sent_at)
        reading = on_the_day_before_it(desk, reading, said.text, said.sent_at)
        notes = draft(desk, reading, source_of(said))
        put_cards(said, desk, notes)
        if any(i.outcome is Outcome.PLANNED for i in said.reading.contacts):
            put_plans(said, desk)
    count_afterwards(said)
    _say_double(said, notes)


def _say_double(said: Said, notes: Sequence[NoteRecord]) -> None:
    """Where the same event stands in another note of hers already that is said soon, under the card."""
    doubles: list[bool] = []

    def think() -> None:
        with said.visit.look() as desk:  # a day's notes: read here, the write that follows is short
            doubles.append(any(told_before(desk, note) for note in notes))

    def write(session: Session) -> None:
        if any(doubles):
            desk = said.visit.desk_in(session)
            put_soon(desk, said.channel, "sentence", {"sentence": "told_before"}, key=f"{said.ts}:double")

    said.visit.rest.thoughts.append(think)
    said.visit.afterwards(write)


def plan_visit(said: Said) -> None:
    """Visits to come are kept as plans; a message that tells of something that happened is logged too."""
    told = said.reading.contacts
    if not told or any(i.outcome is not Outcome.PLANNED for i in told):
        log_contact(said)
        return
    with said.visit.desk() as desk:
        put_plans(said, desk)


def count_afterwards(said: Said) -> None:
    """After the card: nobody waits for it, and a message that dies here is worked again from the inbox."""
    said.visit.rest.told += events_told(said.reading)


def put_cards(said: Said, desk: Desk, notes: Sequence[NoteRecord], *, in_crisis: bool = False) -> None:
    """Have each note's card posted where its words were said; for a new request once more.

    `in_crisis`: the small card, which leaves the crisis's numbers on the screen.
    """
    for note in notes:
        put_answer(
            said.visit,
            desk,
            "note_card",
            {},
            key=f"{note.id}:{said.request}",
            channel=said.channel,
            subject_id=note.id,
            drawn=own_card(desk, note, in_crisis=in_crisis),
        )


def source_of(said: Said) -> Source:
    """The message as drafts name their source."""
    return Source(said.channel, said.ts, said.text, said.files)


def by_command(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """/log with words: read like a message, always as what the command says.

    The trigger stands for the message, so that a request that is worked twice is the same message.
    """
    text = str(visit.body.get("text") or "").strip()
    if not text:
        raise Unusable(SAY_IT)
    ts = str(visit.body["trigger_id"])
    said = understand(visit, text, channel=own_channel(visit), ts=ts, sent_at=visit.now)
    logs = {Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN, Intent.PLAN_VISIT}
    intent = said.reading.intent
    answers[intent if intent in logs else Intent.LOG_CONTACT](said)


def own_channel(visit: Visit) -> str:
    """The person's direct messages with the bot, wherever they are now."""
    opened = visit.deps.client.conversations_open(users=visit.slack_user)
    return str(opened["channel"]["id"])


def blank(visit: Visit) -> None:
    """Log a contact: an empty note's window, and its card to come back to."""
    with visit.desk() as desk:
        note = begin(desk, NoteContent(), None, key=str(visit.body["trigger_id"]))
        put_answer(visit, desk, "note_card", {}, key=note.id, subject_id=note.id)
        window = editor(desk, note)
    visit.open_window(window)


def this_message(visit: Visit, answers: Mapping[Intent, Answer]) -> None:
    """Log this, on any message: its words as a draft of one's own."""
    message = visit.body["message"]
    text = str(message.get("text") or "").strip()
    if not text:
        raise Unusable("That message has no words that I could log.")
    ts = str(message["ts"])
    said = understand(visit, text, channel=own_channel(visit), ts=ts, sent_at=at_ts(ts))
    answers[Intent.LOG_CONTACT](replace(said, request=str(visit.body["trigger_id"])))
