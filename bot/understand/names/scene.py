"""How all those whom a message names stand in it: made once, for each of its events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.understand.names.homes import cases_of, homes_of
from bot.understand.names.stances import Stances
from bot.understand.names.view import View
from bot.understand.parts import NameMention


def scene_of(text: str, mentions: Sequence[NameMention], view: View, *, on: date) -> Stances:
    """How those whom a message names stand in it, each looked at when asked for."""
    return Stances.of(text, mentions, homes_of(view.agency, mentions, on), cases_of(view.agency, mentions))
