"""What is to be done with a claimed row: look whether it is still needed, find its channel, draw it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from sqlalchemy.orm import Session

from bot.reminders.limits import Limits
from bot.reminders.needed import still_needed
from bot.reminders.place import Address, address_of
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import OutboxItem
from storage.types import OutboxState

Draw = Callable[[Session, OutboxItem, datetime], Drawn | None]
log = logging.getLogger(__name__)


class Do(Enum):
    POST = auto()
    PROBE = auto()
    OPEN = auto()
    DROP = auto()
    DRAW_AGAIN = auto()
    BURY = auto()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A claimed row and what comes next for it; `drawn` where there is something to post."""

    item: OutboxItem
    do: Do
    drawn: Drawn | None = None
    address: Address | None = None
    why: str = ""

    @property
    def clear_at(self) -> datetime | None:
        """When the posted words leave the chat."""
        return self.drawn.clear_at if self.drawn else None


def prepare(db: Database, item: OutboxItem, draw: Draw, now: datetime, limits: Limits) -> Prepared:
    """Decide what comes next for a claimed row. Never raises: a bad drawing must not hold up the others.

    Sets `item.channel` where the recipient's channel is known.
    """
    unsure = item.state is OutboxState.MAYBE_SENT
    try:
        if not unsure and item.expires_at is not None and item.expires_at <= now:
            return Prepared(item, Do.DROP, why="expired")
        with db.reading() as session:
            address = _find_channel(session, item)
            if item.channel is None:
                return Prepared(item, Do.OPEN, address=address)
            if not unsure and not still_needed(session, item, now):
                return Prepared(item, Do.DROP, why="not needed")
            drawn = draw(session, item, now)
    except Exception as trouble:  # noqa: BLE001 whatever a drawing raises concerns this one row only
        return _undrawn(item, trouble, limits)
    if unsure:
        return Prepared(item, Do.PROBE, drawn)
    return Prepared(item, Do.POST, drawn) if drawn else Prepared(item, Do.DROP, why="nothing to say")


def _find_channel(session: Session, item: OutboxItem) -> Address | None:
    if item.channel is not None:
        return None
    address = address_of(session, item.recipient_id or "")
    item.channel = address.channel
    return address


def _undrawn(item: OutboxItem, trouble: Exception, limits: Limits) -> Prepared:
    log.error("outbox row %s (%s) could not be drawn", item.id, item.kind, exc_info=trouble)
    if item.state is OutboxState.MAYBE_SENT:
        # Whether it arrived can be asked without a picture of it.
        return Prepared(item, Do.PROBE if item.channel else Do.DRAW_AGAIN, why="draw")
    why = f"draw: {type(trouble).__name__}"
    return Prepared(item, Do.BURY if item.attempts >= limits.draws else Do.DRAW_AGAIN, why=why)
