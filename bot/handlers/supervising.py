"""What supervisors say beside all else: their queue, and who reviews in their stead."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import delegates, queue
from bot.handlers.talk import Answer, Said
from bot.understand.parts import Intent
from bot.understand.text import folded

_ALARMS = frozenset({Intent.LOG_CRISIS, Intent.SAFETY_CONCERN})


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is none of these; alarms always come first."""

    def unless_taken(answer: Answer) -> Answer:
        def first(said: Said) -> None:
            if not (queue.asked(said, folded(said.text).strip()) or delegates.asked(said)):
                answer(said)

        return first

    return {intent: each if intent in _ALARMS else unless_taken(each) for intent, each in answers.items()}
