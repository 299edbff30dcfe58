"""What is said about the office's own work, before a draft or a note is thought of; alarms come first."""

from __future__ import annotations

from collections.abc import Mapping

from bot.handlers import conferred
from bot.handlers.talk import Answer, Said, unless
from bot.understand.parts import Intent


def heard_first(answers: Mapping[Intent, Answer]) -> dict[Intent, Answer]:
    """The answers to messages, each only where the message is not about the office's own work."""
    return unless(_taken, answers)


def _taken(said: Said) -> bool:
    return conferred.taken(said)
