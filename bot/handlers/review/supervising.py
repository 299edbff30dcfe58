"""What supervisors say beside all else: their queue, a return's meeting."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers.review import meetings, queue
from bot.handlers.talk import Answer, Said, unless
from bot.understand.parts import Intent
from bot.understand.writing.text import folded


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is none of these; alarms always come first."""
    return unless(_asked, answers)


def _asked(said: Said) -> bool:
    words = folded(said.text).strip()
    return queue.asked(said, words) or meetings.asked(said, words)
