"""Who took part."""

from __future__ import annotations
from collections.abc import Collection, Sequence
from datetime import date
from bot.understand.names.parts import Taking
from bot.understand.names.view import View
from bot.understand.parts import NameMention
from storage.types import EventType, Outcome


def participants(
    text: str,
    mentions: Sequence[NameMention],
    view: View,
    *,
    on: date,
    types: Collection[EventType] = (),
    outcome: Outcome = Outcome.COMPLETED,
    voice: bool = False,
    context: Sequence[NameMention] = (),
    span: tuple[int, int] | None = None,
) -> Taking:
    """Who."""
    return Taking()
