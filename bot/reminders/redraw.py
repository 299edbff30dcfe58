"""Posted cards kept true to the record, and words taken out of the chat when their time is over.

`chat.update` is idempotent by its ts, so nothing here needs an intent: a row in `redraws` stays until a
drawing of the present state has surely arrived.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from slack_sdk import WebClient
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.reminders import calls, pace
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import UPDATE, Limits
from bot.reminders.settle import let_rest
from bot.services.outbox import ask_redraw_of
from bot.views.drawn import Drawn
from storage.database import Database
from storage.models import PostedCard, Redraw

DrawCard = Callable[[Session, PostedCard, datetime], Drawn | None]
log = logging.getLogger(__name__)
_LEASE = timedelta(seconds=30)
_BATCH = 20


class Cards:
    """Redraws posted cards.

    `draw_card` draws one's present state (None: leave it as it is), `draw_cleared` a nameless line for one
    whose words are to leave the chat.
    """

    def __init__(
        self,
        db: Database,
        client: WebClient,
        clock: Clock,
        *,
        draw_card: DrawCard,
        draw_cleared: DrawCard,
        limits: Limits | None = None,
    ) -> None:
        self._db, self._client, self._clock = db, client, clock
        self._draw_card, self._draw_cleared = draw_card, draw_cleared
        self._limits = limits or Limits()

    def redraw_now(self, subject_id: str) -> int:
        """Redraw a subject's cards at once, in this thread; how many. What fails is tried again later."""
        now = self._clock.now()
        with self._db.reading() as session:
            cards = session.scalars(
                select(Redraw.card_id)
                .join(PostedCard, PostedCard.id == Redraw.card_id)
                .where(PostedCard.subject_id == subject_id, Redraw.next_at <= now)
            ).all()
        return sum(self._redraw(card_id) for card_id in cards)

    def redraw_due(self) -> int:
        """Redraw what is behind and may be tried now; how many cards."""
        now = self._clock.now()
        with self._db.reading() as session:
            if UPDATE in pace.paused(session, now):
                return 0
            behind = select(Redraw.card_id).where(Redraw.next_at <= now).order_by(Redraw.next_at)
            cards = session.scalars(behind.limit(_BATCH)).all()
        return sum(self._redraw(card_id) for card_id in cards)

    def clear_due(self) -> int:
        """Take words out of the chat whose time is over; how many cards."""
        now = self._clock.now()
        with self._db.reading() as session:
            if UPDATE in pace.paused(session, now):
                return 0
            over = select(PostedCard).where(PostedCard.clear_at <= now, PostedCard.cleared_at.is_(None))
            drawn = [
                (card, self._draw_cleared(session, card, now))
                for card in session.scalars(over.order_by(PostedCard.clear_at).limit(_BATCH)).all()
            ]
        return sum(self._clear(card, picture) for card, picture in drawn)

    def _redraw(self, card_id: str) -> bool:
        now = self._clock.now()
        taken = self._take(card_id, now)
        if taken is None:
            return False
        token, attempts = taken
        try:
            with self._db.reading() as session:
                card = session.get_one(PostedCard, card_id)
                # A card whose words were taken out stays as it is.
                gone = card.clear_at is not None and card.clear_at <= now
                drawn = None if gone else self._draw_card(session, card, now)
        except Exception:  # one bad drawing must not hold up the others
            log.exception("card %s could not be drawn", card_id)
            self._later(card_id, token, now + self._limits.retry_after(attempts))
            return False
        if drawn is None:
            self._done(card_id, token)
            return False
        answer = calls.redraw(self._client, card.channel, card.ts, drawn)
        return self._settle(card_id, token, attempts, answer)

    def _take(self, card_id: str, now: datetime) -> tuple[str, int] | None:
        statement = (
            update(Redraw)
            .where(Redraw.card_id == card_id, Redraw.next_at <= now)
            .values(next_at=now + _LEASE, attempts=Redraw.attempts + 1)
            .returning(Redraw.token, Redraw.attempts)
            .execution_options(synchronize_session=False)
        )
        with self._db.begin() as session:
            row = session.execute(statement).one_or_none()
        return None if row is None else (row.token, row.attempts)

    def _settle(self, card_id: str, token: str, attempts: int, answer: Answer) -> bool:
        now = self._clock.now()
        if answer.fate in (Fate.OK, Fate.REFUSED):
            if answer.fate is Fate.REFUSED:
                log.warning("card %s cannot be redrawn: %s", card_id, answer.error)
            self._done(card_id, token)
            return answer.fate is Fate.OK
        with self._db.begin() as session:
            let_rest(session, [answer], now=now, limits=self._limits)
        wait = timedelta(seconds=answer.wait) or self._limits.retry_after(attempts)
        self._later(card_id, token, now + wait)
        return False

    def _done(self, card_id: str, token: str) -> None:
        """Whoever finds the row changed meanwhile may have overwritten a newer picture: draw once more."""
        gone = delete(Redraw).where(Redraw.card_id == card_id, Redraw.token == token)
        with self._db.begin() as session:
            if session.scalar(gone.returning(Redraw.card_id)) is None:
                ask_redraw_of(session, card_id, self._clock.now())

    def _later(self, card_id: str, token: str, at: datetime) -> None:
        with self._db.begin() as session:
            session.execute(
                update(Redraw).where(Redraw.card_id == card_id, Redraw.token == token).values(next_at=at)
            )

    def _clear(self, card: PostedCard, picture: Drawn | None) -> bool:
        drawn = picture or Drawn(text="…")
        answer = calls.redraw(self._client, card.channel, card.ts, drawn)
        now = self._clock.now()
        with self._db.begin() as session:
            let_rest(session, [answer], now=now, limits=self._limits)
            if answer.fate not in (Fate.OK, Fate.REFUSED):
                return False
            # The card before its redraw, as everybody else does: nobody must wait for each other.
            session.execute(update(PostedCard).where(PostedCard.id == card.id).values(cleared_at=now))
            session.execute(delete(Redraw).where(Redraw.card_id == card.id))
        return True
