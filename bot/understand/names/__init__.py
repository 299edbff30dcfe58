"""Who a message names (READING, "Who").

    view = view_for(agency, sender_id, on)            # cheap: a caseload's index, kept by the agency's names
    mentions = find_names(text, view, on=on, voice=voice)
    mentions = settle(text, mentions, view, on=on)    # roles and ambiguities, by the other words
    taking = participants(text, mentions_of_event, view, on=on, context=mentions, spans=…)

For one event of several: call `settle` once for the whole message, then `participants` with the mentions
whose spans belong to the event, `context=` all mentions of the message and `spans=` the event's stretches.
"""

from __future__ import annotations

from bot.understand.names.find import find_names
from bot.understand.names.participants import participants
from bot.understand.names.parts import Stance, Taking
from bot.understand.names.scene import scene_of
from bot.understand.names.settle import settle
from bot.understand.names.stances import Stances, stance_of
from bot.understand.names.view import View, view_for

__all__ = [
    "Stance",
    "Stances",
    "Taking",
    "View",
    "find_names",
    "participants",
    "scene_of",
    "settle",
    "stance_of",
    "view_for",
]
