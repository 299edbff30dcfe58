"""What is to be done with a claimed row: look whether it is still needed, find its channel, draw it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from sqlalchemy.orm import Session

from bot.reminders.limits import Limits
from bot.reminders.needed import obligations_behind, still_needed
from bot.reminders.place import Address, addresses_of
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import Obligation, OutboxItem
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


def prepare(
    db: Database, items: Sequence[OutboxItem], draw: Draw, now: datetime, limits: Limits
) -> list[Prepared]:
    """Decide what comes next for claimed rows. Never raises: a bad drawing must not hold up the others.

    Sets `item.channel` where the recipient's channel is known. What the rows need is read together; where one
    of them makes trouble, each is looked at alone.
    """
    try:
        with db.reading() as session:
            known = _Known.of(session, items)
            return [_prepare(session, item, known, draw, now) for item in items]
    except Exception as trouble:  # noqa: BLE001 whatever a drawing raises concerns that one row only
        if len(items) == 1:
            return [_undrawn(items[0], trouble, limits)]
        return [each for item in items for each in prepare(db, [item], draw, now, limits)]


@dataclass(frozen=True, slots=True)
class _Known:
    """What many rows need, read at once. The rows behind it stay in the session as long as this is held."""

    addresses: dict[str, Address]
    owed: Sequence[Obligation]

    @classmethod
    def of(cls, session: Session, items: Sequence[OutboxItem]) -> _Known:
        homeless = {item.recipient_id or "" for item in items if item.channel is None}
        return cls(addresses_of(session, homeless), obligations_behind(session, items))


def _prepare(session: Session, item: OutboxItem, known: _Known, draw: Draw, now: datetime) -> Prepared:
    unsure = item.state is OutboxState.MAYBE_SENT
    if not unsure and item.expires_at is not None and item.expires_at <= now:
        return Prepared(item, Do.DROP, why="expired")
    if item.channel is None:
        address = known.addresses[item.recipient_id or ""]
        item.channel = address.channel
        if item.channel is None:
            return Prepared(item, Do.OPEN, address=address)
    if not unsure and not still_needed(session, item, now):
        return Prepared(item, Do.DROP, why="not needed")
    drawn = draw(session, item, now)
    if unsure:
        return Prepared(item, Do.PROBE, drawn)
    return Prepared(item, Do.POST, drawn) if drawn else Prepared(item, Do.DROP, why="nothing to say")


def _undrawn(item: OutboxItem, trouble: Exception, limits: Limits) -> Prepared:
    log.error("outbox row %s (%s) could not be drawn", item.id, item.kind, exc_info=trouble)
    if item.state is OutboxState.MAYBE_SENT:
        # Whether it arrived can be asked without a picture of it.
        return Prepared(item, Do.PROBE if item.channel else Do.DRAW_AGAIN, why="draw")
    why = f"draw: {type(trouble).__name__}"
    return Prepared(item, Do.BURY if item.attempts >= limits.draws else Do.DRAW_AGAIN, why=why)
