"""Lists that are asked for in words of their own, beside the intents of the reading.

A message that tells of something is never taken for one: only what reads as a question, a plan or nothing at
all is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.handlers.talk import Answer, Said
from bot.understand.parts import Intent

_TOLD = frozenset({Intent.LOG_CONTACT, Intent.LOG_CRISIS, Intent.SAFETY_CONCERN})
Asks = Callable[[str], bool]


def or_lists(answers: Mapping[Intent, Answer], lists: Mapping[Asks, Answer]) -> dict[Intent, Answer]:
    """The answers, or the first list for which the message asks."""

    def either(answer: Answer) -> Answer:
        def answered(said: Said) -> None:
            wanted = next((show for asks, show in lists.items() if asks(said.text)), answer)
            wanted(said)

        return answered

    return {intent: answer if intent in _TOLD else either(answer) for intent, answer in answers.items()}
