"""Writing down what became of messages. Every write names the fence: who lost the row changes nothing.

What is to be written about a row is a `Word`. Most words are written together, in one transaction for many
rows; those that change something else besides (others are told, a card is drawn anew) one at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Update, bindparam, or_, select, update
from sqlalchemy.orm import Session

from bot.reminders import pace
from bot.reminders.calls import Answer, Fate
from bot.reminders.limits import HISTORY, REPLIES, Limits
from bot.services.outbox import TELLS_OTHERS, ask_redraw, ask_redraw_of, put
from storage.contention import change_held
from storage.models import OutboxItem, PostedCard, Staff, new_id
from storage.types import Lane, OutboxState, Role
from storage.upserts import Upsert

DEAD_LETTER = "dead_letter"
_NOT_OVER = or_(OutboxItem.state == OutboxState.WAITING, OutboxItem.state == OutboxState.MAYBE_SENT)
_AS_IT_STANDS = (OutboxItem.id, OutboxItem.touched_at, OutboxItem.kind, OutboxItem.subject_id)
"""It may have become another card on its way: "listening" becomes the note's (`drafts.sent.take_over`)."""
_SAME_FENCE = OutboxItem.fence == bindparam("row_fence")


def _settle_where(*ours: ColumnElement[bool]) -> Update:
    return (
        update(OutboxItem)
        .where(OutboxItem.id == bindparam("row_id"), *ours)
        .values(
            state=bindparam("new_state"),
            next_at=bindparam("new_next_at"),
            lease_until=None,
            channel=bindparam("new_channel"),
            posted_ts=bindparam("new_posted_ts"),
            settled_at=bindparam("new_settled_at"),
            error=bindparam("new_error"),
        )
    )


def _locked_where(*ours: ColumnElement[bool]) -> Select[int, str, datetime | None, str, str | None]:
    return (
        select(OutboxItem.fence, *_AS_IT_STANDS)
        .where(OutboxItem.id.in_(bindparam("ids", expanding=True)), *ours)
        .order_by(OutboxItem.id)
        .with_for_update(skip_locked=True)
    )


_SETTLE = _settle_where(_SAME_FENCE, _NOT_OVER)
_SETTLE_ONE = _SETTLE.returning(*_AS_IT_STANDS)
_OPEN = _locked_where(_NOT_OVER)
_CARD = Upsert(
    lambda insert: (
        insert(PostedCard).on_conflict_do_nothing(index_elements=["channel", "ts"]).returning(PostedCard.id)
    )
)
_PROBES = frozenset({HISTORY, REPLIES})
_NOWHERE = frozenset({"channel_not_found", "thread_not_found", "not_in_channel"})
"""Where there is no such place, the message does not stand there either."""
_OVER = frozenset({OutboxState.SENT, OutboxState.DROPPED, OutboxState.DEAD})


@dataclass(frozen=True, slots=True)
class Word:
    """What is to be written about a row.

    `at`: when it is looked at again, for one that is over when that was. `ts`: where it stands in
    `item.channel`, until `clear_at`; `behind`: it was found there later, so its picture may be old.
    """

    item: OutboxItem
    state: OutboxState
    at: datetime
    error: str | None = None
    ts: str | None = None
    clear_at: datetime | None = None
    behind: bool = False

    @property
    def alone(self) -> bool:
        """Whether it changes more than the row and its card."""
        if self.state is OutboxState.SENT:
            return self.behind or bool(self.item.subject_id and self.item.details.get(TELLS_OTHERS))
        return self.state is OutboxState.DEAD

    @property
    def values(self) -> dict[str, Any]:
        """The statement's parameters."""
        over = self.state in _OVER
        return {
            "row_id": self.item.id,
            "row_fence": self.item.fence,
            "new_state": self.state,
            "new_next_at": self.item.next_at if over else self.at,
            "new_channel": self.item.channel,
            "new_posted_ts": self.ts,
            "new_settled_at": self.at if over else None,
            "new_error": self.error,
        }


def word_of(
    item: OutboxItem, answer: Answer, *, now: datetime, limits: Limits, clear_at: datetime | None = None
) -> Word:
    """What an answer means for the row, whose channel is where it was posted or looked for."""
    if answer.method in _PROBES:
        return _word_of_probe(item, answer, now=now, limits=limits, clear_at=clear_at)
    match answer.fate:
        case Fate.OK:
            return Word(item, OutboxState.SENT, now, ts=answer.value, clear_at=clear_at)
        case Fate.UNKNOWN:
            return Word(item, OutboxState.MAYBE_SENT, now + limits.ambiguity, answer.error)
        case Fate.REFUSED:
            return Word(item, OutboxState.DEAD, now, answer.error)
        case Fate.TOKEN:
            return Word(item, OutboxState.HELD, now + limits.token_pause, answer.error)
        case Fate.PAUSED:
            return Word(item, OutboxState.WAITING, now + timedelta(seconds=answer.wait), answer.error)
        case _:
            return Word(item, OutboxState.WAITING, now + limits.retry_after(item.attempts), answer.error)


def _word_of_probe(
    item: OutboxItem, answer: Answer, *, now: datetime, limits: Limits, clear_at: datetime | None
) -> Word:
    if answer.fate is Fate.OK:
        return Word(item, OutboxState.SENT, now, ts=answer.value, clear_at=clear_at, behind=True)
    if answer.fate is Fate.ABSENT or answer.error in _NOWHERE:
        return Word(item, OutboxState.WAITING, now)
    rest = timedelta(seconds=answer.wait) or limits.retry_after(item.attempts)
    return Word(item, OutboxState.MAYBE_SENT, now + rest, answer.error)


def let_rest(session: Session, answers: Iterable[Answer], *, now: datetime, limits: Limits) -> None:
    """Let the methods rest that Slack limits just now, or whose token it refuses."""
    longest: dict[str, tuple[timedelta, str]] = {}
    for answer in answers:
        if answer.fate in (Fate.PAUSED, Fate.TOKEN):
            rest = timedelta(seconds=answer.wait) if answer.fate is Fate.PAUSED else limits.token_pause
            longest[answer.method] = max(longest.get(answer.method, (rest, "")), (rest, answer.error))
    for method in sorted(longest):
        rest, why = longest[method]
        pace.pause(session, method, now + rest, why)


def write(session: Session, word: Word) -> bool:
    """Write one row's word, and what follows from it; False where the row is no longer ours."""
    session.flush()
    found = session.connection().execute(_SETTLE_ONE, word.values).first()
    if found is None:
        return False
    if word.state is OutboxState.SENT:
        _stands(session, word, found)
    if word.state is OutboxState.DEAD:
        _tell_of(session, word)
    return True


def write_together(session: Session, words: Sequence[Word]) -> set[str]:
    """Write many rows' words in a few statements; the ids of those that were written.

    The others have to be written alone: they are no longer ours, or somebody has them locked at this moment
    (whoever holds many rows must not wait for one), or their subject changed on the way.
    """
    found = session.connection().execute(_OPEN, {"ids": [word.item.id for word in words]})
    rows = {row.id: row for row in found}
    ours = [word for word in words if _goes_along(word, rows.get(word.item.id))]
    if ours:
        session.connection().execute(_SETTLE, [word.values for word in ours])
    standing = [word for word in ours if word.state is OutboxState.SENT and word.item.recipient_id]
    cards = [_card(word, rows[word.item.id]) for word in standing]
    if cards:
        session.connection().execute(_CARD.on(session), cards)
    return {word.item.id for word in ours}


def _goes_along(word: Word, row: Any) -> bool:
    if row is None or row.fence != word.item.fence:
        return False
    return word.state is not OutboxState.SENT or row.touched_at is None


def _stands(session: Session, word: Word, row: Any) -> None:
    """Its place is remembered in the same transaction.

    It is drawn once more where its subject changed on the way, or where it was found later.
    """
    item = word.item
    kept: str | None = None
    if item.recipient_id:
        kept = session.connection().execute(_CARD.on(session), _card(word, row)).scalar()
    if kept and (word.behind or row.touched_at):
        ask_redraw_of(session, kept, word.at)
    if row.subject_id and item.details.get(TELLS_OTHERS):
        ask_redraw(session, row.subject_id, word.at, but_not=(item.channel or "", word.ts or ""))


def _card(word: Word, row: Any) -> dict[str, Any]:
    item = word.item
    return {
        "id": new_id(),
        "kind": row.kind,
        "subject_id": row.subject_id or item.id,
        "staff_id": item.recipient_id,
        "channel": item.channel,
        "ts": word.ts,
        "posted_at": word.at,
        "clear_at": word.clear_at,
    }


def _tell_of(session: Session, word: Word) -> None:
    """Slack will never take it: the admins (else the directors) are told, once, and its subject's cards.

    Of an alarm, which is tried again at every round, once an hour for each who is not reached.
    """
    item = word.item
    if item.subject_id and item.details.get(TELLS_OTHERS):
        ask_redraw(session, item.subject_id, word.at)
    for admin_id in _who_is_told(session) if item.kind != DEAD_LETTER else ():
        put(
            session,
            dedupe_key=f"{DEAD_LETTER}:{_what_is_dead(word)}:{admin_id}",
            kind=DEAD_LETTER,
            recipient_id=admin_id,
            now=word.at,
            lane=Lane.ANSWER,
            subject_id=item.id,
            details={"kind": item.kind, "recipient_id": item.recipient_id, "error": word.error},
        )


def _what_is_dead(word: Word) -> str:
    item = word.item
    if not (item.subject_id and item.details.get(TELLS_OTHERS)):
        return item.id
    return f"{item.kind}:{item.subject_id}:{item.recipient_id}:{word.at:%Y%m%dT%H}"


def _who_is_told(session: Session) -> list[str]:
    for role in (Role.ADMIN, Role.DIRECTOR):
        found = session.scalars(select(Staff.id).where(Staff.role == role).order_by(Staff.id)).all()
        if found:
            return list(found)
    return []


def release_held(session: Session, now: datetime) -> int:
    """Try again what was held for the token's sake and has rested; how many rows."""
    rested = (OutboxItem.state == OutboxState.HELD, OutboxItem.next_at <= now)
    return len(change_held(session, OutboxItem.id, *rested, state=OutboxState.WAITING))
