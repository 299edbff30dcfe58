"""What the sender's two ways, its own loop and a send at once, have in common."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from slack_sdk import WebClient
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot.clock import Clock, monotonic
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import POST, Limits
from bot.reminders.prepare import Do, Draw, Prepared, prepare
from bot.reminders.work import Outcome, perform, write_down
from bot.services.outbox import TELLS_OTHERS, hold_all
from storage.database import Database
from storage.models import OutboxItem
from storage.turns import NoTurn

log = logging.getLogger(__name__)
OnStep = Callable[[str, str], None]
DATABASE_TROUBLE = (SQLAlchemyError, NoTurn)


class Engine:
    """Prepares rows, makes their calls, settles them; knows which rows this process works on."""

    def __init__(
        self, db: Database, client: WebClient, clock: Clock, *, draw: Draw, limits: Limits, on_step: OnStep
    ) -> None:
        self.db, self.clock, self.limits, self.on_step = db, clock, limits, on_step
        self._client, self._draw = client, draw
        self._guard = threading.Lock()
        self._mine: set[str] = set()

    def prepare(self, item: OutboxItem, now: datetime) -> Prepared:
        """What comes next for a claimed row. Never raises."""
        return prepare(self.db, item, self._draw, now, self.limits)

    def call(self, prepared: Prepared, since: float) -> Outcome:
        """Make the row's call, if it is not too late for it: `since` is when the intent was committed."""
        self.on_step("calling", prepared.item.id)
        if prepared.do is Do.POST and (late := self._too_late(prepared.item, since)):
            return Outcome(prepared, Answer(Fate.NOT_SENT, POST, error=late))
        outcome = perform(self._client, prepared)
        self.on_step("called", prepared.item.id)
        return outcome

    def _too_late(self, item: OutboxItem, since: float) -> str:
        """Why the row must not be posted any more, though it was to be; empty where it may."""
        if monotonic() - since > self.limits.ambiguity.total_seconds() / 4:
            return "late"  # this process was frozen; another one may have asked Slack and found nothing
        if item.expires_at is not None and item.expires_at <= self.clock.now():
            return "expired"  # since it was drawn: put back, and dropped as it is claimed next
        return ""

    def write_down(self, session: Session, outcomes: Sequence[Outcome]) -> None:
        """Settle rows in the caller's transaction, which may be begun anew."""
        if not outcomes:
            return
        items = [outcome.prepared.item for outcome in outcomes]
        told_of = {item.subject_id for item in items if item.subject_id and item.details.get(TELLS_OTHERS)}
        hold_all(session, [item.id for item in items], told_of)
        for outcome in outcomes:
            if not write_down(session, outcome, now=self.clock.now(), limits=self.limits):
                log.warning("outbox row %s was somebody else's by then", outcome.prepared.item.id)

    def settle(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Settle rows, each in a transaction of its own; those that the database was in no state to take."""
        left = []
        for outcome in outcomes:
            try:
                self.db.write(partial(self.write_down, outcomes=[outcome]))
            except IntegrityError:
                # It stays unsure and is asked about later; one row must not hold up the others.
                log.exception("outbox row %s could not be settled", outcome.prepared.item.id)
            except DATABASE_TROUBLE:
                log.exception("outbox row %s is settled later", outcome.prepared.item.id)
                left.append(outcome)
                continue
            self.on_step("settled", outcome.prepared.item.id)
        return left

    # -- the rows in hand

    @property
    def mine(self) -> frozenset[str]:
        """Ids of the rows that this process works on now."""
        with self._guard:
            return frozenset(self._mine)

    def take(self, item_id: str) -> None:
        """Note that this process works on the row."""
        with self._guard:
            self._mine.add(item_id)

    def let_go(self, item_id: str) -> None:
        """Note that it no longer does."""
        with self._guard:
            self._mine.discard(item_id)

    @contextmanager
    def holding(self, item_id: str) -> Iterator[None]:
        """Work on the row for the length of the block."""
        self.take(item_id)
        try:
            yield
        finally:
            self.let_go(item_id)
