"""What is said about the office's own work, before a draft or a note is thought of; alarms come first."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import asked_in_vain, small_talk
from bot.handlers.duties import reports_told
from bot.handlers.leave import leave_changed, steads
from bot.handlers.notes import sent_again, wanted_back, why_returned
from bot.handlers.oversight import conferred
from bot.handlers.review import about_notes
from bot.handlers.talk import Answer, Said, unless
from bot.understand.office.reassigning import reassigns
from bot.understand.parts import Intent

_HEARD = (
    conferred.taken,
    steads.taken,
    leave_changed.taken,
    about_notes.taken,
    why_returned.taken,
    sent_again.taken,
    reports_told.taken,
    wanted_back.taken,
    asked_in_vain.taken,
)


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is not about the office's own work."""
    return unless(_taken, answers)


def _taken(said: Said) -> bool:
    return _reassigned(said) or any(taken(said) for taken in _HEARD)


def _reassigned(said: Said) -> bool:
    """A case is to have another worker: who does that is said in a sentence."""
    if said.thread_ts or not reassigns(said.visit.agency, said.visit.actor.id, said.text):
        return False
    small_talk.say(said.visit, "reassigned", said.ts, said.channel)
    return True
