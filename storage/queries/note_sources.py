"""Which notes came from a Slack message: looked up for most messages before their card, so built once."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from storage.models import Note

_FROM = (
    select(Note.id)
    .where(Note.source_channel == bindparam("channel"), Note.source_ts == bindparam("ts"))
    .order_by(Note.item)
)


def drafted_from(session: Session, channel: str, ts: str) -> list[str]:
    """Ids of the notes that were drafted from this message, in the message's order."""
    # On the connection: where nothing is made of the rows, the ORM costs several times the query.
    return list(session.connection().execute(_FROM, {"channel": channel, "ts": ts}).scalars())
