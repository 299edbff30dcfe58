"""The inbox's rows: stored once, leased, marked done, emptied of their words."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.models import InboxItem, new_id

RETRY_AFTER = timedelta(seconds=20)


def store(
    session: Session, *, key: str, kind: str, payload: str, now: datetime, lease: timedelta
) -> str | None:
    """Keep a request under Slack's id for it; its row's id, or None where it was kept before."""
    known = session.scalar(select(InboxItem.id).where(InboxItem.dedupe_key == key))
    if known:
        return None
    row = InboxItem(
        id=new_id(), dedupe_key=key, kind=kind, payload=payload, received_at=now, lease_until=now + lease
    )
    session.add(row)
    return row.id


def done(session: Session, inbox_id: str, now: datetime) -> None:
    """Worked: the row stays as a mark, its words go."""
    session.execute(
        update(InboxItem).where(InboxItem.id == inbox_id).values(done_at=now, payload_sealed=None)
    )


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


def unmarked(
    session: Session, now: datetime, *, at_once: bool, lease: timedelta, most: int = 50
) -> list[tuple[str, str]]:
    """Lease what nobody has finished: (id, payload) of each, oldest first."""
    query = select(InboxItem).where(InboxItem.done_at.is_(None)).order_by(InboxItem.received_at)
    if not at_once:
        query = query.where(InboxItem.lease_until <= now)
    rows = session.scalars(query.limit(most).with_for_update(skip_locked=True)).all()
    for row in rows:
        row.lease_until = now + lease
        row.attempts += 1
    return [(row.id, row.payload) for row in rows]
