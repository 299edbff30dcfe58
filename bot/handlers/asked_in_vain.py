"""Questions to which there is no answer: that is said, and no note is begun; alarms come first."""

from __future__ import annotations

from bot.handlers.small_talk import say
from bot.handlers.talk import Said
from bot.understand.amend import at_best
from bot.understand.parts import Intent
from bot.understand.wants.bare_questions import only_asks

_TELLING = frozenset({Intent.LOG_CONTACT, Intent.PLAN_VISIT})


def taken(said: Said) -> bool:
    """Whether what reads as an event only asks; the sender is told so then."""
    reading = said.reading
    if said.thread_ts or said.voice or reading.intent not in _TELLING or not only_asks(said.text):
        return False
    # "Who has visits planned tomorrow" names nobody whom the sender would see.
    nobody = reading.intent is Intent.PLAN_VISIT and not any(c.children or c.people for c in reading.contacts)
    dated = any(each.on or each.starts_at for each in reading.contacts)
    if (dated and not nobody) or at_best(said.text).strong:
        return False
    say(said.visit, "unanswered", said.ts, said.channel)
    return True
