"""What each kind of outgoing message looks like now: the registry that the sender draws from.

A drawing is made from the record at the moment of sending, for the one who receives it, within what
they may read. None: no longer needed, or no longer theirs to see.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.rules.policy import Policy
from bot.services.desk import Desk, Session, desk_of
from bot.services.shelf import Shelf
from bot.views.drawn import Drawn
from storage.models import OutboxItem, PostedCard


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drawn: about which subject, with which details (ids only)."""

    subject_id: str
    details: dict[str, Any]


Drawer = Callable[[Desk, Wanted], Drawn | None]


class Gallery:
    """Drawers by kind. Features hang theirs here when they register."""

    def __init__(self, policy: Policy, shelf: Shelf) -> None:
        self._policy, self._shelf = policy, shelf
        self._drawers: dict[str, Drawer] = {}

    def hang(self, kind: str, drawer: Drawer) -> None:
        """Have messages of that kind drawn by `drawer`."""
        self._drawers[kind] = drawer

    def draw(self, session: Session, item: OutboxItem, now: datetime) -> Drawn | None:
        """An outbox row's message as it should be posted now. KeyError for an unknown kind."""
        wanted = Wanted(item.subject_id or "", dict(item.details))
        return self._drawers[item.kind](self._desk(session, item.recipient_id, now), wanted)

    def draw_card(self, session: Session, card: PostedCard, now: datetime) -> Drawn | None:
        """A posted card as it should look now; None leaves it as it is."""
        drawer = self._drawers.get(card.kind)
        if drawer is None:
            return None
        drawn = drawer(self._desk(session, card.staff_id, now), Wanted(card.subject_id, {}))
        return None if drawn is not None and drawn.paper is not None else drawn  # a file stays as it was

    def draw_cleared(self, session: Session, card: PostedCard, now: datetime) -> Drawn:  # noqa: ARG002
        """What stands in the chat after a lookup's words were taken out."""
        line = "These details were taken out of the chat. Ask again if you need them."
        return Drawn(text=line, blocks=[])

    def _desk(self, session: Session, staff_id: str | None, now: datetime) -> Desk:
        if staff_id is None:
            raise KeyError("a message without a recipient cannot be drawn")
        return desk_of(session, staff_id, self._shelf.agency(session), self._policy, now)
