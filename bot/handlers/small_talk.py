"""Help, thanks, and what later versions will do: said plainly."""

from __future__ import annotations

from bot.handlers.door.cards import Gallery, Wanted
from bot.handlers.door.front_desk import FrontDesk, Visit
from bot.handlers.door.posting import answer_with
from bot.handlers.notes.marks import asks_for_nicknames, show_nicknames
from bot.handlers.talk import Said
from bot.services.desk import Desk
from bot.understand.parts import Intent
from bot.understand.wants.asking import asks_to_remind
from bot.understand.wants.pleasantries import only_pleasant
from bot.views.drawn import Drawn
from bot.views.help import help_card, one_line

SENTENCES = {
    "other": "👍 I'm here when something happened. Type *help* to see what I can do.",
    "not_taken": (
        "I could make nothing of these words: they are in no note. If something happened, tell me with whom "
        "and when. Type *help* to see what I can do."
    ),
    "unanswered": (
        "I have no answer to that question. I made nothing of it: it is in no note. Type *help* to see what "
        "I can be asked; how the work is done your supervisor knows."
    ),
    "asked_beside": (
        "The question in that message I can't answer. Ask me by itself for a number, who is on call, what is "
        "due, visits left, or when a child was last seen."
    ),
    "no_such_figure": (
        "That figure I can't give. I reckon notes on time, late and returned, visits, children not seen, "
        "hearings, court reports, conferences and who is behind: of a worker, a unit or all, for the "
        "days you "
        "name. Who has which cases stands in the agency's roster."
    ),
    "told_before": (
        "⚠️ You have a note of the same children, day and hour already. If the one above is a double, tap "
        "*Discard* on it."
    ),
    "alarm_late": (
        "What you just logged sounds as if somebody may be in danger. I have told nobody. "
        "If it is an emergency, write /crisis now."
    ),
    "given_up": (
        "⚠️ I could not work on this: I broke down each time I tried. It is in no note. "
        "Please write it again in other words, or call your supervisor."
    ),
    "not_passed_on": (
        "I pass nothing on, and these words are in no note: please write to your colleague in Slack, or "
        "call. What is owed I remind each of myself."
    ),
    "ask_on_note": (
        "I pass nothing on. On a note that waits *Ask* puts a question to its author, *Return* asks for a "
        "correction. Anything else: please write to your colleague in Slack."
    ),
    "reassigned": (
        "I move no case: its worker stands in the agency's roster, which your administrator changes. "
        "For days off, plan leave with who covers: _Kevin is off Dec 1-5, Marisol covers_."
    ),
    "none_back": "No note of yours has come back: none waits for a correction.",
    "none_discarded": (
        "No note of yours was discarded lately, so there is none to bring back. Nothing was changed."
    ),
    "none_planned": (
        "No such visit is planned here: I know of those that you told me. Tell me one as you plan it: whom "
        "you will see, on which day, at what hour."
    ),
    "report": (
        "That report I can't make. Ask me what you owe, what is overdue or what you filed; supervisors and "
        "directors ask for their people's figures. Your administrator can export timeliness and the access "
        "log."
    ),
}


def hang(gallery: Gallery) -> None:
    """Hang the drawers of help and of plain sentences."""
    gallery.hang("help", lambda desk, _wanted: help_card(desk.actor.role))
    gallery.hang("sentence", _sentence)


def register(front: FrontDesk) -> None:
    """Listen for /fieldnote."""
    front.command("/fieldnote", help_now)
    front.action("help.now", help_now)


def _sentence(_desk: Desk, wanted: Wanted) -> Drawn:
    return one_line(SENTENCES[wanted.details["sentence"]])


def help_now(visit: Visit) -> None:
    """/fieldnote, and /fieldnote nicknames."""
    if asks_for_nicknames(str(visit.body.get("text") or "")):
        show_nicknames(visit, str(visit.body["trigger_id"]))
        return
    answer_with(visit, "help", {}, key=str(visit.body["trigger_id"]))


def help_asked(said: Said) -> None:
    """A message asks what can be done, or that a colleague be told something."""
    if asks_to_remind(said.text):
        say(said.visit, "not_passed_on", said.ts, said.channel)
        return
    answer_with(said.visit, "help", {}, key=said.ts, channel=said.channel)


def plainly(said: Said) -> None:
    """A message that gets one plain sentence; a nod only where it was a greeting, thanks or the like."""
    unheard = said.reading.intent is Intent.OTHER and not only_pleasant(said.text)
    say(said.visit, "not_taken" if unheard else said.reading.intent.value, said.ts, said.channel)


def say(visit: Visit, sentence: str, key: str, channel: str | None = None) -> None:
    """One of the SENTENCES."""
    answer_with(visit, "sentence", {"sentence": sentence}, key=key, channel=channel)
