"""Context settles a name before asking does."""

from __future__ import annotations
from collections.abc import Sequence
from datetime import date
from bot.understand.names.view import View
from bot.understand.parts import NameMention


def settle(text: str, mentions: Sequence[NameMention], view: View, *, on: date) -> list[NameMention]:
    """Narrow."""
    return list(mentions)
