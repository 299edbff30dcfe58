"""Words about what happened become drafts, each on its own card; also by /log, a shortcut, the Home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.errors import Unusable
from bot.handlers.front_desk import FrontDesk, Visit
from bot.handlers.notes import editor
from bot.handlers.plans import put_plans
from bot.handlers.posting import put_answer
from bot.handlers.talk import Answer, Said, understand
from bot.services.blank import begin
from bot.services.desk import Desk
from bot.services.drafting import Source, draft
from bot.understand.parts import Intent
from storage.records import NoteContent
from storage.types import Outcome

SAY_IT = "Say in a line what happened, for example: /log saw Maya at the foster home today 4pm"


def register(front: FrontDesk, answers: Mapping[Intent, Answer]) -> None:
    """Listen for /log, /crisis and the shortcuts."""
    front.command("/log", lambda visit: by_command(visit, answers))
    front.command("/crisis", lambda visit: by_command(visit, answers, crisis=True))
    front.shortcut("log.contact", blank)
    front.action("log.contact", blank)
    front.shortcut("log.this", lambda visit: this_message(visit, answers))


def log_contact(said: Said) -> None:
    """Store a draft for each event told, and post its card; what is yet to happen is kept as a plan."""
    with said.visit.desk() as desk:
        notes = draft(desk, said.reading, Source(said.channel, said.ts, said.text))
        put_cards(said, desk, notes)
        if any(i.outcome is Outcome.PLANNED for i in said.reading.contacts):
            put_plans(said, desk)


def put_cards(said: Said, desk: Desk, notes: Sequence[str]) -> None:
    """Have each note's card posted where its words were said."""
    for note_id in notes:
        put_answer(
            said.visit,
            desk,
            "note_card",
            {},
            key=f"{note_id}:draft",
            channel=said.channel,
            subject_id=note_id,
        )


def by_command(visit: Visit, answers: Mapping[Intent, Answer], *, crisis: bool = False) -> None:
    """/log and /crisis with words: read like a message, always as what the command says."""
    text = str(visit.body.get("text") or "").strip()
    if not text:
        raise Unusable(SAY_IT)
    event = {"ts": f"{visit.now.timestamp():.6f}", "channel": _own_channel(visit)}
    said = understand(visit, event, f"CRISIS. {text}" if crisis else text)
    intent = said.reading.intent
    logs = {Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN, Intent.PLAN_VISIT}
    answers[intent if intent in logs else Intent.LOG_CONTACT](said)


def _own_channel(visit: Visit) -> str:
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
    event = {"ts": str(message["ts"]), "channel": _own_channel(visit)}
    said = understand(visit, event, text)
    answers[Intent.LOG_CONTACT](said)
