"""What the sender's two ways, its own loop and a send at once, have in common."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from slack_sdk import WebClient
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from bot.clock import Clock, monotonic
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import POST, Limits
from bot.reminders.prepare import Do, Draw, Prepared, prepare
from bot.reminders.work import Outcome, perform, word_of, write_down, write_down_together
from bot.services.outbox import TELLS_OTHERS, hold_all
from storage.database import Database
from storage.models import OutboxItem
from storage.turns import NoTurn

log = logging.getLogger(__name__)
OnStep = Callable[[str, str], None]
DATABASE_TROUBLE = (SQLAlchemyError, NoTurn)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Slack's word that a method rests, and when it came."""

    at: float
    answer: Answer


class Engine:
    """Prepares rows, makes their calls, settles them; knows which rows this process works on."""

    def __init__(
        self, db: Database, client: WebClient, clock: Clock, *, draw: Draw, limits: Limits, on_step: OnStep
    ) -> None:
        self.db, self.clock, self.limits, self.on_step = db, clock, limits, on_step
        self._client, self._draw = client, draw
        self._guard = threading.Lock()
        self._mine: set[str] = set()
        self._refusals: dict[Do, _Refusal] = {}

    def prepare(self, items: Sequence[OutboxItem], now: datetime) -> list[Prepared]:
        """What comes next for each of these claimed rows. Never raises."""
        return prepare(self.db, items, self._draw, now, self.limits) if items else []

    def call(self, prepared: Prepared, since: float) -> Outcome:
        """Make the row's call, if it is not too late for it: `since` is when the intent was committed.

        Of rows that were intended together, what one was refused for everybody's sake is not asked again.
        """
        self.on_step("calling", prepared.item.id)
        if prepared.do is Do.POST and (late := self._too_late(prepared.item, since)):
            return Outcome(prepared, Answer(Fate.NOT_SENT, POST, error=late))
        paper = prepared.drawn is not None and prepared.drawn.paper is not None
        refusal = self._refusals.get(prepared.do)
        if refusal is not None and since <= refusal.at and not paper:
            return Outcome(prepared, refusal.answer)
        outcome = perform(self._client, prepared, lambda: self._too_late(prepared.item, since))
        if outcome.answer.fate in (Fate.PAUSED, Fate.TOKEN) and not paper:
            self._refusals[prepared.do] = _Refusal(monotonic(), outcome.answer)
        self.on_step("called", prepared.item.id)
        return outcome

    def _too_late(self, item: OutboxItem, since: float) -> str:
        """Why the row must not be posted any more, though it was to be; empty where it may."""
        if monotonic() - since > self.limits.too_late:
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

    def stands_alone(self, outcome: Outcome) -> bool:
        """Whether settling it changes more than its row and card, and asks for a transaction of its own."""
        return word_of(outcome, now=self.clock.now(), limits=self.limits).alone

    def write_down_together(self, session: Session, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Settle rows in the caller's transaction; those that need one of their own are given back."""
        if not outcomes:
            return []
        return write_down_together(session, outcomes, now=self.clock.now(), limits=self.limits)

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
