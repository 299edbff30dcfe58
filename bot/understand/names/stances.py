"""Stances."""

from __future__ import annotations
from bot.understand.names.parts import Stance
from bot.understand.parts import NameMention


def stance_of(text: str, mention: NameMention) -> Stance:
    """How."""
    return Stance.PLACE if mention.as_place else Stance.STATED
