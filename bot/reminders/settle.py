"""Writing down what became of a message. Every write names the fence: who lost the row changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.orm import Session

from bot.reminders import pace
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import HISTORY, REPLIES, Limits
from bot.services.outbox import TELLS_OTHERS, ask_redraw, ask_redraw_of, put
from storage.contention import hold
from storage.models import OutboxItem, PostedCard, Staff, new_id
from storage.types import Lane, OutboxState, Role
from storage.upserts import Upsert

DEAD_LETTER = "dead_letter"
_SETTLE = (
    update(OutboxItem)
    .where(
        OutboxItem.id == bindparam("row_id"),
        OutboxItem.fence == bindparam("row_fence"),
        or_(OutboxItem.state == OutboxState.WAITING, OutboxItem.state == OutboxState.MAYBE_SENT),
    )
    .returning(OutboxItem.touched_at, OutboxItem.kind, OutboxItem.subject_id)
)
_CARD = Upsert(
    lambda insert: (
        insert(PostedCard).on_conflict_do_nothing(index_elements=["channel", "ts"]).returning(PostedCard.id)
    )
)
_PROBES = frozenset({HISTORY, REPLIES})
_NOWHERE = frozenset({"channel_not_found", "thread_not_found", "not_in_channel"})
"""Where there is no such place, the message does not stand there either."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A row that was settled, as it stands now; `touched`: its subject changed after the row was claimed.

    It may have become another card on its way: "listening" becomes the note's (`services.sent.take_over`).
    """

    touched: bool
    kind: str
    subject_id: str | None


def settle(
    session: Session,
    item: OutboxItem,
    answer: Answer,
    *,
    now: datetime,
    limits: Limits,
    clear_at: datetime | None = None,
) -> bool:
    """Write down what an answer means for the row; False where the row is no longer ours.

    `item.channel` is where it was posted. `clear_at`: when the posted words leave the chat.
    """
    let_rest(session, answer, now=now, limits=limits)
    if answer.method in _PROBES:
        return _settle_probe(session, item, answer, now=now, limits=limits, clear_at=clear_at)
    match answer.fate:
        case Fate.OK:
            return sent(session, item, answer.value, now=now, clear_at=clear_at)
        case Fate.UNKNOWN:
            return keep(session, item, OutboxState.MAYBE_SENT, at=now + limits.ambiguity, error=answer.error)
        case Fate.REFUSED:
            return dead(session, item, answer.error, now=now)
        case Fate.TOKEN:
            return keep(session, item, OutboxState.HELD, at=now + limits.token_pause, error=answer.error)
        case Fate.PAUSED:
            wait = timedelta(seconds=answer.wait)
            return keep(session, item, OutboxState.WAITING, at=now + wait, error=answer.error)
        case _:
            return put_back(session, item, at=now + limits.retry_after(item.attempts), error=answer.error)


def let_rest(session: Session, answer: Answer, *, now: datetime, limits: Limits) -> None:
    """Let a method rest that Slack limits just now, or whose token it refuses."""
    if answer.fate in (Fate.PAUSED, Fate.TOKEN):
        rest = timedelta(seconds=answer.wait) if answer.fate is Fate.PAUSED else limits.token_pause
        pace.pause(session, answer.method, now + rest, answer.error)


def _settle_probe(
    session: Session,
    item: OutboxItem,
    answer: Answer,
    *,
    now: datetime,
    limits: Limits,
    clear_at: datetime | None,
) -> bool:
    if answer.fate is Fate.OK:
        return sent(session, item, answer.value, now=now, clear_at=clear_at, behind=True)
    if answer.fate is Fate.ABSENT or answer.error in _NOWHERE:
        return put_back(session, item, at=now)
    rest = timedelta(seconds=answer.wait) or limits.retry_after(item.attempts)
    return keep(session, item, OutboxState.MAYBE_SENT, at=now + rest, error=answer.error)


def sent(
    session: Session,
    item: OutboxItem,
    ts: str,
    *,
    now: datetime,
    clear_at: datetime | None = None,
    behind: bool = False,
) -> bool:
    """It stands in the channel. Its place is remembered in the same transaction.

    It is drawn once more where its subject changed on the way, or where it is `behind` (found later).
    """
    settled = _write(
        session, item, state=OutboxState.SENT, channel=item.channel, posted_ts=ts, settled_at=now, error=None
    )
    if settled is None:
        return False
    card_id = _remember(session, item, settled, ts, now=now, clear_at=clear_at)
    if card_id and (behind or settled.touched):
        ask_redraw_of(session, card_id, now)
    if settled.subject_id and item.details.get(TELLS_OTHERS):
        ask_redraw(session, settled.subject_id, now, but_not=(item.channel or "", ts))
    return True


def _remember(
    session: Session,
    item: OutboxItem,
    settled: _Written,
    ts: str,
    *,
    now: datetime,
    clear_at: datetime | None,
) -> str | None:
    if item.recipient_id is None:
        return None
    card = {
        "id": new_id(),
        "kind": settled.kind,
        "subject_id": settled.subject_id or item.id,
        "staff_id": item.recipient_id,
        "channel": item.channel,
        "ts": ts,
        "posted_at": now,
        "clear_at": clear_at,
    }
    kept: str | None = session.connection().execute(_CARD.on(session), card).scalar()
    return kept


def dropped(session: Session, item: OutboxItem, *, now: datetime, why: str) -> bool:
    """It is no longer needed."""
    return _write(session, item, state=OutboxState.DROPPED, settled_at=now, error=why) is not None


def put_back(session: Session, item: OutboxItem, *, at: datetime, error: str | None = None) -> bool:
    """It was surely not sent; it is tried again at `at`."""
    return keep(session, item, OutboxState.WAITING, at=at, error=error)


def dead(session: Session, item: OutboxItem, error: str, *, now: datetime) -> bool:
    """Slack will never take it: the admins (else the directors) are told, once."""
    if _write(session, item, state=OutboxState.DEAD, settled_at=now, error=error) is None:
        return False
    if item.kind != DEAD_LETTER:
        for admin_id in _who_is_told(session):
            put(
                session,
                dedupe_key=f"{DEAD_LETTER}:{item.id}:{admin_id}",
                kind=DEAD_LETTER,
                recipient_id=admin_id,
                now=now,
                lane=Lane.ANSWER,
                subject_id=item.id,
                details={"kind": item.kind, "recipient_id": item.recipient_id, "error": error},
            )
    return True


def release_held(session: Session, now: datetime) -> int:
    """Try again what was held for the token's sake and has rested; how many rows."""
    rested = (OutboxItem.state == OutboxState.HELD, OutboxItem.next_at <= now)
    hold(session, OutboxItem.id, *rested)
    statement = (
        update(OutboxItem)
        .where(*rested)
        .values(state=OutboxState.WAITING)
        .returning(OutboxItem.id)
        .execution_options(synchronize_session=False)
    )
    return len(session.scalars(statement).all())


def _who_is_told(session: Session) -> list[str]:
    for role in (Role.ADMIN, Role.DIRECTOR):
        found = session.scalars(select(Staff.id).where(Staff.role == role).order_by(Staff.id)).all()
        if found:
            return list(found)
    return []


def keep(
    session: Session, item: OutboxItem, state: OutboxState, *, at: datetime, error: str | None = None
) -> bool:
    """Leave the row in that state and let go of it; it is looked at again at `at`."""
    kept = _write(session, item, state=state, next_at=at, lease_until=None, channel=item.channel, error=error)
    return kept is not None


def _write(session: Session, item: OutboxItem, **values: Any) -> _Written | None:
    """Set these columns of a row that is still ours; None where it is not."""
    session.flush()
    ours = {"row_id": item.id, "row_fence": item.fence}
    found = session.connection().execute(_SETTLE, values | ours).first()
    return _Written(found.touched_at is not None, found.kind, found.subject_id) if found else None
