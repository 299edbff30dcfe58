"""The inbox's rows: stored once, leased, marked done, emptied of their words."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from bot.services import outbox
from storage.models import InboxItem, OutboxItem, SlackStanding, Staff, new_id
from storage.sealing import place_of
from storage.upserts import Upsert

RETRY_AFTER = timedelta(seconds=20)
GIVEN_UP = "given up"
"""The error of a request that was tried too often: each try took the process with it, it seems."""


_STORE = Upsert(
    lambda insert: (
        insert(InboxItem).on_conflict_do_nothing(index_elements=["dedupe_key"]).returning(InboxItem.id)
    )
)
_DONE = update(InboxItem).where(InboxItem.id == bindparam("row_id"))


def store(
    session: Session, *, key: str, kind: str, payload: str, now: datetime, lease: timedelta
) -> str | None:
    """Keep a request under Slack's id for it; its row's id, or None where it was kept before."""
    row_id, keyring = new_id(), session.info["keyring"]
    row = {
        "id": row_id,
        "dedupe_key": key,
        "kind": kind,
        "payload_sealed": keyring.seal(payload, place_of(InboxItem.__tablename__, "payload", row_id)),
        "received_at": now,
        "lease_until": now + lease,
        "attempts": 1,
    }
    # On the connection: this stands between a person and the acknowledgement, and the unit of work
    # would cost more than the row.
    kept = session.connection().execute(_STORE.on(session), row).first()
    return row_id if kept else None


def done(session: Session, inbox_id: str, now: datetime) -> None:
    """Worked: the row stays as a mark, its words go."""
    row = {"row_id": inbox_id, "done_at": now, "payload_sealed": None}
    session.connection().execute(_DONE, row)


def failed(session: Session, inbox_id: str, reference: str, now: datetime, *, most: int) -> bool:
    """Note the reference of a failure; False where it was the last try and the request is given up.

    What is given up keeps its words: they are the only trace of what the person said.
    """
    row = session.get_one(InboxItem, inbox_id)
    row.error = reference
    if row.attempts >= most:
        row.done_at = now
        return False
    row.lease_until = now + RETRY_AFTER
    return True


def later(session: Session, inbox_id: str, at: datetime) -> None:
    """It waits for something outside and is worked again at `at`; that is no try that failed."""
    session.execute(
        update(InboxItem)
        .where(InboxItem.id == inbox_id, InboxItem.done_at.is_(None))
        .values(lease_until=at, attempts=InboxItem.attempts - 1)
        .execution_options(synchronize_session=False)
    )


def unmarked(
    session: Session,
    now: datetime,
    *,
    lease: timedelta,
    but_not: Collection[str] = (),
    tries: int,
    most: int = 50,
) -> list[tuple[str, str]]:
    """Lease what nobody has finished: (id, payload) of each, those that were begun least often first.

    To lease is no try: of fifty that a dying process had before it, forty-nine had no part in its death. What
    was `begun` so often without anybody living to say how it ended is given up; its words stay, and whoever
    said them is told.
    """
    waiting = (InboxItem.done_at.is_(None), InboxItem.lease_until <= now)
    query = select(InboxItem).where(*waiting, InboxItem.id.not_in(but_not))
    query = query.order_by(InboxItem.attempts, InboxItem.received_at).limit(most)
    leased = []
    for row in session.scalars(query.with_for_update(skip_locked=True)).all():
        if row.attempts >= tries:
            row.done_at, row.error = now, row.error or GIVEN_UP
            _tell(session, row, now)
            continue
        row.lease_until = now + lease
        leased.append((row.id, row.payload))
    return leased


def end_leases(session: Session, now: datetime) -> None:
    """What is unfinished is free to be worked from now on: whoever had leased it is gone."""
    session.execute(
        update(InboxItem)
        .where(InboxItem.done_at.is_(None), InboxItem.lease_until > now)
        .values(lease_until=now)
        .execution_options(synchronize_session=False)
    )


def begun(session: Session, inbox_id: str) -> None:
    """Work on it begins once more: if the process dies of it, this try is counted."""
    session.execute(
        update(InboxItem)
        .where(InboxItem.id == inbox_id, InboxItem.done_at.is_(None))
        .values(attempts=InboxItem.attempts + 1)
        .execution_options(synchronize_session=False)
    )


def _tell(session: Session, row: InboxItem, now: datetime) -> None:
    """To whoever sent it, under their own message: it is in no note, and has to be said again."""
    body: dict[str, Any] = json.loads(row.payload)
    event = body.get("event") or {}
    user = event.get("user") or body.get("user_id") or (body.get("user") or {}).get("id")
    staff_id = session.scalar(select(Staff.id).where(Staff.slack_user_id == user)) if user else None
    if staff_id is None:
        return
    said = event.get("type") == "message" and event.get("channel") and event.get("ts")
    outbox.put(
        session,
        dedupe_key=f"given_up:{row.id}",
        kind="sentence",
        recipient_id=staff_id,
        now=now,
        details={"sentence": "given_up"},
        channel=event["channel"] if said else None,
        thread_ts=event["ts"] if said else None,
    )


def any_unmarked(session: Session, now: datetime) -> bool:
    """Whether `unmarked` would find anything; a look that takes no turn at writing."""
    query = select(InboxItem.id).where(InboxItem.done_at.is_(None), InboxItem.lease_until <= now)
    return session.scalar(query.limit(1)) is not None


def last_heard(session: Session) -> datetime | None:
    """When the newest request was stored; None where there was never any."""
    return session.scalar(select(func.max(InboxItem.received_at)))


def known_dms(session: Session) -> list[str]:
    """The direct messages that the bot has with people."""
    opened = select(SlackStanding.dm_channel).where(SlackStanding.dm_channel.is_not(None))
    posted_in = select(OutboxItem.channel).where(OutboxItem.channel.is_not(None))
    return sorted(channel for channel in session.scalars(opened.union(posted_in)) if channel)


def renew(session: Session, inbox_ids: Collection[str], now: datetime, *, lease: timedelta) -> None:
    """Say that these are still being worked, so that no other process begins with them.

    Not of what is being marked as done at this moment: nobody waits for anybody here.
    """
    worked = select(InboxItem.id).where(InboxItem.id.in_(inbox_ids), InboxItem.done_at.is_(None))
    still = session.scalars(worked.order_by(InboxItem.id).with_for_update(skip_locked=True)).all()
    if still:
        session.execute(update(InboxItem).where(InboxItem.id.in_(still)).values(lease_until=now + lease))
