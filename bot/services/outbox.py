"""What leaves goes through here: a row written in the transaction of the change that it tells of.

RELIABILITY, What leaves. Rows hold ids, not words: they are drawn when they are sent. Nothing in this
file talks to Slack; `bot.reminders.deliver` sends what stands here, exactly once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from storage.concerned import concerns
from storage.contention import change_held, hold
from storage.models import OutboxItem, PostedCard, Redraw, new_id
from storage.types import Lane, OutboxState
from storage.upserts import Upsert, insert_into

AMBIGUITY = timedelta(seconds=90)
"""How long a post whose fate is unknown is left alone before Slack is asked whether it arrived."""

FOR_THE_SENDER = "for_the_sender"
"""In a session's `info`: its transaction gave the sender something to do, and it should be woken."""
TELLS_OTHERS = "tells_others"
"""In a row's details: once it was sent, the subject's other cards are drawn anew, for they tell of it."""

_UNTRIED: dict[str, Any] = {"state": OutboxState.WAITING, "fence": 0, "attempts": 0, "lease_until": None}
OPEN_STATES = (OutboxState.WAITING, OutboxState.MAYBE_SENT, OutboxState.HELD)

_PUT = Upsert(
    lambda insert: (
        insert(OutboxItem).on_conflict_do_nothing(index_elements=["dedupe_key"]).returning(OutboxItem.id)
    )
)


def answer_key(kind: str, recipient_id: str, key: str) -> str:
    """What tells an answer of this kind from a person's other ones: `key` is the request's own."""
    return f"{kind}:{recipient_id}:{key}"


def put(
    session: Session,
    *,
    dedupe_key: str,
    kind: str,
    recipient_id: str | None,
    now: datetime,
    due_at: datetime | None = None,
    lane: Lane = Lane.ANSWER,
    subject_id: str | None = None,
    details: Mapping[str, Any] | None = None,
    channel: str | None = None,
    thread_ts: str | None = None,
    expires_at: datetime | None = None,
    sending_now: bool = False,
    lease: timedelta = AMBIGUITY,
) -> OutboxItem | None:
    """Write a message to be posted once, at `due_at` (default: now); None where its key stood already.

    With `sending_now` the row is an intent under fence 1, which the caller posts right after the commit
    (`Deliverer.send_claimed`). If it dies in between, Slack is asked after `lease` whether it arrived,
    and it is sent if not. `expires_at`: not posted from that moment on.
    """
    row: dict[str, Any] = {
        "id": new_id(),
        "dedupe_key": dedupe_key,
        "kind": kind,
        "recipient_id": recipient_id,
        "lane": lane,
        "subject_id": subject_id,
        "details": dict(details or {}),
        "channel": channel,
        "thread_ts": thread_ts,
        "due_at": due_at or now,
        "next_at": due_at or now,
        "expires_at": expires_at,
        "created_at": now,
    }
    concerns(session, [recipient_id])
    return _insert(session, row | (_as_intent(now + lease) if sending_now else _UNTRIED))


def _insert(session: Session, row: dict[str, Any]) -> OutboxItem | None:
    """The row as it then stands, in no session; None where its key stood already."""
    if row["state"] == OutboxState.WAITING:
        session.info[FOR_THE_SENDER] = True
    kept = session.connection().execute(_PUT.on(session), row).first()
    return OutboxItem(**row) if kept else None


def _as_intent(until: datetime) -> dict[str, Any]:
    """Claimed and about to be posted, by whoever writes the row."""
    return {
        "state": OutboxState.MAYBE_SENT,
        "fence": 1,
        "attempts": 1,
        "next_at": until,
        "lease_until": until,
    }


def ask_redraw(
    session: Session, subject_id: str, now: datetime, but_not: tuple[str, str] | None = None
) -> int:
    """Have every posted card of a subject drawn anew, in the transaction of the change; how many there are.

    `but_not` is the (channel, ts) of a card that the caller draws itself. A card of this subject that is
    on its way to Slack at this moment is drawn once more after it has arrived.
    """
    # The order matters: a post that settles between the two statements is seen by the second one.
    # The card of a row without a subject has the row itself for one.
    about = or_(OutboxItem.subject_id == subject_id, OutboxItem.id == subject_id)
    on_their_way = (about, OutboxItem.state.in_(OPEN_STATES))
    change_held(session, OutboxItem.id, *on_their_way, touched_at=now)
    cards = session.execute(
        select(PostedCard.id, PostedCard.channel, PostedCard.ts, PostedCard.staff_id)
        .where(PostedCard.subject_id == subject_id, PostedCard.cleared_at.is_(None))
        .order_by(PostedCard.id)
    )
    every = cards.all()
    concerns(session, [card.staff_id for card in every])
    behind = [card.id for card in every if (card.channel, card.ts) != but_not]
    for card_id in behind:
        ask_redraw_of(session, card_id, now)
    return len(behind)


def ask_redraw_of(session: Session, card_id: str, now: datetime) -> None:
    """Have one posted card drawn anew."""
    session.info[FOR_THE_SENDER] = True
    fresh: dict[str, Any] = {"token": new_id(), "asked_at": now, "next_at": now, "attempts": 0}
    session.execute(
        insert_into(session, Redraw)
        .values(card_id=card_id, **fresh)
        .on_conflict_do_update(index_elements=["card_id"], set_=fresh)
    )


def hold_all(session: Session, item_ids: Collection[str], subject_ids: Collection[str] = ()) -> None:
    """Hold these rows, and what is on its way about these subjects, before any of them is written.

    Who settles a row and then has its subject's cards drawn anew would else hold the one while it waits for
    another, which somebody holds who waits for the first.
    """
    about = OutboxItem.subject_id.in_(subject_ids) & OutboxItem.state.in_(OPEN_STATES)
    hold(session, OutboxItem.id, OutboxItem.id.in_(item_ids) | about)


def cancel(session: Session, *, subject_id: str, kind: str, now: datetime) -> int:
    """Drop what of this kind about this subject has not been tried yet; how many rows that were."""
    untried = (
        OutboxItem.subject_id == subject_id,
        OutboxItem.kind == kind,
        OutboxItem.state == OutboxState.WAITING,
    )
    gone = {"state": OutboxState.DROPPED, "settled_at": now, "fence": OutboxItem.fence + 1}
    return len(change_held(session, OutboxItem.id, *untried, **gone, lease_until=None))


def backlog(session: Session, now: datetime) -> int:
    """How many messages are due and not settled."""
    count = session.scalar(
        select(func.count()).where(OutboxItem.state.in_(OPEN_STATES), OutboxItem.due_at <= now)
    )
    return count or 0
